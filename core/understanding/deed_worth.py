"""What a deed that was found is worth: whose it is, whether it is over, settled, promised, or only said by the way."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.clauses import Clause
from core.understanding.dates_es import MONTHS
from core.understanding.feedback import tells_feedback
from core.understanding.heads import find_head
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import word_set
from core.understanding.told import HYPOTHETICAL, is_told_before


def is_among_us(deed: Deed, reading: Reading) -> bool:
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


def is_what_they_did(deed: Deed, clauses: list[Clause], reading: Reading) -> bool:
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


def is_some_day(deed: Deed, reading: Reading) -> bool:
    """Whether nobody is bound to it, and but a month is told: "*habrá que volver en septiembre*"."""
    said = {key for time in deed.times for key in reading.sentence.keys[slice(*time.span)]}
    is_vague = bool(_SOME_DAY.intersection(reading.sentence.keys[slice(*deed.trigger.span)]))
    return is_vague and bool(said & MONTHS.keys()) and not any(key[0].isdigit() for key in said)


_SOME_DAY = word_set("habra habria tocara tocaria")


def tells_what_for(done: Deed, reading: Reading) -> bool:
    """Whether it says but what the time told before was for: "two hours at Hartwell *training the hygienists*"."""
    if done.kind is not Kind.TASK or done.trigger.role is not Role.OPEN:
        return False
    head = find_head(reading, done.trigger.span[0])
    return head.is_named and any(one.span[0] < head.end for one in reading.durations)


def is_only_said(deed: Deed, reading: Reading) -> bool:
    """Whether a deed without a day ends what was told of somebody: "Pat won't budge, told him I'd talk to the boss"."""
    first = deed.clause.span[0]
    if HYPOTHETICAL.match(reading.sentence.plain):
        return False
    is_of_somebody = any(one.span[0] < first and not one.is_weak for one in reading.mentions)
    return first > 0 and is_of_somebody and tells_feedback(reading.sentence.keys[:first])


def is_arranged(done: Deed, reading: Reading) -> bool:
    """Whether what was done was but to settle what is to come: "demo with Elena 14th 11am *confirmed*"."""
    first, end = done.trigger.span
    is_bare = not reading.sentence.key(end)[:1].isalpha()
    return done.kind is Kind.TASK and is_bare and reading.sentence.key(end - 1) in _SETTLED and first > 0


_SETTLED = word_set("confirmed booked arranged scheduled set agreed fixed sorted")


def was_promised(deed: Deed, reading: Reading) -> bool:
    """Whether it was told to somebody in a talk that was told before it: "Ray says it leaks *I told him I'd ring*"."""
    first, end = deed.clause.span[0], reading.sentence.place(deed.trigger.span[1])
    is_of_somebody = any(one.span[0] < first and not one.is_weak for one in reading.mentions)
    promise = _PROMISE.search(reading.sentence.plain, 0, end)
    return bool(promise and is_of_somebody and tells_feedback(reading.sentence.keys[:first]))


_PROMISE = re.compile(
    r"\b(?:i |we )?(?:told|promised|said to|assured) (?:him|her|them) (?:that )?(?:i 'd|i 'll|id|ill|we 'd|"
    r"we 'll|i would|i will)\b|\bi (?:said|told (?:him|her|them)|explained|asked (?:him|her|them))\b"
)


def is_delivery(deed: Deed, reading: Reading) -> bool:
    """Whether it is but what was sold that is due: "ganada la etiquetadora, *entregamos en agosto*"."""
    verb = reading.sentence.key(deed.trigger.verb[0]) if deed.trigger.verb else ""
    return verb.startswith(_DELIVERING) and deed.trigger.role is not Role.TO_DO


_DELIVERING = ("entreg", "instal", "mont", "servi", "suministr", "empez", "arranc")


def is_of_the_past(deed: Deed, reading: Reading) -> bool:
    """Whether a past day opens the sentence and nothing says that the deed is still to come: "yesterday we had …"."""
    opening = next(iter(reading.times), None)
    if opening is None or opening.is_future is not False or opening.span[0] > 0 or deed.clause.span[0] == 0:
        return False
    return deed.time is not None and deed.time.is_future is None and deed.trigger.needs_time


def is_said_of_what_was_told(done: Deed, clauses: list[Clause], reading: Reading) -> bool:
    """Whether a participle alone comes after the entry itself: "Tel. Cobos 8'. Pide tarifa. *Enviada*"."""
    places = range(*done.clause.span)
    rest = [reading.sentence.key(index) for index in places if not done.trigger.span[0] <= index < done.trigger.span[1]]
    is_alone = done.clause is not clauses[0] and not done.trigger.is_noun and all(key in GLUE for key in rest)
    return is_alone and is_told_before(done.clause, clauses, reading)


def follows_talk(deed: Deed, clauses: list[Clause], reading: Reading) -> bool:
    """Whether what they ask for follows a talk told without a verb: "En Acme, media hora. Que la llame el lunes"."""
    said = reading.sentence.keys[slice(*deed.trigger.span)]
    if deed.trigger.role is not Role.ASKED or deed.time is None or "que" not in said:
        return False
    first = deed.clause.span[0]
    is_long = any(one.span[0] < first for one in reading.durations) and any(
        one.span[0] < first for one in reading.mentions
    )
    return is_long or is_told_before(deed.clause, clauses, reading)


def is_means_alone(deed: Deed, deeds: list[Deed], reading: Reading) -> bool:
    """Whether a noun alone tells but by what means a deed before it is to be done: "agéndame a Marta, videollamada"."""
    places = range(*deed.clause.span)
    rest = [reading.sentence.key(index) for index in places if not deed.trigger.span[0] <= index < deed.trigger.span[1]]
    return deed.trigger.is_noun and deed is not deeds[0] and not deeds[0].is_done and all(key in GLUE for key in rest)


def tells_why(deed: Deed, deeds: list[Deed], reading: Reading) -> bool:
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


def is_appointment_asked_for(deed: Deed, reading: Reading) -> bool:
    """Whether they want us at a day and an hour: "Laura quiere vernos el viernes a las 12"."""
    has_hour = deed.time is not None and (deed.time.atom.clock is not None or deed.time.atom.part is not None)
    return has_hour and bool(reading.mentions)


def asks_us(deed: Deed, reading: Reading) -> bool:
    """Whether it was said to us that we should: "Tom asked me to ring him on Friday"."""
    said = reading.sentence.keys[slice(*deed.trigger.span)]
    if deed.trigger.span[0] == 0 and said[:1] == ["que"]:
        return True  # "que llame a Lucía mañana": noted for oneself
    return deed.time is not None and (bool(_US.intersection(said)) or said[:2] in (["said", "to"], ["says", "to"]))


_US = word_set("me us nos")
