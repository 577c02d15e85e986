"""How English says hours and parts of the day, as patterns over plain text; earlier rows go before later ones."""

import re

from core.understanding import days
from core.understanding.atoms import Atom, Row, row, weak
from core.understanding.calendar_en import PART, PARTS
from core.understanding.clock import Clock, Part, clock
from core.understanding.numbers import small_value

Match = re.Match[str]
_H = r"(?P<h>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AMPM = r"(?: (?P<half>am|pm|a \. m(?: \.)?|p \. m(?: \.)?|a \.m\.?|p \.m\.?))"
_AT = r"(?:at|around|about|by|from|for|before|after|@|circa)(?: about| around| like)? "
_LAST_HOUR = 24
_ISH = r"(?: ish|ish| h| hrs)?"
_HHMM = r"(?P<{}>(?:0[6-9]|1\d|2[0-2])(?:00|15|30|45))"
_SHARP = r"(?: (?:sharp|prompt|on the dot|or so|ish|latest|at the latest))?"


def _range_of_digits(match: Match) -> Atom:
    half = (match["half"] or "")[:1] or None
    start, until = (clock(*_hour_and_minute(match[side]), half) for side in ("from", "to"))
    return Atom(clock=start, until=until)


def _range_till(match: Match) -> Atom | None:
    """`2 till 3` is from two to three; `10 till 4` is ten minutes to four."""
    hours = (int(match["to"]) - int(match["from"])) % 12
    is_minutes = match["from"] in {"5", "10"} and not 0 < hours <= _LONGEST_TALK
    return None if is_minutes else _range_of_digits(match)


_LONGEST_TALK = 3
_MINUTES = frozenset(["5", "10", "20", "25"])


def _hour_and_minute(text: str) -> tuple[int, int]:
    hour, _, minute = text.replace(".", ":").partition(":")
    return int(hour), int(minute or 0)


def _military_range(match: Match) -> Atom:
    start, until = (Clock(int(match[side][:2]), int(match[side][2:]), is_exact=True) for side in ("from", "to"))
    return Atom(clock=start, until=until)


def _military(match: Match) -> Atom:
    return Atom(clock=Clock(int(match["hm"][:2]), int(match["hm"][2:]), is_exact=True))


_PLANNING = re.compile(
    r"(?:please |pls |to )?(?:call|ring|phone|visit|see|meet|meeting|demo|zoom|lunch|teams|coffee)\b"
)


def _military_of_a_plan(match: Match) -> Atom | None:
    """Four digits alone are an hour where the sentence begins with what is to be done: "call Petra 1230"."""
    return _military(match) if _PLANNING.match(match.string) else None


def _military_range_of_a_plan(match: Match) -> Atom | None:
    return _military_range(match) if _PLANNING.match(match.string) else None


def _hour(match: Match) -> Atom | None:
    groups = match.groupdict()
    said, minutes = match["h"], groups.get("m")
    if small_value(said) > _LAST_HOUR:
        return None
    half = (groups.get("half") or "")[:1] or None
    return Atom(clock=clock(small_value(said), small_value(minutes) if minutes else 0, half, is_padded=said[0] == "0"))


def _range(match: Match) -> Atom:
    half = (match["half"] or "")[:1] or None
    return Atom(clock=clock(small_value(match["h"]), 0, half), until=clock(small_value(match["h2"]), 0, half))


def _range_to_a_part(match: Match) -> Atom:
    minute = {"half": 30, "quarter": 15}.get(match["m2"]) or small_value(match["m2"])
    until = Clock(small_value(match["h2"]), -minute if match["sign"] == "to" else minute)
    return Atom(clock=clock(small_value(match["h"])), until=until)


def _past_or_to(match: Match) -> Atom | None:
    """`5 to 12` is minutes before noon, `9 to 12` three hours, and so is `10 to 12` where no "at" leads to it."""
    hour = small_value(match["h"])
    if match["sign"] == "to" and match["m"].isdigit():
        is_led_to = match.group()[0].isalpha()
        lasts = (hour - int(match["m"])) % 12
        is_range = match["m"] not in _MINUTES or (match["m"] == "10" and not is_led_to and 0 < lasts <= _LONGEST_TALK)
        if is_range:
            return None
    minute = {"half": 30, "quarter": 15, "a quarter": 15}.get(match["m"]) or small_value(match["m"])
    return Atom(clock=Clock(hour, -minute if match["sign"] in {"to", "til", "till"} else minute))


def _digits(match: Match) -> Atom:
    hour, minute = re.split(r"[.:]", match["hm"])
    half = (match["half"] or "")[:1] or None
    return Atom(clock=clock(int(hour), int(minute), half, is_padded=hour.startswith("0")))


_WAS = re.compile(
    r"\b(?:rang|called|phoned|visited|saw|met|spoke|popped|dropped|visit|call|phonecall|zoom|meeting|been|chat|in|site|tel|phone|"
    r"at)\b"
    r"(?! (?:price|prices|quote|at)\b)(?: (?!(?:price|prices|for|quote|quoted|is|are|was|of)(?!\S))[a-z&'/@]+){0,6} $"
)


def _digits_of_a_deed(match: Match) -> Atom | None:
    """A price-like hour behind what was done and whom with: "called Priory Park 9.30, Paul out"."""
    return _digits(match) if _WAS.search(match.string, 0, match.start()) else None


def _range_of_a_deed(match: Match) -> Atom | None:
    """`on site at Velocity with Kirsty 10-11, measured six vans`."""
    return _range_of_digits(match) if _WAS.search(match.string, 0, match.start()) else None


def _hour_of_a_talk(match: Match) -> Atom | None:
    """`on the phone around twelve she has …`; what they have around twelve of is counted."""
    return None if _COUNTING.search(match.string, 0, match.start()) else _hour(match)


_COUNTING = re.compile(
    r"(?:wants?|needs?|wanted|needed|for|of|has|have|had|got|takes?|takes|orders?|ordered|sold|sell|does?|'s|is|are|be|"
    r"only|him|her|them|with) $"
)


def _hour_of_a_part(match: Match) -> Atom:
    """`7 in the evening`."""
    day = days.today() if " this " in match.group() else None
    return Atom(day=day, clock=clock(int(match["h"])), part=PARTS[match["part"]])


ROWS: tuple[Row, ...] = (
    row(r"(?:at |around |by |before |until )?(?:about )?noon", lambda _: Atom(clock=Clock(12, is_exact=True))),
    row(r"(?:at |around |by )(?:about )?midday", lambda _: Atom(clock=Clock(12, is_exact=True))),
    row(
        rf"from {_H} (?:to|until|till|til) (?P<m2>half|quarter|five|ten|twenty|twenty five) (?P<sign>past|"
        rf"to) {_H.replace('<h>', '<h2>')}",
        _range_to_a_part,
    ),
    row(rf"(?:from|between) {_H} (?:to|and|until|till|til|-|–) {_H.replace('<h>', '<h2>')}{_ISH}{_AMPM}?", _range),
    row(
        rf"(?:from |between )?(?P<from>\d{{1,2}}[.:]\d\d|\d{{1,2}}(?= (?:-|–|—|to|til|till|"
        rf"until) \d{{1,2}}[.:])) (?:to|and|"
        rf"until|till|–|—|"
        rf"til|-) "
        rf"(?P<to>\d{{1,2}}[.:]\d\d|\d{{1,2}}){_AMPM}?",
        _range_of_digits,
    ),
    row(rf"(?P<from>\d{{1,2}}) (?:-|–|to) (?P<to>\d{{1,2}}){_AMPM}", _range_of_digits),
    row(
        r"(?:from |between )?(?P<from>[1-9]|1[012]) (?:till|til|until) (?P<to>\d{1,2})(?: (?P<half>am|"
        r"pm))?(?![.:\d])",
        _range_till,
    ),
    row(
        rf"(?:{_AT})?(?P<m>half|quarter|a quarter|five|ten|twenty|twenty five|"
        rf"\d{{1,2}}) (?P<sign>past|to|til|till) {_H}",
        _past_or_to,
    ),
    row(rf"(?:{_AT})?(?P<m>half) (?P<sign>(?!))?{_H}(?! (?:hour|an|a|million|k|%)(?!\S))", _past_or_to),
    row(rf"(?:{_AT})?(?P<hm>\d{{1,2}}[.:]\d\d){_AMPM}{_SHARP}", _digits),
    row(rf"(?:{_AT})(?P<hm>\d{{1,2}}[.:]\d\d){_AMPM}?{_SHARP}", _digits),
    row(rf"(?P<hm>\d{{1,2}}:\d\d){_AMPM}?{_SHARP}", _digits),
    row(rf"{_HHMM.format('from')} (?:-|–|to|till|until) {_HHMM.format('to')}", _military_range_of_a_plan),
    row(r"(?P<hm>(?:0[6-9]|1\d|2[0-2])(?:00|15|30|45))(?: hrs| hours| h)?(?= [,.;!)]|$)", _military_of_a_plan),
    row(rf"(?:from|between) {_HHMM.format('from')} (?:-|–|to|till|until|and) {_HHMM.format('to')}", _military_range),
    weak(rf"{_HHMM.format('from')} (?:-|–|to|till|until) {_HHMM.format('to')}(?: hrs| hours)?", _military_range),
    weak(
        r"(?P<from>\d{1,2}) (?:-|–|to) (?P<to>\d{1,2})(?P<half>(?!))?(?! (?:units|boxes|days|weeks|people|k|%))",
        _range_of_digits,
    ),
    row(r"(?:at|@) (?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?: hrs| hours| h)?", _military),
    row(
        r"(?<=[a-z] )(?P<hm>(?:[1-9]|1\d)\.[0-5][05])(?P<half>(?!))?(?= (?:[,;]|\.(?! \d)|with(?!\S))|$)",
        _digits_of_a_deed,
    ),
    weak(rf"(?P<hm>\d{{1,2}}\.\d\d){_AMPM}?", _digits),
    row(r"(?<=[a-z] )(?P<from>[7-9]|1\d) (?:-|–) (?P<to>[1-9]|1\d)(?P<half>(?!))?(?= [,.;]|$)", _range_of_a_deed),
    weak(r"(?P<h>\d{1,2})(?P<half>(?!))?(?= [,.;)!]|$)", _hour),
    weak(rf"(?:round|roughly|gone|just after|just before|bang on|nearly|shortly after) {_H}{_ISH}", _hour),
    weak(
        r"(?:(?<=day )|(?<=mon )|(?<=tue )|(?<=wed )|(?<=thu )|(?<=fri )|(?<=sat )|(?<=sun ))(?P<h>[1-9]|1[0-2])"
        r"(?P<half>(?!))?(?= [a-z]+ (?:wants?|says?|said|needs?|asked|has|is|to)(?!\S))",
        _hour,
    ),
    row(rf"(?:{_AT})?{_H}(?: (?P<m>fifteen|thirty|forty five))?{_AMPM}{_SHARP}", _hour),
    row(rf"(?:{_AT})?{_H} (?:o'clock|o clock|oclock)(?:{_AMPM})?", _hour),
    weak(rf"(?:{_AT})?{_H} (?P<m>fifteen|thirty|forty five|twenty|ten|forty)", _hour),
    row(
        rf"(?:at|at about|at around|at like|@) {_H}{_ISH}(?: (?P<m>fifteen|thirty|forty five))?(?! (?:units|"
        r"boxes|euros|€|k|%|percent|pieces|per|each|companies))",
        _hour,
    ),
    row(rf"around {_H}{_ISH}(?= (?:[,.;!]|if|when|or so|with|on|in the)|$)", _hour),
    row(rf"around {_H}(?= (?:he|she|they|we|i)(?!\S))", _hour_of_a_talk),
    weak(rf"(?:around|about|by|from) {_H}(?! (?:hours?|hrs?|h|minutes?|mins?|min)(?!\S)){_ISH}", _hour),
    row(
        rf"(?:{_AT})?(?P<h>[1-9]|1[0-2])(?: o'clock)? (?:in the|of the|that|this) "
        rf"(?P<part>morning|afternoon|evening)",
        _hour_of_a_part,
    ),
    weak(r"(?<=[a-z] )(?P<h>[1-9]|1[0-2])(?= (?:tomorrow|today)(?!\S))", _hour),
    weak(rf"(?<= )for {_H}{_ISH}(?= (?:on |this |tomorrow|today|sharp|mon|tue|wed|thu|fri|sat|sun|[,.;])|$)", _hour),
    row(rf"(?:around |about )?{_H} ?ish", _hour),
    row(rf"(?:after|before) {_H}(?= (?:[,.;)!]|today|tomorrow|on)|$)", _hour),
    row(r"(?P<part>am|pm)(?= [,.;!)]|$)", lambda m: Atom(part=PARTS[m["part"]]) if _PLANNING.match(m.string) else None),
    weak(r"(?P<part>am|pm)", lambda m: Atom(part=PARTS[m["part"]])),
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
    row(rf"(?:early )?in the {PART}", lambda m: Atom(part=PARTS[m["part"]])),
    row(r"(?:at |around |by )?(?:midday|noon|lunchtime|lunch time)", lambda _: Atom(part=Part.MIDDAY)),
    weak(PART, lambda m: Atom(part=PARTS[m["part"]])),
    row(r"early doors|bright and early", lambda _: Atom(part=Part.FIRST_THING)),
    row(r"tea time|teatime|close of day|home time|end of the afternoon", lambda _: Atom(part=Part.END_OF_DAY)),
)
