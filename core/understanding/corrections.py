"""A correction that says but what is right: "no, a las 7", "perdón, 45 minutos", "era con Ángel", "make it Friday"."""

import re
from datetime import datetime

from core.understanding.dates import When, WhenWords, resolve
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import Sentence, indexes

_TAKES_BACK = re.compile(
    r"(?:(?:no|nono|perdon|perdona|disculpa|digo|uy|ay|ups|error|espera|bueno|mejor dicho|en realidad|sorry|oops|wait|"
    r"actually|i mean)(?: [,.:;!-]+| …)* )+(?:(?:era|eran|fue|fueron|es|son|mejor|it was|that was|it 's|make it|"
    r"make that|should be) )?"
)
_SAYS_HOW_IT_WAS = re.compile(
    r"(?:era|eran|fue|fueron|it was|that was|make it|make that|change it to|ponlo|cambialo|mejor|"
    r"(?:the|that|my) (?:visit|call|meeting|chat|lunch|zoom|entry|note) (?:was|should be|should say|should have been)) "
)
_NO_ALONE = "no "
"""“No Sarah today” tells who was not there."""


def says_what_is_right(reading: Reading) -> bool:
    """Whether it begins by taking something back, and the rest is but a time, a length, a sum, a kind or a name."""
    sentence = reading.sentence
    opening = _TAKES_BACK.match(sentence.plain) or _SAYS_HOW_IT_WAS.match(sentence.plain)
    if opening is None:
        return False
    first = sentence.span(opening)[1]
    names = indexes(reading.mentions)
    if opening.group() == _NO_ALONE and first in names:
        return False
    kinds = indexes(trigger for trigger in reading.triggers if trigger.is_noun)
    told = names | kinds | indexes(reading.times, reading.durations, reading.amounts)
    rest = range(first, len(sentence.tokens))
    return any(index in told for index in rest) and all(index in told or sentence.key(index) in GLUE for index in rest)


def what_is_right(sentence: Sentence) -> str:
    """The words behind what takes something back: "no, era *con Ana*"; all of them where nothing stands behind it."""
    opening = _TAKES_BACK.match(sentence.plain)
    first = sentence.span(opening)[1] if opening else 0
    return sentence.words((first, len(sentence.tokens))) if first < len(sentence.tokens) else sentence.original


def in_place_of(before: When, words: WhenWords, now: datetime, *, is_future: bool) -> When | None:
    """The time that `words` mean where an entry's time was `before`: an hour alone keeps its day, a day its hour."""
    found = resolve(words, now, is_future=is_future)
    if found is None or words.atom.delta is not None:
        return found
    if words.atom.day is None:
        return When(before.day, found.at)
    return found if found.at else When(found.day, before.at)
