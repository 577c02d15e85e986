"""How English says days, as patterns over plain text; earlier rows go before later ones."""

import re
from collections.abc import Callable
from datetime import timedelta

from core.understanding import days
from core.understanding.atoms import Atom, Row, row
from core.understanding.calendar_en import (
    FULL_MONTH,
    LATE_ORDINAL_WORD,
    MONTH,
    MONTHS,
    ON,
    ORDINAL,
    ORDINAL_WORD,
    ORDINALS,
    PART,
    PARTS,
    WD,
    WD2,
    WEEKDAYS,
    N,
)
from core.understanding.clock import Part, clock
from core.understanding.numbers import SMALL, small_value

Match = re.Match[str]
_COUNTED: dict[str, Callable[[int], days.Day]] = {
    "day": days.in_days,
    "week": lambda count: days.in_days(7 * count),
    "month": days.in_months,
    "year": lambda count: days.in_months(12 * count),
}


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
    number, month = ORDINALS[match["dw"]], match.groupdict().get("month")
    day = days.day_and_month(number, MONTHS[month]) if month else days.day_of_month(number)
    return Atom(day=day) if day else None


def _tomorrow_at(match: Match) -> Atom:
    return Atom(day=days.in_days(1), clock=clock(int(match["h"])))


def _day_and_hour(match: Match) -> Atom:
    """`fri 12 intro`: the number right after a day is its hour, unless what follows is counted by it."""
    said = match.groupdict().get("wd")
    day = days.weekday(WEEKDAYS[said]) if said else days.in_days(1) if "tomorrow" in match.group() else days.today()
    return Atom(day=day, clock=clock(int(match["h"])))


def _day_and_digits(match: Match) -> Atom:
    """`fri 930`: three or four digits right after a day are its hour."""
    said = match["hm"]
    return Atom(day=days.weekday(WEEKDAYS[match["wd"]]), clock=clock(int(said[:-2]), int(said[-2:])))


def _weekend(match: Match) -> Atom:
    """`sat 10am`, where `sat` is no verb."""
    return Atom(day=days.weekday(5 if match["wd"] == "sat" else 6))


def _beside_a_day(match: Match) -> Atom | None:
    """`two days before the 30th`, `the day after Friday`."""
    day = days.weekday(WEEKDAYS[match["wd"]]) if match["wd"] else days.day_of_month(int(match["d"]))
    shift = _from_that_day(match)
    return Atom(day=days.shifted(day, shift.shift)) if day and shift and shift.shift else None


def _delta(match: Match) -> timedelta:
    if not match["n"]:
        return timedelta(minutes=30)
    count = _count(match)
    return timedelta(minutes=count) if match["unit"].startswith("m") else timedelta(hours=count)


def _counted(match: Match, direction: int) -> Atom | None:
    return None if match["n"] == "a few" else Atom(day=_unit(match)(direction * _count(match)))


_NO_HOUR = r"(?:\w+s|[ap]m|st|nd|rd|th|k|m|%|h|hr|min|of|\d+|to|-|–)"
"""What makes the number after a day no hour of it: `Friday 5 boxes`, `Tuesday 4 of`."""
_COUNTED_THINGS = (
    r"(?:vm|voicemail|call|calls|attempt|try|visit|meeting|time|email|mail|message|text|floor|year|quarter|one|demo|round|"
    r"phase|order|quote|version|line|chat|go|week|half|weekend|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|"
    r"(?:mon|tue|wed|thu|fri)|of next|thing|point)"
)
"""What an ordinal counts, where it is no day: `4th voicemail`."""
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def _from_that_day(match: Match) -> Atom | None:
    """`the day after`, `two days later`, `a week before`: counted from the day said before it."""
    said = match["n"] or "one"
    count = 2 if "couple" in said else small_value(said) if said not in {"the", "the very"} else 1
    unit = next(length for name, length in _DAYS_IN.items() if match["unit"].startswith(name))
    step = timedelta(days=count * unit * (-1 if match["way"] in {"before", "earlier", "prior", "previous"} else 1))
    return Atom(shift=lambda base: base + step)


def _part_of_the_day_beside(match: Match) -> Atom:
    """`the morning after`: of the day next to the one said before it."""
    step = timedelta(days=-1 if match["way"] == "before" else 1)
    return Atom(shift=lambda base: base + step, part=PARTS[match["part"]])


def _weekday_after(match: Match) -> Atom:
    """`the following Tuesday`: the first one after the day said before it."""
    number = WEEKDAYS[match["wd"]]
    return Atom(shift=lambda base: base + timedelta(days=(number - base.weekday() - 1) % 7 + 1))


def _that_day(match: Match) -> Atom:
    part = match.groupdict().get("part")
    return Atom(shift=lambda base: base, part=PARTS[part] if part else None)


def _then(match: Match) -> Atom | None:
    """`call him then`; `nothing till then` says no day of ours."""
    before = match.string[: match.start()].split()[-1:]
    return None if before and before[0] in {"till", "until", "til", "by", "before", "since"} else _that_day(match)


_WHICH = {"first": 1, "1 st": 1, "second": 2, "2 nd": 2, "third": 3, "3 rd": 3, "fourth": 4, "4 th": 4, "last": 5}


def _weekday_of_a_month(match: Match) -> Atom:
    """`the first Monday in July`."""
    return Atom(day=days.weekday_of_month(WEEKDAYS[match["wd"]], _WHICH[match["which"]], MONTHS[match["month"]]))


def _week_of_a_month(match: Match) -> Atom:
    """`the first week of July` begins with the month, the second seven days later."""
    number = 7 * (min(_WHICH[match["which"]], 4) - 1) + 1
    return Atom(day=days.part_of_named_month(MONTHS[match["month"]], number))


RELATIVE = (
    row(
        r"(?P<n>the very|the|one|an?|two|three|four|a couple of|couple of|\d{1,2}) (?:working )?"
        r"(?P<unit>days?|weeks?|fortnight) (?P<way>after|later|before|earlier|prior)"
        r"(?: that| then)?(?! (?:tomorrow|next|this|today|yesterday|the|our|my|their|we|i|they|he|she|last))",
        _from_that_day,
    ),
    row(rf"the {PART} (?P<way>after|before)(?= [,.;!)]|$)", _part_of_the_day_beside),
    row(r"(?P<n>the) (?P<way>following|next|previous) (?P<unit>day|week)", _from_that_day),
    row(rf"(?:on )?the following {WD}", _weekday_after),
    row(r"(?:on |by |for )?(?:that|the same|same) (?:day|week)", _that_day),
    row(rf"(?:on |by |for )?(?:that|the same|same) {PART}", _that_day),
    row(r"then(?= [,.;!)]|$)", _then),
)
"""Days that the one said before them tells."""

ROWS: tuple[Row, ...] = (
    *RELATIVE,
    row(r"(?:the )?day after tomorrow", lambda _: Atom(day=days.in_days(2))),
    row(r"(?:the )?day before yesterday", lambda _: Atom(day=days.in_days(-2))),
    row(r"(?:tomorrow|manana) (?P<h>8|9|1\d)(?= [,.;]|$)", _tomorrow_at),
    row(rf"{ON}tomorrow", lambda _: Atom(day=days.in_days(1))),
    row(
        r"(?:a bit |just )?earlier(?! (?:than|this|today|in))|just now|a (?:minute|moment|while) ago",
        lambda _: Atom(day=days.just_now()),
    ),
    row(r"yesterday", lambda _: Atom(day=days.in_days(-1))),
    row(r"last night", lambda _: Atom(day=days.in_days(-1), part=Part.EVENING)),
    row(r"tonight", lambda _: Atom(day=days.today(), part=Part.EVENING)),
    row(
        r"(?:early |late |later )?(?:this) (?P<part>am|pm)|(?:late |later |earlier )?today (?P<part2>am|pm)",
        lambda m: Atom(day=days.today(), part=PARTS[m["part"] or m["part2"]]),
    ),
    row(rf"(?:by |for |early |late |later )?this {PART}", lambda m: Atom(day=days.today(), part=PARTS[m["part"]])),
    row(r"(?:later |earlier |by |for )?(?:today|just now|right now)", lambda _: Atom(day=days.today())),
    row(
        rf"{ON}(?P<which>early|start of|beginning of|the start of|mid|middle of|late|later|end of|the end of) next "
        rf"week",
        lambda m: Atom(
            day=days.weekday_of_week(
                0 if re.search("early|start|begin", m["which"]) else 2 if "mid" in m["which"] else 4, 1
            )
        ),
    ),
    row(
        rf"{ON}{WD}(?: ,)? (?:of )?next week|{ON}next week (?:on )?{WD2}",
        lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"] or m["wd2"]], 1)),
    ),
    row(rf"{ON}{WD} (?:of )?last week", lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"]], -1))),
    row(
        rf"(?:two weeks|2 weeks|a fortnight|fortnight) (?:on |from )?{WD}",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 2)),
    ),
    row(r"(?:a )?week (?:today|from today)|today week", lambda _: Atom(day=days.in_days(7))),
    row(r"(?:a )?week (?:tomorrow|from tomorrow)|tomorrow week", lambda _: Atom(day=days.in_days(8))),
    row(rf"{N} weeks (?:today|from today|from now)", lambda m: Atom(day=days.in_days(7 * _count(m)))),
    row(rf"{N} weeks (?:tomorrow|from tomorrow)", lambda m: Atom(day=days.in_days(7 * _count(m) + 1))),
    row(rf"{N} weeks (?:on |from )?{WD}", lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], _count(m)))),
    row(rf"{ON}{WD} fortnight", lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 2))),
    row(r"(?:this|same) time next week", lambda _: Atom(day=days.in_days(7))),
    row(rf"{ON}(?:the )?last day of (?:the|this) month", lambda _: Atom(day=days.month_part(0, 31))),
    row(r"(?:in the )?mid(?:dle of (?:the|this) |-| )?week", lambda _: Atom(day=days.weekday(2, True))),
    row(
        rf"(?:a )?week (?:on |from )?{WD}|{ON}{WD2} week",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"] or m["wd2"]], 1)),
    ),
    row(
        rf"(?:{ON}{WD}(?: ,)? )?{ON}(?:the )?(?P<d>[12]?\d|3[01])(?: (?:st|nd|rd|"
        rf"th))?(?: of)? {MONTH}(?:(?: ,)? (?P<y>20\d\d))?",
        _day_and_month,
    ),
    row(
        rf"(?:{ON}{WD}(?: ,)? )?{ON}{MONTH} (?:the )?(?P<d2>[12]?\d|3[01])(?: (?:st|nd|rd|"
        r"th))?(?! (?:units|boxes|%))(?:(?: ,)? (?P<y>20\d\d))?",
        _day_and_month,
    ),
    row(
        rf"(?:{ON}{WD}(?: ,)? )?{ON}(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})(?:[/-](?P<y>\d{{4}}|"
        r"\d\d))?",
        _numeric,
    ),
    row(r"(?:by|on|until|till|before) (?P<d>\d{1,2})\.(?P<m>[1-9])(?P<y>(?!))?(?: \.)?", _numeric),
    row(rf"(?:{ON}{WD}(?: ,)? )?{ON}(?:the )?{ORDINAL}(?! {_COUNTED_THINGS}\b)", _day_of_month),
    row(rf"(?:{ON}{WD}(?: ,)? )?{ON}(?:the )?{ORDINAL_WORD} of {MONTH}", _ordinal_word),
    row(rf"(?:{ON}{WD}(?: ,)? )?{ON}{MONTH} (?:the )?{ORDINAL_WORD}", _ordinal_word),
    row(rf"{ON}{WD}(?: ,)? the {ORDINAL_WORD}", _ordinal_word),
    row(rf"(?:on|by|for|until|before) the {ORDINAL_WORD}(?= (?:at|in|around|first|[,.;!)])|$)", _ordinal_word),
    row(
        rf"(?:on|by|for|until|till|til|from|before) the {LATE_ORDINAL_WORD}(?! (?:floor|time|quarter|year|visit|one|"
        r"attempt|call|meeting|phase|day|week|of))",
        _ordinal_word,
    ),
    row(r"(?:on|by|for) the (?P<d>[12]?\d|3[01])", _day_of_month),
    row(
        rf"{ON}(?:the )?(?P<which>first|1 st|second|2 nd|third|3 rd|fourth|4 th|last) {WD} (?:in|of) {MONTH}",
        _weekday_of_a_month,
    ),
    row(
        rf"{ON}(?:in )?(?:the )?(?P<which>first|1 st|second|2 nd|third|3 rd|fourth|4 th|last) week (?:in|of) {MONTH}",
        _week_of_a_month,
    ),
    row(rf"(?:on )?{WD} (?:last|gone|past)(?! (?:week|month|year|time))", lambda m: _weekday(m, is_future=False)),
    row(rf"(?:on )?(?:last|this past|the other) {WD}|(?:on )?{WD2} just gone", lambda m: _weekday(m, is_future=False)),
    row(rf"{ON}{WD} (?:coming|next)(?! (?:week|month|year|time))", lambda m: _weekday(m, is_future=True)),
    row(rf"{ON}(?:next|coming) {WD}", lambda m: _weekday(m, is_future=True)),
    row(rf"{ON}{WD} (?:at )?(?P<h>[1-9]|1[0-2])(?! {_NO_HOUR}(?:\s|$))", _day_and_hour),
    row(rf"{ON}{WD} (?:the )?(?P<d>1[3-9]|2\d|3[01])(?! {_NO_HOUR}(?:\s|$))", _day_of_month),
    row(r"(?P<wd>sat|sun)(?= (?:\d|at \d|am|pm|morning|afternoon|first thing|lunch|noon))", _weekend),
    row(
        r"(?P<n>an?|the|one|two|three|four|five|\d{1,2}) (?P<unit>days?|weeks?) (?P<way>before|after) (?:the )?"
        rf"(?:{ORDINAL}|{WD})(?! {_COUNTED_THINGS}\b)",
        _beside_a_day,
    ),
    row(rf"{ON}{WD} (?P<hm>(?:[1-9]|1\d|2[0-2])(?:00|15|30|45))(?! {_NO_HOUR}(?:\s|$))", _day_and_digits),
    row(
        r"(?:tomorrow|today) (?:at )?(?P<h>[1-9]|1\d|2[0-2])"
        r"(?= (?:with|w|at|re|for|about|\S+ (?:visit|call|demo|meeting)))",
        _day_and_hour,
    ),
    row(rf"{ON}{WD}", _weekday),
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
        rf"(?:in|within) {N} (?:working|business) (?P<unit>days?)", lambda m: Atom(day=days.in_working_days(_count(m)))
    ),
    row(rf"(?:in|within) {N} (?P<unit>days?|weeks?|months?|years?)(?: '(?:s)?)?(?: time)?", lambda m: _counted(m, 1)),
    row(rf"{N} (?P<unit>days?|weeks?|months?|years?) from (?:now|today)", lambda m: _counted(m, 1)),
    row(r"in (?:half a year)", lambda _: Atom(day=days.in_months(6))),
    row(rf"{N} (?P<unit>days?|weeks?|months?|years?) (?:ago|back)", lambda m: _counted(m, -1)),
    row(
        r"(?:in|within) (?:half an hour|(?P<n>" + SMALL + r"|an?) (?P<unit>hours?|minutes?|mins?))",
        lambda m: Atom(delta=_delta(m)),
    ),
    row(
        r"(?:half an hour|(?P<n>" + SMALL + r"|an?) (?P<unit>hours?|minutes?|mins?)) ago",
        lambda m: Atom(delta=-_delta(m)),
    ),
    row(
        rf"{ON}(?P<which>early|mid|end|end of|start of|beginning of) next month|{ON}next month",
        lambda m: _part_of_month(m) if m["which"] else Atom(day=days.month_part(1, 1)),
    ),
    row(rf"{ON}(?:at )?(?:the )?(?P<which>end|start|beginning|middle) of (?:the |this )?month", _part_of_month),
    row(
        rf"{ON}(?:at )?(?:the )?(?P<which>early|mid|end of|start of|beginning of|"
        rf"middle of)(?: -)? {FULL_MONTH}",
        _part_of_month,
    ),
    row(r"(?:by )?(?:at )?(?:the )?end of (?:the |this )?week", lambda _: Atom(day=days.weekday(4, True))),
    row(rf"{ON}(?:sometime )?next week", lambda _: Atom(day=days.vague(days.weekday_of_week(0, 1)))),
    row(r"(?:the )?week after next", lambda _: Atom(day=days.weekday_of_week(0, 2))),
    row(r"(?:by )?(?:at )?(?:the )?(?:eow|week end|week 's end)", lambda _: Atom(day=days.weekday(4, True))),
    row(rf"{ON}(?:the )?(?:eom|month end|month 's end)", lambda _: Atom(day=days.month_part(0, 31))),
    row(r"(?:straight |right )?after the weekend", lambda _: Atom(day=days.weekday(0, True))),
    row(r"(?:over|at|on|this) the weekend|this weekend", lambda _: Atom(day=days.weekday(5))),
    row(
        r"(?<=spent )(?:the |all |most of the |the whole |a |my )?(?P<part>morning|afternoon|day)",
        lambda m: Atom(day=days.just_now(), part=PARTS.get(m["part"])),
    ),
    row(r"last week", lambda _: Atom(day=days.weekday_of_week(0, -1))),
    row(
        rf"(?:in|by|for|until|early in) {FULL_MONTH}",
        lambda m: Atom(day=days.part_of_named_month(MONTHS[m["month"]], 1)),
    ),
    row(r"(?:early )?in the new year|after new year", lambda _: Atom(day=days.part_of_named_month(1, 1))),
)
