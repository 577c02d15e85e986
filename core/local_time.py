"""Moments and days as views have them: in the reader's time zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now_in(timezone: str) -> datetime:
    """The present moment in a time zone."""
    return datetime.now(UTC).astimezone(ZoneInfo(timezone))


def local(moment: datetime | None, now: datetime) -> str | None:
    """A moment as ISO text in the time zone of `now`."""
    return moment.astimezone(now.tzinfo).isoformat(timespec="seconds") if moment else None


def iso(day: date | None) -> str | None:
    """A day as ISO text."""
    return day.isoformat() if day else None
