"""How English says days, as patterns over plain text; earlier rows go before later ones."""

import re

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
    PART,
    PARTS,
    WD,
    WD2,
    WEEKDAYS,
    N,
)
from core.understanding.clock import Part
from core.understanding.day_readers_en import (
    COUNTED_THINGS,
    NO_HOUR,
    beside_a_day,
    count,
    counted,
    day_and_digits,
    day_and_hour,
    day_and_month,
    day_of_month,
    delta,
    from_that_day,
    numeric,
    ordinal_word,
    part_of_month,
    part_of_the_day_beside,
    scots_day,
    that_day,
    then,
    tomorrow_at,
    week_of_a_month,
    weekday,
    weekday_after,
    weekday_of_a_month,
    weekend,
    weeks_after_a_deed,
)
from core.understanding.numbers import SMALL

RELATIVE = (
    row(
        r"(?P<n>the very|the|one|an?|two|three|four|a couple of|couple of|\d{1,2}) (?:working )?"
        r"(?P<unit>days?|weeks?|fortnight) (?P<way>after|later|before|earlier|prior)"
        r"(?: that| then)?(?! (?:tomorrow|next|this|today|yesterday|the|our|my|their|we|i|they|he|she|last))",
        from_that_day,
    ),
    row(rf"the {PART} (?P<way>after|before)(?= [,.;!)]|$)", part_of_the_day_beside),
    row(r"(?P<n>the) (?P<way>following|next|previous) (?P<unit>day|week)", from_that_day),
    row(rf"(?:on )?the following {WD}", weekday_after),
    row(r"(?:on |by |for )?(?:that|the same|same) (?:day|week)", that_day),
    row(rf"(?:on |by |for )?(?:that|the same|same) {PART}", that_day),
    row(r"then(?= [,.;!)]|$)", then),
)
"""Days that the one said before them tells."""


ROWS: tuple[Row, ...] = (
    *RELATIVE,
    row(r"(?:the )?day after tomorrow", lambda _: Atom(day=days.in_days(2))),
    row(r"the (?P<said>day|morn|tomorrow)(?= (?:[,.;!)]|with|and|about|at|he|she|they)(?!\S)|$)", scots_day),
    row(r"(?:the )?day before yesterday", lambda _: Atom(day=days.in_days(-2))),
    row(r"(?:tomorrow|manana) (?P<h>8|9|1\d)(?= [,.;]|$)", tomorrow_at),
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
    row(r"(?:later |earlier |by |for )?(?:on )?(?:today|just now|right now)", lambda _: Atom(day=days.today())),
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
    row(
        rf"{ON}(?:(?:a )?week (?:today|from today|to the day)|today week|this day week)",
        lambda _: Atom(day=days.in_days(7)),
    ),
    row(rf"(?:on |by )?the {WD}(?= (?:[,.;!?]|after that|at \d|morning|afternoon|evening)|$)", weekday),
    row(rf"{ON}(?:(?:a )?week (?:tomorrow|from tomorrow)|tomorrow week)", lambda _: Atom(day=days.in_days(8))),
    row(rf"{ON}(?:(?:a )?fortnight today|(?:today|this day) fortnight)", lambda _: Atom(day=days.in_days(14))),
    row(rf"{ON}(?:(?:a )?fortnight tomorrow|tomorrow fortnight)", lambda _: Atom(day=days.in_days(15))),
    row(r"(?:this day|today|a week ago) last week|(?:this day|today) a week ago", lambda _: Atom(day=days.in_days(-7))),
    row(rf"{N} weeks (?:today|from today|from now)", lambda m: Atom(day=days.in_days(7 * count(m)))),
    row(rf"{N} weeks (?:tomorrow|from tomorrow)", lambda m: Atom(day=days.in_days(7 * count(m) + 1))),
    row(rf"{N} weeks (?:on |from )?{WD}", lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], count(m)))),
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
        day_and_month,
    ),
    row(
        rf"(?:{ON}{WD}(?: ,)? )?{ON}{MONTH} (?:the )?(?P<d2>[12]?\d|3[01])(?: (?:st|nd|rd|"
        r"th))?(?! (?:units|boxes|%))(?:(?: ,)? (?P<y>20\d\d))?",
        day_and_month,
    ),
    row(
        rf"(?:{ON}{WD}(?: ,)? )?{ON}(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})(?:[/-](?P<y>\d{{4}}|"
        r"\d\d))?",
        numeric,
    ),
    row(r"(?:by|on|until|till|before) (?P<d>\d{1,2})\.(?P<m>[1-9])(?P<y>(?!))?(?: \.)?", numeric),
    row(rf"(?:{ON}{WD}(?: ,)? )?{ON}(?:the )?{ORDINAL}(?! {COUNTED_THINGS}\b)", day_of_month),
    row(rf"(?:{ON}{WD}(?: ,)? )?{ON}(?:the )?{ORDINAL_WORD} of {MONTH}", ordinal_word),
    row(rf"(?:{ON}{WD}(?: ,)? )?{ON}{MONTH} (?:the )?{ORDINAL_WORD}", ordinal_word),
    row(rf"{ON}{WD}(?: ,)? the {ORDINAL_WORD}", ordinal_word),
    row(rf"(?:on|by|for|until|before) the {ORDINAL_WORD}(?= (?:at|in|around|first|[,.;!)])|$)", ordinal_word),
    row(
        rf"(?:on|by|for|until|till|til|from|before) the {LATE_ORDINAL_WORD}(?! (?:floor|time|quarter|year|visit|one|"
        r"attempt|call|meeting|phase|day|week|of))",
        ordinal_word,
    ),
    row(r"(?:on|by|for) the (?P<d>[12]?\d|3[01])", day_of_month),
    row(
        rf"{ON}(?:the )?(?P<which>first|1 st|second|2 nd|third|3 rd|fourth|4 th|last) {WD} (?:in|of) {MONTH}",
        weekday_of_a_month,
    ),
    row(
        rf"{ON}(?:in )?(?:the )?(?P<which>first|1 st|second|2 nd|third|3 rd|fourth|4 th|last) week (?:in|of) {MONTH}",
        week_of_a_month,
    ),
    row(rf"(?:on )?{WD} (?:last|gone|past)(?! (?:week|month|year|time))", lambda m: weekday(m, is_future=False)),
    row(rf"(?:on )?(?:last|this past|the other) {WD}|(?:on )?{WD2} just gone", lambda m: weekday(m, is_future=False)),
    row(rf"{ON}{WD} (?:coming|next)(?! (?:week|month|year|time))", lambda m: weekday(m, is_future=True)),
    row(rf"{ON}(?:next|coming) {WD}", lambda m: weekday(m, is_future=True)),
    row(rf"{ON}{WD} (?:at )?(?P<h>[1-9]|1[0-2])(?! {NO_HOUR}(?:\s|$))", day_and_hour),
    row(rf"{ON}{WD} (?:the )?(?P<d>1[3-9]|2\d|3[01])(?! {NO_HOUR}(?:\s|$))", day_of_month),
    row(r"(?P<wd>sat|sun)(?= (?:\d|at \d|am|pm|morning|afternoon|first thing|lunch|noon))", weekend),
    row(
        r"(?P<n>an?|the|one|two|three|four|five|\d{1,2}) (?P<unit>days?|weeks?) (?P<way>before|after) (?:the )?"
        rf"(?:{ORDINAL}|{WD})(?! {COUNTED_THINGS}\b)",
        beside_a_day,
    ),
    row(rf"{ON}{WD} (?P<hm>(?:[1-9]|1\d|2[0-2])(?:00|15|30|45))(?! {NO_HOUR}(?:\s|$))", day_and_digits),
    row(
        r"(?:tomorrow|today) (?:at )?(?P<h>[1-9]|1\d|2[0-2])"
        r"(?= (?:with|w|at|re|for|about|\S+ (?:visit|call|demo|meeting)))",
        day_and_hour,
    ),
    row(rf"this (?:coming )?{WD}(?! (?:gone|past|just))", lambda m: weekday(m, is_future=True)),
    row(rf"{ON}{WD}", weekday),
    row(
        r"(?:on|this|next|by|for) (?:sat|sun)(?: \.)?", lambda m: Atom(day=days.weekday(5 if "sat" in m.group() else 6))
    ),
    row(
        r"(?:in|within) (?:a |one )?fortnight|(?:a )?fortnight from (?:now|today)|"
        r"in (?:a )?fortnight 's time",
        lambda _: Atom(day=days.in_days(14)),
    ),
    row(r"(?:a )?fortnight ago", lambda _: Atom(day=days.in_days(-14))),
    row(rf"(?:in|within) {N} (?:working|business) (?P<unit>days?)", lambda m: Atom(day=days.in_working_days(count(m)))),
    row(rf"(?:in|within) {N} (?P<unit>days?|weeks?|months?|years?)(?: '(?:s)?)?(?: time)?", lambda m: counted(m, 1)),
    row(rf"{N} (?P<unit>days?|weeks?|months?|years?) from (?:now|today)", lambda m: counted(m, 1)),
    row(
        rf"(?:leave|leaving|give|giving) (?:it|him|her|them) {N} (?P<unit>days?|weeks?|months?)"
        r"(?= (?:and|then)\b)",
        lambda m: counted(m, 1),
    ),
    row(r"in (?:half a year)", lambda _: Atom(day=days.in_months(6))),
    row(rf"{N} (?P<unit>days?|weeks?|months?|years?) (?:ago|back)", lambda m: counted(m, -1)),
    row(rf"{N} (?P<unit>days|weeks?|months?)(?: time)?(?= (?:[,.;!]|and|so|he|she|they)(?!\S)|$)", weeks_after_a_deed),
    row(
        r"(?:in|within) (?:half an hour|(?P<n>" + SMALL + r"|an?) (?P<unit>hours?|minutes?|mins?))",
        lambda m: Atom(delta=delta(m)),
    ),
    row(
        r"(?:half an hour|(?P<n>" + SMALL + r"|an?) (?P<unit>hours?|minutes?|mins?)) ago",
        lambda m: Atom(delta=-delta(m)),
    ),
    row(
        rf"{ON}(?P<which>early|mid|end|end of|start of|beginning of) next month|{ON}next month",
        lambda m: part_of_month(m) if m["which"] else Atom(day=days.month_part(1, 1)),
    ),
    row(rf"{ON}(?:at )?(?:the )?(?P<which>end|start|beginning|middle) of (?:the |this )?month", part_of_month),
    row(
        rf"{ON}(?:at )?(?:the )?(?P<which>early|mid|end of|start of|beginning of|"
        rf"middle of)(?: -)? {FULL_MONTH}",
        part_of_month,
    ),
    row(r"(?:by )?(?:at )?(?:the )?end of (?:the |this )?week", lambda _: Atom(day=days.weekday(4, True))),
    row(
        rf"{ON}(?:sometime |some time )?next week(?: sometime| some time)?",
        lambda _: Atom(day=days.vague(days.weekday_of_week(0, 1))),
    ),
    row(r"(?:the )?week after next", lambda _: Atom(day=days.weekday_of_week(0, 2))),
    row(r"(?:by )?(?:at )?(?:the )?(?:eow|week end|week 's end)", lambda _: Atom(day=days.weekday(4, True))),
    row(rf"{ON}(?:the )?(?:eom|month end|month 's end)", lambda _: Atom(day=days.month_part(0, 31))),
    row(r"(?:by|before) the weekend", lambda _: Atom(day=days.weekday(4, True))),
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
