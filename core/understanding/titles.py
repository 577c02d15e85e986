"""Opportunities that a sentence calls by their title, or by a part of it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from core.understanding.lexicon import COMMON, GLUE
from core.understanding.text import Sentence, Span
from core.understanding.world import Opportunity, World

WHOLE, HALF = 1.0, 0.5
"""How much of a title must be said: half of it will do where an opportunity is being moved."""
TOO_COMMON = 50
"""Words that so many titles share name none of them."""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """A whole title, or at least two of its words side by side, and the ids of the opportunities that bear it."""

    span: Span
    opportunities: tuple[str, ...]


def find_titles(sentence: Sentence, world: World, taken: frozenset[int]) -> list[TitleWords]:
    """Titles said anywhere in the sentence, of any account."""
    return list(_titles(sentence, world, taken))


def opportunities_named(
    sentence: Sentence, candidates: list[Opportunity], world: World, taken: Set[int], least: float
) -> list[Opportunity]:
    """Those of the candidates that the sentence calls by the largest part of their title, at least this share of it."""
    keys = {key for index, key in enumerate(sentence.keys) if index not in taken and key not in GLUE}
    shares = {one.id: _share_said(world.titles.words(one.id), keys, world) for one in candidates}
    best = max(shares.values(), default=0.0)
    return [one for one in candidates if shares[one.id] == best >= least]


def _share_said(title: tuple[str, ...], keys: set[str], world: World) -> float:
    said = [word for word in title if word in keys or any(word in world.titles.near(key) for key in keys)]
    if not said or (len(said) < len(title) and all(word in COMMON or word.isdigit() for word in said)):
        return 0.0
    return len(said) / len(title)


def _titles(sentence: Sentence, world: World, taken: frozenset[int]) -> Iterator[TitleWords]:
    index = 0
    while index < len(sentence.tokens):
        found = None if index in taken else _title_at(sentence, index, world, taken)
        if found:
            yield found
        index = found.span[1] if found else index + 1


def _title_at(sentence: Sentence, first: int, world: World, taken: frozenset[int]) -> TitleWords | None:
    positions: list[int] = []
    for index in range(first, len(sentence.tokens)):
        key = sentence.key(index)
        if index in taken and not key.isdigit():
            break
        if world.titles.has_word(key):
            positions.append(index)
        elif key not in GLUE or not key[0].isalnum() or not positions:
            break
    for length in range(len(positions), 0, -1):
        keys = [sentence.key(position) for position in positions[:length]]
        ids = world.titles.written_as_one("".join(keys))
        if not ids and length > 1:
            ids = world.titles.holding_all([key] for key in keys)
        if (length == 1 and keys[0] in COMMON) or not 0 < len(ids) <= TOO_COMMON:
            continue
        if seen := world.opportunities(ids):
            return TitleWords((first, positions[length - 1] + 1), tuple(one.id for one in seen))
    return None
