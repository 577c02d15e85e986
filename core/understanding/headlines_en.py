"""English entries headed by what was done, as a noun: "Visit Kent. Shelf half empty.", "call to Kent, want a price"."""

from core.understanding.dates import WhenWords, is_over
from core.understanding.feedback import tells_feedback
from core.understanding.kinds import Role
from core.understanding.languages import is_english
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.trigger_rows import Trigger


def is_headline(trigger: Trigger, times: list[WhenWords], reading: Reading) -> bool:
    """Whether a noun heads what came of it, and its time, if it tells one, may be over."""
    sentence = reading.sentence
    end = reading.segment_of(trigger.span[0])[1]
    if not is_english(sentence) or end >= len(sentence.tokens) or not _is_head(trigger, end, reading):
        return False
    known = indexes(reading.mentions, reading.titles)
    rest = [sentence.key(index) for index in range(end, len(sentence.tokens)) if index not in known]
    if _OURS.intersection(rest) or any(
        one.role is Role.TO_DO and one.span[0] >= end and not one.is_noun for one in reading.triggers
    ):
        return False
    words = [key for key in rest if key.isalpha()]
    is_told = (tells_feedback(rest) or not _LIKING.isdisjoint(rest)) and not _PURPOSE.intersection(words[:1])
    if times and any(_has_begun(one, reading) for one in times):
        return is_told
    is_parted = sentence.key(end - 1) in {".", ":"}
    if not times:
        is_noun = sentence.key(trigger.span[1] - 1) == "to"
        return (is_parted and len(words) > 1 and words[0] not in _PURPOSE) or (is_noun and is_told)
    is_plain_day = all(one.is_future is None and not one.has_hour and not one.atom.part for one in times)
    return is_plain_day and is_parted and bool(reading.durations) and is_told


def _is_head(trigger: Trigger, end: int, reading: Reading) -> bool:
    """Whether its piece holds nothing but the noun, names and times."""
    known = indexes(reading.mentions, reading.times, reading.titles, reading.durations)
    places = [*range(reading.segment_of(trigger.span[0])[0], trigger.span[0]), *range(trigger.span[1], end)]
    rest = [reading.sentence.key(index) for index in places if index not in known]
    return bool(reading.mentions) and all(key in _SMALL or not key.isalpha() for key in rest)


def _has_begun(time: WhenWords, reading: Reading) -> bool:
    """Whether a part of today has come: "visit *this am*"."""
    said = reading.sentence.keys[slice(*time.span)]
    return time.is_future is None and bool({"am", "morning"} & set(said)) and "this" in said and _is_past(time, reading)


def _is_past(time: WhenWords, reading: Reading) -> bool:
    return is_over(time, reading.now) or reading.now.hour >= _LATE_MORNING


_LATE_MORNING = 10
_SMALL = word_set("to at with w the in on re for about a")
_PURPOSE = word_set("to for re about bring take collect check show drop ask see get need must discuss")
_LIKING = word_set("likes loves hates")
_OURS = word_set("i i'll we'll")
