"""Days as the firms of the tests count them, wherever and whenever the tests run."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Madrid")).date()


def day(days: int = 0) -> str:
    """The day `days` from today, as forms send it."""
    return (today() + timedelta(days=days)).isoformat()
