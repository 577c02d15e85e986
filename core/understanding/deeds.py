"""What was done and what is to be done: the deeds with their times, and which are the entry and its follow-up."""

import re
from dataclasses import dataclass, replace

from core.understanding import dates_en, dates_es
from core.understanding.appointments import appointment
from core.understanding.bare_follow_ups import bare_follow_up
from core.understanding.clauses import Clause, cut
from core.understanding.dates import WhenWords, merged
from core.understanding.deed_times import is_beside, is_done, is_of_talk, own_times, times_around, zone_end
from core.understanding.feedback import tells_feedback
from core.understanding.heads import find_head
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.told import is_told_before
from core.understanding.told_es import kind_said
from core.understanding.triggers import Trigger


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


@dataclass(frozen=True, slots=True)
class Deeds:
    """The clauses, the entry (done, or planned when nothing was done), and the follow-up of what was done."""

    clauses: list[Clause]
    main: Deed | None
    follow_up: Deed | None
    is_told: bool = False
    """Whether the entry itself has no verb: "Hudson: Mike ok, legal reviewing. Call Tuesday"."""


def find_deeds(reading: Reading) -> Deeds:
    """Sort the sentence's deeds out; a stage moved with a deed to be done makes that deed the follow-up."""
    clauses = cut(reading)
    deeds: list[Deed] = []
    for clause in clauses:
        if deed := _deed(clause, clauses, reading, follows_done=any(one.is_done for one in deeds)):
            deeds.append(deed)
    deeds = [deed for deed in deeds if not _is_means_alone(deed, deeds, reading)]
    if reading.stage is None and not any(deed.is_done for deed in deeds):
        deeds = [
            deed
            for deed in deeds
            if deed.trigger.role is not Role.ASKED
            or _asks_us(deed, reading)
            or _is_appointment_asked_for(deed, reading)
            or _follows_talk(deed, clauses, reading)
        ]
    every_done = [deed for deed in deeds if deed.is_done]
    done = next((deed for deed in every_done if deed.kind is not Kind.TASK), every_done[0] if every_done else None)
    coming = sorted(
        (deed for deed in deeds if not deed.is_done),
        key=lambda deed: (deed.time is None, deed.trigger.role is Role.ASKED),
    )
    first_coming = coming[0] if coming else None
    if done and not _is_said_of_what_was_told(done, clauses, reading):
        return _what_was_done(done, first_coming, clauses, reading)
    if first_coming:
        return _to_come(first_coming, clauses, reading)
    return _without_a_deed(clauses, reading)


def _what_was_done(done: Deed, coming: Deed | None, clauses: list[Clause], reading: Reading) -> Deeds:
    """What was done and its follow-up, where that has a time; or what was but settled for later."""
    dated = coming if coming and coming.time else _bare(done.clause.span[1], done.kind, clauses, reading)
    if dated and _is_arranged(done, reading):
        return Deeds(clauses, dated, None)
    if _tells_what_for(done, reading):
        return Deeds(clauses, None, dated, is_told=True)
    return Deeds(clauses, _with_own_time(done, dated, clauses, reading), _as_before(dated, done, reading))


def _without_a_deed(clauses: list[Clause], reading: Reading) -> Deeds:
    """An appointment that a name and an hour make, or what is told without a verb, or nothing."""
    if not reading.moves and (told := _told_then_bare(clauses, reading)):
        return told
    if not reading.moves and (appointed := _appointed(clauses, reading)):
        own = [appointed.clause if one.span == appointed.clause.span else one for one in clauses]
        return Deeds(own, appointed, None)
    is_told = is_told_before(None, clauses, reading)
    return Deeds(clauses, None, _bare(0, Kind.CALL, clauses, reading) if is_told else None, is_told)


def _tells_what_for(done: Deed, reading: Reading) -> bool:
    """Whether it says but what the time told before was for: "two hours at Hartwell *training the hygienists*"."""
    if done.kind is not Kind.TASK or done.trigger.role is not Role.OPEN:
        return False
    head = find_head(reading, done.trigger.span[0])
    return head.is_named and any(one.span[0] < head.end for one in reading.durations)


def _is_only_said(deed: Deed, reading: Reading) -> bool:
    """Whether a deed without a day ends what was told of somebody: "Pat won't budge, told him I'd talk to the boss"."""
    first = deed.clause.span[0]
    is_of_somebody = any(one.span[0] < first and not one.is_weak for one in reading.mentions)
    return first > 0 and is_of_somebody and tells_feedback(reading.sentence.keys[:first])


def _is_arranged(done: Deed, reading: Reading) -> bool:
    """Whether what was done was but to settle what is to come: "demo with Elena 14th 11am *confirmed*"."""
    first, end = done.trigger.span
    is_bare = not reading.sentence.key(end)[:1].isalpha()
    return done.kind is Kind.TASK and is_bare and reading.sentence.key(end - 1) in _SETTLED and first > 0


_SETTLED = word_set("confirmed booked arranged scheduled set agreed fixed sorted")


def _to_come(deed: Deed, clauses: list[Clause], reading: Reading) -> Deeds:
    """What is to be done, where nothing was: the plan, or the follow-up of what is told without a verb or moved."""
    if _is_of_the_past(deed, reading):
        return Deeds(clauses, None, None, is_told=bool(reading.mentions))
    if is_told_before(deed.clause, clauses, reading):
        return Deeds(clauses, None, deed if deed.time else None, is_told=True)
    if deed.time is None and _is_only_said(deed, reading):
        return Deeds(clauses, None, None, is_told=True)
    if _follows_talk(deed, clauses, reading):
        return Deeds(clauses, None, deed, is_told=True)
    if reading.stage:
        return Deeds(clauses, None, None if _is_delivery(deed, reading) else deed)
    return Deeds(clauses, deed, None)


def _is_delivery(deed: Deed, reading: Reading) -> bool:
    """Whether it is but what was sold that is due: "ganada la etiquetadora, *entregamos en agosto*"."""
    verb = reading.sentence.key(deed.trigger.verb[0]) if deed.trigger.verb else ""
    return verb.startswith(_DELIVERING) and deed.trigger.role is not Role.TO_DO


_DELIVERING = ("entreg", "instal", "mont", "servi", "suministr", "empez", "arranc")


def _is_of_the_past(deed: Deed, reading: Reading) -> bool:
    """Whether a past day opens the sentence and nothing says that the deed is still to come: "yesterday we had …"."""
    opening = next(iter(reading.times), None)
    if opening is None or opening.is_future is not False or opening.span[0] > 0 or deed.clause.span[0] == 0:
        return False
    return deed.time is not None and deed.time.is_future is None and deed.trigger.needs_time


def _told_then_bare(clauses: list[Clause], reading: Reading) -> Deeds | None:
    """An entry without a verb and, in a piece of its own, only when to come back to it."""
    called_off = next((one.kind for one in reading.triggers if one.role is Role.NOT_OURS), None)
    bare = _bare(1, kind_said(reading) or called_off or Kind.CALL, clauses, reading)
    if bare is None or not is_told_before(bare.clause, clauses, reading):
        return None
    return Deeds(clauses, None, bare, is_told=True)


def _bare(after: int, kind: Kind, clauses: list[Clause], reading: Reading) -> Deed | None:
    """The follow-up that only a time tells, of the kind that was done."""
    found = bare_follow_up(after, clauses, reading)
    if found is None:
        return None
    clause, time = found
    times = tuple(one for one in reading.times if clause.holds(one.span[0]))
    start = clause.span[0]
    trigger = Trigger((start, start), Role.TO_DO, kind, verb=(start, start))
    return Deed(clause, trigger, False, time, times, kind)


def _is_said_of_what_was_told(done: Deed, clauses: list[Clause], reading: Reading) -> bool:
    """Whether a participle alone comes after the entry itself: "Tel. Cobos 8'. Pide tarifa. *Enviada*"."""
    places = range(*done.clause.span)
    rest = [reading.sentence.key(index) for index in places if not done.trigger.span[0] <= index < done.trigger.span[1]]
    is_alone = done.clause is not clauses[0] and not done.trigger.is_noun and all(key in GLUE for key in rest)
    return is_alone and is_told_before(done.clause, clauses, reading)


def _follows_talk(deed: Deed, clauses: list[Clause], reading: Reading) -> bool:
    """Whether what they ask for follows a talk told without a verb: "En Acme, media hora. Que la llame el lunes"."""
    if deed.trigger.role is not Role.ASKED or deed.time is None or reading.sentence.key(deed.trigger.span[0]) != "que":
        return False
    first = deed.clause.span[0]
    is_long = any(one.span[0] < first for one in reading.durations) and any(
        one.span[0] < first for one in reading.mentions
    )
    return is_long or is_told_before(deed.clause, clauses, reading)


def _is_means_alone(deed: Deed, deeds: list[Deed], reading: Reading) -> bool:
    """Whether a noun alone tells but by what means a deed before it is to be done: "agéndame a Marta, videollamada"."""
    places = range(*deed.clause.span)
    rest = [reading.sentence.key(index) for index in places if not deed.trigger.span[0] <= index < deed.trigger.span[1]]
    return (
        deed.trigger.is_noun
        and deed is not deeds[0]
        and deeds[0].trigger.role is Role.TO_DO
        and all(key in GLUE for key in rest)
    )


def _as_before(coming: Deed | None, done: Deed, reading: Reading) -> Deed | None:
    """What is to be done "again" is of the kind that was done."""
    if coming is None or coming.kind is not Kind.TASK:
        return coming
    said = reading.sentence.keys[slice(*coming.trigger.span)]
    if _TRYING.intersection(said) or _MOVING_IT.fullmatch(" ".join(said)):
        return replace(coming, kind=done.kind)
    if coming.trigger.keeps_verb:
        return coming
    return replace(coming, kind=done.kind) if _AGAIN.intersection(said) else coming


_MOVING_IT = re.compile(
    r"(?:la |lo )(?:pasamos|paso|movemos|muevo|cambiamos|cambio|dejamos|dejo|ponemos|pongo|retrasamos)"
)
_AGAIN = word_set("again another more two")
_TRYING = word_set(
    "seguimos sigo seguiremos continuamos continuo retomamos retomo retomar "
    "probar pruebo probamos probare intentar intento intentamos intentare insistir insisto reintentar"
)


def _appointed(clauses: list[Clause], reading: Reading) -> Deed | None:
    """The plan that a name and an hour to come make without a verb."""
    found = appointment(clauses, reading)
    if found is None:
        return None
    clause, trigger, time = found
    return Deed(clause, trigger, False, time, tuple(reading.times), trigger.kind)


def _is_appointment_asked_for(deed: Deed, reading: Reading) -> bool:
    """Whether they want us at a day and an hour: "Laura quiere vernos el viernes a las 12"."""
    return deed.time is not None and deed.time.atom.clock is not None and bool(reading.mentions)


def _asks_us(deed: Deed, reading: Reading) -> bool:
    """Whether it was said to us that we should: "Tom asked me to ring him on Friday"."""
    said = reading.sentence.keys[slice(*deed.trigger.span)]
    if deed.trigger.span[0] == 0 and said[:1] == ["que"]:
        return True  # "que llame a Lucía mañana": noted for oneself
    return deed.time is not None and (bool(_US.intersection(said)) or said[:2] in (["said", "to"], ["says", "to"]))


_US = word_set("me us nos")


def _deed(clause: Clause, clauses: list[Clause], reading: Reading, *, follows_done: bool) -> Deed | None:
    trigger = clause.trigger
    if trigger is None or trigger.role in {Role.NOT_OURS, Role.NOT_DONE}:
        return None
    times = [one for one in times_around(clause, clauses, reading) if not is_of_talk(one, trigger, reading)]
    if _lacks_its_time(trigger, times, clause, reading) or _is_doubtful(trigger, reading):
        return None
    was_done = is_done(trigger, times, reading, follows_done=follows_done)
    fitting = [time for time in times if time.is_future is None or time.is_future is not was_done]
    own = own_times(trigger, fitting, clause, reading, was_done=was_done)
    if not was_done and len(own) == 1 and not own[0].has_hour:
        own = (*own, *(() if follows_done else _hours_apart(clauses, reading)))
    time = merged(own[0], own[1]) if len(own) > 1 else own[0] if own else None
    return Deed(clause, trigger, was_done, time, own, _kind_of(trigger, clause, reading))


def _lacks_its_time(trigger: Trigger, times: list[WhenWords], clause: Clause, reading: Reading) -> bool:
    """Whether it would be a deed only with a time that is not there, or not so said."""
    is_task = trigger.kind is Kind.TASK and trigger.role in {Role.OPEN, Role.AGREED}
    if (trigger.needs_time or is_task or trigger.role is Role.ASKED) and not times:
        return not _opens(trigger, reading)
    if _is_wish_for_a_date(trigger, reading):
        return not any(time.atom.clock for time in times)
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
        known = indexes(times, reading.mentions)
        content = [key for index, key in enumerate(reading.sentence.keys) if clause.holds(index) and index not in known]
        is_short = sum(key not in GLUE for key in content if key.isalpha()) <= 1
        if (
            clause.trigger is None
            and len(times) == 1
            and times[0].atom.clock
            and times[0].atom.day is None
            and is_short
        ):
            return (times[0],)
    return ()


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
        and said not in _NOUNS_TOO
    )


_NOUNS_TOO = word_set(
    "order quote service cost supply check review update draft design test estimate survey return demo trial offer "
    "repair follow invoice book"
)
_TELLING_NO_KIND = {Kind.TASK, Kind.CALL}


def _kind_of(trigger: Trigger, clause: Clause, reading: Reading) -> Kind:
    """The verb's kind, or that of the means beside it: "followed up by email"."""
    end = zone_end(trigger, clause, reading)
    means = [one.kind for one in reading.channels if one.kind and clause.holds(one.span[0]) and one.span[0] <= end]
    if not means or trigger.is_noun or (trigger.kind is Kind.CALL and means[0] is Kind.MEETING):
        return trigger.kind
    return means[0] if trigger.kind in _TELLING_NO_KIND else trigger.kind


def _with_own_time(done: Deed, coming: Deed | None, clauses: list[Clause], reading: Reading) -> Deed:
    """A past time that stands in a clause of its own is the entry's."""
    if done.time:
        return done
    for time in reading.times:
        if time.is_future is False and not (coming and coming.clause.holds(time.span[0])):
            return replace(done, time=time, times=(time,))
    return done
