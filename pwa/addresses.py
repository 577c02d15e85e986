"""What stands in addresses: ids, moments."""

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
