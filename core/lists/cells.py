"""What stands in a column of a list: a value, and as what it is shown."""

from collections.abc import Iterable
from typing import Any

from core.customers.places import shown_number

Cell = dict[str, Any]


def text(value: str | None) -> Cell:
    """Words."""
    return {"as": "text", "value": value or None}


def listed(values: Iterable[str | None]) -> Cell:
    """Several words."""
    return text(", ".join(filter(None, values)))


def day(value: str | None) -> Cell:
    """A day as ISO text."""
    return {"as": "day", "value": value}


def phone(value: str | None, country: str) -> Cell:
    """A number to call, and as people in that country read it."""
    return {"as": "phone", "value": value, "shown": shown_number(value, country) if value else None}


def email(value: str | None) -> Cell:
    """An address to write to."""
    return {"as": "email", "value": value}


def percent(value: int) -> Cell:
    """Per cent."""
    return {"as": "percent", "value": value}


def size(value: int) -> Cell:
    """So many bytes."""
    return {"as": "size", "value": value}


def minutes(value: int | None) -> Cell:
    """How long something takes."""
    return {"as": "minutes", "value": value}


def money(amount: int | None, currency: str | None, count: int = 0) -> Cell:
    """A sum in the currency's smallest unit, and of how many, where it is of several."""
    return {"as": "money", "value": amount, "currency": currency, "count": count}
