"""One test sentence with its whole truth; what a sentence does not name is null, empty or not asked."""

from dataclasses import dataclass, field
from datetime import datetime
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
    """What a person typed, and what it means."""

    text: str
    truth: dict[str, Any] = field(hash=False)


def said(text: str, intent: str, kind: str | None = None, **truth: Any) -> Said:
    """A sentence and its truth; `next=("call", "2026-03-19")` and `amount=12000` are short for the objects."""
    if "next" in truth:
        truth["next"] = dict(zip(("kind", "start"), truth["next"], strict=True))
    if isinstance(truth.get("amount"), int | float):
        truth["amount"] = {"value": truth["amount"], "currency": "EUR"}
    unknown = truth.keys() - NOTHING.keys()
    assert not unknown, f"{text!r}: no such field {unknown}"
    return Said(text, NOTHING | {"intent": intent, "kind": kind} | truth)
