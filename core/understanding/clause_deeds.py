"""The deed of ours that a clause tells, with its own time and kind, if it tells one."""

import re
from dataclasses import dataclass, replace

from core.understanding import dates_en, dates_es
from core.understanding.bringing_es import is_brought
from core.understanding.clauses import Clause
from core.understanding.dates import WhenWords, merged
from core.understanding.deed_times import is_done
from core.understanding.done_there_en import is_done_there
from core.understanding.handed_over import is_handed_over_there
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import GLUE
from core.understanding.nearby_times import times_around
from core.understanding.own_times import is_beside, is_of_talk, own_times, zone_end
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.theirs_en import is_limit, is_of_theirs
from core.understanding.trigger_rows import Trigger


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause with a deed of ours, done or to be done, and its time."""

    clause: Clause
    trigger: Trigger
    is_done: bool
    time: WhenWords | None
    times: tuple[WhenWords, ...] = ()
    """The expressions that its time was put together from."""

    kind: Kind = Kind.TASK


def deed_of(clause: Clause, clauses: list[Clause], reading: Reading, *, follows_done: bool) -> Deed | None:
    trigger = clause.trigger
    if trigger is None or trigger.role in {Role.NOT_OURS, Role.NOT_DONE}:
        return None
    times = [one for one in times_around(clause, clauses, reading) if not is_of_talk(one, trigger, reading)]
    if not times and trigger.role is Role.OPEN and (day := _day_of_the_way(clause, clauses, reading)):
        times = [day]
    if (hour := _hour_alone(times)) and (day := _day_of_the_way(clause, clauses, reading)):
        times = [day, hour]
    if is_of_theirs(trigger, reading):
        return None
    if _lacks_its_time(trigger, times, clause, reading) or _is_doubtful(trigger, reading):
        return None
    was_done = is_done(trigger, times, reading, follows_done=follows_done)
    fitting = [time for time in times if time.is_future is None or time.is_future is not was_done]
    if not was_done and trigger.role is not Role.DONE:
        fitting = [time for time in fitting if not is_limit(time, reading)]
    own = own_times(trigger, fitting, clause, reading, was_done=was_done)
    if not was_done and len(own) == 1 and not own[0].has_hour:
        own = (*own, *(() if follows_done else _hours_apart(clauses[clauses.index(clause) :], reading)))
    time = merged(own[0], own[1]) if len(own) > 1 else own[0] if own else None
    if time and not was_done and (day := _day_told_before(time, clause, clauses, reading)):
        time = merged(day, time)
    return Deed(clause, trigger, was_done, time, own, _kind_of(trigger, clause, reading))


def _lacks_its_time(trigger: Trigger, times: list[WhenWords], clause: Clause, reading: Reading) -> bool:
    """Whether it would be a deed only with a time that is not there, or not so said."""
    is_task = trigger.kind is Kind.TASK and trigger.role in {Role.OPEN, Role.AGREED}
    if (trigger.needs_time or is_task or trigger.role is Role.ASKED) and not times:
        return not _opens(trigger, reading)
    if _is_wish_for_a_date(trigger, reading):
        return not any(time.atom.clock or time.atom.part for time in times)
    if trigger.is_paper:
        return not any(is_beside(one, trigger, clause, reading) for one in times)
    is_wish = trigger.role is Role.AGREED and trigger.needs_time
    return is_wish and not any(_is_definite(one, reading) for one in times)


def _is_wish_for_a_date(trigger: Trigger, reading: Reading) -> bool:
    """Whether they want to see us, and not us to do something: "quiere cita", not "quiere que le llame"."""
    said = reading.sentence.keys[slice(*trigger.span)]
    return trigger.role is Role.ASKED and trigger.kind is Kind.MEETING and said[0] != "que" and said[1:2] != ["que"]


def _is_doubtful(trigger: Trigger, reading: Reading) -> bool:
    """Whether "if" leads to it across a time: "no sé *si el mes que viene* seguimos"."""
    timed = indexes(reading.times)
    index = trigger.span[0] - 1
    while index in timed:
        index -= 1
    is_loose = trigger.role in {Role.OPEN, Role.AGREED}
    return is_loose and reading.sentence.key(index) in {"si", "cuando", "ojala"}


def _hours_apart(clauses: list[Clause], reading: Reading) -> tuple[WhenWords, ...]:
    """The hour told in a piece of its own with a place at most: "in a fortnight visit to Acme, site at 7am"."""
    for clause in clauses:
        times = [one for one in reading.times if clause.holds(one.span[0])]
        if clause.trigger is None and (arrival := _hour_of_arrival(times, reading)):
            return (arrival,)
        known = indexes(times, reading.mentions)
        content = [key for index, key in enumerate(reading.sentence.keys) if clause.holds(index) and index not in known]
        is_short = sum(key not in GLUE for key in content if key.isalpha()) <= 1
        if (
            clause.trigger is None
            and len(times) == 1
            and (times[0].atom.clock or times[0].atom.part)
            and times[0].atom.day is None
            and is_short
        ):
            return (times[0],)
    return ()


def _hour_of_arrival(times: list[WhenWords], reading: Reading) -> WhenWords | None:
    """The hour at which one will be there: "el viernes visito a Ana, salgo a las 7 y *llego a Irún sobre las 9*"."""
    for one in times:
        before = reading.sentence.plain[: reading.sentence.place(one.span[0])]
        if one.atom.clock and one.atom.day is None and _ARRIVING.search(before):
            return one
    return None


_ARRIVING = re.compile(
    r"(?<!\S)(?:llego|llegamos|llegare|llegaremos|estoy alli|estare alli|estoy ahi)(?: (?!y )\S+){0,3} $"
)


def _day_told_before(time: WhenWords, clause: Clause, clauses: list[Clause], reading: Reading) -> WhenWords | None:
    """The day that the piece before tells for an hour alone: "the fair is on the 28th, *we meet there at 11*"."""
    place = clauses.index(clause)
    if time.atom.clock is None or time.atom.day is not None or time.atom.delta is not None or place == 0:
        return None
    before = clauses[place - 1]
    days = [one for one in reading.times if before.holds(one.span[0]) and one.atom.day and not one.has_hour]
    if days and _LIMITS.intersection(reading.sentence.keys[max(0, days[-1].span[0] - 1) : days[-1].span[0] + 1]):
        return None  # "they are out of it by Friday, ringing at half four"
    is_plain = before.trigger is None or before.trigger.role is Role.NOT_OURS
    is_ahead = days and days[-1].is_future is not False and days[-1].span[1] >= before.span[1] - 1
    return days[-1] if is_plain and is_ahead else None


def _hour_alone(times: list[WhenWords]) -> WhenWords | None:
    return times[0] if len(times) == 1 and times[0].atom.clock and times[0].atom.day is None else None


def _day_of_the_way(clause: Clause, clauses: list[Clause], reading: Reading) -> WhenWords | None:
    """The day on which one is there: "*la otra semana viajo a Cali*, aprovecho y paso por Vega"."""
    place = clauses.index(clause)
    if place == 0 or clause.trigger is None or clause.trigger.is_noun:
        return None
    before = next((one for one in reversed(clauses[:place]) if _tells_a_day(one, reading)), clauses[0])
    days = [one for one in reading.times if before.holds(one.span[0]) and one.atom.day is not None]
    is_plain = before.trigger is None or before.trigger.role is Role.NOT_OURS
    is_ahead = bool(days) and days[0].is_future is not False and days[0].span[0] == before.span[0]
    keys = reading.sentence.keys[slice(*before.span)]
    return days[0] if is_plain and is_ahead and not _TRAVELLING.isdisjoint(keys) else None


def _tells_a_day(clause: Clause, reading: Reading) -> bool:
    return any(clause.holds(one.span[0]) and one.atom.day is not None for one in reading.times)


_TRAVELLING = word_set(
    "salgo salimos viajo viajamos voy vamos bajo subo madrugo arranco estoy estare ando vuelo cojo tomo"
)


_LIMITS = word_set("by until till til before since for hasta antes para desde")


def _is_definite(time: WhenWords, reading: Reading) -> bool:
    """Whether a wish has a day or an hour that can be held: "a visit on Friday", not "a demo in July"."""
    said = reading.sentence.keys[slice(*time.span)]
    return time.has_hour or bool(_DAYS.intersection(said)) or any(key[0].isdigit() for key in said)


_DAYS = word_set("tomorrow today manana hoy") | dates_en.WEEKDAYS.keys() | dates_es.WEEKDAYS.keys()


def _opens(trigger: Trigger, reading: Reading) -> bool:
    """Whether the sentence begins with what is to be done for somebody known: "prepare samples for Acme"."""
    said = reading.sentence.key(trigger.span[0])
    is_bare = trigger.verb is None or trigger.verb[0] == trigger.span[0]
    return (
        trigger.span[0] == 0
        and is_bare
        and trigger.role is Role.TO_DO
        and bool(reading.mentions)
        and (said not in _NOUNS_TOO or (said in {"check", "book"} and _has_an_object(trigger, reading)))
    )


def _has_an_object(trigger: Trigger, reading: Reading) -> bool:
    """Whether a thing follows: "*check stock* of trays for Acme", but not "check in", "book value"."""
    key = reading.sentence.key(trigger.span[1])
    return key.isalpha() and key not in GLUE | _NO_OBJECTS


_NO_OBJECTS = word_set("in from cleared arrived received value club came bounced clear done")


_NOUNS_TOO = word_set(
    "order quote service cost supply check review update draft design test estimate survey return demo trial offer "
    "repair follow invoice book"
)


def _is_passed_on(trigger: Trigger, reading: Reading) -> bool:
    """Whether something is passed to them, and what follows tells how: "paso oferta *x mail* pasado mañana"."""
    verb = reading.sentence.key((trigger.verb or trigger.span)[0])
    return trigger.role in {Role.OPEN, Role.AGREED} and verb in _PASSING


_PASSING = word_set("paso pasamos preparo preparamos hago hacemos doy damos")
_ANSWERING = re.compile(r"(?:contest|respond)\w+")
_TELLING_NO_KIND = {Kind.TASK, Kind.CALL}


def _kind_of(trigger: Trigger, clause: Clause, reading: Reading) -> Kind:
    """The verb's kind, or that of the means beside it: "followed up by email"."""
    if trigger.kind is Kind.TASK and (
        is_handed_over_there(trigger, clause.span, reading) or is_done_there(trigger, reading)
    ):
        return Kind.VISIT
    end = zone_end(trigger, clause, reading)
    is_to_come = trigger.kind is Kind.TASK and (trigger.role is Role.TO_DO or _is_passed_on(trigger, reading))
    end = clause.span[1] if is_to_come else end  # "tengo que pedirle los pliegos *por correo*"
    means = [
        one.kind
        for one in reading.channels
        if one.kind and clause.holds(one.span[0]) and (one.span[0] <= end or _leads_to_means(one.span[0], reading))
    ]
    if means and trigger.is_noun and trigger.kind is Kind.MEETING and Kind.CALL in means:
        return Kind.CALL  # a catch up on the phone
    if not means and is_brought(trigger, reading):
        return Kind.VISIT
    if (
        means
        and means[0] is Kind.CALL
        and _ANSWERING.fullmatch(reading.sentence.key((trigger.verb or trigger.span)[0]))
    ):
        return Kind.CALL  # "el lunes le contesto *por teléfono*"
    if not means or trigger.is_noun or (trigger.kind is Kind.CALL and means[0] is Kind.MEETING):
        return trigger.kind
    is_vague = trigger.kind in _TELLING_NO_KIND or "that" in reading.sentence.keys[slice(*trigger.span)]
    return means[0] if is_vague else trigger.kind


def _leads_to_means(index: int, reading: Reading) -> bool:
    """Whether the word there, or before it, says by what means: "reached out to Trevor Bligh *by* email"."""
    return bool({reading.sentence.key(index), reading.sentence.key(index - 1)} & {"by", "via"})


def as_asked(deed: Deed, clauses: list[Clause], reading: Reading) -> Deed:
    """The deed as one that they ask for, where it but goes on with their wish: "wants me to come *and look at it*"."""
    place = clauses.index(deed.clause)
    before = clauses[place - 1].trigger if place else None
    is_bare = deed.trigger.role is Role.TO_DO and deed.trigger.verb is not None
    is_joined = reading.sentence.key(deed.clause.span[0]) == "and" and deed.trigger.span[0] == deed.clause.span[0] + 1
    is_wish = before is not None and before.role in _WISHED
    if not (is_bare and is_joined and is_wish and deed.trigger.verb[0] == deed.trigger.span[0]):  # type: ignore[index]
        return deed
    return replace(deed, trigger=replace(deed.trigger, role=Role.ASKED))


_WISHED = {Role.ASKED, Role.AGREED}
