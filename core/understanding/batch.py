"""Sentences in, meanings out, one JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from core.understanding.understand import understand
from core.understanding.world import World


class UnreadableSentence(ValueError):
    """A line that is no sentence; says which, and why."""


def predict(lines: Iterable[str], world: World) -> Iterator[str]:
    """One line of JSON for each line `{"id", "text", "lang", "now"}`; a `now` without offset is in the world's zone.

    Empty lines are passed over. Raises `UnreadableSentence`.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                asked = json.loads(line)
                text, now = str(asked["text"]), datetime.fromisoformat(asked["now"])
            except (ValueError, KeyError, TypeError) as error:
                raise UnreadableSentence(f"Line {number} is no sentence: {type(error).__name__} {error}.") from error
            meaning = understand(text, world, _in_zone(now, world.timezone), asked.get("lang") or "es")
            yield json.dumps({"id": asked.get("id"), **meaning.as_json()}, ensure_ascii=False)


def _in_zone(now: datetime, timezone: str) -> datetime:
    zone = ZoneInfo(timezone)
    return now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
