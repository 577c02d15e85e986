"""Which of what is to be done is meant, where several pieces tell of it: what was ordered, a limit, an appointment."""

import re
from dataclasses import replace

from core.understanding.appointments import heading_appointment
from core.understanding.clause_deeds import Deed
from core.understanding.clauses import Clause
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_spanish
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set


def with_what_was_ordered(deeds: list[Deed], reading: Reading) -> list[Deed]:
    """What is to be booked, told by a noun behind it: "agéndame a Ana, *llamada de 20 minutos*, el 30 a las 11"."""
    if len(deeds) < _TWO or deeds[0].trigger.span[0] > 0 or not _BOOKING.match(reading.sentence.plain):
        return deeds
    order, noun = deeds[0], deeds[1]
    known = indexes(reading.durations, noun.times)
    places = (index for index in range(*noun.clause.span) if index not in known)
    rest = [reading.sentence.key(index) for index in places if not noun.trigger.span[0] <= index < noun.trigger.span[1]]
    if not noun.trigger.is_noun or not all(key in GLUE for key in rest):
        return deeds
    booked = replace(order, kind=noun.kind) if order.time else replace(noun, is_done=False)
    return [booked, *deeds[2:]]


_TWO = 2
_BOOKING = re.compile(r"(?:agend|apunt|anot|program|reserv|cuadr|cit|met|pon)\w* (?:a|con) ")


def with_what_is_meant_first(coming: list[Deed], reading: Reading) -> list[Deed]:
    """What is to be done, the deed itself before where one has to be that day, and before a mere limit: "tengo que
    estar en Cali, así que *la visita la paso al jueves*", "hay que cerrarlo antes del 30, *mañana llamo a Ana*"."""
    if len(coming) < _TWO or coming[1].time is None:
        return coming
    first, second = coming[:2]
    is_named = any(first.clause.holds(one.span[0]) for one in reading.mentions)
    is_but_there = "estar" in reading.sentence.keys[slice(*first.trigger.span)] and not is_named
    is_theirs = _is_but_wanted(first, reading) and reading.sentence.key(second.clause.span[0]) in {"so", "i", "and"}
    limits = {reading.sentence.key(one.span[0]) for one in first.times}
    if _is_but_a_step(first, second, reading):
        return [second, first, *coming[2:]]
    is_limit = first.kind is Kind.TASK and second.kind is not Kind.TASK and bool(limits & {"antes", "hasta"})
    return [second, first, *coming[2:]] if is_but_there or is_limit or is_theirs else coming


def _is_but_wanted(deed: Deed, reading: Reading) -> bool:
    """Whether it but goes on with what they want: "she wants matte letters *and a price by Friday* so I'll do that
    tomorrow"."""
    sentence, first = reading.sentence, deed.trigger.span[0]
    begin = reading.segment_of(first)[0]
    is_joined = sentence.key(first - 1) in {"and", "plus"} or first == begin
    return deed.kind is Kind.TASK and is_joined and bool(_WANTS.intersection(sentence.keys[begin:first]))


_WANTS = word_set("wants want wanted needs need asked asking wanting needing")


def _is_but_a_step(first: Deed, second: Deed, reading: Reading) -> bool:
    """Whether a task in the office comes before one sees or rings them: "lo pido hoy *y se lo llevo el viernes*"."""
    has_times = first.time is not None and second.time is not None and first.times != second.times
    are_ours = {first.trigger.role, second.trigger.role} <= {Role.AGREED, Role.TO_DO, Role.OPEN}
    is_with_them = second.kind in {Kind.VISIT, Kind.CALL, Kind.MEETING, Kind.EMAIL} and not second.trigger.is_noun
    return first.kind is Kind.TASK and is_with_them and has_times and are_ours and is_spanish(reading.sentence)


def with_times_told_apart(coming: list[Deed], reading: Reading) -> list[Deed]:
    """What is to be done, with the time of a bare "to do" behind it: "get a quote typed up, *to do Monday*"."""
    for later in coming:
        places = range(*later.clause.span)
        said = {reading.sentence.key(index) for index in places} - {
            reading.sentence.key(index) for time in later.times for index in range(*time.span)
        }
        before = [one for one in coming if one.time is None and one.clause.span[1] <= later.clause.span[0]]
        if before and later.time and said <= _TO_BE_DONE:
            return [replace(before[-1], time=later.time, times=later.times)]
    return coming


_TO_BE_DONE = GLUE | word_set(
    "to do it that this done get be have by on must need sort do hacer hacerlo hare haremos hago hacemos"
)


def headed_by_an_appointment(deed: Deed, clauses: list[Clause], reading: Reading) -> Deed | None:
    """The appointment before what is but to be done for it: "*mañana a las 10 Ana en Vega*, llevar muestras"."""
    found = heading_appointment(clauses[0], reading)
    if found is None or deed.clause is clauses[0] or not (_is_but_for_it(deed) and is_spanish(reading.sentence)):
        return None
    clause, trigger, time = found
    return Deed(clause, trigger, False, time, (time,), trigger.kind)


def _is_but_for_it(deed: Deed) -> bool:
    """Whether it has no time in its own piece, and is no deed by itself: "llevar muestras"."""
    has_its_own = any(deed.clause.holds(one.span[0]) for one in deed.times)
    return not has_its_own and (deed.time is None or deed.trigger.keeps_verb)
