"""The sample views of the pages: what `tests/pwa/views/<page>/*.json` holds."""

import json
from pathlib import Path

VIEWS = Path(__file__).parents[1] / "views"

SAMPLES = [
    (f"{file.parent.relative_to(VIEWS).as_posix()}.html", json.loads(file.read_text()))
    for file in sorted(VIEWS.rglob("*.json"))
]
