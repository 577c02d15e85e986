"""The times in a deed's clause, and those that stand alone beside it."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from core.understanding import dates_en, dates_es
from core.understanding.clauses import Clause
from core.understanding.dates import When, WhenWords, resolve
from core.understanding.feedback import tells_feedback
from core.understanding.kinds import Role
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set


def times_around(clause: Clause, clauses: list[Clause], reading: Reading) -> list[WhenWords]:
    """The times in the deed's clause, and those that stand alone before or after it."""
    around = [
        *(_times_alone_before(clause, clauses, reading) or _times_of_a_heading(clause, clauses, reading)),
        *_times_in(clause, reading),
        *_times_alone_after(clause, clauses, reading),
    ]
    return around or _time_of_what_goes_with_it(clause, clauses, reading)


def _time_of_what_goes_with_it(clause: Clause, clauses: list[Clause], reading: Reading) -> list[WhenWords]:
    """The day of something else that one will do first: "*el lunes* me siento con Compras *y le preparo* algo"."""
    place = clauses.index(clause)
    if place == 0 or clause.trigger is None or clause.trigger.role not in {Role.AGREED, Role.TO_DO}:
        return []
    before, keys = clauses[place - 1], reading.sentence.keys
    times = _times_in(before, reading)
    if keys[clause.span[0]] not in {"y", "e"} or before.trigger is not None or len(times) != 1 or not times[0].atom.day:
        return []
    if times[0].is_future is False:
        return []
    ahead = [key for key in keys[times[0].span[1] : before.span[1]] if key not in _CLITICS]
    return times if ahead and _WE_DO.fullmatch(ahead[0]) else []


_WE_DO = re.compile(r"\w{2,}(?<![aeiou]d)(?<!ot)(?:o|oy|amos|emos|imos|are|ere|ire)")
_CLITICS = word_set("me nos le les lo la los las se ya yo")


def _times_in(clause: Clause, reading: Reading) -> list[WhenWords]:
    return [time for time in reading.times if clause.holds(time.span[0])]


def _times_alone_after(clause: Clause, clauses: list[Clause], reading: Reading) -> Iterator[WhenWords]:
    """Times that stand alone after a comma belong to the deed before it: "volver a llamar, el jueves"."""
    for place, later in enumerate(clauses[clauses.index(clause) + 1 :], clauses.index(clause) + 2):
        if _leads_on(later, clauses[place : place + 1], reading):
            return
        is_beside = (
            _is_time_alone(later, reading)
            or _says_when_one_is_there(later, reading)
            or (_is_name_alone(later, reading) and not _is_of_a_sale(clause, later, reading))
        )
        if not (is_beside or _says_what_for(clause, later, reading) or _goes_on_listing(clause, later, reading)):
            return
        yield from _times_in(later, reading)


def _goes_on_listing(clause: Clause, later: Clause, reading: Reading) -> bool:
    """Whether the next pieces but name more of what is to be done: "quote him the pump, *the hose and the tank by
    Tuesday*"."""
    if clause.trigger is None or clause.trigger.role is not Role.TO_DO or later.trigger is not None:
        return False
    if not is_english(reading.sentence) or reading.sentence.key(later.span[0]) not in _LISTED:
        return False
    timed = indexes(reading.times)
    keys = [reading.sentence.key(index) for index in range(*later.span) if index not in timed]
    return not tells_feedback(keys) and not _SUBJECTS.intersection(keys)


_LISTED = word_set("the a an two three four five six some and plus his her their our")
_SUBJECTS = word_set("i we he she they it you who which that so but because cos if when")


def _says_when_one_is_there(later: Clause, reading: Reading) -> bool:
    """Whether it but tells when one is around: "quisiera ver a Ana, *aprovechando que el martes estaré en Irún*"."""
    keys = reading.sentence.keys[slice(*later.span)]
    return later.trigger is None and keys[:1] in _TAKING_CHANCE and bool(_BEING_THERE.intersection(keys))


_TAKING_CHANCE = (["aprovechando"], ["aprovecho"], ["ya"], ["que"], ["porque"])
_BEING_THERE = word_set("estare estoy estaremos estamos andare ando andamos pasare viajo subo bajo voy vamos")


def _leads_on(alone: Clause, following: list[Clause], reading: Reading) -> bool:
    """Whether a new sentence begins with the time, and goes on with what is done then: "hay que cambiarlas. *Mañana, a
    las 8,* vuelvo"."""
    if reading.sentence.key(alone.span[0] - 1) not in {".", ";"} or not _is_time_alone(alone, reading):
        return False
    goes_on = bool(following) and following[0].trigger is not None and following[0].trigger.role in _AHEAD
    return goes_on and reading.sentence.key(alone.span[1] - 1) == "," and not list(_times_in(following[0], reading))


_AHEAD = {Role.TO_DO, Role.OPEN, Role.AGREED}


def _says_what_for(clause: Clause, later: Clause, reading: Reading) -> bool:
    """Whether the next clause but says for what they meet: "he quedado con Ana *para comer* el jueves"."""
    is_agreed = clause.trigger is not None and (clause.trigger.role is Role.AGREED or clause.trigger.is_noun)
    first = later.span[0]
    return is_agreed and reading.sentence.key(first) == "para" and reading.sentence.key(first + 1) in _MEALS


_MEALS = word_set("comer cenar desayunar almorzar tomar vernos verla verlo verle verlos hablar revisar ver repasar")


def _is_of_a_sale(clause: Clause, later: Clause, reading: Reading) -> bool:
    """Whether it tells, behind what was done, only when something is sold: "cuelgo con Ana, *los hornos en junio*"."""
    is_done = clause.trigger is not None and clause.trigger.role is Role.DONE
    return is_done and not any(later.holds(one.span[0]) for one in reading.mentions)


def _is_name_alone(clause: Clause, reading: Reading) -> bool:
    """Whether the clause says but whose people they are: "con Raúl Medina, *de LIS Logística*, para mañana"."""
    named = indexes(reading.mentions, reading.times, reading.titles)
    named |= {index for span in reading.strangers for index in range(*span)}
    places = [index for index in range(*clause.span) if not _is_the_new_one(index, reading)]
    return (
        clause.trigger is None
        and "back" not in reading.sentence.keys[slice(*clause.span)]  # "Mike back Monday" is their day
        and any(index in named for index in places)
        and all(index in named or reading.sentence.key(index) in GLUE | _TOGETHER for index in places)
    )


def _is_the_new_one(index: int, reading: Reading) -> bool:
    """Whether it but says that somebody is new there: "a Sandra, *la nueva* de Quintanar, mañana"."""
    return reading.sentence.key(index) in {"nuevo", "nueva"} and reading.sentence.key(index - 1) in {"el", "la"}


_TOGETHER = word_set("both all together afterwards then plus ambos los dos juntos")


def _times_of_a_heading(clause: Clause, clauses: list[Clause], reading: Reading) -> list[WhenWords]:
    """Times before a noun with names and no talk: "jueves 16, 12:00, Requena y Gloria, *presentación* portal"."""
    earlier = clauses[: clauses.index(clause)]
    is_bare_noun = clause.trigger is not None and clause.trigger.is_noun and not list(_times_in(clause, reading))
    if not is_bare_noun or not earlier or any(one.trigger for one in earlier):
        return []
    before = range(clause.span[0])
    known = indexes(reading.mentions, reading.times)
    if reading.durations or tells_feedback([reading.sentence.key(index) for index in before if index not in known]):
        return []
    return [time for one in earlier for time in _times_in(one, reading)]


def _times_alone_before(clause: Clause, clauses: list[Clause], reading: Reading) -> list[WhenWords]:
    """Times that stand alone before a comma belong to the deed after it: "esta tarde, a las 17:15, he llamado"."""
    earlier = clauses[: clauses.index(clause)]
    if not all(_is_time_alone(one, reading) or _is_name_alone(one, reading) for one in earlier):
        return []
    return [time for one in earlier for time in _times_in(one, reading)]


def _is_time_alone(clause: Clause, reading: Reading) -> bool:
    covered = indexes(_times_in(clause, reading), reading.durations, reading.amounts)
    return clause.trigger is None and all(
        index in covered or reading.sentence.key(index) in GLUE | _SURELY for index in range(*clause.span)
    )


_SURELY = word_set(
    "puente pasado pasada pasados pasadas festivo feriado feriados verano vacaciones navidad navidades "
    "carnaval carnavales fiestas nuevos nuevas vuelta regreso tras despues feria viaje "
    "sin falta due deadline latest at said says suggested"
)


def today_told(reading: Reading, last: int) -> WhenWords | None:
    """A "hoy" before this token that nobody else's doings lead to: "*hoy* en Atlántico, Silvia pide …"."""
    for time in reading.times:
        if reading.sentence.words(time.span).lower() == "hoy" and time.span[0] < last:
            before = reading.sentence.keys[: time.span[0]]
            return None if tells_feedback(before) or _NOT_OF_OURS.intersection(before) else time
    return None


_NOT_OF_OURS = word_set("para hasta desde si lo factura pedido oferta precio")
"""Before "hoy" they make it no day of ours."""


def after_the_month_told(start: When, time: WhenWords, reading: Reading) -> When:
    """What but a number tells is a day of the month told before: "vuelve el 3 de agosto, le llamo el 4"."""
    if not _DAY_ALONE.fullmatch(reading.sentence.words(time.span).lower()):
        return start
    earlier = [one for one in reading.times if one.span[1] <= time.span[0] and _MONTH_SAID.search(_said(one, reading))]
    told = resolve(earlier[-1], reading.now, is_future=True) if earlier else None
    if told is None or told.day <= start.day:
        return start
    months = [told.day.replace(day=1), (told.day.replace(day=28) + timedelta(days=7)).replace(day=1)]
    eves = [datetime.combine(month - timedelta(days=1), reading.now.timetz()) for month in months]
    days = [when for eve in eves if (when := resolve(time, eve, is_future=True))]
    return min(days, key=lambda when: abs(when.day - told.day), default=start)


def _said(time: WhenWords, reading: Reading) -> str:
    return " ".join(reading.sentence.keys[slice(*time.span)])


_DAY_ALONE = re.compile(r"(?:(?:para|sobre|hacia|antes) )*(?:el |del |on )?(?:the |día |dia )?\d{1,2}(?:st|nd|rd|th)?")
_MONTH_SAID = re.compile(r"\d (?:de |of )?(?:" + "|".join([*dates_es.MONTHS, *dates_en.MONTHS]) + r")\b")
