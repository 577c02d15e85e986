"""What an English message takes back in the same breath: "Tuesday, *no, Wednesday*", "rang Ann, *sorry, Beth*"."""

import re
from collections.abc import Iterable

from core.understanding.amounts import find_amounts
from core.understanding.dates import find_times
from core.understanding.durations import find_durations
from core.understanding.mending import mended
from core.understanding.numbers import UNITS
from core.understanding.stages import SYNONYMS
from core.understanding.text import Sentence, Span, Words, indexes, tokenise, word_set
from core.understanding.world import World

_WORDS = (
    r"(?:no|sorry|wait|oops|whoops|er|eh|um|well|actually|hang on|hold on|i mean|i meant|i should say|should i say|"
    r"or rather|rather|make (?:that|it)|scratch that|strike that|correction|i tell a lie|tell a lie|i lie|my mistake|"
    r"my bad|what am i saying|that 's wrong|beg your pardon|excuse me|not that|it was|it 's|that 's)"
)
_MARKER = re.compile(rf"(?<!\S)(?:[,.:;–—-] )*{_WORDS}(?: [,.:–—-]| {_WORDS})*(?!\S)")
_TELLING = re.compile(
    r"\b(?:no|sorry|wait|hang on|hold on|i mean|i meant|should (?:i )?say|rather|make (?:that|it)|scratch|strike|"
    r"correction|lie|my mistake|my bad|what am i saying|wrong|pardon|excuse me|oops|whoops)\b"
)
"""A marker takes something back only with one of these: "well, er" alone is but breath."""
_MAY_MEND = re.compile(
    r"(?i)\b(?:no|sorry|wait|hang on|hold on|i mean|i meant|should say|rather|make (?:that|it)|scratch|strike|"
    r"correction|lie|mistake|my bad|saying|wrong|pardon|excuse me|w?h?oops)\b"
)
_KINDS = word_set("call visit meeting email mail text whatsapp zoom demo lunch coffee phonecall")
_STAGES = frozenset(name for names in SYNONYMS.values() for name in names.split("|") if name.isalpha())
_INSIDE_A_NAME = word_set("& and of the 's")
_LONGEST_NAME = 5


def in_its_last_words(text: str, world: World) -> str:
    """`text` without what was said first and taken back, and without the words that do so."""
    if not _MAY_MEND.search(text):
        return text
    sentence = tokenise(text, mended)
    for match in _MARKER.finditer(sentence.plain):
        marker = sentence.span(match)
        if _MAKE_IT.search(match.group()) and (mended_text := _with_the_other_time(sentence, marker)):
            return in_its_last_words(mended_text, world)
        if _TELLING.search(match.group()) and (first := _start_of_what_goes(sentence, marker, world)) is not None:
            return in_its_last_words(_without(sentence, (first, marker[1])), world)
    return text


_MAKE_IT = re.compile(r"\bmake (?:it|that)\b")


def _with_the_other_time(sentence: Sentence, marker: Span) -> str | None:
    """The text with the time behind "make it" for the only one said before: "tomorrow, no, he's off, *make it
    Monday*"."""
    times = [one.span for one in find_times(sentence, "en")]
    before = [span for span in times if span[1] <= marker[0]]
    behind = next((span for span in times if span[0] == marker[1]), None)
    if len(before) != 1 or behind is None:
        return None
    (first, end), tokens, text = before[0], sentence.tokens, sentence.original
    told = text[tokens[end - 1].end : tokens[marker[0]].start]
    return text[: tokens[first].start] + sentence.words(behind) + told + text[tokens[behind[1] - 1].end :]


def _start_of_what_goes(sentence: Sentence, marker: Span, world: World) -> int | None:
    """Where the words begin that those behind the marker replace, which must be of their sort; None where none are."""
    first, behind = marker
    if first == 0 or behind >= len(sentence.tokens):
        return None
    times, lengths = find_times(sentence, "en"), find_durations(sentence)
    taken = frozenset(indexes(times, lengths))
    sorts: tuple[Iterable[Words], ...] = (times, lengths, find_amounts(sentence, "EUR", taken))
    for things in sorts:
        if span := _replaced(things, marker):
            return span[0]
    for words in (_KINDS, _STAGES):
        if sentence.key(first - 1) in words and sentence.key(_past_article(behind, sentence)) in words:
            return first - 2 if _past_article(behind, sentence) > behind else first - 1
    if _is_a_number(sentence.key(first - 1)) and _is_a_number(sentence.key(behind)):
        return first - 1
    return _start_of_a_name(sentence, first, behind, world)


def _replaced(things: Iterable[Words], marker: Span) -> Span | None:
    spans = [one.span for one in things]
    before = next((span for span in spans if span[1] == marker[0]), None)
    return before if any(span[0] == marker[1] for span in spans) else None


def _is_a_number(key: str) -> bool:
    return key[:1].isdigit() or key in UNITS.keys() - {"a", "an", "un", "una", "one"}


def _past_article(index: int, sentence: Sentence) -> int:
    return index + 1 if sentence.key(index) in {"a", "an", "the"} else index


def _start_of_a_name(sentence: Sentence, end: int, behind: int, world: World) -> int | None:
    """Where the known name begins that ends at `end`, if a known one begins at `behind` too."""
    if not _is_of_a_name(sentence, behind, world) or not _is_of_a_name(sentence, end - 1, world):
        return None
    start = end - 1
    while start > 0 and end - start < _LONGEST_NAME and _is_of_a_name(sentence, start - 1, world):
        start -= 1
    return start


def _is_of_a_name(sentence: Sentence, index: int, world: World) -> bool:
    key = sentence.key(index)
    if sentence.is_capitalised(index):
        return world.account_names.has_word(key) or world.contact_names.has_word(key) or key not in _NO_NAMES
    return key not in _INSIDE_A_NAME and world.contact_names.has_word(key)


_NO_NAMES = word_set("i he she they we it the a an no yes but and so")


def _without(sentence: Sentence, gone: Span) -> str:
    text = sentence.original
    first, end = gone
    return text[: sentence.tokens[first].start] + text[sentence.tokens[end].start :]
