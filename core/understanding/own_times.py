"""Which of a sentence's times are a deed's own, and where its own words end."""

import re
from collections.abc import Iterable

from core.understanding.clauses import Clause
from core.understanding.dates import WhenWords, is_over
from core.understanding.feedback import tells_feedback
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import Words, indexes, word_set
from core.understanding.trigger_rows import Trigger

_AHEAD = word_set("para for by que to until till hasta antes before pa si porque pero y and")


_GENITIVE = word_set("del de of")


def is_beside(time: WhenWords, trigger: Trigger, clause: Clause, reading: Reading) -> bool:
    """Whether nothing but names, other times and small words stands between the deed and the time."""
    return not clause.holds(time.span[0]) or time.span[0] <= zone_end(trigger, clause, reading)


def own_times(
    trigger: Trigger, times: list[WhenWords], clause: Clause, reading: Reading, *, was_done: bool
) -> tuple[WhenWords, ...]:
    """What is done takes a time beside its words or a past one; what is to be done takes any in its clause."""
    plain = [time for time in times if reading.sentence.key(time.span[0] - 1) not in _GENITIVE] or times
    if was_done:
        beside = zone_end(trigger, clause, reading)
        plain = [
            time
            for time in plain
            if time.span[1] <= beside
            or time.is_future is False
            or not clause.holds(time.span[0])
            or _is_about_the_deed(time, trigger, reading)
        ]
    anchored = [time for time in plain if time.is_anchored and time.span[1] <= trigger.span[0]]
    return _day_with_hour(anchored or plain)  # "el pleno es el 24 y *al día siguiente* llamo"


def _is_about_the_deed(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether nobody's wish stands between the deed and a time after it: "mandé el catálogo a Acme el viernes"."""
    told = _TO_SEE_THEM.sub("", " ".join(between(trigger, time, reading))).split()
    told = [key for key in told if key not in _CARRIED_OUT]
    first = reading.sentence.key(time.span[0])
    if _THEIRS.intersection(told):
        return False
    if first not in _AHEAD and is_over(time, reading.now) and not tells_feedback(told):
        return True  # "dropped off samples to Acme this afternoon", "met him for a coffee at 11"
    return first not in _AHEAD and not tells_feedback(told) and not _AHEAD.intersection(told)


_TO_SEE_THEM = re.compile(r"\bto (?:see|meet|visit)\b")
"""What but says for whom one went: "went to Kent *to see* Ann on the 14th"."""
_CARRIED_OUT = word_set("'s done completed complete finished held")
"""What but says that the deed was: "site survey at Kent *done* today"."""


def is_of_talk(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether somebody else's words stand between a noun and a time after it, dictated without a comma."""
    if not trigger.is_noun or time.span[0] < trigger.span[1] or time.is_future is False:
        return False
    return bool(
        (_THEIRS | {"so", "because", "but", "pero", "cuando"}).intersection(
            reading.sentence.keys[trigger.span[1] : time.span[0]]
        )
    )


_THEIRS = word_set(
    "they he she who will 'll would going closes opens starts ends begins expires finishes launches closing opening "
    "starting ending "
    "due deadline runs lands arrives moves"
)


def _day_with_hour(times: list[WhenWords]) -> tuple[WhenWords, ...]:
    """The first time, and the hour that is said apart from its day: "mañana llamar a Marta a las 10:30"."""
    for other in times[1:]:
        first = times[0]
        if (
            (first.atom.day is None) != (other.atom.day is None)
            and not (first.has_hour and other.has_hour)
            and (other.has_hour or other.atom.part is None or first.atom.part is None)
        ):
            return first, other
    return tuple(times[:1])


def zone_end(trigger: Trigger, clause: Clause, reading: Reading) -> int:
    """Where the trigger's own words end: names, times, durations and small words after it belong to it."""
    recognised: list[Iterable[Words]] = [
        reading.mentions, reading.times, reading.durations, reading.titles, reading.channels,
    ]  # fmt: skip
    known = {words.span[0]: words.span[1] for things in recognised for words in things}
    index = end = trigger.span[1]
    while index < clause.span[1]:
        if index in known:
            index = end = known[index]
        elif reading.sentence.key(index) in GLUE:
            index += 1
        else:
            break
    return min(end, clause.span[1])


def between(trigger: Trigger, time: WhenWords, reading: Reading) -> list[str]:
    """The keys between the deed and a time after it, names left out."""
    named = indexes(reading.mentions) | set(range(*(trigger.tail or (0, 0))))
    places = range(trigger.span[1], time.span[0])
    return [reading.sentence.key(index) for index in places if index not in named]
