"""A sentence cut into clauses: at punctuation, and before each deed that begins something new."""

from dataclasses import dataclass

from core.understanding.dates import WhenWords
from core.understanding.feedback import tells_feedback
from core.understanding.kinds import Role
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import Span, indexes, word_set
from core.understanding.trigger_rows import Trigger

_LEAD = word_set(
    """
    y e and then luego despues pero but so also tambien entonces i we yo ya it que para to we're i'm & + 've 'll
    """
)
_CLITICS = word_set("le les se me nos")
_CALLED_OUT = word_set(
    "apuntame apunta anotame anota ponme pon agendame agenda ojo oye mira pues bueno vale ok hola buenas buenos "
    "dias tardes noches hoy uf buf ala hala nota urgente"
)
_UNTIL = word_set("til till until hasta since desde")
"""A time after them ends what was told: it is not the deed's that follows."""
_NEAR = 5
_TALKS = word_set("meeting visit call chat review reunion visita llamada")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the sentence with at most one deed."""

    span: Span
    trigger: Trigger | None = None

    def holds(self, index: int) -> bool:
        return self.span[0] <= index < self.span[1]


def cut(reading: Reading) -> list[Clause]:
    """The clauses in order; together they cover the sentence."""
    triggers = [
        one
        for one in reading.triggers
        if (not one.is_noun or _noun_counts(one, reading)) and (not one.is_paper or _is_dated(one, reading))
    ]
    begins = {_begin(trigger, triggers, reading): trigger for trigger in reversed(triggers)}
    starts = {*reading.segments, *begins}
    if reading.stage:
        starts.add(_stage_begin(reading))
    ordered = sorted(starts)
    ends = [*ordered[1:], len(reading.sentence.tokens)]
    return [
        Clause((start, end), next((one for one in triggers if start <= one.span[0] < end), None))
        for start, end in zip(ordered, ends, strict=True)
        if start < end
    ]


def _noun_counts(noun: Trigger, reading: Reading) -> bool:
    """A noun is a deed where it opens a clause, or where a time goes with it; else it is somebody's talk."""
    first, end = reading.segment_of(noun.span[0])
    before = range(first, noun.span[0])
    known = indexes(reading.times, reading.mentions, reading.durations)
    if reading.sentence.key(noun.span[0]) in _TALKS:
        known |= indexes(reading.titles)  # "laundry equipment *meeting* with Ann", but not "telehandler demo went well"
    if all(index in known or reading.sentence.key(index) in GLUE | _LEAD | _CALLED_OUT for index in before):
        return True
    verbs = {one.span[0] for one in reading.triggers if not one.is_noun and one.role in _OURS}
    has_time = any(
        noun.span[1] <= time.span[0] <= min(noun.span[1] + _NEAR, end) and time.span[1] not in verbs
        for time in reading.times
    )
    is_object = any(one.span[1] == noun.span[0] for one in reading.triggers) or _is_theirs(noun, reading)
    return has_time and not is_object and reading.sentence.key(noun.span[0] - 1) not in GLUE


def _is_theirs(noun: Trigger, reading: Reading) -> bool:
    """Whether it is something that others hold: "three quotes before *the partners meeting* on the 22nd"."""
    before = reading.sentence.keys[max(0, noun.span[0] - _NEAR) : noun.span[0]]
    places = [index for index, key in enumerate(before) if key in _OF_OTHERS]
    if not places:
        return False
    article = places[-1]
    return len(before) - article <= _OF_THEIRS and (
        before[article] in _POSSESSIVES or before[max(0, article - 1) : article] in ([key] for key in _LEADING_TO)
    )


_POSSESSIVES = word_set("their his her")
_OF_OTHERS = word_set("the a") | _POSSESSIVES
_LEADING_TO = word_set("before after until till at in since from by for")
_OF_THEIRS = 3


def _is_dated(paper: Trigger, reading: Reading) -> bool:
    """Whether a time follows the paper without anything told of it: "presupuesto a Acme el lunes"."""
    before = [one.span[0] for one in reading.times if one.span[1] == paper.span[0] - 1]
    if before and reading.sentence.key(paper.span[0] - 1) == ":" and before[0] in reading.segments:
        return True  # "para el lunes: presupuesto de …"
    ahead = [one for one in reading.times if 0 <= one.span[0] - paper.span[1] <= _NEAR]
    return any(not tells_feedback(reading.sentence.keys[paper.span[1] : one.span[0]]) for one in ahead)


def _begin(trigger: Trigger, triggers: list[Trigger], reading: Reading) -> int:
    """Where the trigger's clause begins: its conjunction, pronoun and the time that stands before it belong to it."""
    start = trigger.span[0]
    first, _ = reading.segment_of(start)
    taken = None
    while start > first:
        time = reading.time_ending_at(start)
        if time and taken and time.atom.day and taken.atom.day:
            break  # "he looks at it at the weekend and *on Tuesday* I call him"
        is_to_them = start == trigger.span[0] and reading.sentence.key(start - 1) in _CLITICS
        is_so = reading.sentence.keys[start - 1 : start + 1] == ["asi", "que"]
        if reading.sentence.key(start - 1) in _LEAD or is_to_them or is_so:
            start -= 1
        elif (
            time
            and (trigger.role is not Role.NOT_OURS or _is_theirs_by_then(time, trigger, triggers, reading, first))
            and reading.sentence.key(trigger.span[0]) != "que"
            and time.span[0] >= first
            and _is_free(time, trigger, triggers, reading, first)
        ):
            start, taken = time.span[0], time
        else:
            break
    opening = [one for one in triggers if first <= one.span[0] < start]
    return start if opening or _has_content(first, start, reading) else first


def _is_theirs_by_then(
    time: WhenWords, trigger: Trigger, triggers: list[Trigger], reading: Reading, first: int
) -> bool:
    """Whether a day right before what they will do is theirs, for ours has its own: "se lo mando hoy *y el viernes me
    dice algo*"."""
    earlier = [one for one in triggers if first <= one.span[0] < time.span[0]]
    return (
        trigger.is_set_phrase
        and bool(earlier)
        and any(earlier[-1].span[1] <= one.span[0] < time.span[0] for one in reading.times)
    )


def _has_content(first: int, end: int, reading: Reading) -> bool:
    """Whether something else than names and small words stands there."""
    known = indexes(reading.mentions, reading.times, reading.durations)
    return any(index not in known and reading.sentence.key(index) not in GLUE for index in range(first, end))


def _is_free(time: WhenWords, trigger: Trigger, triggers: list[Trigger], reading: Reading, first: int) -> bool:
    """Whether a time before a trigger is its own, not that of the deed before."""
    is_limit = _UNTIL.intersection(reading.sentence.keys[max(0, time.span[0] - 1) : time.span[0] + 1])
    if not _fits(time, trigger) or is_limit or _has_its_own(time, trigger, triggers, reading, first):
        return False
    earlier = [one for one in triggers if first <= one.span[0] < time.span[0]]
    if not earlier or reading.sentence.key(time.span[0] - 1) in _LEAD:
        return True
    previous = earlier[-1]
    if previous.role is Role.ASKED and trigger.role is Role.AGREED and trigger.span[0] - time.span[1] <= 1:
        return True  # "que le haga un precio *el viernes le paso* el precio"
    told = (previous.span[1], time.span[0])
    has_lasted = any(told[0] <= one.span[0] < told[1] for one in reading.durations)
    if trigger.role in _OURS and (has_lasted or tells_feedback(reading.sentence.keys[slice(*told)])):
        return True  # "llamé a Ana y lo compara con otro *el lunes le mando* referencias"
    if _is_far_behind(time, trigger, previous, reading):
        return True
    has_another = any(previous.span[1] <= other.span[0] < time.span[0] for other in reading.times)
    return has_another or not _fits(time, previous)


def _is_far_behind(time: WhenWords, trigger: Trigger, previous: Trigger, reading: Reading) -> bool:
    """Whether a day stands right before what we will do, and far behind what they will: "quedaron en hacer un ensayo en
    veinte hectáreas *la semana que viene les llevo* muestras"."""
    is_theirs = previous.role is Role.NOT_OURS and trigger.role is Role.AGREED and time.atom.day is not None
    return is_theirs and time.span[1] == trigger.span[0] and time.span[0] - previous.span[1] >= _FAR


_FAR = 4
_OURS = {Role.TO_DO, Role.AGREED}


def _has_its_own(time: WhenWords, trigger: Trigger, triggers: list[Trigger], reading: Reading, first: int) -> bool:
    """Whether the deed's day follows it, and that before it ends what was told: "closes on the 30th, so call by the
    26th"."""
    if trigger.role is Role.DONE:
        return False
    end = reading.segment_of(trigger.span[0])[1]
    others = {one.span[0] for one in triggers if one.span[0] > trigger.span[0] and one.role in _OURS}
    later = [
        one
        for one in reading.times
        if trigger.span[1] <= one.span[0] < end and not others & {one.span[1], one.span[1] + 1}
    ]
    return any(one.atom.day and time.atom.day for one in later) and _has_content(first, time.span[0], reading)


def _fits(time: WhenWords, trigger: Trigger) -> bool:
    if trigger.role is Role.DONE:
        return time.is_future is not True
    return trigger.role is not Role.TO_DO or time.is_future is not False


def _stage_begin(reading: Reading) -> int:
    assert reading.stage  # noqa: S101 - asked for by `cut` only where there is one
    start = reading.stage.span[0]
    first, _ = reading.segment_of(start)
    while start > first and reading.sentence.key(start - 1) in _LEAD:
        start -= 1
    inside = [one for one in reading.triggers if first <= one.span[0] < start]
    return start if inside else first
