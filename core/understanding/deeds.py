"""What was done and what is to be done: the deeds with their times, and which are the entry and its follow-up."""

import re
from dataclasses import dataclass, replace

from core.understanding.ahead_es import called_off_and_moved, ours_beside_a_duty
from core.understanding.appointments import appointment
from core.understanding.asked_for import kind_asked_for
from core.understanding.bare_follow_ups import bare_follow_up
from core.understanding.clause_deeds import Deed, as_asked, deed_of
from core.understanding.clauses import Clause, cut
from core.understanding.dates import WhenWords
from core.understanding.deed_worth import (
    asks_us,
    follows_talk,
    is_among_us,
    is_appointment_asked_for,
    is_arranged,
    is_delivery,
    is_means_alone,
    is_of_the_past,
    is_only_said,
    is_said_of_what_was_told,
    is_some_day,
    is_what_they_did,
    tells_what_for,
    tells_why,
    was_promised,
)
from core.understanding.kind_said_es import kind_said
from core.understanding.kinds import Kind, Role
from core.understanding.nearby_times import today_told
from core.understanding.reading import Reading
from core.understanding.rearranged_en import made_instead
from core.understanding.recalled_en import without_recalled
from core.understanding.text import word_set
from core.understanding.told import is_told_before
from core.understanding.trigger_rows import Trigger
from core.understanding.what_is_meant import (
    headed_by_an_appointment,
    with_times_told_apart,
    with_what_is_meant_first,
    with_what_was_ordered,
)


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
        if deed := deed_of(clause, clauses, reading, follows_done=any(one.is_done for one in deeds)):
            deeds.append(deed)
    if not reading.moves and (instead := made_instead(clauses, reading)):
        return Deeds(clauses, instead, None)
    deeds = without_recalled(with_what_was_ordered(deeds, reading), reading)
    deeds = [deed for deed in deeds if not is_means_alone(deed, deeds, reading) and not tells_why(deed, deeds, reading)]
    deeds = [as_asked(deed, clauses, reading) for deed in deeds]
    if reading.stage is None and not any(deed.is_done for deed in deeds):
        deeds = [
            deed
            for deed in deeds
            if deed.trigger.role is not Role.ASKED
            or asks_us(deed, reading)
            or is_appointment_asked_for(deed, reading)
            or follows_talk(deed, clauses, reading)
        ]
    every_done = [deed for deed in deeds if deed.is_done and not is_what_they_did(deed, clauses, reading)]
    coming = sorted(
        (deed for deed in deeds if not deed.is_done),
        key=lambda deed: (deed.time is None, deed.trigger.role is Role.ASKED, is_among_us(deed, reading)),
    )
    coming = with_what_is_meant_first(with_times_told_apart(coming, reading), reading)
    done = _the_one_done(ours_beside_a_duty(every_done, coming, reading), reading)
    first_coming = coming[0] if coming else None
    if done and not is_said_of_what_was_told(done, clauses, reading):
        return _what_was_done(done, first_coming, clauses, reading)
    if first_coming:
        return _to_come(first_coming, clauses, reading)
    return _without_a_deed(clauses, reading)


def _the_one_done(every_done: list[Deed], reading: Reading) -> Deed | None:
    """The first that is no mere task; one with somebody named before one without: "ya comí, *fui a Vega*"."""
    main = [deed for deed in every_done if deed.kind is not Kind.TASK] or every_done
    named = [deed for deed in main if any(deed.clause.holds(one.span[0]) for one in reading.mentions)]
    is_of_oneself = bool(main) and main[0] not in named and main[0].clause.span[0] == 0
    return named[0] if named and is_of_oneself and main[0].kind is Kind.MEETING else main[0] if main else None


def _what_was_done(done: Deed, coming: Deed | None, clauses: list[Clause], reading: Reading) -> Deeds:
    """What was done and its follow-up, where that has a time; or what was but settled for later."""
    if coming and is_some_day(coming, reading):
        coming = None
    dated = coming if coming and coming.time else _bare(done.clause.span[1], done.kind, clauses, reading)
    if dated and dated is not coming and done.kind is Kind.EMAIL and dated.time and dated.time.atom.clock:
        dated = replace(dated, kind=Kind.MEETING)  # they wrote back; an hour is no hour of a mail
    if dated and is_arranged(done, reading):
        return Deeds(clauses, dated, None)
    if tells_what_for(done, reading):
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


def _to_come(deed: Deed, clauses: list[Clause], reading: Reading) -> Deeds:
    """What is to be done, where nothing was: the plan, or the follow-up of what is told without a verb or moved."""
    headed = None if reading.moves else headed_by_an_appointment(deed, clauses, reading)
    if appointed := headed or called_off_and_moved(deed, reading):
        return Deeds(clauses, appointed, None)
    if is_of_the_past(deed, reading):
        return Deeds(clauses, None, None, is_told=bool(reading.mentions))
    is_said_alone = deed.time is None and is_only_said(deed, reading)
    if is_told_before(deed.clause, clauses, reading) or is_said_alone or was_promised(deed, reading):
        return Deeds(clauses, None, deed if deed.time else None, is_told=True)
    if follows_talk(deed, clauses, reading):
        return Deeds(clauses, None, deed, is_told=True)
    deed = _of_what_is_moved(deed, reading)
    if reading.stage:
        return Deeds(clauses, None, None if is_delivery(deed, reading) else deed)
    return Deeds(clauses, deed, None)


def _of_what_is_moved(deed: Deed, reading: Reading) -> Deed:
    """The deed with the kind of what is put off: "Ana canceló *la reunión*, la pasamos al lunes"."""
    if not _MOVING_IT.fullmatch(" ".join(reading.sentence.keys[slice(*deed.trigger.span)])):
        return deed
    told = [one for one in reading.triggers if one.role is Role.NOT_OURS or one.is_noun]
    return replace(deed, kind=next((one.kind for one in told if one.kind is not Kind.TASK), deed.kind))


def _told_then_bare(clauses: list[Clause], reading: Reading) -> Deeds | None:
    """An entry without a verb and, in a piece of its own, only when to come back to it."""
    called_off = next((one.kind for one in reading.triggers if one.role is Role.NOT_OURS), None)
    bare = _bare(1, kind_said(reading) or called_off or Kind.CALL, clauses, reading)
    if bare is None or not is_told_before(bare.clause, clauses, reading):
        return None
    return Deeds(clauses, None, bare, is_told=True)


def _bare(after: int, kind: Kind, clauses: list[Clause], reading: Reading) -> Deed | None:
    """The follow-up that only a time tells, of the kind that was done."""
    found = bare_follow_up(after, clauses, reading, is_after_a_visit=after > 1 and kind is Kind.VISIT)
    if found is None:
        return None
    clause, time = found
    times = tuple(one for one in reading.times if clause.holds(one.span[0]))
    start = clause.span[0]
    trigger = Trigger((start, start), Role.TO_DO, kind, verb=(start, start))
    return Deed(clause, trigger, False, time, times, kind)


def _as_before(coming: Deed | None, done: Deed, reading: Reading) -> Deed | None:
    """What is to be done "again" is of the kind that was done."""
    if coming is None:
        return coming
    is_returned = done.kind is Kind.CALL and coming.kind is Kind.TASK and _is_returned(coming, reading)
    coming = replace(coming, kind=Kind.CALL if is_returned else kind_asked_for(coming, reading) or coming.kind)
    if (
        coming.kind is Kind.CALL
        and done.kind is Kind.VISIT
        and _TRY_AGAIN.match(reading.sentence.plain, reading.sentence.place(coming.trigger.span[0]))
    ):
        return replace(coming, kind=done.kind)
    if coming.kind is not Kind.TASK:
        return coming
    said = reading.sentence.keys[slice(*coming.trigger.span)]
    if _TRYING.intersection(said) or _MOVING_IT.fullmatch(" ".join(said)):
        return replace(coming, kind=done.kind)
    if coming.trigger.keeps_verb:
        return coming
    return replace(coming, kind=done.kind) if _AGAIN.intersection(said) else coming


_MOVING_IT = re.compile(
    r"(?:la |lo )(?:pasamos|paso|movemos|muevo|cambiamos|cambio|dejamos|dejo|ponemos|pongo|retrasamos|corremos|corro|"
    r"reprogramamos|reprogramo|reagendamos|reagendo|trasladamos|traslado)"
)


def _is_returned(coming: Deed, reading: Reading) -> bool:
    """Whether it is a call that is given back: "llamada perdida de Ana, *se la devuelvo* mañana"."""
    return bool(_RETURNING.search(" ".join(reading.sentence.keys[slice(*coming.clause.span)])))


_RETURNING = re.compile(r"\bse la (?:devuelvo|devolvere|devolvemos)\b|\b(?:devolversela|devolverle la llamada)\b")


_TRY_AGAIN = re.compile(
    r"(?:lo )?(?:intento|pruebo|vuelvo a intentar(?:lo)?|volvere a intentarlo)\b|(?:(?:i 'll|will|to|we 'll) "
    r")?(?:try|trying|retry)(?: (?:him|her|them))? again\b"
)


_AGAIN = word_set("again another more two next")


_TRYING = word_set(
    "seguimos sigo seguiremos continuamos continuo retomamos retomo retomar "
    "reprogramar reprogramo reprogramamos reagendar reagendo reagendamos probar pruebo probamos probare intentar "
    "intento intentamos intentare insistir insisto reintentar"
)


def _appointed(clauses: list[Clause], reading: Reading) -> Deed | None:
    """The plan that a name and an hour to come make without a verb."""
    found = appointment(clauses, reading)
    if found is None:
        return None
    clause, trigger, time = found
    return Deed(clause, trigger, False, time, tuple(reading.times), trigger.kind)


def _is_of_a_thing(time: WhenWords, clauses: list[Clause], reading: Reading) -> bool:
    """Whether it but tells of which thing they speak: "la bomba *que le mandamos la semana pasada* va mal"."""
    clause = next(one for one in clauses if one.holds(time.span[0]))
    is_theirs = clause.trigger is not None and clause.trigger.role is Role.NOT_OURS
    return is_theirs and reading.sentence.key(clause.span[0]) == "que"


def _with_own_time(done: Deed, coming: Deed | None, clauses: list[Clause], reading: Reading) -> Deed:
    """A past time that stands in a clause of its own is the entry's."""
    if done.time:
        return done
    for time in reading.times:
        if time.is_future is False and not (
            (coming and coming.clause.holds(time.span[0])) or _is_of_a_thing(time, clauses, reading)
        ):
            return replace(done, time=time, times=(time,))
    today = today_told(reading, done.clause.span[0])
    return replace(done, time=today, times=(today,)) if today else done
