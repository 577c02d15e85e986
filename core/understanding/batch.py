"""Sentences in, meanings out, one JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from core.understanding.understand import understand
from core.understanding.world import World


def predict(lines: Iterable[str], world: World) -> Iterator[str]:
    """One line of JSON for each line `{"id", "text", "lang", "now"}`; a `now` without offset is in the world's zone."""
    zone = ZoneInfo(world.timezone)
    for line in lines:
        if not line.strip():
            continue
        asked = json.loads(line)
        now = datetime.fromisoformat(asked["now"])
        local = now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
        meaning = understand(asked["text"], world, local, asked.get("lang") or "es")
        yield json.dumps({"id": asked.get("id"), **meaning.as_json()}, ensure_ascii=False)
