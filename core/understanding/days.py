"""What words such as "el jueves" or "in two weeks" name: a day that is known once today and the direction are.

A rule takes today and whether the day is still to come, and gives the date, or None where the calendar has none.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

Rule = Callable[[date, bool], date | None]

_CENTURY = 100
_FOUR_DIGITS = 1000
_FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Day:
    """A day said in words; `is_future` is None where the words alone do not tell past from future."""

    rule: Rule
    is_future: bool | None = None
    within: Callable[[date], date] | None = None
    """The first such day from another one on, where it may tell a vaguer day: "in the new year, *on the 12th*"."""
    is_vague: bool = False
    """Whether a week or a month was said, for which its first day stands."""


def today() -> Day:
    return Day(lambda base, _: base)


def unsettled() -> Day:
    """One day or another: none that can be written down."""
    return Day(lambda base, _: None, is_future=True)


def just_now() -> Day:
    """Today, and over."""
    return Day(lambda base, _: base, is_future=False)


def in_days(count: int) -> Day:
    """So many days from today (negative: ago); fifteen days are a fortnight, as people count them."""
    days = {15: 14, -15: -14}.get(count, count)
    return Day(lambda base, _: base + timedelta(days=days), is_future=count > 0)


def in_working_days(count: int) -> Day:
    """So many days from today, Saturdays and Sundays not counted."""

    def rule(base: date, _: bool) -> date:
        step, left, day = (1 if count > 0 else -1), abs(count), base
        while left:
            day += timedelta(days=step)
            left -= day.weekday() < 5  # noqa: PLR2004 - Monday to Friday
        return day

    return Day(rule, is_future=count > 0)


def in_months(count: int) -> Day:
    """The same day so many months away, or the month's last day where it has no such day."""
    return Day(lambda base, _: _months_later(base, count), is_future=count > 0)


def weekday(number: int, is_future: bool | None = None) -> Day:
    """The next such weekday strictly after today, or the last one strictly before it; Monday is 0."""

    def rule(base: date, is_future: bool) -> date:
        if is_future:
            return base + timedelta(days=(number - base.weekday() - 1) % 7 + 1)
        return base - timedelta(days=(base.weekday() - number - 1) % 7 + 1)

    return Day(
        _in_direction(rule, is_future), is_future, lambda base: base + timedelta(days=(number - base.weekday()) % 7)
    )


def past(day: Day) -> Day:
    """The day, looking back."""
    return Day(lambda base, _: day.rule(base, False), is_future=False)


def vague(day: Day) -> Day:
    """The day, standing for the week or the month that it begins."""
    return replace(day, is_vague=True)


def weekday_of_week(number: int, weeks: int) -> Day:
    """That weekday of the week so many weeks from this one; weeks begin on Monday."""
    return Day(lambda base, _: base + timedelta(days=number - base.weekday(), weeks=weeks), is_future=weeks > 0)


def end_of_this_week() -> Day:
    """Friday of this week; from Friday on, the day itself."""
    return Day(lambda base, _: base + timedelta(days=max(_FRIDAY - base.weekday(), 0)), is_future=True)


_FRIDAY = 4


def weekday_and_weeks(number: int, weeks: int) -> Day:
    """The next such weekday and so many weeks more: "a week on Thursday", "del jueves en ocho"."""
    return Day(lambda base, _: base + timedelta(days=(number - base.weekday() - 1) % 7 + 1, weeks=weeks), True)


def day_of_month(number: int, is_future: bool | None = None) -> Day | None:
    """The next such day of a month strictly after today, or the last one not after it."""
    if not 1 <= number <= 31:  # noqa: PLR2004 - a month's days
        return None

    def rule(base: date, is_future: bool) -> date:
        is_over = number <= base.day
        months = int(is_over) if is_future else int(is_over) - 1
        return _clamped(base.year, base.month + months, number)

    return Day(
        _in_direction(rule, is_future),
        is_future,
        lambda base: _clamped(base.year, base.month + (number < base.day), number),
    )


def weekday_and_day(weekday: int, number: int) -> Day | None:
    """Such a day of a month that is that weekday: the nearest in the direction, or the other way where that is nearer.

    Where the weekday fits none of them, the number counts: people know the date better than its name.
    """
    plain = day_of_month(number)
    if plain is None:
        return None

    def rule(base: date, is_future: bool) -> date | None:
        first = plain.rule(base, is_future)
        ahead = plain.rule(base, True)
        if first is None or first.weekday() == weekday or is_future:
            return first
        return ahead if ahead and ahead.weekday() == weekday else first

    return replace(plain, rule=rule)


def day_and_month(number: int, month: int, year: int | None = None) -> Day | None:
    """That day of that month: of the year said, else the next one from today on, or the last one up to today."""
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(2000, month)[1]:  # noqa: PLR2004 - a year's months
        return None
    if year is not None:
        full = year if year >= _FOUR_DIGITS else 2000 + year % _CENTURY
        return Day(lambda base, _: _exact(full, month, number), None)

    def rule(base: date, is_future: bool) -> date:
        this_year = _clamped(base.year, month, number)
        if is_future and this_year < base:
            return _clamped(base.year + 1, month, number)
        if not is_future and this_year > base:
            return _clamped(base.year - 1, month, number)
        return this_year

    return Day(rule)


def month_part(months: int, number: int) -> Day:
    """A day of the month so many months from this one; 31 is its last. What is to come and passed is next month's."""

    def rule(base: date, is_future: bool) -> date:
        found = _clamped(base.year, base.month + months, number)
        is_over = is_future and months == 0 and found < base
        return _clamped(base.year, base.month + 1, number) if is_over else found

    return Day(
        rule,
        is_future=True if months > 0 else None if months == 0 else False,
        is_vague=True,
    )


def day_of_nearby_month(number: int, months: int) -> Day | None:
    """A day of the month so many months from this one, whatever today is: "el 30 de este mes"."""
    if not 1 <= number <= 31:  # noqa: PLR2004 - a month's days
        return None
    return Day(lambda base, _: _clamped(base.year, base.month + months, number), is_future=True if months > 0 else None)


def part_of_named_month(month: int, number: int) -> Day:
    """A day of the next month of that name (or the last, looking back); 31 is its last."""

    def rule(base: date, is_future: bool) -> date | None:
        found = _clamped(base.year, month, number)
        if is_future and found <= base < found + timedelta(days=7) and number > 1:
            return None  # "the second week of July", said in it
        if is_future and found <= base:
            return _clamped(base.year + 1, month, number)
        return _clamped(base.year - 1, month, number) if not is_future and found > base else found

    return Day(rule, is_vague=True)


def weekday_of_month(number: int, which: int, month: int) -> Day:
    """The first, second… (5: the last) such weekday of the next month of that name, or the last one, looking back."""

    def in_year(year: int) -> date:
        first = date(year, month, 1)
        found = first + timedelta(days=(number - first.weekday()) % 7 + 7 * (which - 1))
        return found if found.month == month else found - timedelta(days=7)

    def rule(base: date, is_future: bool) -> date:
        found = in_year(base.year)
        if is_future and found < base:
            return in_year(base.year + 1)
        return in_year(base.year - 1) if not is_future and found > base else found

    return Day(rule)


def shifted(day: Day, shift: Callable[[date], date]) -> Day:
    """The day that stands in this relation to another one that was said before it."""

    def rule(base: date, _: bool) -> date | None:
        found = day.rule(base, day.is_future is not False)
        return shift(found) if found else None

    return Day(rule, is_future=None if day.is_future is False else True)


def _in_direction(rule: Rule, fixed: bool | None) -> Rule:
    return rule if fixed is None else lambda base, _: rule(base, fixed)


def _months_later(base: date, count: int) -> date:
    return _clamped(base.year, base.month + count, base.day)


def _clamped(year: int, month: int, day: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _exact(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None
