"""Filters on days and moments. A moment is in its reader's own time zone, with its offset: nothing is converted here.

Words like "tomorrow" depend on `today` or `now`, which the template passes: the phone renders views hours after
the server built them.
"""

import datetime as dt
import re
from functools import lru_cache

from babel import Locale
from babel.dates import parse_pattern

from core.i18n import N_, Translator
from pwa.portable.numbers import REGIONS

DAY_PATTERN, DAY_AND_YEAR_PATTERN = "EEEE d MMM", "EEEE d MMM y"
DATE_STYLES = ("short", "medium", "long", "full")
_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?(?:Z|([+-][0-9]{2}:[0-9]{2}))?)?"
)
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86400, 604800

WORDS = (
    N_("today"),
    N_("tomorrow"),
    N_("yesterday"),
    N_("just now"),
    N_("{n} min ago"),
    N_("{n} h ago"),
    N_("in {n} min"),
    N_("in {n} h"),
    N_("{day}, {time}"),
    N_("{n} min"),
    N_("{n} h"),
    N_("{h} h {m} min"),
)
PLURAL_WORDS = ((N_("{n} day ago"), N_("{n} days ago")), (N_("in {n} day"), N_("in {n} days")))


class Moments:
    """The filters on days and moments in one language."""

    def __init__(self, words: Translator) -> None:
        self._words = words
        self._locale = Locale.parse(REGIONS[words.locale])
        self._patterns = date_patterns(self._locale)
        # Babel takes twenty times as long for a day as for looking it up, and a week's page shows hundreds.
        self._written = lru_cache(maxsize=4096)(self._write)

    def date(self, value: str, style: str = "medium") -> str:
        """A day, or a moment's day, in one of the `DATE_STYLES`."""
        if style not in DATE_STYLES:
            raise ValueError(f"{style!r} is no style for a date: {', '.join(DATE_STYLES)}")
        return self._format(_parse(value), style)

    def time(self, value: str) -> str:
        """A moment's time of day."""
        return self._format(_parse_moment(value), "time")

    def day(self, value: str, today: str) -> str:
        """Today, tomorrow, yesterday in words; else weekday, day and month, with the year if it is another."""
        moment, now = _parse(value), _parse(today)
        match (moment.date() - now.date()).days:
            case 0:
                return self._words("today")
            case 1:
                return self._words("tomorrow")
            case -1:
                return self._words("yesterday")
        return self._format(moment, "day" if moment.year == now.year else "day_and_year")

    def when(self, value: str, today: str) -> str:
        """A moment's day as `day` says it, and its time; of a day alone, the day."""
        if not _has_time(value):
            return self.day(value, today)
        return self._words("{day}, {time}", {"day": self.day(value, today), "time": self.time(value)})

    def ago(self, value: str, now: str) -> str:
        """How long before or after `now` a moment is, up to a week; from then on its date."""
        elapsed = _instant(_parse_moment(now)) - _instant(_parse_moment(value))
        if abs(elapsed) < _MINUTE:
            return self._words("just now")
        if abs(elapsed) >= _WEEK:
            return self.date(value)
        return self._elapsed(elapsed) if elapsed > 0 else self._ahead(-elapsed)

    def _elapsed(self, seconds: int) -> str:
        if seconds < _HOUR:
            return self._words("{n} min ago", {"n": seconds // _MINUTE})
        if seconds < _DAY:
            return self._words("{n} h ago", {"n": seconds // _HOUR})
        return self._words.plural("{n} day ago", "{n} days ago", seconds // _DAY)

    def _ahead(self, seconds: int) -> str:
        if seconds < _HOUR:
            return self._words("in {n} min", {"n": seconds // _MINUTE})
        if seconds < _DAY:
            return self._words("in {n} h", {"n": seconds // _HOUR})
        return self._words.plural("in {n} day", "in {n} days", seconds // _DAY)

    def duration(self, value: int) -> str:
        """A number of minutes, from 0, in hours and minutes."""
        if type(value) is not int or value < 0:
            raise ValueError(f"{value!r} is no number of minutes")
        hours, minutes = divmod(value, 60)
        if not hours:
            return self._words("{n} min", {"n": minutes})
        if not minutes:
            return self._words("{n} h", {"n": hours})
        return self._words("{h} h {m} min", {"h": hours, "m": minutes})

    def month(self, value: str) -> str:
        """The month and year of a day, a moment or a month (`2026-11`)."""
        return self._format(_parse(value + "-01" if _MONTH.fullmatch(value) else value), "month")

    def _format(self, moment: dt.datetime, pattern: str) -> str:
        return self._written(moment.time() if pattern == "time" else moment.date(), pattern)

    def _write(self, shown: dt.date | dt.time, pattern: str) -> str:
        return parse_pattern(self._patterns[pattern]).apply(shown, self._locale)


def date_patterns(locale: Locale) -> dict[str, str]:
    """The CLDR pattern of each way that we write days and times."""
    return {style: str(locale.date_formats[style].pattern) for style in DATE_STYLES} | {
        "time": str(locale.time_formats["short"].pattern),
        "day": DAY_PATTERN,
        "day_and_year": DAY_AND_YEAR_PATTERN,
        "month": str(locale.datetime_skeletons["yMMMM"].pattern),
    }


def is_past(value: str | None, now: str) -> bool:
    """Whether a moment is before `now`, or a day is over; None is never past."""
    if value is None:
        return False
    if _has_time(value):
        return _instant(_parse(value)) < _instant(_parse_moment(now))
    return _parse(value).date() < _parse(now).date()


def _parse(value: str) -> dt.datetime:
    found = _ISO.fullmatch(value)
    if not found:
        raise ValueError(f"{value!r} is neither a day nor a moment")
    day, time, offset = found.groups()
    return dt.datetime.fromisoformat(f"{day}T{time or '00:00'}{offset or '+00:00'}")


def _parse_moment(value: str) -> dt.datetime:
    moment = _parse(value)
    if not _has_time(value):
        raise ValueError(f"{value!r} is a day, and a moment is wanted")
    return moment


def _has_time(value: str) -> bool:
    return "T" in value


def _instant(moment: dt.datetime) -> int:
    epoch = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return (moment - epoch) // dt.timedelta(seconds=1)
