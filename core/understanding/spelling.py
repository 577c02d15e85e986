"""Words near a misspelt one, found without comparing it to all: by the words that remain when a letter is left out."""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

SHORTEST = 4
"""Shorter words have too many neighbours to guess at."""


class Spelling:
    """A vocabulary that finds its words at one slip (two in words of eight letters and more)."""

    def __init__(self) -> None:
        self._uses: dict[str, int] = {}
        self._by_trace: dict[str, set[str]] = defaultdict(set)

    def __contains__(self, word: str) -> bool:
        return word in self._uses

    def __iter__(self) -> Iterator[str]:
        return iter(self._uses)

    def add(self, word: str) -> None:
        """One more use of `word`."""
        self._uses[word] = self._uses.get(word, 0) + 1
        if self._uses[word] == 1 and len(word) >= SHORTEST:
            for trace in _traces(word):
                self._by_trace[trace].add(word)

    def remove(self, word: str) -> None:
        """One use of `word` less; the last one takes it out."""
        self._uses[word] -= 1
        if not self._uses[word]:
            del self._uses[word]
            if len(word) >= SHORTEST:
                for trace in _traces(word):
                    self._by_trace[trace].discard(word)

    def near(self, word: str) -> list[str]:
        """The words that `word` may be meant for, only the nearest ones; itself is not looked for."""
        if len(word) < SHORTEST:
            return []
        candidates = {candidate for trace in _traces(word) for candidate in self._by_trace.get(trace, ())}
        found = {candidate: slips for candidate in candidates if (slips := _slips(word, candidate)) is not None}
        best = min(found.values(), default=0)
        return sorted(candidate for candidate, slips in found.items() if slips == best)


def _slips(word: str, candidate: str) -> int | None:
    """How many slips lead from one to the other; None where they are too many to be the same word.

    Vega is not Vera: a short word with another letter in it is another word, unless both sound the same.
    """
    if sounds(word) == sounds(candidate):
        return 1
    distance = int(OSA.distance(word, candidate))
    shorter = min(len(word), len(candidate))
    if distance == 1 and (shorter >= 6 or (shorter >= 4 and _same_letters(word, candidate))):  # noqa: PLR2004
        return 1
    return distance if distance == 2 and shorter >= 8 else None  # noqa: PLR2004 - see the class


def _same_letters(word: str, candidate: str) -> bool:
    """A letter left out, doubled or swapped with its neighbour, none replaced by another."""
    return len(word) != len(candidate) or sorted(word) == sorted(candidate)


def _traces(word: str) -> Iterator[str]:
    yield word
    yield "~" + sounds(word)
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def sounds(word: str) -> str:
    """How a Spanish ear may write `word` down: b as v, ll as y, no h, s for z and soft c, j for soft g."""
    heard = word.replace("ch", "x").replace("h", "").replace("v", "b").replace("ll", "y").replace("qu", "k")
    for soft in "ei":
        heard = heard.replace("c" + soft, "s" + soft).replace("g" + soft, "j" + soft).replace("gu" + soft, "g" + soft)
    heard = heard.replace("z", "s").replace("c", "k").replace("w", "u").replace("y", "i")
    return "".join(letter for index, letter in enumerate(heard) if index == 0 or letter != heard[index - 1])
