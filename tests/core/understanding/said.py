"""One test sentence with its whole truth; what a sentence does not name is null, empty or not asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 3, 18, 10, 30, tzinfo=MADRID)
"""A Wednesday; the clocks go forward on Sunday the 29th."""

NOTHING: dict[str, Any] = {
    "intent": "other",
    "kind": None,
    "account": None,
    "new_account": None,
    "contact": None,
    "opportunity": None,
    "ask": [],
    "start": None,
    "minutes": None,
    "next": None,
    "amount": None,
    "stage": None,
    "reason": None,
    "note": "",
}


@dataclass(frozen=True)
class Said:
    """What a person typed, and what it means; `alt` has, for some fields, what is right as well."""

    text: str
    truth: dict[str, Any] = field(hash=False)
    alt: Mapping[str, list[Any]] = field(default_factory=dict, hash=False)
    now: datetime | None = None
    lang: str | None = None
    id: str = ""


def said(text: str, intent: str, kind: str | None = None, **truth: Any) -> Said:
    """A sentence and its truth; `next=("call", "2026-03-19")` and `amount=12000` are short for the objects."""
    alt = truth.pop("alt", {})
    if isinstance(truth.get("next"), tuple):
        truth["next"] = dict(zip(("kind", "start"), truth["next"], strict=True))
    if isinstance(truth.get("amount"), int | float):
        truth["amount"] = {"value": truth["amount"], "currency": "EUR"}
    unknown = (truth.keys() | alt.keys()) - NOTHING.keys()
    assert not unknown, f"{text!r}: no such field {unknown}"
    return Said(text, NOTHING | {"intent": intent, "kind": kind} | truth, alt)


def sentences_in(path: Path, timezone: str) -> list[Said]:
    """The sentences of a file, one JSON object a line: `{"id", "text", "lang", "now", "truth": {…, "alt": {…}}}`.

    `now` is a local minute in `timezone`; a truth may leave out what is null; `alt` has, by field, what is right too.
    """
    zone = ZoneInfo(timezone)
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        truth = dict(row["truth"])
        alt = {**row.get("alt", {}), **(truth.pop("alt", None) or {})}
        now = datetime.fromisoformat(row["now"])
        known = {name: truth[name] for name in NOTHING if truth.get(name) is not None}
        moment = now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
        found.append(Said(row["text"], NOTHING | known, alt, moment, row.get("lang"), str(row.get("id", ""))))
    return found
