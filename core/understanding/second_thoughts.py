"""What a message takes back in the same breath: "el martes, *no, espera, el miércoles*"."""

import re
from collections.abc import Iterable

from core.understanding.amounts import find_amounts
from core.understanding.dates import find_times
from core.understanding.durations import find_durations
from core.understanding.mending import mended
from core.understanding.text import Sentence, Span, Words, indexes, tokenise, word_set

_SURE = re.compile(
    r"(?<!\S)(?:[,.] )*(?:(?:no|ay|uy|uf|huy|bueno) (?:, )?)*(?<!pide )(?<!pidio )(?<!pidiendo )(?<!con )"
    r"(?:perdon|perdona|perdonad|mejor dicho|quiero decir|quise decir|miento|me equivoco|me he equivocado|corrijo|"
    r"rectifico|me lio|(?<=, )digo(?= (?:a|al|con|en) ))(?: [,.:])*(?: (?:no|que|es|era|son))*(?: [,])*(?!\S)"
)
"""Nobody says this of anything but the words just said."""
_DOUBTFUL = re.compile(
    r"(?<!\S)(?:(?:, )?(?:no|ay|uy) (?:, )?(?:espera|digo|mejor|que va|(?:para )?(?:el|este|ese) (?:no )?(?:el )?otro)|"
    r", digo)(?: [,.:])*(?: (?:no|que|mejor))*(?: ,)?"
    r"(?!\S)|(?<!\S)(?<!, )no ,(?!\S)"
)
"""This counts only between two things of the same sort: "el 3, digo el 4", "el lunes no, el martes", not "no espera
nada el 4"; "el 4, no el 3" is the fourth."""
_KINDS = word_set("visita llamada reunion correo mail email whatsapp videollamada comida cafe cita demo")
_BEFORE_A_NAME = word_set("a al con en de del para")


def in_its_last_words(text: str) -> str:
    """`text` as its writer wants it read: what was said first and taken back is left out, with the words that do so."""
    if not _MAY_MEND.search(text):
        return text
    sentence = tokenise(text, mended)
    for pattern, is_sure in ((_SURE, True), (_DOUBTFUL, False)):
        for match in pattern.finditer(sentence.plain):
            marker = sentence.span(match)
            if gone := _taken_back(sentence, marker, is_sure=is_sure):
                return in_its_last_words(_without(sentence, gone))
    return text


_MAY_MEND = re.compile(
    r"(?i)\b(?:no (?:espera|digo|mejor|que va|(?:para )?(?:el|este) )|no,|perd[oó]n\w*|mejor dicho|qui(?:ero|"
    r"se) decir|miento|equivoc\w+|"
    r"corrijo|rectifico|digo|me l[ií]o|(?:ay|uy),? \w+)"
)


def _taken_back(sentence: Sentence, marker: Span, *, is_sure: bool) -> list[Span]:
    """What goes: the marker, and before it what the words behind it replace; nothing where nothing is replaced."""
    first, behind = marker
    if first == 0 or behind >= len(sentence.tokens):
        return []
    times, lengths = find_times(sentence), find_durations(sentence)
    taken = frozenset(indexes(times, lengths))
    sorts: tuple[Iterable[Words], ...] = (times, lengths, find_amounts(sentence, "EUR", taken))
    for things in sorts:
        if span := _replaced(things, marker):
            return [(span[0], behind)]
    if not is_sure:
        return []
    if sentence.key(behind) in _KINDS:
        return _kind_replaced(sentence, marker)
    start = _start_of_a_name(sentence, first, sentence.key(behind))
    return [(start, behind)] if start else []


def _replaced(things: Iterable[Words], marker: Span) -> Span | None:
    """The thing that ends at the marker, where another of its sort begins behind it."""
    spans = [one.span for one in things]
    before = next((span for span in spans if span[1] == marker[0]), None)
    return before if any(span[0] == marker[1] for span in spans) else None


def _kind_replaced(sentence: Sentence, marker: Span) -> list[Span]:
    """The kind said before, and the marker, so that what was told of the one is told of the other."""
    before = next((index for index in range(marker[0] - 1, -1, -1) if sentence.key(index) in _KINDS), None)
    return [] if before is None else [(before, before + 1), marker]


def _start_of_a_name(sentence: Sentence, end: int, key: str) -> int | None:
    """Where the words begin that a name behind the marker replaces: at the same small word, or after the last one."""
    places = [index for index in range(max(0, end - _LONGEST_NAME), end) if sentence.key(index) in _BEFORE_A_NAME]
    same = [index for index in places if sentence.key(index) == key]
    if same:
        return same[-1]
    if key in _BEFORE_A_NAME:
        return places[-1] if places else None
    return places[-1] + 1 if places else None


_LONGEST_NAME = 6


def _without(sentence: Sentence, gone: list[Span]) -> str:
    text = sentence.original
    for first, end in reversed(gone):
        start = sentence.tokens[first].start
        last = sentence.tokens[end].start if end < len(sentence.tokens) else len(text)
        text = text[:start] + text[last:]
    return text
