"""What stands in a cell of a workbook, as a person reads it."""

from datetime import datetime, time
from decimal import Decimal
from typing import Any

from core.imports.refusals import LONGEST_CELL


def text_of(value: Any) -> str:
    """A phone that Excel took for a number (`6.00123456E8`) is its digits again; a day is ISO; nothing is empty."""
    if isinstance(value, str):
        return tidied(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    return "" if value is None else str(value)


def tidied(text: str) -> str:
    """Without the space that nobody sees, and without the apostrophe that keeps a spreadsheet from calculating."""
    bare = text.replace("\x00", "").replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "").strip()
    if bare[:1] == "'" and bare[1:2] in ("=", "+", "-", "@"):
        bare = bare[1:]
    return bare[: LONGEST_CELL + 1]


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number is not itself
        return ""
    if value.is_integer():
        return str(int(value)) if abs(value) < 1e18 else repr(value)  # noqa: PLR2004
    return f"{Decimal(repr(value)):f}"
