"""How Spanish says days and times of day, as patterns over plain text; earlier rows go before later ones."""

import re
from collections.abc import Callable
from datetime import timedelta

from core.understanding import days
from core.understanding.atoms import Atom, Row, row, weak
from core.understanding.clock import Clock, Part, clock
from core.understanding.numbers import SMALL, small_value
from core.understanding.text import word_set

Match = re.Match[str]
WEEKDAYS = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
    "lun": 0, "mier": 2, "mie": 2, "jue": 3, "juev": 3, "vie": 4, "vier": 4, "vi": 4, "mart": 1, "miercole": 2,
    "sab": 5, "dom": 6,
}  # fmt: skip
MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
    "ene": 1, "feb": 2, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip
SHORT_WEEKDAYS = {"lun", "mie", "mier", "jue", "juev", "vie", "vier", "vi", "sab", "dom", "mart"}

_WD = "(?P<wd>" + "|".join(sorted((w for w in WEEKDAYS if w not in SHORT_WEEKDAYS), key=len, reverse=True)) + ")"
_ANY_WD = "(?P<wd>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?: \.)?"
_FULL_MONTH = "(?P<month>" + "|".join(name for name in MONTHS if len(name) > 3 and name != "sept") + ")"  # noqa: PLR2004 - whole names
_NEXT = r"(?:que viene|proximo|proxima|prox(?: \.)?|siguiente|que entra|q viene|entrante|que vienen)"
_NEXT_WEEK = rf"(?:semana {_NEXT}|(?:proxima|proximo|prox(?: \.)?|siguiente) semana)"
_LAST = r"(?:pasado|pasada|ultimo|ultima)"
_N = rf"(?P<n>{SMALL}|un par de)"
_IN = r"(?:en|dentro de|de aqui a|a|para dentro de|d aqui a)"
_PAYING = word_set(
    "pago pagos pagar paga pagan pagaban cobro cobrar giro letra plazo plazos financiar financia financian "
    "financiacion factura facturas transferencia confirming pagare pagares contrato renting leasing vencimiento"
)
_UNPAID = "".join(rf"(?<!{word} )" for word in sorted(_PAYING))
"""After these, `a 60 días` is how they pay, no day."""
_AGO = r"(?:hace|hara)(?: ya| como| unos| unas)?"
_PREFIX = (
    r"(?:(?:a mas tardar |como muy tarde |como tarde |sin falta )?(?:para |desde |hasta |antes )?(?:el |este |"
    r"la |al |del )(?:dia )?)"
)
_COUNTED: dict[str, Callable[[int], days.Day]] = {
    "d": days.in_days,
    "s": lambda count: days.in_days(7 * count),
    "m": days.in_months,
    "a": lambda count: days.in_months(12 * count),
}
_UNIT = r"(?P<unit>dias?|semanas?|sem|meses|mes|anos?|d|s)"
_DEEDS_AHEAD = word_set(
    "llamar rellamar volver seguimiento revisar rev retomar insistir pasar contactar recontactar escribir visitar "
    "visita reunion llamada vuelvo llamo rellamo repetir revision seguimos hablamos aviso"
)
_AFTER_A_DEED = "|".join(rf"(?<={word}{stop} )" for word in sorted(_DEEDS_AHEAD) for stop in ("", r" \."))
"""After these, a bare `15 d` says in how many days."""
_NUMBER_WORDS_OF_HOURS = "una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
_H = rf"(?P<h>\d{{1,2}}|{_NUMBER_WORDS_OF_HOURS})"
_AT = (
    r"(?:(?:(?:sobre |hacia |a eso de |desde |antes de |a partir de |para |como |tipo |@ |hasta |"
    r"despues de )?(?:a )?las? )|(?:tipo |a eso de ))"
)


_DAY_WORDS = (
    "diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidos|"
    "veintitres|veinticuatro|veinticinco|veintiseis|veintisiete|veintiocho|veintinueve|treinta|treinta y uno"
)


def _count(match: Match) -> int:
    return 2 if match["n"] == "un par de" else small_value(match["n"])


def _unit(match: Match) -> Callable[[int], days.Day]:
    return _COUNTED[match["unit"][0]]


def _weekday_and_day(match: Match) -> Atom | None:
    day = days.day_of_month(small_value(match["d"]))
    return Atom(day=day) if day else None


def _day_and_month(match: Match) -> Atom | None:
    month = MONTHS[match["month"]]
    year = int(match["y"]) if match["y"] else None
    day = days.day_and_month(1 if match["d"] in {"uno", "primero"} else small_value(match["d"]), month, year)
    return Atom(day=day) if day else None


def _month_part(match: Match, months: int | None = None) -> Atom:
    number = {"pri": 1, "com": 1, "ini": 1, "med": 15, "fin": 31, "ult": 31}[match["part"][:3]]
    if months is not None:
        return Atom(day=days.month_part(months, number))
    return Atom(day=days.part_of_named_month(MONTHS[match["month"]], number))


def _hour(match: Match) -> Atom:
    said = match["h"]
    minute = _QUARTERS.get(match["m"]) or _small_or_zero(match["m"])
    if match["sign"] == "menos":
        return Atom(clock=Clock(small_value(said), -minute))
    return Atom(clock=clock(small_value(said), minute, is_padded=said.startswith("0")))


def _hour_of_part(match: Match) -> Atom:
    return Atom(clock=Clock(int(match["h"])), part=_PARTS[match["part"]])


_QUARTERS = {"cuarto": 15, "media": 30}


def _range(match: Match) -> Atom | None:
    start = clock(small_value(match["h"]), _QUARTERS.get(match["mw"]) or _small_or_zero(match["m"]))
    until = clock(small_value(match["h2"]), _QUARTERS.get(match["mw2"]) or _small_or_zero(match["m2"]))
    return Atom(clock=start, until=until)


def _range_of_digits(match: Match) -> Atom:
    start, until = (clock(*_hour_and_minute(match[side])) for side in ("from", "to"))
    return Atom(clock=start, until=until)


def _hour_and_minute(text: str) -> tuple[int, int]:
    hour, minute = re.split(r"[.:]", text)
    return int(hour), int(minute)


def _small_or_zero(text: str | None) -> int:
    return small_value(text) if text else 0


_AHEAD = {"hoy": 0, "manana": 1, "pasado manana": 2}


def _digits(match: Match) -> Atom:
    hour, minute = re.split(r"[.:]", match["hm"])
    return Atom(clock=clock(int(hour), int(minute), (match["half"] or "")[:1] or None, is_padded=hour.startswith("0")))


def _short_weekday(match: Match) -> Atom:
    return Atom(day=days.weekday(WEEKDAYS[match["wd"]]))


_PARTS = {"manana": Part.MORNING, "tarde": Part.AFTERNOON, "noche": Part.EVENING, "mediodia": Part.MIDDAY}


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
    row(r"(?:a|para )?(?:al|el) (?:dia siguiente|otro dia)(?! (?:a|al|de|del) )|al siguiente", _after(1)),
    row(r"(?:el |un )?dia (?:antes|anterior)(?! (?:de|del) )|la vispera(?! (?:de|del) )|el dia de antes", _after(-1)),
    row(
        rf"(?:a los |al cabo de )?{_N} {_UNIT} (?:despues|mas tarde)(?! (?:de|del) )",
        _after_so_many,
    ),
    row(r"(?:a )?la semana siguiente", _after(7)),
    row(r"manana no(?: ,)? (?:sino |mejor )?(?:el )?pasado(?: manana)?", lambda _: Atom(day=days.in_days(2))),
    row(r"(?:de )?pasado manana", lambda _: Atom(day=days.in_days(2))),
    row(r"(?:antes de ayer|anteayer|antier|antesdeayer|antes d ayer|ante ayer)", lambda _: Atom(day=days.in_days(-2))),
    row(r"ayer noche|anoche", lambda _: Atom(day=days.in_days(-1), part=Part.EVENING)),
    row(r"ayer", lambda _: Atom(day=days.in_days(-1))),
    row(
        r"(?:esta|hoy por la|hoy a la) (?P<part>manana|tarde|noche)",
        lambda m: Atom(day=days.today(), part=_PARTS[m["part"]]),
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
    row(r"(?:por|de|a|en|x) la (?P<part>manana|tarde|noche)", lambda m: Atom(part=_PARTS[m["part"]])),
    row(r"(?:a|al|del|de|el)? ?(?:mediodia|medio dia)", lambda _: Atom(part=Part.MIDDAY)),
    row(
        rf"{_PREFIX}?{_WD}(?: ,)? (?:de la |de )?{_NEXT_WEEK}|"
        rf"(?:para |en )?(?:la )?{_NEXT_WEEK}(?: ,)? (?:el |este )?{_WD.replace('wd', 'wd2')}",
        lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"] or m["wd2"]], 1)),
    ),
    row(
        rf"(?:a |para )?(?P<end>principios|comienzos|mediados|finales|fin|final) de (?:la )?{_NEXT_WEEK}",
        lambda m: Atom(day=days.weekday_of_week({"p": 0, "c": 0, "m": 2, "f": 4}[m["end"][0]], 1)),
    ),
    row(
        r"(?:a |para )?(?:finales|final|fin) de (?:la |esta )?semana(?! \w*tarde)|antes de que (?:acabe|termine) "
        r"la semana|"
        r"antes del? (?:finde|fin de semana)|a lo largo de la semana",
        lambda _: Atom(day=days.weekday(4, True)),
    ),
    row(
        rf"{_PREFIX}?{_WD} de la (?:semana pasada|pasada semana)",
        lambda m: Atom(day=days.weekday_of_week(WEEKDAYS[m["wd"]], -1)),
    ),
    row(
        rf"(?:del|de|el) {_WD} en (?:ocho|8)(?: dias)?",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 1)),
    ),
    row(
        rf"(?:del|de|el) {_WD} en (?:quince|15)(?: dias)?",
        lambda m: Atom(day=days.weekday_and_weeks(WEEKDAYS[m["wd"]], 2)),
    ),
    row(rf"{_PREFIX}?{_WD},? (?:dia )?(?P<d>\d{{1,2}}) de (?P<y>(?!))?{_MONTH}", _day_and_month),
    row(
        rf"(?:(?:para |del? |desde |hasta |antes |a partir )?(?:el |al |del )?(?:dia )?)(?P<d>\d{{1,2}}|primero|"
        rf"{SMALL}(?= de )) (?:de |d )?{_MONTH}"
        r"(?: (?:de |del )?(?P<y>20\d\d))?",
        _day_and_month,
    ),
    row(
        r"(?:(?:para |desde |hasta )?(?:el |al |"
        r"del )?(?:dia )?)(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?:[/-](?P<y>\d{4}|\d\d))?",
        _numeric,
    ),
    row(
        rf"{_PREFIX}?{_WD} (?:dia )?(?P<d>[12]?\d|3[01])(?! (?:h|horas|de|min|%|€|euros|"
        r"unidades|y (?:media|cuarto|pico)|menos|am|pm)\b)",
        _weekday_and_day,
    ),
    row(
        rf"{_PREFIX}?{_WD} (?:pasado|anterior|ultimo)|(?:el )?(?:pasado|"
        rf"ultimo) {_WD.replace('wd', 'wd2')}",
        _past_weekday,
    ),
    row(
        rf"(?:{_PREFIX}?(?:proximo|este proximo|siguiente) )?{_PREFIX}?{_WD} {_NEXT}|"
        rf"{_PREFIX}?(?:proximo|este proximo|siguiente) {_WD.replace('wd', 'wd2')}",
        _future_weekday,
    ),
    row(rf"{_PREFIX}?{_WD}", _short_weekday),
    row(rf"(?:el|este|para el|al|hasta el|antes del) {_ANY_WD}(?: \.)?", _short_weekday),
    row(r"(?P<wd>lun|mie|mier|jue|juev|vie|vier)(?: \.)?(?! \.)", _short_weekday),
    row(
        rf"(?:{_PREFIX})?{_ANY_WD}(?: \.)?(?: ,)? (?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})(?:[/-](?P<y>\d{{4}}|\d\d))?",
        _numeric,
    ),
    row(rf"{_ANY_WD}(?: \.)?(?= (?:\d{{1,2}}[.:]\d\d|\d{{1,2}} h|a las|por la))", _short_weekday),
    row(rf"{_ANY_WD}(?: \.)? (?P<d>\d{{1,2}})(?= (?:\d{{1,2}}[.:]\d\d|a las?|por la|[,.;])|$)", _weekday_and_day),
    row(
        rf"(?:el|este|para el|al) {_ANY_WD}(?: \.)? (?P<d>\d{{1,2}})(?! (?:h|horas|de|min|%|€|euros|unidades|am|pm|"
        rf"a m|p m|"
        r"y (?:media|cuarto|pico)|menos)\b)",
        _weekday_and_day,
    ),
    row(rf"{_IN} {_N} (?P<unit>dias?) (?:laborables|habiles)", lambda m: Atom(day=days.in_working_days(_count(m)))),
    row(
        rf"(?:{_UNPAID}{_IN} (?:unos |unas )?|{_AFTER_A_DEED}){_N} {_UNIT}",
        lambda m: Atom(day=_unit(m)(_count(m))),
    ),
    row(r"(?:en|dentro de) medio ano", lambda _: Atom(day=days.in_months(6))),
    row(
        r"(?:el |para el |al |antes del |dia |el dia |para el dia )"
        rf"(?P<d>{_DAY_WORDS})(?= (?:a las?|por la|al mediodia|[,.;!)])|$)",
        _weekday_and_day,
    ),
    row(r"(?:de )?(?:aqui|hoy|ahora) en (?:quince|15)(?: dias)?", lambda _: Atom(day=days.in_days(14))),
    row(r"(?:de )?(?:aqui|hoy|ahora) en (?:ocho|8)(?: dias)?", lambda _: Atom(day=days.in_days(7))),
    row(r"(?:de )?manana en (?:ocho|8)(?: dias)?", lambda _: Atom(day=days.in_days(8))),
    row(r"de hoy en (?:ocho|8)(?: dias)?", lambda _: Atom(day=days.in_days(7))),
    row(r"de hoy en (?:quince|15)(?: dias)?", lambda _: Atom(day=days.in_days(14))),
    row(rf"{_AGO} {_N} (?P<unit>dias?|semanas?|meses|mes|anos?)", lambda m: Atom(day=_unit(m)(-_count(m)))),
    row(
        r"(?:en|dentro de) (?:media hora|(?P<n>" + SMALL + r") (?P<unit>horas?|minutos?|min|h))",
        lambda m: Atom(delta=_delta(m)),
    ),
    row(r"hace (?:un rato|rato|un ratito|un momento|un momentito|nada|poco)", lambda _: Atom(day=days.today())),
    row(
        r"hace (?:media hora|(?P<n>" + SMALL + r") (?P<unit>horas?|minutos?|min|h))",
        lambda m: Atom(delta=-_delta(m)),
    ),
    row(
        rf"(?:para |en |durante )?(?:la )?{_NEXT_WEEK}|la otra semana",
        lambda _: Atom(day=days.weekday_of_week(0, 1)),
    ),
    row(r"(?:en |durante )?esta (?:misma )?semana", lambda _: Atom(day=days.end_of_this_week())),
    row(r"(?:en )?la (?:semana pasada|pasada semana)", lambda _: Atom(day=days.weekday_of_week(0, -1))),
    row(r"(?:en )?(?:este|el) (?:fin de semana|finde)", lambda _: Atom(day=days.weekday(5, True))),
    row(
        r"(?:a )?(?P<part>principios|primeros|comienzos|inicios|mediados|finales|fin|final|"
        rf"ultimos)(?: de| del)? (?:de )?(?:mes {_NEXT}|proximo mes)",
        lambda m: _month_part(m, 1),
    ),
    row(
        r"(?:a |para )?(?P<part>principios|primeros|mediados|finales|fin|final) (?:de |del |"
        r"de este )mes",
        lambda m: _month_part(m, 0),
    ),
    row(
        r"(?:a |para )?(?P<part>principios|primeros|comienzos|inicios|mediados|finales|fin|"
        rf"final|ultimos) de {_FULL_MONTH}",
        _month_part,
    ),
    row(r"(?:el )?ultimo dia (?:del|de este) mes", lambda _: Atom(day=days.month_part(0, 31))),
    row(r"(?:el )?primer dia del mes", lambda _: Atom(day=days.month_part(1, 1))),
    row(rf"(?:para |en )?(?:el )?(?:mes {_NEXT}|proximo mes)", lambda _: Atom(day=days.month_part(1, 1))),
    row(
        rf"(?:para |en |por |hasta ){_FULL_MONTH}|(?:{_AFTER_A_DEED}){_MONTH.replace('<month>', '<month2>')}",
        lambda m: Atom(day=days.part_of_named_month(MONTHS[m["month"] or m["month2"]], 1)),
    ),
    row(
        r"(?:para |desde |antes |a partir |hasta )?(?:el|al|(?<=antes )del|"
        r"(?<=partir )del)(?: proximo)? (?:dia )?(?P<d>[12]?\d|3[01])(?![%€]| (?:%|€|euros|"
        r"mil|k|unidades|uds|por (?:ciento|100)|cajas|de)\b| %)",
        _weekday_and_day,
    ),
    row(r"(?:de |from )?(?P<from>\d{1,2}:\d\d) (?:-|a|to|hasta) (?P<to>\d{1,2}:\d\d)", _range_of_digits),
    row(
        r"(?:de )?(?P<h>\d{1,2}) (?:-|a) (?P<h2>\d{1,2}) (?:h|horas)(?P<m>(?!))?(?P<mw>(?!))?(?P<m2>(?!))?"
        r"(?P<mw2>(?!))?",
        _range,
    ),
    row(
        rf"(?:de|desde las|de las|entre las) {_H}(?:[:.](?P<m>\d\d)| y (?P<mw>media|cuarto))? (?:a|hasta|"
        rf"y)(?: las)? {_H.replace('<h>', '<h2>')}(?:[:.](?P<m2>\d\d)| y (?P<mw2>media|cuarto))?",
        _range,
    ),
    row(
        rf"{_AT}{_H}(?: (?P<sign>y|menos|con) (?P<m>cuarto|media|{SMALL}))?(?: en punto| y pico| h|"
        r" horas)?(?! (?:unidades|cajas|piezas|semanas|empresas|personas|maquinas|tiendas))",
        _hour,
    ),
    row(
        r"(?:a las?|alas?|las) (?P<h>1?\d|2[0-3])(?P<m>[0-5]\d)(?P<sign>(?!))?(?= (?:[,.;!)]|con|en|de|y|para)|$)",
        _hour,
    ),
    row(r"alas? (?P<h>\d{1,2})(?P<sign>(?!))?(?P<m>(?!))?", _hour),
    row(
        r"(?P<day>manana|pasado manana|hoy) (?P<h>[89]|1\d|2[01])(?= (?:[,.;!)]|con|en|llevar|ver|\w+[aei]r)|$)",
        lambda m: Atom(day=days.in_days(_AHEAD[m["day"]]), clock=clock(small_value(m["h"]), 0)),
    ),
    row(
        rf"{_AT}(?P<hm>\d{{1,2}}[.:]\d\d)(?: h|"
        r" horas)?(?: (?P<half>[ap]) ?\.? ?m ?\.?)?(?: (?P<half2>am|pm))?",
        _digits,
    ),
    row(r"(?P<hm>\d{1,2}:\d\d)(?: h| horas)?(?: (?P<half>am|pm))?", _digits),
    weak(rf"{_H} (?P<sign>y|menos) (?P<m>cuarto|media)", _hour),
    row(rf"(?:{_AFTER_A_DEED})(?P<h>[89]|1\d|20) (?:h|hs|horas)(?P<sign>(?!))?(?P<m>(?!))?", _hour),
    weak(r"(?P<h>[789]|1\d|20) (?:h|hs|horas)(?P<sign>(?!))?(?: (?P<m>\d\d))?", _hour),
    weak(r"(?P<hm>\d{1,2}[.:]\d\d)(?: h| hs| horas)?(?: (?P<half>am|pm))?", _digits),
    row(r"(?P<h>[1-9]|1[0-2])(?: de la)? (?P<part>tarde|noche)(?P<m>(?!))?(?P<sign>(?!))?", _hour_of_part),
    weak(r"(?P<part>tarde|noche)", lambda m: Atom(part=_PARTS[m["part"]])),
    row(r"manana", lambda _: Atom(day=days.in_days(1))),
)
