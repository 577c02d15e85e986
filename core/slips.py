"""Words with a slip of the finger: a letter too many, too few, another one, or two that changed places."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

_SHORTEST = 4
_HALVED = 6
_LONG = 8
_PIECE = 3


def pieces(word: str) -> list[str]:
    """Parts of which a word with one slip keeps at least one, each three letters or more; a space begins a word."""
    if len(word) < _SHORTEST or word.isdecimal():
        return [word] if len(word) >= _PIECE else []
    if len(word) < _LONG:
        begun = f" {word[: _PIECE - 1]}" if len(word) < _HALVED else word[:_PIECE]
        return [begun, word[-_PIECE:]]
    third = len(word) // 3
    return [word[: third + 1], word[third : 2 * third + 1], word[2 * third :]]


def alike(words: Sequence[str], text: str) -> int | None:
    """How many slips lie between the words and the nearest words of `text`; None where one is too far from all.

    A word that is being typed is near to the beginning of one.
    """
    known = text.split()
    total = 0
    for word in words:
        most = _slips(word)
        nearest = min((_distance(word, other, most) for other in known), default=most + 1)
        if nearest > most:
            return None
        total += nearest
    return total


def _slips(word: str) -> int:
    """How many are forgiven: none in a number or a short word, one in a word, two in a long one."""
    if word.isdecimal() or len(word) < _SHORTEST:
        return 0
    return 1 if len(word) < _LONG else 2


def _distance(word: str, other: str, most: int) -> int:
    begun = other[: len(word)] if len(other) > len(word) + most else other
    return OSA.distance(word, begun, score_cutoff=most)
