"""How Spanish says hours, as patterns over plain text; earlier rows go before later ones."""

import re

from core.understanding.atoms import Atom, Row, row, weak
from core.understanding.calendar_es import AFTER_A_DEED, PARTS
from core.understanding.clock import Clock, clock
from core.understanding.numbers import SMALL, small_value

Match = re.Match[str]
_NUMBER_WORDS_OF_HOURS = "una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
_H = rf"(?P<h>\d{{1,2}}|{_NUMBER_WORDS_OF_HOURS})"
_AT = (
    r"(?:(?:(?:sobre |hacia |a eso de |desde |antes de |a partir de |para |como |tipo |@ |hasta |"
    r"despues de )?(?:a )?(?:las|la(?= (?:1|13|una)(?!\S))) )|(?:tipo |a eso de ))"
)


def _hour(match: Match) -> Atom | None:
    said = match["h"]
    if small_value(said) > _LAST_HOUR:
        return None  # "de las 64 hay 9 malas"
    minute = _QUARTERS.get(match["m"]) or _small_or_zero(match["m"])
    if match["sign"] == "menos":
        return Atom(clock=Clock(small_value(said), -minute))
    return Atom(clock=clock(small_value(said), minute, is_padded=said.startswith("0")))


def _hour_of_part(match: Match) -> Atom:
    return Atom(clock=Clock(int(match["h"])), part=PARTS[match["part"]])


_LAST_HOUR = 24
_QUARTERS = {"cuarto": 15, "media": 30}


def _range(match: Match) -> Atom | None:
    start = clock(small_value(match["h"]), _QUARTERS.get(match["mw"]) or _small_or_zero(match["m"]))
    until = clock(small_value(match["h2"]), _QUARTERS.get(match["mw2"]) or _small_or_zero(match["m2"]))
    if match.groupdict().get("less"):
        until = Clock(small_value(match["h2"]), -_QUARTERS["cuarto"])
    return Atom(clock=start, until=until)


def _range_of_digits(match: Match) -> Atom:
    start, until = (clock(*_hour_and_minute(match[side])) for side in ("from", "to"))
    return Atom(clock=start, until=until)


def _hour_and_minute(text: str) -> tuple[int, int]:
    hour, minute = re.split(r"[.:]", text)
    return int(hour), int(minute)


def _small_or_zero(text: str | None) -> int:
    return small_value(text) if text else 0


def _digits(match: Match) -> Atom:
    hour, minute = re.split(r"[.:]", match["hm"])
    return Atom(clock=clock(int(hour), int(minute), (match["half"] or "")[:1] or None, is_padded=hour.startswith("0")))


_NOT_OF_THINGS = (
    r"(?!(?<!a las \d)(?<!a las \d\d) (?!(?:lunes|martes|miercoles|jueves|viernes|antes|despues|tras|mas|menos|pues|"
    r"nos|les|los|las|es|unos|unas|dos|tres|seis|tengo|horas)(?!\S))[a-z]{3,}s(?!\S))"
)
"""`Las 12 antenas` are things, `a las 12` is an hour whatever follows."""
_NO_THINGS = (
    rf"(?!(?<!a )las (?:{_NUMBER_WORDS_OF_HOURS}) (?!manana|tarde|media|pasadas|punto|mismo|llamo|llame|vamos|vemos|"
    r"quedamos|estuve|lunes|martes|miercoles|jueves|viernes|visita|reunion|llamada)[a-z]{5,}(?!\S))"
)
"""`Las dos multifunción` are things too, whatever their number looks like."""
ROWS: tuple[Row, ...] = (
    row(r"(?:de |from )?(?P<from>\d{1,2}:\d\d) (?:-|a|to|hasta) (?P<to>\d{1,2}:\d\d)", _range_of_digits),
    row(
        r"(?:de )?(?P<h>\d{1,2}) (?:-|a) (?P<h2>\d{1,2}) (?:h|horas)(?P<m>(?!))?(?P<mw>(?!))?(?P<m2>(?!))?"
        r"(?P<mw2>(?!))?",
        _range,
    ),
    row(
        rf"(?:de|desde las|de las|entre las) {_H}(?:[:.](?P<m>\d\d)| y (?P<mw>media|cuarto))? (?:a|hasta|"
        rf"y)(?: las)? {_H.replace('<h>', '<h2>')}"
        r"(?:[:.](?P<m2>\d\d)| (?P<less>menos) (?P<mw3>cuarto)| y (?P<mw2>media|cuarto))?",
        _range,
    ),
    row(
        rf"{_NO_THINGS}{_AT}{_H}(?:(?: (?P<sign>y|menos|con) (?P<m>cuarto|media|{SMALL}))(?: en punto| h| horas)?|"
        r"(?: en punto| y pico| h| horas)?(?! (?:unidades|cajas|piezas|semanas|empresas|personas|maquinas|tiendas))"
        rf"{_NOT_OF_THINGS}(?! (?:y|menos) (?:cuarto|media)(?!\S)))",
        _hour,
    ),
    row(
        r"(?:a las?|alas?|las) (?P<h>1?\d|2[0-3])(?P<m>[0-5]\d)(?P<sign>(?!))?(?= (?:[,.;!)]|con|en|de|y|para)|$)",
        _hour,
    ),
    row(r"alas? (?P<h>\d{1,2})(?P<sign>(?!))?(?P<m>(?!))?", _hour),
    row(
        rf"{_AT}(?P<hm>\d{{1,2}}[.:]\d\d)(?: h|"
        r" horas)?(?: (?P<half>[ap]) ?\.? ?m ?\.?)?(?: (?P<half2>am|pm))?",
        _digits,
    ),
    row(r"(?P<hm>\d{1,2}:\d\d)(?: h| horas)?(?: (?P<half>am|pm))?", _digits),
    weak(rf"{_H} (?P<sign>y|menos) (?P<m>cuarto|media)", _hour),
    weak(rf"{_H} (?P<sign>y) (?P<m>10|15|20|30|40|45|50|treinta|quince)(?= (?:de|por|en) la |$| [,.;])", _hour),
    row(rf"(?:{AFTER_A_DEED})(?P<h>[89]|1\d|20) (?:h|hs|horas)(?P<sign>(?!))?(?P<m>(?!))?", _hour),
    weak(r"(?P<h>[789]|1\d|20) (?:h|hs|horas)(?P<sign>(?!))?(?: (?P<m>\d\d))?", _hour),
    weak(r"(?P<hm>\d{1,2}[.:]\d\d)(?: h| hs| horas)?(?: (?P<half>am|pm))?", _digits),
    row(r"(?P<h>[1-9]|1[0-2])(?: de la)? (?P<part>tarde|noche)(?P<m>(?!))?(?P<sign>(?!))?", _hour_of_part),
    weak(r"(?P<part>tarde|noche)", lambda m: Atom(part=PARTS[m["part"]])),
)
