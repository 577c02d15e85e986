"""What stands in addresses and fields: ids, moments, numbers."""

from datetime import datetime
from uuid import UUID


def id_of(text: str) -> str | None:
    """An id; None for what is none."""
    try:
        return str(UUID(text)) if text else None
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """A moment with its offset; None for what is none."""
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+")) if text else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def number_of(text: str, digits: int) -> int | None:
    """A number of at most so many digits; None for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None
