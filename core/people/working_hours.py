"""When a person works: the days and hours that digests and reminders keep to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

WEEKDAYS: Final = (1, 2, 3, 4, 5)
"""ISO numbers, Monday is 1: what everybody starts with."""
BEGINS: Final = "09:00"
ENDS: Final = "18:00"
LEFT_TO_GET_THERE = timedelta(minutes=30)
"""A reminder that waits for the working day still comes so long before the hour."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Days (ISO numbers) and the local hours of each."""

    days: frozenset[int]
    begins: time
    ends: time
    zone: ZoneInfo

    @classmethod
    def of(cls, days: Iterable[int], begins: str, ends: str, timezone: str) -> "WorkingHours":
        """From what a user's row has: numbers, `HH:MM`, `HH:MM`, the time zone's name."""
        return cls(frozenset(days), time.fromisoformat(begins), time.fromisoformat(ends), ZoneInfo(timezone))

    def has_day(self, day: date) -> bool:
        """Whether the person works on that day."""
        return day.isoweekday() in self.days

    def has(self, moment: datetime) -> bool:
        """Whether the person is at work then."""
        local = moment.astimezone(self.zone)
        return self.has_day(local.date()) and self.begins <= local.time() <= self.ends

    def next_beginning(self, moment: datetime) -> datetime | None:
        """When the person's next working day begins after the moment; None for who works on no day."""
        local = moment.astimezone(self.zone)
        for ahead in range(8):
            day = local.date() + timedelta(days=ahead)
            begins = datetime.combine(day, self.begins, self.zone)
            if self.has_day(day) and begins > local:
                return begins
        return None


def reminder_before(starts_at: datetime, minutes: int, hours: WorkingHours) -> datetime:
    """When to remind of something that begins then: so many minutes before.

    Where that is outside the person's hours it waits until they begin, if half an hour is left then; what is early
    in the morning or at the weekend itself is reminded of at its own time, so that nothing is missed.
    """
    usual = starts_at - timedelta(minutes=minutes)
    if hours.has(usual):
        return usual
    begins = hours.next_beginning(usual)
    return begins if begins is not None and begins + LEFT_TO_GET_THERE <= starts_at else usual
