"""What was done and what is to be done: the deeds with their times, and which are the entry and its follow-up."""

from dataclasses import dataclass, replace

from core.understanding import dates_en, dates_es
from core.understanding.appointments import appointment
from core.understanding.clauses import Clause, cut
from core.understanding.dates import WhenWords, merged
from core.understanding.deed_times import is_done, is_of_talk, own_times, times_around
from core.understanding.feedback import tells_feedback
from core.understanding.heads import find_head
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.told import is_told_before
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
            if deed.trigger.role is not Role.ASKED or _asks_us(deed, reading) or _follows_talk(deed, clauses, reading)
        ]
    every_done = [deed for deed in deeds if deed.is_done]
    done = next((deed for deed in every_done if deed.kind is not Kind.TASK), every_done[0] if every_done else None)
    coming = sorted(
        (deed for deed in deeds if not deed.is_done),
        key=lambda deed: (deed.time is None, deed.trigger.role is Role.ASKED),
    )
    first_coming = coming[0] if coming else None
    if done:
        dated = first_coming if first_coming and first_coming.time else None
        if dated and _is_arranged(done, reading):
            return Deeds(clauses, dated, None)
        if _tells_what_for(done, reading):
            return Deeds(clauses, None, dated, is_told=True)
        return Deeds(clauses, _with_own_time(done, dated, clauses, reading), _as_before(dated, done, reading))
    if first_coming:
        return _to_come(first_coming, clauses, reading)
    if not reading.moves and (appointed := _appointed(clauses, reading)):
        return Deeds(
            [appointed.clause if one.span == appointed.clause.span else one for one in clauses], appointed, None
        )
    return Deeds(clauses, None, None, is_told_before(None, clauses, reading))


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
    return Deeds(clauses, None, deed) if reading.stage else Deeds(clauses, deed, None)


def _is_of_the_past(deed: Deed, reading: Reading) -> bool:
    """Whether a past day opens the sentence and nothing says that the deed is still to come: "yesterday we had …"."""
    opening = next(iter(reading.times), None)
    if opening is None or opening.is_future is not False or opening.span[0] > 0 or deed.clause.span[0] == 0:
        return False
    return deed.time is not None and deed.time.is_future is None and deed.trigger.needs_time


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
    if coming is None or coming.kind is not Kind.TASK or coming.trigger.keeps_verb:
        return coming
    said = reading.sentence.keys[slice(*coming.trigger.span)]
    return replace(coming, kind=done.kind) if _AGAIN.intersection(said) else coming


_AGAIN = word_set("again another more two")


def _appointed(clauses: list[Clause], reading: Reading) -> Deed | None:
    """The plan that a name and an hour to come make without a verb."""
    found = appointment(clauses, reading)
    if found is None:
        return None
    clause, trigger, time = found
    return Deed(clause, trigger, False, time, tuple(reading.times), trigger.kind)


def _asks_us(deed: Deed, reading: Reading) -> bool:
    """Whether it was said to us that we should: "Tom asked me to ring him on Friday"."""
    said = reading.sentence.keys[slice(*deed.trigger.span)]
    return deed.time is not None and (bool(_US.intersection(said)) or said[:2] in (["said", "to"], ["says", "to"]))


_US = word_set("me us nos")


def _deed(clause: Clause, clauses: list[Clause], reading: Reading, *, follows_done: bool) -> Deed | None:
    trigger = clause.trigger
    if trigger is None or trigger.role in {Role.NOT_OURS, Role.NOT_DONE}:
        return None
    times = [one for one in times_around(clause, clauses, reading) if not is_of_talk(one, trigger, reading)]
    needs_time = (
        trigger.needs_time or trigger.role is Role.ASKED or (trigger.role is Role.OPEN and trigger.kind is Kind.TASK)
    )
    if needs_time and not times and not _opens(trigger, reading):
        return None
    if trigger.role is Role.AGREED and trigger.needs_time and not any(_is_definite(one, reading) for one in times):
        return None
    was_done = is_done(trigger, times, reading, follows_done=follows_done)
    fitting = [time for time in times if time.is_future is None or time.is_future is not was_done]
    own = own_times(trigger, fitting, clause, reading, was_done=was_done)
    if not was_done and len(own) == 1 and not own[0].has_hour:
        own = (*own, *_hours_apart(clauses, reading))
    time = merged(own[0], own[1]) if len(own) > 1 else own[0] if own else None
    return Deed(clause, trigger, was_done, time, own, _kind_of(trigger, clause, reading))


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
    return time.has_hour or bool(_DAYS.intersection(reading.sentence.keys[slice(*time.span)]))


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
    means = [one.kind for one in reading.channels if one.kind and clause.holds(one.span[0])]
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
