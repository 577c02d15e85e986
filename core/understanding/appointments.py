"""Plans without a verb: a name and a time to come ("gtx tomorrow 7am", "tomorrow 3pm with Karen", "Wexley Friday")."""

from core.understanding import common_verbs_es
from core.understanding.clauses import Clause
from core.understanding.dates import WhenWords, is_over, merged_all, resolve
from core.understanding.entry_words import KIND_WORDS
from core.understanding.feedback import BEING, is_past, tells_feedback
from core.understanding.heads import find_head
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.trigger_rows import Trigger

_WITH = word_set("con with at en")
_MEETING_WITH = word_set("con with")
_THEIR_DAY = word_set(
    "ooo pto autoreply autoresponder vacation maternity birthday holiday holidays hols leave closed shut delivery "
    "deliveries delivered arrives arriving arrival "
    "installers "
    "deadline launch agm audit wedding funeral expires ends starts off away lorry truck driver drivers"
)
"""What is theirs on that day: no appointment of ours."""
_DOUBTS = _THEIR_DAY | word_set("if unless maybe perhaps might si quiza quizas cancelled canceled")
_SETTLED = word_set(
    "confirmed booked arranged scheduled rescheduled agreed fixed moved rearranged pencilled penciled planned changed"
)
_MOST_WORDS = 8
"""An appointment has a short subject; what is longer tells something else."""
_MOST_WORDS_OF_A_DAY = 4
"""A day without an hour is weaker: what goes with it must be shorter still."""


def appointment(clauses: list[Clause], reading: Reading) -> tuple[Clause, Trigger, WhenWords] | None:
    """A name, a time to come and a short subject: "tomorrow 3pm with Karen", "Fairweather, half two tomorrow, Leith".

    Gives the clause, an empty trigger where the deed would stand, and the time.
    """
    whole = _one_time_to_come(reading)
    if whole is None or (reading.durations and not whole.is_future):
        return None
    if any(
        not (one.is_noun or _is_but_its_subject(one, reading))
        and (one.role is not Role.NOT_OURS or _is_to_us(one, reading))
        for one in reading.triggers
    ):
        return None
    keys = reading.sentence.keys
    titles = [one for one in reading.titles if not (one.is_part and tells_feedback(keys[slice(*one.span)]))]
    known = indexes(reading.times, reading.mentions, titles, reading.durations, reading.triggers)
    head = find_head(reading)
    known |= set(range(*head.new_name)) if head.new_name else set()
    said = [key for index, key in enumerate(keys) if index not in known and not _is_by_the_way(index, keys)]
    rest = [key for key in said if key not in GLUE]
    has_hour = whole.has_hour or whole.atom.part is not None
    is_short = len(rest) <= (_MOST_WORDS if has_hour else _MOST_WORDS_OF_A_DAY)
    is_told = tells_feedback(rest) or any(is_past(key) and key not in _SETTLED for key in rest)  # *submitted* at 4.30
    if not is_short or is_told or BEING.intersection(said) or _DOUBTS.intersection(keys):
        return None
    named = [one for one in reading.mentions if not one.is_weak]
    if not head.is_named and not (named and has_hour):
        return None
    if not has_hour and not any(time.span[0] <= head.end for time in reading.times):
        return None
    return _as_deed(clauses, reading, whole)


def _is_but_its_subject(paper: Trigger, reading: Reading) -> bool:
    """Whether a paper with no time in its piece is but what they meet about: "mañana 9:30, Celso. *Tarifa nueva*"."""
    first, end = reading.segment_of(paper.span[0])
    return paper.is_paper and not any(first <= one.span[0] < end for one in reading.times)


def _is_by_the_way(index: int, keys: list[str]) -> bool:
    """Whether the word is that of "de paso": "a las 12 en Vega, y *de paso* cobrar"."""
    return keys[index] == "paso" and keys[index - 1] in {"de", "d"}


def heading_appointment(clause: Clause, reading: Reading) -> tuple[Clause, Trigger, WhenWords] | None:
    """The appointment that a message's first piece makes by itself, with a name and a time ahead and nothing told."""
    times = [one for one in reading.times if clause.holds(one.span[0]) and one.atom.delta is None]
    named = [one for one in reading.mentions if clause.holds(one.span[0]) and not one.is_weak]
    if clause.trigger is not None or not times or not named or len(times) > _DAY_AND_HOUR:
        return None
    whole = merged_all(times)
    when = resolve(whole, reading.now, is_future=True)
    is_ahead = when is not None and whole.is_future is not False and whole.atom.day is not None
    said = reading.sentence.keys[slice(*clause.span)]
    is_told = tells_feedback(said) or bool(common_verbs_es.of_others().intersection(said))
    if not is_ahead or is_over(whole, reading.now) or is_told or _DOUBTS.intersection(said):
        return None
    kind = Kind.MEETING if _MEETING_WITH.intersection(said) else Kind.VISIT
    start = clause.span[0]
    return clause, Trigger((start, start), Role.TO_DO, kind, verb=(start, start)), whole


_DAY_AND_HOUR = 2


def _is_to_us(theirs: Trigger, reading: Reading) -> bool:
    """Whether they will do it to us, at that hour: "Ana *me llama* mañana a las 10"."""
    return reading.sentence.key(theirs.span[0]) in {"me", "nos"}


def _as_deed(clauses: list[Clause], reading: Reading, time: WhenWords) -> tuple[Clause, Trigger, WhenWords]:
    keys = reading.sentence.keys
    known = indexes(reading.times, reading.mentions, reading.titles, reading.durations, reading.triggers)
    place = next((index for index, key in enumerate(keys) if key in _WITH and index not in known), None)
    if place is not None:
        kind = Kind.MEETING if keys[place] in _MEETING_WITH else Kind.VISIT
        span = (place, place + 1)
    else:
        named = [one for one in reading.mentions if not one.is_weak]
        start = 0 if not named else named[0].span[0]
        kind, span = Kind.VISIT, (start, start)
    told = [one.kind for one in reading.triggers if not _is_but_its_subject(one, reading)] + [
        one.kind for one in reading.channels if one.kind
    ]
    told += [KIND_WORDS[key] for index, key in enumerate(keys) if key in KIND_WORDS and index not in known]
    clause = next((one for one in clauses if one.holds(span[0])), clauses[0])
    trigger = Trigger(span, Role.TO_DO, told[0] if told else kind, verb=span)
    return Clause(clause.span, trigger), trigger, time


def _one_time_to_come(reading: Reading) -> WhenWords | None:
    """The time that the sentence tells, if it tells one and no more, and it is not over."""
    times = [time for time in reading.times if time.atom.delta is None]
    days = sum(time.atom.day is not None for time in times)
    hours = sum(time.has_hour for time in times)
    if not times or len(times) != len(reading.times) or days > 1 or hours > 1:
        return None
    whole = merged_all(times)
    when = resolve(whole, reading.now, is_future=True)
    if whole.is_future is False or when is None:
        return None
    is_to_come = whole.is_future or (when.day >= reading.now.date() and not is_over(whole, reading.now))
    return whole if is_to_come else None
