"""The word lists in `words/`: folded words, separated by spaces or one a line; # begins a remark."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@cache
def lexicon(name: str) -> frozenset[str]:
    """The words of `words/<name>.txt`."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def phrases(name: str) -> frozenset[str]:
    """The lines of `words/<name>.txt`, where an entry may have several words."""
    return frozenset(_lines(name))


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
