"""What was done and what is to be done: the deeds with their times, and which are the entry and its follow-up."""

import re
from dataclasses import dataclass, replace

from core.understanding.ahead_es import called_off_and_moved, ours_beside_a_duty
from core.understanding.appointments import appointment
from core.understanding.asked_for import kind_asked_for
from core.understanding.bare_follow_ups import bare_follow_up
from core.understanding.clause_deeds import Deed, as_asked, deed_of
from core.understanding.clauses import Clause, cut
from core.understanding.dates_es import MONTHS
from core.understanding.feedback import tells_feedback
from core.understanding.heads import find_head
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE
from core.understanding.nearby_times import today_told
from core.understanding.reading import Reading
from core.understanding.rearranged_en import made_instead
from core.understanding.recalled_en import without_recalled
from core.understanding.text import word_set
from core.understanding.told import HYPOTHETICAL, is_told_before
from core.understanding.told_es import kind_said
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
    deeds = [
        deed for deed in deeds if not _is_means_alone(deed, deeds, reading) and not _tells_why(deed, deeds, reading)
    ]
    deeds = [as_asked(deed, clauses, reading) for deed in deeds]
    if reading.stage is None and not any(deed.is_done for deed in deeds):
        deeds = [
            deed
            for deed in deeds
            if deed.trigger.role is not Role.ASKED
            or _asks_us(deed, reading)
            or _is_appointment_asked_for(deed, reading)
            or _follows_talk(deed, clauses, reading)
        ]
    every_done = [deed for deed in deeds if deed.is_done and not _is_what_they_did(deed, clauses, reading)]
    coming = sorted(
        (deed for deed in deeds if not deed.is_done),
        key=lambda deed: (deed.time is None, deed.trigger.role is Role.ASKED, _is_among_us(deed, reading)),
    )
    coming = with_what_is_meant_first(with_times_told_apart(coming, reading), reading)
    done = _the_one_done(ours_beside_a_duty(every_done, coming, reading), reading)
    first_coming = coming[0] if coming else None
    if done and not _is_said_of_what_was_told(done, clauses, reading):
        return _what_was_done(done, first_coming, clauses, reading)
    if first_coming:
        return _to_come(first_coming, clauses, reading)
    return _without_a_deed(clauses, reading)


def _is_among_us(deed: Deed, reading: Reading) -> bool:
    """Whether it is to be done with our own people, and with no customer: "*speak to the boss tomorrow*"."""
    is_named = any(deed.clause.holds(one.span[0]) and not one.is_weak for one in reading.mentions)
    said = reading.sentence.plain[reading.sentence.place(deed.trigger.span[1]) :][:_NEXT_WORDS]
    return not is_named and bool(_OUR_PEOPLE.match(said))


_NEXT_WORDS = 40
_OUR_PEOPLE = re.compile(
    r"(?:(?:to|with|it|this|that|past|by) )*(?:the|my|our) (?:boss|manager|gaffer|office|accounts|sales director|area "
    r"manager|engineers?|technical|service|warehouse|finance|accountant|team)\b|"
    r"(?:(?:to|with|past|by) )*(?:accounts|service|technical|head office|customer services?|the office|transport|"
    r"stores)\b"
)


def _is_what_they_did(deed: Deed, clauses: list[Clause], reading: Reading) -> bool:
    """Whether it tells what came of a talk that has no verb: "this afternoon: Kent, 30 mins, *ordered* six"."""
    verb = deed.trigger.verb or deed.trigger.span
    is_bare = deed.trigger.span[0] == deed.clause.span[0] and deed.clause is not clauses[0]
    return (
        is_bare
        and reading.sentence.key(verb[0]) in _OF_CUSTOMERS
        and is_told_before(deed.clause, clauses, reading)
        and is_english(reading.sentence)
    )


_OF_CUSTOMERS = word_set("ordered confirmed paid agreed approved reordered placed bought")


def _the_one_done(every_done: list[Deed], reading: Reading) -> Deed | None:
    """The first that is no mere task; one with somebody named before one without: "ya comí, *fui a Vega*"."""
    main = [deed for deed in every_done if deed.kind is not Kind.TASK] or every_done
    named = [deed for deed in main if any(deed.clause.holds(one.span[0]) for one in reading.mentions)]
    is_of_oneself = bool(main) and main[0] not in named and main[0].clause.span[0] == 0
    return named[0] if named and is_of_oneself and main[0].kind is Kind.MEETING else main[0] if main else None


def _what_was_done(done: Deed, coming: Deed | None, clauses: list[Clause], reading: Reading) -> Deeds:
    """What was done and its follow-up, where that has a time; or what was but settled for later."""
    if coming and _is_some_day(coming, reading):
        coming = None
    dated = coming if coming and coming.time else _bare(done.clause.span[1], done.kind, clauses, reading)
    if dated and dated is not coming and done.kind is Kind.EMAIL and dated.time and dated.time.atom.clock:
        dated = replace(dated, kind=Kind.MEETING)  # they wrote back; an hour is no hour of a mail
    if dated and _is_arranged(done, reading):
        return Deeds(clauses, dated, None)
    if _tells_what_for(done, reading):
        return Deeds(clauses, None, dated, is_told=True)
    return Deeds(clauses, _with_own_time(done, dated, clauses, reading), _as_before(dated, done, reading))


def _is_some_day(deed: Deed, reading: Reading) -> bool:
    """Whether nobody is bound to it, and but a month is told: "*habrá que volver en septiembre*"."""
    said = {key for time in deed.times for key in reading.sentence.keys[slice(*time.span)]}
    is_vague = bool(_SOME_DAY.intersection(reading.sentence.keys[slice(*deed.trigger.span)]))
    return is_vague and bool(said & MONTHS.keys()) and not any(key[0].isdigit() for key in said)


_SOME_DAY = word_set("habra habria tocara tocaria")


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
    if HYPOTHETICAL.match(reading.sentence.plain):
        return False
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
    headed = None if reading.moves else headed_by_an_appointment(deed, clauses, reading)
    if appointed := headed or called_off_and_moved(deed, reading):
        return Deeds(clauses, appointed, None)
    if _is_of_the_past(deed, reading):
        return Deeds(clauses, None, None, is_told=bool(reading.mentions))
    is_said_alone = deed.time is None and _is_only_said(deed, reading)
    if is_told_before(deed.clause, clauses, reading) or is_said_alone or _was_promised(deed, reading):
        return Deeds(clauses, None, deed if deed.time else None, is_told=True)
    if _follows_talk(deed, clauses, reading):
        return Deeds(clauses, None, deed, is_told=True)
    deed = _of_what_is_moved(deed, reading)
    if reading.stage:
        return Deeds(clauses, None, None if _is_delivery(deed, reading) else deed)
    return Deeds(clauses, deed, None)


def _of_what_is_moved(deed: Deed, reading: Reading) -> Deed:
    """The deed with the kind of what is put off: "Ana canceló *la reunión*, la pasamos al lunes"."""
    if not _MOVING_IT.fullmatch(" ".join(reading.sentence.keys[slice(*deed.trigger.span)])):
        return deed
    told = [one for one in reading.triggers if one.role is Role.NOT_OURS or one.is_noun]
    return replace(deed, kind=next((one.kind for one in told if one.kind is not Kind.TASK), deed.kind))


def _was_promised(deed: Deed, reading: Reading) -> bool:
    """Whether it was told to somebody in a talk that was told before it: "Ray says it leaks *I told him I'd ring*"."""
    first, end = deed.clause.span[0], reading.sentence.place(deed.trigger.span[1])
    is_of_somebody = any(one.span[0] < first and not one.is_weak for one in reading.mentions)
    promise = _PROMISE.search(reading.sentence.plain, 0, end)
    return bool(promise and is_of_somebody and tells_feedback(reading.sentence.keys[:first]))


_PROMISE = re.compile(
    r"\b(?:i |we )?(?:told|promised|said to|assured) (?:him|her|them) (?:that )?(?:i 'd|i 'll|id|ill|we 'd|"
    r"we 'll|i would|i will)\b|\bi (?:said|told (?:him|her|them)|explained|asked (?:him|her|them))\b"
)


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
    found = bare_follow_up(after, clauses, reading, is_after_a_visit=after > 1 and kind is Kind.VISIT)
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
    said = reading.sentence.keys[slice(*deed.trigger.span)]
    if deed.trigger.role is not Role.ASKED or deed.time is None or "que" not in said:
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
    return deed.trigger.is_noun and deed is not deeds[0] and not deeds[0].is_done and all(key in GLUE for key in rest)


def _tells_why(deed: Deed, deeds: list[Deed], reading: Reading) -> bool:
    """Whether it only says more of what is to be done: "visit Acme Monday 9am, *first meeting* with the bursar"."""
    before = [one for one in deeds if one.clause.span[1] <= deed.clause.span[0]]
    is_open = deed.is_done and deed.time is None and (deed.trigger.role is Role.OPEN or _is_of_us(deed, reading))
    is_joined = not deed.trigger.is_noun and reading.sentence.key(deed.clause.span[0]) in {"y", "e"}
    is_said = tells_feedback(reading.sentence.keys[slice(*deed.clause.span)]) and not is_joined
    is_told = is_said or reading.durations
    return (
        is_open
        and not is_told
        and bool(before)
        and before[-1].time is not None
        and not any(one.is_done for one in before)
    )


def _is_of_us(deed: Deed, reading: Reading) -> bool:
    """Whether the form is past and present alike: "visita el martes … y de una vez *hablamos* de los saldos"."""
    return reading.sentence.key(deed.trigger.span[1] - 1).endswith(("amos", "imos")) and not deed.trigger.is_noun


def _as_before(coming: Deed | None, done: Deed, reading: Reading) -> Deed | None:
    """What is to be done "again" is of the kind that was done."""
    if coming is None:
        return coming
    coming = replace(coming, kind=kind_asked_for(coming, reading) or coming.kind)
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


_TRY_AGAIN = re.compile(r"(?:(?:i 'll|will|to|we 'll) )?(?:try|trying|retry)(?: (?:him|her|them))? again\b")


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


def _is_appointment_asked_for(deed: Deed, reading: Reading) -> bool:
    """Whether they want us at a day and an hour: "Laura quiere vernos el viernes a las 12"."""
    has_hour = deed.time is not None and (deed.time.atom.clock is not None or deed.time.atom.part is not None)
    return has_hour and bool(reading.mentions)


def _asks_us(deed: Deed, reading: Reading) -> bool:
    """Whether it was said to us that we should: "Tom asked me to ring him on Friday"."""
    said = reading.sentence.keys[slice(*deed.trigger.span)]
    if deed.trigger.span[0] == 0 and said[:1] == ["que"]:
        return True  # "que llame a Lucía mañana": noted for oneself
    return deed.time is not None and (bool(_US.intersection(said)) or said[:2] in (["said", "to"], ["says", "to"]))


_US = word_set("me us nos")


def _with_own_time(done: Deed, coming: Deed | None, clauses: list[Clause], reading: Reading) -> Deed:
    """A past time that stands in a clause of its own is the entry's."""
    if done.time:
        return done
    for time in reading.times:
        if time.is_future is False and not (coming and coming.clause.holds(time.span[0])):
            return replace(done, time=time, times=(time,))
    today = today_told(reading, done.clause.span[0])
    return replace(done, time=today, times=(today,)) if today else done
