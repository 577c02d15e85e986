"""The pieces of a note: runs of words that were kept, trimmed at their edges, and put together again."""

from core.understanding.lexicon import PUNCTUATION
from core.understanding.note_words import CLITICS, SMALL, TRIMMED_LEFT, TRIMMED_RIGHT
from core.understanding.reading import Reading
from core.understanding.text import Span, is_picture


def runs(places: list[int], reading: Reading) -> list[Span]:
    """The places as runs, each without small words at its edges; runs of small words alone are dropped."""
    found: list[list[int]] = []
    for index in places:
        if found and found[-1][1] == index:
            found[-1][1] = index + 1
        else:
            found.append([index, index + 1])
    kept = (trimmed((first, end), reading) for first, end in found)
    return [(first, end) for first, end in kept if any(says(index, reading) for index in range(first, end))]


def joined(pieces: list[Span], reading: Reading) -> str:
    """The pieces in order; small words and signs alone between two of them stay, else a sign that stood there."""
    sentence = reading.sentence
    spans: list[Span] = []
    for first, end in pieces:
        if spans and spans[-1][1] <= first and _is_small(spans[-1][1], first, reading):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((first, end))
    text, last = "", None
    for first, end in spans:
        if last is not None:
            between = [key for key in sentence.keys[last:first] if key in PUNCTUATION]
            text += (between[-1] if between and between[-1] in ",;:.!?" else "," if between else "") + " "
        text += sentence.words((first, end))
        last = end
    return text.strip()


def _is_small(first: int, end: int, reading: Reading) -> bool:
    return all(reading.sentence.key(index) in TRIMMED_LEFT | TRIMMED_RIGHT | CLITICS for index in range(first, end))


def trimmed(span: Span, reading: Reading) -> Span:
    """The run without small words and pictures at its edges."""
    first, end = span
    keys = reading.sentence.keys
    while first < end and (_leads(first, reading) or is_picture(keys[first])):
        first += 1
    while end > first and (keys[end - 1] in TRIMMED_RIGHT or is_picture(keys[end - 1])):
        end -= 1
    return first, end


def _leads(index: int, reading: Reading) -> bool:
    """Whether a small word only leads to what is noted; "todo" is one before a colon, not in "*todo* bien"."""
    key = reading.sentence.key(index)
    return key in TRIMMED_LEFT and (key != "todo" or reading.sentence.key(index + 1) in {":", "-", "–", "—"})


def says(index: int, reading: Reading) -> bool:
    """Whether the token says anything by itself, in a note."""
    key = reading.sentence.key(index)
    return key not in SMALL and any(letter.isalnum() or letter in "%€$£" for letter in key)
