"""English expressions of days, read from what a pattern found."""

import re
from collections.abc import Callable
from datetime import timedelta

from core.understanding import days
from core.understanding.atoms import Atom
from core.understanding.calendar_en import (
    MONTHS,
    ORDINALS,
    PARTS,
    WEEKDAYS,
)
from core.understanding.clock import clock
from core.understanding.numbers import small_value

Match = re.Match[str]


_COUNTED: dict[str, Callable[[int], days.Day]] = {
    "day": days.in_days,
    "week": lambda count: days.in_days(7 * count),
    "month": days.in_months,
    "year": lambda count: days.in_months(12 * count),
}


def count(match: Match) -> int:
    said = match["n"]
    if "couple" in said:
        return 2
    return small_value(said)


def unit(match: Match) -> Callable[[int], days.Day]:
    return next(rule for name, rule in _COUNTED.items() if match["unit"].startswith(name))


def weekday(match: Match, is_future: bool | None = None) -> Atom:
    groups = match.groupdict()
    return Atom(day=days.weekday(WEEKDAYS[groups["wd"] or groups["wd2"]], is_future))


def day_and_month(match: Match) -> Atom | None:
    groups = match.groupdict()
    number = int(groups.get("d") or groups["d2"])
    day = days.day_and_month(number, MONTHS[match["month"]], int(match["y"]) if match["y"] else None)
    return Atom(day=day) if day else None


def numeric(match: Match) -> Atom | None:
    day = days.day_and_month(int(match["d"]), int(match["m"]), int(match["y"]) if match["y"] else None)
    return Atom(day=day) if day else None


def day_of_month(match: Match) -> Atom | None:
    number, name = int(match["d"]), match.groupdict().get("wd")
    day = days.weekday_and_day(WEEKDAYS[name], number) if name else days.day_of_month(number)
    return Atom(day=day) if day else None


def part_of_month(match: Match) -> Atom:
    number = {"s": 1, "b": 1, "e": 31, "m": 15}["s" if match["which"] == "early" else match["which"][0]]
    if match.groupdict().get("month"):
        return Atom(day=days.part_of_named_month(MONTHS[match["month"]], number))
    return Atom(day=days.month_part(1 if "next" in match.group() else 0, number))


def ordinal_word(match: Match) -> Atom | None:
    number, month = ORDINALS[match["dw"]], match.groupdict().get("month")
    day = days.day_and_month(number, MONTHS[month]) if month else days.day_of_month(number)
    return Atom(day=day) if day else None


def tomorrow_at(match: Match) -> Atom:
    return Atom(day=days.in_days(1), clock=clock(int(match["h"])))


def day_and_hour(match: Match) -> Atom:
    """`fri 12 intro`: the number right after a day is its hour, unless what follows is counted by it."""
    said = match.groupdict().get("wd")
    day = days.weekday(WEEKDAYS[said]) if said else days.in_days(1) if "tomorrow" in match.group() else days.today()
    return Atom(day=day, clock=clock(int(match["h"])))


def day_and_digits(match: Match) -> Atom:
    """`fri 930`: three or four digits right after a day are its hour."""
    said = match["hm"]
    return Atom(day=days.weekday(WEEKDAYS[match["wd"]]), clock=clock(int(said[:-2]), int(said[-2:])))


def weekend(match: Match) -> Atom:
    """`sat 10am`, where `sat` is no verb."""
    return Atom(day=days.weekday(5 if match["wd"] == "sat" else 6))


def beside_a_day(match: Match) -> Atom | None:
    """`two days before the 30th`, `the day after Friday`."""
    day = days.weekday(WEEKDAYS[match["wd"]]) if match["wd"] else days.day_of_month(int(match["d"]))
    shift = from_that_day(match)
    return Atom(day=days.shifted(day, shift.shift)) if day and shift and shift.shift else None


def delta(match: Match) -> timedelta:
    if not match["n"]:
        return timedelta(minutes=30)
    many = count(match)
    return timedelta(minutes=many) if match["unit"].startswith("m") else timedelta(hours=many)


def counted(match: Match, direction: int) -> Atom | None:
    return None if match["n"] == "a few" else Atom(day=unit(match)(direction * count(match)))


NO_HOUR = r"(?:till|til|until|\w+s|[ap]m|st|nd|rd|th|k|m|%|h|hr|min|of|\d+|to (?:\d+|half|quarter)|-|–)"
"""What makes the number after a day no hour of it: `Friday 5 boxes`, `Tuesday 4 of`."""


COUNTED_THINGS = (
    r"(?:vm|voicemail|call|calls|attempt|try|visit|meeting|time|email|mail|message|text|floor|year|quarter|one|"
    r"demo|round|"
    r"phase|order|quote|version|line|chat|go|week|half|weekend|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|"
    r"(?:mon|tue|wed|thu|fri)|of next|thing|point)"
)
"""What an ordinal counts, where it is no day: `4th voicemail`."""


DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def from_that_day(match: Match) -> Atom | None:
    """`the day after`, `two days later`, `a week before`: counted from the day said before it."""
    said = match["n"] or "one"
    count = 2 if "couple" in said else small_value(said) if said not in {"the", "the very"} else 1
    unit = next(length for name, length in DAYS_IN.items() if match["unit"].startswith(name))
    step = timedelta(days=count * unit * (-1 if match["way"] in {"before", "earlier", "prior", "previous"} else 1))
    return Atom(shift=lambda base: base + step)


def part_of_the_day_beside(match: Match) -> Atom:
    """`the morning after`: of the day next to the one said before it."""
    step = timedelta(days=-1 if match["way"] == "before" else 1)
    return Atom(shift=lambda base: base + step, part=PARTS[match["part"]])


def weekday_after(match: Match) -> Atom:
    """`the following Tuesday`: the first one after the day said before it."""
    number = WEEKDAYS[match["wd"]]
    return Atom(shift=lambda base: base + timedelta(days=(number - base.weekday() - 1) % 7 + 1))


def that_day(match: Match) -> Atom:
    part = match.groupdict().get("part")
    return Atom(shift=lambda base: base, part=PARTS[part] if part else None)


def then(match: Match) -> Atom | None:
    """`call him then`; `nothing till then` says no day of ours."""
    before = match.string[: match.start()].split()[-1:]
    return None if before and before[0] in {"till", "until", "til", "by", "before", "since"} else that_day(match)


_WHICH = {"first": 1, "1 st": 1, "second": 2, "2 nd": 2, "third": 3, "3 rd": 3, "fourth": 4, "4 th": 4, "last": 5}


def weekday_of_a_month(match: Match) -> Atom:
    """`the first Monday in July`."""
    return Atom(day=days.weekday_of_month(WEEKDAYS[match["wd"]], _WHICH[match["which"]], MONTHS[match["month"]]))


def week_of_a_month(match: Match) -> Atom:
    """`the first week of July` begins with the month, the second seven days later."""
    number = 7 * (min(_WHICH[match["which"]], 4) - 1) + 1
    return Atom(day=days.part_of_named_month(MONTHS[match["month"]], number))


def weeks_after_a_deed(match: Match) -> Atom | None:
    """`said ring back 2 weeks`, `cb 10 days`: how long it is to wait, where "in" was left out."""
    return counted(match, 1) if _COMING_BACK.search(match.string, 0, match.start()) else None


_COMING_BACK = re.compile(
    r"(?<!\S)(?:(?:call|ring|phone|try|check|come|go|get|pop|be|bell|shout|ping)(?: (?:him|her|them|in|it))? "
    r"(?:back|again)(?: (?:in|on|with|to) (?:him|her|them))?|"
    r"(?<!am )(?<!was )back (?:on )?to (?:him|her|them)|"
    r"cb|callback|call back|follow up|f / u|fu|chase(?: (?:up|him|her|them|it|again))*|revisit|review|retry|"
    r"try(?: (?:again|him|her|them))*|again|give (?:him|her|them|me|us) a (?:call|ring|bell|shout|buzz)|"
    r"(?:ring|call|phone) (?:me|us|him|her|them)(?: back| again)?) $"
)


def scots_day(match: Match) -> Atom | None:
    """`up at Castle the day` is today; `the day of the show`, `made the day` are days of something."""
    if _OF_A_DAY.search(match.string, 0, match.start()):
        return None
    return Atom(day=days.in_days(1)) if match["said"] != "day" else Atom(day=days.today())


_OF_A_DAY = re.compile(
    r"(?:^|(?<!\S)(?:of|for|in|on|during|by|through|made|make|makes|making|saved|save|saves|rest|all|start|began|"
    r"begin|end|spend|spent|per|is|was|what|pick|choose|name|fix|set|agree|agreed|know|knows|pass|call it|takes?|"
    r"took|off|over|throughout|about|to|carry|carried|win|won) )$"
)
