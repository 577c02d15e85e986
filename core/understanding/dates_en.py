"""How English says days and times of day, as patterns over plain text; earlier rows go before later ones."""

import re
from collections.abc import Callable
from datetime import timedelta

from core.understanding import days
from core.understanding.atoms import Atom, Row, row, weak
from core.understanding.clock import Clock, Part, clock
from core.understanding.numbers import SMALL, small_value

Match = re.Match[str]
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "mondays": 0, "fridays": 4,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

_WD = "(?P<wd>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
_WD2 = _WD.replace("wd", "wd2")
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?: \.)?"
_FULL_MONTH = "(?P<month>" + "|".join(name for name in MONTHS if len(name) > 3) + "|may)"  # noqa: PLR2004 - whole names
_N = rf"(?P<n>{SMALL}|an?|a couple of|couple of|a couple|couple|a few)"
_ON = r"(?:(?:on|by|for|w / c|wc|week commencing|week of|this|this coming|before|until|from|since) ){0,3}"
_ORDINAL = r"(?P<d>[12]?\d|3[01])(?: (?:st|nd|rd|th))"
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "thirty first": 31}
_ORDINALS |= {f"twenty {word}": 20 + number for word, number in list(_ORDINALS.items())[:9]}
_ORDINAL_WORD = "(?P<dw>" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")"
_H = r"(?P<h>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AMPM = r"(?: (?P<half>am|pm|a \. m(?: \.)?|p \. m(?: \.)?|a \.m\.?|p \.m\.?))"
_AT = r"(?:at|around|about|by|from|for|before|after|@|circa)(?: about| around| like)? "
_ISH = r"(?: ish|ish)?"
_COUNTED: dict[str, Callable[[int], days.Day]] = {
    "day": days.in_days,
    "week": lambda count: days.in_days(7 * count),
    "month": days.in_months,
    "year": lambda count: days.in_months(12 * count),
}
_PARTS = {
    "morning": Part.MORNING, "afternoon": Part.AFTERNOON, "evening": Part.EVENING, "night": Part.EVENING,
    "midday": Part.MIDDAY, "noon": Part.MIDDAY, "lunchtime": Part.MIDDAY, "am": Part.MORNING, "pm": Part.AFTERNOON,
}  # fmt: skip
_PART = "(?P<part>morning|afternoon|evening|night)"


def _count(match: Match) -> int:
    said = match["n"]
    if "couple" in said:
        return 2
    return small_value(said)


def _unit(match: Match) -> Callable[[int], days.Day]:
    return next(rule for name, rule in _COUNTED.items() if match["unit"].startswith(name))


def _weekday(match: Match, is_future: bool | None = None) -> Atom:
    groups = match.groupdict()
    return Atom(day=days.weekday(WEEKDAYS[groups["wd"] or groups["wd2"]], is_future))


def _day_and_month(match: Match) -> Atom | None:
    groups = match.groupdict()
    number = int(groups.get("d") or groups["d2"])
    day = days.day_and_month(number, MONTHS[match["month"]], int(match["y"]) if match["y"] else None)
    return Atom(day=day) if day else None


def _numeric(match: Match) -> Atom | None:
    day = days.day_and_month(int(match["d"]), int(match["m"]), int(match["y"]) if match["y"] else None)
    return Atom(day=day) if day else None


def _day_of_month(match: Match) -> Atom | None:
    day = days.day_of_month(int(match["d"]))
    return Atom(day=day) if day else None


def _part_of_month(match: Match) -> Atom:
    number = {"s": 1, "b": 1, "e": 31, "m": 15}["s" if match["which"] == "early" else match["which"][0]]
    if match.groupdict().get("month"):
        return Atom(day=days.part_of_named_month(MONTHS[match["month"]], number))
    return Atom(day=days.month_part(1 if "next" in match.group() else 0, number))


def _ordinal_word(match: Match) -> Atom | None:
    number, month = _ORDINALS[match["dw"]], match.groupdict().get("month")
    day = days.day_and_month(number, MONTHS[month]) if month else days.day_of_month(number)
    return Atom(day=day) if day else None


def _range_of_digits(match: Match) -> Atom:
    half = (match["half"] or "")[:1] or None
    start, until = (clock(*_hour_and_minute(match[side]), half) for side in ("from", "to"))
    return Atom(clock=start, until=until)


def _hour_and_minute(text: str) -> tuple[int, int]:
    hour, _, minute = text.replace(".", ":").partition(":")
    return int(hour), int(minute or 0)


def _military(match: Match) -> Atom:
    return Atom(clock=Clock(int(match["hm"][:2]), int(match["hm"][2:]), is_exact=True))


def _hour(match: Match) -> Atom:
    groups = match.groupdict()
    said, minutes = match["h"], groups.get("m")
    half = (groups.get("half") or "")[:1] or None
    return Atom(clock=clock(small_value(said), small_value(minutes) if minutes else 0, half, is_padded=said[0] == "0"))


def _range(match: Match) -> Atom:
    half = (match["half"] or "")[:1] or None
    return Atom(clock=clock(small_value(match["h"]), 0, half), until=clock(small_value(match["h2"]), 0, half))


def _range_to_a_part(match: Match) -> Atom:
    minute = {"half": 30, "quarter": 15}.get(match["m2"]) or small_value(match["m2"])
    until = Clock(small_value(match["h2"]), -minute if match["sign"] == "to" else minute)
    return Atom(clock=clock(small_value(match["h"])), until=until)


def _tomorrow_at(match: Match) -> Atom:
    return Atom(day=days.in_days(1), clock=clock(int(match["h"])))


def _past_or_to(match: Match) -> Atom:
    hour = small_value(match["h"])
    minute = {"half": 30, "quarter": 15, "a quarter": 15}.get(match["m"]) or small_value(match["m"])
    return Atom(clock=Clock(hour, -minute if match["sign"] in {"to", "til", "till"} else minute))


def _digits(match: Match) -> Atom:
    hour, minute = re.split(r"[.:]", match["hm"])
    half = (match["half"] or "")[:1] or None
    return Atom(clock=clock(int(hour), int(minute), half, is_padded=hour.startswith("0")))


def _delta(match: Match) -> timedelta:
    if not match["n"]:
        return timedelta(minutes=30)
    count = _count(match)
    return timedelta(minutes=count) if match["unit"].startswith("m") else timedelta(hours=count)


def _counted(match: Match, direction: int) -> Atom | None:
    return None if match["n"] == "a few" else Atom(day=_unit(match)(direction * _count(match)))


ROWS: tuple[Row, ...] = (
    row(r"(?:the )?day after tomorrow", lambda _: Atom(day=days.in_days(2))),
    row(r"(?:the )?day before yesterday", lambda _: Atom(day=days.in_days(-2))),
    row(r"(?:tomorrow|manana) (?P<h>8|9|1\d)(?= [,.;]|$)", _tomorrow_at),
    row(rf"{_ON}tomorrow", lambda _: Atom(day=days.in_days(1))),
    row(
        r"(?:a bit |just )?earlier(?! (?:than|this|today|in))|just now|a (?:minute|moment|while) ago",
        lambda _: Atom(day=days.just_now()),
    ),
    row(r"yesterday", lambda _: Atom(day=days.in_days(-1))),
    row(r"last night", lambda _: Atom(day=days.in_days(-1), part=Part.EVENING)),
    row(r"tonight", lambda _: Atom(day=days.today(), part=Part.EVENING)),
    row(
        r"(?:early |late |later )?(?:this) (?P<part>am|pm)|(?:late |later |earlier )?today (?P<part2>am|pm)",
        lambda m: Atom(day=days.today(), part=_PARTS[m["part"] or m["part2"]]),
    ),
    weak(r"(?P<part>am|pm)", lambda m: Atom(part=_PARTS[m["part"]])),
    row(rf"(?:by |for |early |late |later )?this {_PART}", lambda m: Atom(day=days.today(), part=_PARTS[m["part"]])),
    row(r"(?:later |earlier |by |for )?(?:today|just now|right now)", lambda _: Atom(day=days.today())),
    row(r"(?:at |by )?(?:the )?first thing(?: in the morning)?", lambda _: Atom(part=Part.FIRST_THING)),
    row(
        r"(?:at |by |before )?(?:the )?(?:end of (?:the )?day|end of play|eod|cob|"
        r"close of business|close of play)",
        lambda _: Atom(part=Part.END_OF_DAY),
    ),
    row(r"mid(?: - |-| )?morning", lambda _: Atom(part=Part.MID_MORNING)),
    row(r"before lunch|by lunch", lambda _: Atom(part=Part.LATE_MORNING)),
    row(r"after lunch|straight after lunch", lambda _: Atom(part=Part.AFTERNOON)),
    row(r"mid(?: - |-| )?afternoon|late (?:in the )?afternoon", lambda _: Atom(part=Part.MID_AFTERNOON)),
    row(r"late (?:in the )?morning", lambda _: Atom(part=Part.LATE_MORNING)),
    row(rf"(?:early )?in the {_PART}", lambda m: Atom(part=_PARTS[m["part"]])),
    row(r"(?:at |around |by |before |until )?(?:about )?noon", lambda _: Atom(clock=Clock(12, is_exact=True))),
    row(r"(?:at |around |by )(?:about )?midday", lambda _: Atom(clock=Clock(12, is_exact=True))),
    row(r"(?:at |around |by )?(?:midday|noon|lunchtime|lunch time)", lambda _: Atom(part=Part.MIDDAY)),
    weak(_PART, lambda m: Atom(part=_PARTS[m["part"]])),
    row(
        rf"{_ON}(?P<which>early|start of|beginning of|the start of|mid|middle of|late|later|end of|the end of) next "
        rf"week",
        lambda m: Atom(
            day=days.weekday_of_week(
                0 if re.search("early|start|begin", m["which"]) else 2 if "mid" in m["which"] else 4, 1
            )
        ),
    ),
    row(
        rf"{_ON}{_WD}(?: ,)? (?:of )?next week|{_ON}next week (?:on )?{_WD2}",
        lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"] or m["wd2"]], 1)),
    ),
    row(rf"{_ON}{_WD} (?:of )?last week", lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"]], -1))),
    row(
        rf"(?:two weeks|2 weeks|a fortnight|fortnight) (?:on |from ){_WD}",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 2)),
    ),
    row(r"(?:a )?week (?:today|from today)|today week", lambda _: Atom(day=days.in_days(7))),
    row(r"(?:a )?week (?:tomorrow|from tomorrow)|tomorrow week", lambda _: Atom(day=days.in_days(8))),
    row(rf"{_N} weeks (?:today|from today|from now)", lambda m: Atom(day=days.in_days(7 * _count(m)))),
    row(rf"{_N} weeks (?:tomorrow|from tomorrow)", lambda m: Atom(day=days.in_days(7 * _count(m) + 1))),
    row(rf"{_N} weeks (?:on |from )?{_WD}", lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], _count(m)))),
    row(rf"{_ON}{_WD} fortnight", lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 2))),
    row(r"(?:this|same) time next week", lambda _: Atom(day=days.in_days(7))),
    row(rf"{_ON}(?:the )?last day of (?:the|this) month", lambda _: Atom(day=days.month_part(0, 31))),
    row(r"early doors|bright and early", lambda _: Atom(part=Part.FIRST_THING)),
    row(r"tea time|teatime|close of day|home time|end of the afternoon", lambda _: Atom(part=Part.END_OF_DAY)),
    row(r"(?:in the )?mid(?:dle of (?:the|this) |-| )?week", lambda _: Atom(day=days.weekday(2, True))),
    row(
        rf"(?:a )?week (?:on |from ){_WD}|{_ON}{_WD2} week",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"] or m["wd2"]], 1)),
    ),
    row(
        rf"(?:{_ON}{_WD}(?: ,)? )?{_ON}(?:the )?(?P<d>[12]?\d|3[01])(?: (?:st|nd|rd|"
        rf"th))?(?: of)? {_MONTH}(?:(?: ,)? (?P<y>20\d\d))?",
        _day_and_month,
    ),
    row(
        rf"(?:{_ON}{_WD}(?: ,)? )?{_ON}{_MONTH} (?:the )?(?P<d2>[12]?\d|3[01])(?: (?:st|nd|rd|"
        r"th))?(?! (?:units|boxes|%))(?:(?: ,)? (?P<y>20\d\d))?",
        _day_and_month,
    ),
    row(
        rf"(?:{_ON}{_WD}(?: ,)? )?{_ON}(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})(?:[/-](?P<y>\d{{4}}|"
        r"\d\d))?",
        _numeric,
    ),
    row(rf"(?:{_ON}{_WD}(?: ,)? )?{_ON}(?:the )?{_ORDINAL}", _day_of_month),
    row(rf"(?:{_ON}{_WD}(?: ,)? )?{_ON}(?:the )?{_ORDINAL_WORD} of {_MONTH}", _ordinal_word),
    row(rf"(?:{_ON}{_WD}(?: ,)? )?{_ON}{_MONTH} (?:the )?{_ORDINAL_WORD}", _ordinal_word),
    row(rf"{_ON}{_WD}(?: ,)? the {_ORDINAL_WORD}", _ordinal_word),
    row(rf"(?:on|by|for|until|before) the {_ORDINAL_WORD}(?= (?:at|in|around|first|[,.;!)])|$)", _ordinal_word),
    row(r"(?:on|by|for) the (?P<d>[12]?\d|3[01])", _day_of_month),
    row(
        rf"(?:on )?(?:last|this past|the other) {_WD}|(?:on )?{_WD2} just gone", lambda m: _weekday(m, is_future=False)
    ),
    row(rf"{_ON}(?:next|coming) {_WD}", lambda m: _weekday(m, is_future=True)),
    row(rf"{_ON}{_WD}", _weekday),
    row(
        r"(?:on|this|next|by|for) (?:sat|sun)(?: \.)?", lambda m: Atom(day=days.weekday(5 if "sat" in m.group() else 6))
    ),
    row(
        r"(?:in|within) (?:a |one )?fortnight|(?:a )?fortnight from (?:now|today)|"
        r"in (?:a )?fortnight 's time",
        lambda _: Atom(day=days.in_days(14)),
    ),
    row(r"(?:a )?fortnight ago", lambda _: Atom(day=days.in_days(-14))),
    row(
        rf"(?:in|within) {_N} (?:working|business) (?P<unit>days?)", lambda m: Atom(day=days.in_working_days(_count(m)))
    ),
    row(rf"(?:in|within) {_N} (?P<unit>days?|weeks?|months?|years?)(?: '(?:s)?)?(?: time)?", lambda m: _counted(m, 1)),
    row(rf"{_N} (?P<unit>days?|weeks?|months?|years?) from (?:now|today)", lambda m: _counted(m, 1)),
    row(r"in (?:half a year)", lambda _: Atom(day=days.in_months(6))),
    row(rf"{_N} (?P<unit>days?|weeks?|months?|years?) (?:ago|back)", lambda m: _counted(m, -1)),
    row(
        r"(?:in|within) (?:half an hour|(?P<n>" + SMALL + r"|an?) (?P<unit>hours?|minutes?|mins?))",
        lambda m: Atom(delta=_delta(m)),
    ),
    row(
        r"(?:half an hour|(?P<n>" + SMALL + r"|an?) (?P<unit>hours?|minutes?|mins?)) ago",
        lambda m: Atom(delta=-_delta(m)),
    ),
    row(
        rf"{_ON}(?P<which>early|mid|end|end of|start of|beginning of) next month|{_ON}next month",
        lambda m: _part_of_month(m) if m["which"] else Atom(day=days.month_part(1, 1)),
    ),
    row(rf"{_ON}(?:at )?(?:the )?(?P<which>end|start|beginning|middle) of (?:the|this) month", _part_of_month),
    row(
        rf"{_ON}(?:at )?(?:the )?(?P<which>early|mid|end of|start of|beginning of|"
        rf"middle of)(?: -)? {_FULL_MONTH}",
        _part_of_month,
    ),
    row(r"(?:by )?(?:at )?(?:the )?end of (?:the |this )?week", lambda _: Atom(day=days.weekday(4, True))),
    row(rf"{_ON}(?:sometime )?next week", lambda _: Atom(day=days.weekday_of_week(0, 1))),
    row(r"last week", lambda _: Atom(day=days.weekday_of_week(0, -1))),
    row(
        rf"(?:in|by|for|until|early in) {_FULL_MONTH}",
        lambda m: Atom(day=days.part_of_named_month(MONTHS[m["month"]], 1)),
    ),
    row(
        rf"from {_H} (?:to|until|till|til) (?P<m2>half|quarter|five|ten|twenty|twenty five) (?P<sign>past|"
        rf"to) {_H.replace('<h>', '<h2>')}",
        _range_to_a_part,
    ),
    row(rf"(?:from|between) {_H} (?:to|and|until|till|til|-|–) {_H.replace('<h>', '<h2>')}{_ISH}{_AMPM}?", _range),
    row(
        rf"(?:from |between )?(?P<from>\d{{1,2}}[.:]\d\d|\d{{1,2}}(?= (?:-|–|—|to) \d{{1,2}}[.:])) (?:to|and|"
        rf"until|till|–|—|"
        rf"til|-) "
        rf"(?P<to>\d{{1,2}}[.:]\d\d|\d{{1,2}}){_AMPM}?",
        _range_of_digits,
    ),
    row(rf"(?P<from>\d{{1,2}}) (?:-|–|to) (?P<to>\d{{1,2}}){_AMPM}", _range_of_digits),
    row(
        rf"(?:{_AT})?(?P<m>half|quarter|a quarter|five|ten|twenty|twenty five|"
        rf"\d{{1,2}}) (?P<sign>past|to|til|till) {_H}",
        _past_or_to,
    ),
    row(rf"(?:{_AT})?(?P<m>half) (?P<sign>(?!))?{_H}(?! (?:hour|an|a|million|k|%))", _past_or_to),
    row(rf"(?:{_AT})?(?P<hm>\d{{1,2}}[.:]\d\d){_AMPM}", _digits),
    row(rf"(?:{_AT})(?P<hm>\d{{1,2}}[.:]\d\d){_AMPM}?", _digits),
    row(rf"(?P<hm>\d{{1,2}}:\d\d){_AMPM}?", _digits),
    row(r"(?:at|@) (?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?: hrs| hours| h)?", _military),
    weak(rf"(?P<hm>\d{{1,2}}\.\d\d){_AMPM}?", _digits),
    weak(r"(?P<h>\d{1,2})(?P<half>(?!))?(?= [,.;)!]|$)", _hour),
    row(rf"(?:{_AT})?{_H}(?: (?P<m>fifteen|thirty|forty five))?{_AMPM}", _hour),
    row(rf"(?:{_AT})?{_H} (?:o'clock|o clock|oclock)(?:{_AMPM})?", _hour),
    weak(rf"(?:{_AT})?{_H} (?P<m>fifteen|thirty|forty five|twenty|ten|forty)", _hour),
    row(
        rf"(?:at|at about|at around|at like|@) {_H}{_ISH}(?: (?P<m>fifteen|thirty|forty five))?(?! (?:units|"
        r"boxes|euros|€|k|%|percent|pieces|per|each|companies))",
        _hour,
    ),
    weak(rf"(?:around|about|by|from) {_H}{_ISH}", _hour),
    row(rf"(?:around |about )?{_H} ?ish", _hour),
    row(rf"(?:after|before) {_H}(?= (?:[,.;)!]|today|tomorrow|on)|$)", _hour),
    row(r"(?:early )?in the new year|after new year", lambda _: Atom(day=days.part_of_named_month(1, 1))),
)
