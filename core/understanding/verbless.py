"""Entries without a verb: a name and an hour ("gtx tomorrow 7am"), a name with what came of it ("Gary: no money")."""

from datetime import datetime

from core.understanding.clauses import Clause
from core.understanding.dates import WhenWords, merged_all, resolve, time_of
from core.understanding.everyday import EVERYDAY
from core.understanding.feedback import BEING, tells_feedback
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import COMMON, GLUE
from core.understanding.mentions import Mention
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.told_es import tells_of_somebody
from core.understanding.triggers import Trigger

_HEAD_ENDS = word_set(": , . - – — ;")
_WITH = word_set("con with at en")
_MEETING_WITH = word_set("con with")
_MOST_WORDS = 8
"""An appointment has a short subject; what is longer tells something else."""
_ADVERBS = word_set(
    "also just finally still really def definitely now very so quite all is was not tambien ya "
    "me nos le les se lo la los las te aun todavia ahora hoy ayer siempre solo casi al final tampoco no"
)
_TELLING = word_set("says said reckons thinks thought wants want wanted likes liked loves loved asked needs need happy")


def appointment(clauses: list[Clause], reading: Reading) -> tuple[Clause, Trigger, WhenWords] | None:
    """A name, an hour to come and a short subject: "tomorrow 3pm with Karen", "Fairweather, half two tomorrow, Leith".

    Gives the clause, an empty trigger where the deed would stand, and the time.
    """
    whole = _one_time_to_come(reading)
    if whole is None or any(not one.is_noun for one in reading.triggers) or (reading.durations and not whole.is_future):
        return None
    keys = reading.sentence.keys
    known = indexes(reading.times, reading.mentions, reading.titles, reading.durations, reading.triggers)
    rest = [key for index, key in enumerate(keys) if index not in known and key not in GLUE]
    if len(rest) > _MOST_WORDS or tells_feedback(rest) or BEING.intersection(rest):
        return None
    place = next((index for index, key in enumerate(keys) if key in _WITH and index not in known), None)
    named = [one for one in reading.mentions if not one.is_weak]
    if not named and not _opens_with_an_unknown_name(reading):
        return None
    if place is not None:
        kind = Kind.MEETING if keys[place] in _MEETING_WITH else Kind.VISIT
        span = (place, place + 1)
    else:
        start = 0 if not named else named[0].span[0]
        kind, span = Kind.VISIT, (start, start)
    nouns = [one.kind for one in reading.triggers] + [one.kind for one in reading.channels if one.kind]
    clause = next((one for one in clauses if one.holds(span[0])), clauses[0])
    trigger = Trigger(span, Role.TO_DO, nouns[0] if nouns else kind, verb=span)
    return Clause(clause.span, trigger), trigger, whole


def _one_time_to_come(reading: Reading) -> WhenWords | None:
    """The day and hour that the sentence tells, if it tells one and no more, and it is not over."""
    times = [time for time in reading.times if time.atom.delta is None]
    days = sum(time.atom.day is not None for time in times)
    hours = sum(time.has_hour for time in times)
    if len(times) != len(reading.times) or days > 1 or hours != 1:
        return None
    whole = merged_all(times)
    when = resolve(whole, reading.now, is_future=True)
    if whole.is_future is False or when is None:
        return None
    is_to_come = whole.is_future or (when.day >= reading.now.date() and not _is_past_today(whole, reading.now))
    return whole if is_to_come else None


def _is_past_today(time: WhenWords, now: datetime) -> bool:
    hour = time_of(time.atom)
    is_today = time.atom.day is None or time.atom.day.rule(now.date(), True) == now.date()
    return is_today and hour is not None and hour <= now.time()


def _opens_with_an_unknown_name(reading: Reading) -> bool:
    """Whether two capitalised words that are no everyday ones begin the sentence, and its time follows them."""
    sentence = reading.sentence
    end = 0
    while sentence.is_capitalised(end) and sentence.key(end) not in COMMON | EVERYDAY:
        end += 1
    return end > 1 and any(time.span[0] in {end, end + 1} for time in reading.times)


def is_told_before(clause: Clause | None, clauses: list[Clause], reading: Reading) -> bool:
    """Whether a name heads what came of it before this clause (or anywhere): "Hudson: Mike ok", "Gary says not yet"."""
    last = clause.span[0] if clause else len(reading.sentence.tokens)
    if any(one.trigger and one.trigger.role is Role.NOT_DONE for one in clauses if one.span[0] < last):
        return False
    return (
        tells_of_somebody(last, reading)
        or _heads(last, reading)
        or _opens_with_a_result(reading, last)
        or any(_is_subject(one, reading) for one in reading.mentions if one.span[1] < last and not one.is_weak)
    )


def _opens_with_a_result(reading: Reading, last: int) -> bool:
    """Whether how it went comes before the name: "muy bien con Moya", "all good with Tom"."""
    sentence = reading.sentence
    place = 0
    while sentence.key(place) in _RESULTS and place < last:
        place += 1
    return (
        place > 0
        and sentence.key(place) in _MEETING_WITH | {"en"}
        and any(place < one.span[0] <= place + 2 for one in reading.mentions)
    )


_RESULTS = word_set("todo muy bien genial mal fatal ok regular perfecto estupendo super all good great fine went well")


def _heads(last: int, reading: Reading) -> bool:
    """Whether the sentence begins with a name and a sign, and what came of it follows."""
    sentence = reading.sentence
    head = next(iter(reading.mentions), None)
    if head is None or any(sentence.key(index) not in GLUE for index in range(head.span[0])):
        return False
    end = _end_of_names(head, reading)
    if sentence.key(end) not in _HEAD_ENDS:
        return False
    known = indexes(reading.mentions, reading.times, reading.titles)
    rest = [sentence.key(index) for index in range(end, last) if index not in known]
    return tells_feedback(rest) or bool([one for one in reading.durations if one.span[0] < last])


def _end_of_names(head: Mention, reading: Reading) -> int:
    end = head.span[1]
    named = {one.span[0]: one.span[1] for things in (reading.mentions, reading.titles) for one in things}
    while end in named or (reading.sentence.key(end) in _OF_A_FIRM and end + 1 in named):
        end = named[end] if end in named else named[end + 1]
    return end


def _is_subject(name: Mention, reading: Reading) -> bool:
    """Whether a clause begins with the name and tells at once what they said or how they are.

    A firm's name needs more than "is": its deliveries and its lorries are no news of a talk.
    """
    sentence = reading.sentence
    first, last = reading.segment_of(name.span[0])
    if any(one.role is Role.ASKED and first <= one.span[0] < last for one in reading.triggers):
        return False
    if any(sentence.key(index) not in GLUE | _ADVERBS for index in range(first, name.span[0])):
        return False
    end = _end_of_names(name, reading)
    said = sentence.key(end)
    while sentence.key(end) in _ADVERBS - BEING:
        end += 1
        said = sentence.key(end)
    if not said.isalpha() and said != "'s":
        return False
    if said in BEING:
        return bool(name.contacts) or sentence.key(end + 1) in _TELLING or tells_feedback([sentence.key(end + 1)])
    return said in _TELLING or tells_feedback([said])


_OF_A_FIRM = word_set("at from of in de del en ( / with @")
