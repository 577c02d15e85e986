"""A time of day said in words: an hour, or a part of the day that stands for a usual hour within it."""

from dataclasses import dataclass
from datetime import time
from enum import Enum

NOON = 12


class Part(Enum):
    """Parts of a day; the value is the usual hour when no hour is said."""

    FIRST_THING = time(9)
    MORNING = time(10)
    MID_MORNING = time(11)
    LATE_MORNING = time(12)
    MIDDAY = time(13)
    AFTERNOON = time(16)
    MID_AFTERNOON = time(17)
    END_OF_DAY = time(18)
    EVENING = time(20)

    @property
    def is_before_noon(self) -> bool:
        return self in {Part.FIRST_THING, Part.MORNING, Part.MID_MORNING, Part.LATE_MORNING}


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as said; `is_exact` where its half of the day is certain (16:30, 07:30, 3pm)."""

    hour: int
    minute: int = 0
    is_exact: bool = False

    def at(self, part: Part | None) -> time | None:
        """The time of day; without more words, 1 to 7 are in the afternoon. None where there is no such hour."""
        hour, minute = self.hour, self.minute
        if minute < 0:
            hour, minute = hour - 1, minute + 60
        if not (0 <= hour <= 23 and 0 <= minute <= 59):  # noqa: PLR2004 - a clock's hours and minutes
            return None
        return time(hour if self.is_exact else _in_part(hour, self.hour, part), minute)


def _in_part(hour: int, said: int, part: Part | None) -> int:
    if part and part.is_before_noon:
        return hour
    if part is Part.EVENING and said == NOON:
        return 0
    if part in {Part.AFTERNOON, Part.MID_AFTERNOON, Part.EVENING, Part.END_OF_DAY}:
        return hour + 12 if hour < NOON else hour
    if part is Part.MIDDAY:
        return hour + 12 if hour <= 4 else hour  # noqa: PLR2004 - "las 3 del mediodía"
    return hour + 12 if 1 <= said <= 7 else hour  # noqa: PLR2004 - nobody calls at five in the morning


def clock(hour: int, minute: int = 0, half: str | None = None, *, is_padded: bool = False) -> Clock:
    """The hour with `am` or `pm` where said; an hour from 13 on or with a leading zero leaves no doubt."""
    if half and half.startswith("p") and hour < NOON:
        return Clock(hour + 12, minute, is_exact=True)
    if half and half.startswith("a"):
        return Clock(0 if hour == NOON else hour, minute, is_exact=True)
    return Clock(hour, minute, is_exact=bool(half) or is_padded or hour > NOON or hour == 0)
