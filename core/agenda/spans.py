"""Which days an agenda shows: a day, a week, a month, the next four weeks as a list; what lies before and after."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

EARLIEST, LATEST = date(1971, 1, 1), date(2199, 12, 31)
"""No agenda is looked at outside; everything around these days is still a day that can be planned for."""
_LISTED = timedelta(days=28)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class Scale(StrEnum):
    """How much an agenda shows at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Span:
    """The days around or from a day; weeks begin on Monday."""

    scale: Scale
    day: date

    @property
    def first(self) -> date:
        """The first day shown: of a month, the Monday of its first week."""
        if self.scale is Scale.WEEK:
            return _monday(self.day)
        return _monday(self.day.replace(day=1)) if self.scale is Scale.MONTH else self.day

    @property
    def last(self) -> date:
        """The last day shown: of a month, the Sunday of its last week."""
        if self.scale is Scale.WEEK:
            return self.first + _WEEK - _DAY
        if self.scale is Scale.MONTH:
            return _monday(_in_month(self.day, 31)) + _WEEK - _DAY
        return self.first + _LISTED - _DAY if self.scale is Scale.LIST else self.day

    @property
    def days(self) -> list[date]:
        """All of them, in order."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    def before(self) -> "Span":
        """The same length earlier; a month goes to the same day of the month before, or that month's last."""
        if self.scale is Scale.MONTH:
            return replace(self, day=_in_month(self.day.replace(day=1) - _DAY, self.day.day))
        return replace(self, day=self.day - self._step)

    def after(self) -> "Span":
        """The same length later."""
        if self.scale is Scale.MONTH:
            return replace(self, day=_in_month(_in_month(self.day, 31) + _DAY, self.day.day))
        return replace(self, day=self.day + self._step)

    @property
    def _step(self) -> timedelta:
        return {Scale.DAY: _DAY, Scale.WEEK: _WEEK}.get(self.scale, _LISTED)


def span_of(scale: str, day: str, today: date) -> Span:
    """What an address asks for; the day itself, today, where it says nothing that is one."""
    try:
        found = date.fromisoformat(day) if day else today
    except ValueError:
        found = today
    known = Scale(scale) if scale in set(Scale) else Scale.DAY
    return Span(known, min(max(found, EARLIEST), LATEST))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _in_month(month: date, number: int) -> date:
    """The day of this number in the month, its last where it is shorter."""
    return month.replace(day=min(number, monthrange(month.year, month.month)[1]))
