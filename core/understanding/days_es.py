"""How Spanish says days and parts of the day, as patterns over plain text; earlier rows go before later ones."""

import re
from collections.abc import Callable
from datetime import timedelta

from core.understanding import days
from core.understanding.atoms import Atom, Row, row, weak
from core.understanding.calendar_es import (
    AFTER_A_DEED,
    AGO,
    ANY_WD,
    DAY_WORDS,
    FULL_MONTH,
    IN,
    MONTH,
    MONTHS,
    NEXT,
    NEXT_WEEK,
    PARTS,
    PREFIX,
    UNPAID,
    WD,
    WEEKDAYS,
    N,
)
from core.understanding.clock import Part, clock
from core.understanding.numbers import SMALL, small_value

Match = re.Match[str]
_COUNTED: dict[str, Callable[[int], days.Day]] = {
    "d": days.in_days,
    "s": lambda count: days.in_days(7 * count),
    "m": days.in_months,
    "a": lambda count: days.in_months(12 * count),
}
_UNIT = r"(?P<unit>dias?|semanas?|sem|meses|mes|anos?|d|s)"


def _count(match: Match) -> int:
    return 2 if match["n"] == "un par de" else small_value(match["n"])


def _unit(match: Match) -> Callable[[int], days.Day]:
    return _COUNTED[match["unit"][0]]


def _weekday_and_day(match: Match) -> Atom | None:
    number, name = small_value(match["d"]), match.groupdict().get("wd")
    day = days.weekday_and_day(WEEKDAYS[name], number) if name else days.day_of_month(number)
    return Atom(day=day) if day else None


def _day_and_month(match: Match) -> Atom | None:
    month = MONTHS[match["month"]]
    year = int(match["y"]) if match["y"] else None
    day = days.day_and_month(1 if match["d"] in {"uno", "primero"} else small_value(match["d"]), month, year)
    return Atom(day=day) if day else None


def _day_of_this_or_next_month(match: Match) -> Atom | None:
    day = days.day_of_nearby_month(small_value(match["d"]), 1 if match["next"] else 0)
    return Atom(day=day) if day else None


def _month_part(match: Match, months: int | None = None) -> Atom:
    number = {"pri": 1, "com": 1, "ini": 1, "med": 15, "fin": 31, "ult": 31}[match["part"][:3]]
    if months is not None:
        return Atom(day=days.month_part(months, number))
    return Atom(day=days.part_of_named_month(MONTHS[match["month"]], number))


_AHEAD = {"hoy": 0, "manana": 1, "pasado manana": 2}


def _short_weekday(match: Match) -> Atom:
    return Atom(day=days.weekday(WEEKDAYS[match["wd"]]))


def _numeric(match: Match) -> Atom | None:
    day = days.day_and_month(int(match["d"]), int(match["m"]), int(match["y"]) if match["y"] else None)
    return Atom(day=day) if day else None


def _past_weekday(match: Match) -> Atom:
    return Atom(day=days.weekday(WEEKDAYS[match["wd"] or match["wd2"]], is_future=False))


def _future_weekday(match: Match) -> Atom:
    return Atom(day=days.weekday(WEEKDAYS[match["wd"] or match["wd2"]], is_future=True))


def _delta(match: Match) -> timedelta:
    if not match["n"]:
        return timedelta(minutes=30)
    count = small_value(match["n"])
    return timedelta(minutes=count) if match["unit"].startswith("m") else timedelta(hours=count)


def _after(count: int) -> Callable[[Match], Atom]:
    """So many days after the day that was said before."""
    return lambda _: Atom(shift=lambda day: day + timedelta(days=count))


def _after_so_many(match: Match) -> Atom:
    rule = _unit(match)(_count(match)).rule
    return Atom(shift=lambda day: rule(day, True) or day)


ROWS: tuple[Row, ...] = (
    row(
        r"(?:para |hasta )?entonces(?= [,.;!]|$)|(?:para )?ese (?:mismo )?dia|esa (?:misma )?(?:fecha|manana|"
        r"tarde)(?= )",
        _after(0),
    ),
    row(
        r"(?:a|para )?(?:al|el) (?:dia siguiente|otro dia)(?! (?:al?|del?) (?!las? (?:\d|una|dos|tres|cuatro|cinco|"
        r"seis|siete|ocho|nueve|diez|once|doce)|primera|ultima|media|mediodia))|al siguiente",
        _after(1),
    ),
    row(r"(?:el |un )?dia (?:antes|anterior)(?! (?:de|del) )|la vispera(?! (?:de|del) )|el dia de antes", _after(-1)),
    row(
        rf"(?:a los |al cabo de )?{N} {_UNIT} (?:despues|mas tarde)(?! (?:de|del) )",
        _after_so_many,
    ),
    row(r"(?:a )?la semana siguiente", _after(7)),
    row(r"(?:hoy o manana|manana o (?:al )?pasado)(?: manana)?(?= [,.;]|$)", lambda _: Atom(day=days.unsettled())),
    row(r"manana no(?: ,)? (?:sino |mejor )?(?:el )?pasado(?: manana)?", lambda _: Atom(day=days.in_days(2))),
    row(r"(?:de )?pasado manana", lambda _: Atom(day=days.in_days(2))),
    row(r"(?:antes de ayer|anteayer|antier|antesdeayer|antes d ayer|ante ayer)", lambda _: Atom(day=days.in_days(-2))),
    row(r"ayer noche|anoche", lambda _: Atom(day=days.in_days(-1), part=Part.EVENING)),
    row(r"ayer", lambda _: Atom(day=days.in_days(-1))),
    row(
        r"(?:esta|hoy por la|hoy a la) (?P<part>manana|tarde|noche)",
        lambda m: Atom(day=days.today(), part=PARTS[m["part"]]),
    ),
    row(r"(?:este|hoy al?) mediodia", lambda _: Atom(day=days.today(), part=Part.MIDDAY)),
    row(r"(?:hoy mismo|hoy|ahora mismo|ahorita(?: mismo)?)", lambda _: Atom(day=days.today())),
    row(r"(?:a |hacia |sobre )?media manana", lambda _: Atom(part=Part.MID_MORNING)),
    row(r"(?:despues de|tras|luego de) (?:comer|la comida|el almuerzo|almorzar)", lambda _: Atom(part=Part.AFTERNOON)),
    row(r"(?:a |hacia |sobre )?media tarde", lambda _: Atom(part=Part.MID_AFTERNOON)),
    row(
        r"(?:a |en la )?(?P<end>primera|ultima|1 a|1 era|1 ra|1 er|ult(?: \.)?|"
        r"primerisima) hora(?: de la (?P<part>manana|tarde))?",
        lambda m: Atom(
            part={
                ("p", "tarde"): Part.AFTERNOON,
                ("1", "tarde"): Part.AFTERNOON,
                ("u", "manana"): Part.LATE_MORNING,
            }.get((m["end"][0], m["part"]), Part.END_OF_DAY if m["end"][0] == "u" else Part.FIRST_THING)
        ),
    ),
    row(
        r"antes de (?:comer|la comida|el almuerzo|almorzar)|a ultima hora de la manana",
        lambda _: Atom(part=Part.LATE_MORNING),
    ),
    weak(r"temprano|tempranito|prontito|pronto por la manana|bien temprano", lambda _: Atom(part=Part.FIRST_THING)),
    row(r"(?:al?|antes del?) final del? dia|a fin de dia", lambda _: Atom(part=Part.END_OF_DAY)),
    row(r"(?:(?:por|de|a|en) la |a la )?tarde noche|al (?:anochecer|caer la tarde)", lambda _: Atom(part=Part.EVENING)),
    row(
        r"antes de (?:irme|irnos|salir|acabar el dia|terminar el dia|que acabe el dia)",
        lambda _: Atom(day=days.today()),
    ),
    row(r"(?:por|de|a|en|x) la (?P<part>manana|tarde|noche)", lambda m: Atom(part=PARTS[m["part"]])),
    row(r"(?:antes )?(?:a|al|del|de|el)? ?(?:mediodia|medio dia)", lambda _: Atom(part=Part.MIDDAY)),
    row(
        rf"{PREFIX}?{WD}(?: ,)? (?:de la |de )?{NEXT_WEEK}|"
        rf"(?:para |en )?(?:la )?{NEXT_WEEK}(?: ,)? (?:el |este )?{WD.replace('wd', 'wd2')}",
        lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"] or m["wd2"]], 1)),
    ),
    row(
        rf"(?:a |para )?(?P<end>principios|comienzos|mediados|finales|fin|final) de (?:la )?{NEXT_WEEK}",
        lambda m: Atom(day=days.weekday_of_week({"p": 0, "c": 0, "m": 2, "f": 4}[m["end"][0]], 1)),
    ),
    row(
        r"(?:a |para )?(?:finales|final|fin) de (?:la |esta )?semana(?! \w*tarde)|antes de que (?:acabe|termine) "
        r"la semana|"
        r"antes del? (?:finde|fin de semana)|a lo largo de la semana",
        lambda _: Atom(day=days.weekday(4, True)),
    ),
    row(
        rf"{PREFIX}?{WD} de la (?:semana pasada|pasada semana)",
        lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"]], -1)),
    ),
    row(
        rf"{PREFIX}?{WD}(?: {NEXT})?(?: ,)? (?:no (?:, )?)?(?:(?:para )?(?:este|ese|el que viene) no (?:, )?)?"
        rf"(?:sino |mejor )?(?:para )?(?:el|al) (?:otro|siguiente)(?= [,.;]|$)",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 1)),
    ),
    row(
        rf"(?:del|de|el) {WD} en (?:ocho|8)(?: dias)?",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 1)),
    ),
    row(
        rf"(?:del|de|el) {WD} en (?:quince|15)(?: dias)?",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 2)),
    ),
    row(rf"{PREFIX}?{WD},? (?:dia )?(?P<d>\d{{1,2}}|uno|primero|{SMALL}) de (?P<y>(?!))?{MONTH}", _day_and_month),
    row(
        rf"(?:(?:para |del? |desde |hasta |antes |a partir )?(?:el |al |del )?(?:proximo |pasado )?(?:dia "
        rf")?)(?P<d>\d{{1,2}}|primero|"
        rf"{SMALL}(?= de )) (?:de |d )?{MONTH}"
        r"(?: (?:de |del )?(?P<y>20\d\d))?",
        _day_and_month,
    ),
    row(
        r"(?:(?:para |desde |hasta )?(?:el |al |"
        r"del )?(?:dia )?)(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?:[/-](?P<y>\d{4}|\d\d))?",
        _numeric,
    ),
    row(
        rf"{PREFIX}?{WD} (?:dia )?(?P<d>[12]?\d|3[01])(?! (?:h|horas|de|min|%|€|euros|"
        r"unidades|y (?:media|cuarto|pico)|menos|am|pm)\b)",
        _weekday_and_day,
    ),
    row(
        rf"{PREFIX}?{WD} (?:pasado|anterior|ultimo)|(?:el )?(?:pasado|"
        rf"ultimo) {WD.replace('wd', 'wd2')}",
        _past_weekday,
    ),
    row(
        rf"(?:{PREFIX}?(?:proximo|este proximo|siguiente) )?{PREFIX}?{WD} {NEXT}|"
        rf"{PREFIX}?(?:proximo|este proximo|siguiente) {WD.replace('wd', 'wd2')}",
        _future_weekday,
    ),
    row(rf"{PREFIX}?{WD}", _short_weekday),
    row(rf"(?:el|este|para el|al|hasta el|antes del) {ANY_WD}(?: \.)?", _short_weekday),
    row(r"(?P<wd>lun|mie|mier|jue|juev|vie|vier)(?: \.)?(?! \.)", _short_weekday),
    row(
        rf"(?:{PREFIX})?{ANY_WD}(?: \.)?(?: ,)? (?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})(?:[/-](?P<y>\d{{4}}|\d\d))?",
        _numeric,
    ),
    row(rf"{ANY_WD}(?: \.)?(?= (?:\d{{1,2}}[.:]\d\d|\d{{1,2}} h|a las|por la))", _short_weekday),
    row(rf"{ANY_WD}(?: \.)? (?P<d>\d{{1,2}})(?= (?:\d{{1,2}}[.:]\d\d|a las?|por la|[,.;])|$)", _weekday_and_day),
    row(
        rf"(?:el|este|para el|al) {ANY_WD}(?: \.)? (?P<d>\d{{1,2}})(?! (?:h|horas|de|min|%|€|euros|unidades|am|pm|"
        rf"a m|p m|"
        r"y (?:media|cuarto|pico)|menos)\b)",
        _weekday_and_day,
    ),
    row(rf"{IN} {N} (?P<unit>dias?) (?:laborables|habiles)", lambda m: Atom(day=days.in_working_days(_count(m)))),
    row(
        rf"(?:{UNPAID}{IN} (?:unos |unas )?|{AFTER_A_DEED}){N} {_UNIT}(?! (?:de est[oae]s|cualquiera|u otro)\b)",
        lambda m: Atom(day=_unit(m)(_count(m))),
    ),
    row(
        rf"(?:en|dentro de) (?P<n>{SMALL}) {WD}",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], small_value(m["n"]) - 1)),
    ),
    row(r"(?:en|dentro de) medio ano", lambda _: Atom(day=days.in_months(6))),
    row(
        r"(?:el |para el |al |antes del |dia |el dia |para el dia )"
        rf"(?P<d>{DAY_WORDS})(?= (?:a las?|por la|al mediodia|[,.;!)])|$)",
        _weekday_and_day,
    ),
    row(
        rf"(?:(?:para |hasta |antes )?(?:el|al|del) )dia (?P<d>{DAY_WORDS}|uno|primero|dos|tres|cuatro|cinco|seis|"
        rf"siete|ocho|nueve)(?! (?:de|del|y) )",
        _weekday_and_day,
    ),
    row(r"(?:de )?(?:aqui|hoy|ahora) en (?:quince|15)(?: dias)?", lambda _: Atom(day=days.in_days(14))),
    row(r"(?:de )?(?:aqui|hoy|ahora) en (?:ocho|8)(?: dias)?", lambda _: Atom(day=days.in_days(7))),
    row(r"(?:de )?manana en (?:ocho|8)(?: dias)?", lambda _: Atom(day=days.in_days(8))),
    row(rf"(?<!desde ){AGO} {N} (?P<unit>dias?|semanas?|meses|mes|anos?)", lambda m: Atom(day=_unit(m)(-_count(m)))),
    row(
        r"(?:en|dentro de) (?:media hora|(?P<n>" + SMALL + r") (?P<unit>horas?|minutos?|min|h))",
        lambda m: Atom(delta=_delta(m)),
    ),
    row(r"(?:hoy )?(?:en|dentro de) un (?:rato|ratito|ratin|momento|momentito)", lambda _: Atom(day=days.today())),
    row(r"hace (?:un rato|rato|un ratito|un momento|un momentito|nada|poco)", lambda _: Atom(day=days.today())),
    row(
        r"hace (?:media hora|(?P<n>" + SMALL + r") (?P<unit>horas?|minutos?|min|h))",
        lambda m: Atom(delta=-_delta(m)),
    ),
    row(
        rf"(?:para |en |durante )?(?:la )?{NEXT_WEEK}|la otra semana",
        lambda _: Atom(day=days.weekday_of_week(0, 1)),
    ),
    row(r"(?:en |durante )?esta (?:misma )?semana", lambda _: Atom(day=days.end_of_this_week())),
    row(r"(?:en )?la (?:semana pasada|pasada semana)", lambda _: Atom(day=days.weekday_of_week(0, -1))),
    row(r"(?:en )?(?:este|el) (?:fin de semana|finde)", lambda _: Atom(day=days.weekday(5, True))),
    row(
        r"(?:a )?(?P<part>principios|primeros|comienzos|inicios|mediados|finales|fin|final|"
        rf"ultimos)(?: de| del)? (?:de )?(?:mes {NEXT}|proximo mes)",
        lambda m: _month_part(m, 1),
    ),
    row(
        r"(?:a |para )?(?P<part>principios|primeros|mediados|finales|fin|final) (?:de |del |"
        r"de este )mes",
        lambda m: _month_part(m, 0),
    ),
    row(
        r"(?:a |para )?(?P<part>principios|primeros|comienzos|inicios|mediados|finales|fin|"
        rf"final|ultimos) de {FULL_MONTH}",
        _month_part,
    ),
    row(
        rf"(?:para |antes )?(?:el |al |del )(?:dia )?(?P<d>[12]?\d|3[01]) (?:de este mes|del corriente|del mes en "
        rf"curso|"
        rf"(?P<next>del? (?:mes {NEXT}|proximo mes)))",
        _day_of_this_or_next_month,
    ),
    row(r"(?:el )?ultimo dia (?:del|de este) mes", lambda _: Atom(day=days.month_part(0, 31))),
    row(r"(?:el )?primer dia del mes", lambda _: Atom(day=days.month_part(1, 1))),
    row(rf"(?:para |en )?(?:el )?(?:mes {NEXT}|proximo mes)", lambda _: Atom(day=days.month_part(1, 1))),
    row(
        rf"(?:para |en |por |hasta ){FULL_MONTH}|(?:{AFTER_A_DEED}){MONTH.replace('<month>', '<month2>')}",
        lambda m: Atom(day=days.part_of_named_month(MONTHS[m["month"] or m["month2"]], 1)),
    ),
    row(
        r"(?:para |desde |antes |a partir |hasta )?(?:el|al|(?<=antes )del|"
        r"(?<=partir )del|del(?= \d{1,2} a las? ))(?: proximo)? (?:dia )?(?P<d>[12]?\d|3[01])(?![%€]| (?:%|€|euros|"
        r"mil|k|unidades|uds|por (?:ciento|100)|cajas|de)\b| %)",
        _weekday_and_day,
    ),
    row(
        r"(?P<day>manana|pasado manana|hoy) (?P<h>[89]|1\d|2[01])(?= (?:[,.;!)]|con|en|llevar|ver|\w+[aei]r)|$)",
        lambda m: Atom(day=days.in_days(_AHEAD[m["day"]]), clock=clock(small_value(m["h"]), 0)),
    ),
    row(r"(?<!toda la )(?<!media )(?<!casi la )(?<!una )manana", lambda _: Atom(day=days.in_days(1))),
)
