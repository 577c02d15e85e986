"""The three dozen photos that ship, read as in use: `make score-cards CARDS=tests/workers/readers/cards`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workers.readers.score import main

CARDS = Path(__file__).parent / "cards"


@pytest.mark.soak
def test_the_photos_that_ship_are_read_as_well_as_is_promised(tmp_path: Path) -> None:
    predictions, table = tmp_path / "predictions.jsonl", tmp_path / "table.json"
    assert main(["--cards", str(CARDS), "--out", str(predictions), "--reader", "both"]) == 0
    command = [sys.executable, str(CARDS / "score.py"), str(predictions), str(CARDS), "--json", str(table)]
    subprocess.run(command, check=True)
    summary = json.loads(table.read_text(encoding="utf-8"))["summary"]

    assert summary["exact_contact_rate"] >= 0.92
    assert summary["macro_f1"] >= 0.96
    assert summary["wrong_email_or_phone_rate"] <= 0.01
    assert summary["false_create_rate"] == 0
