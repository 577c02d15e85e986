"""Opportunities that a sentence calls by their title, or by a part of it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from core.understanding.lexicon import COMMON, GLUE, NO_SLIPS
from core.understanding.text import Sentence, Span, word_set
from core.understanding.world import Opportunity, World

LEAST = 0.2
"""How much of a title must be said, if a telling word is among it, once the account is known."""
TOO_COMMON = 50
"""Words that so many titles share name none of them."""


SHORTEST_TELLING = 3
LONG_ENOUGH = 5
SHORTEST_CUT = 4
FEW = 3
GENERIC = word_set(
    """
    contrato contratos mantenimiento servicio servicios proyecto plan linea lineas fase lote serie anual mensual
    nuevo nueva verano invierno otono primavera navidad
    nuevos renovacion reforma sistema equipo equipos material programa gestion acuerdo suministro soporte curso
    temporada instalacion compra obra nave sala local locales marca software licencia licencias
    contract contracts service services project plan line lines phase annual yearly new renewal refresh upgrade system
    systems equipment supply supplies support rollout pilot programme program framework management kit unit units lease
    site range retrofit parts fit out
    """
)
"""Words that many titles have: alone they tell none of them."""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """A title, or words of it, and the ids of the opportunities that bear it; `is_part` where it is one word."""

    span: Span
    opportunities: tuple[str, ...]
    is_part: bool = False


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
    if best == 0.0:
        return _by_any_word(candidates, keys, world)
    return [one for one in candidates if shares[one.id] == best >= least]


def _by_any_word(candidates: list[Opportunity], keys: set[str], world: World) -> list[Opportunity]:
    """The one opportunity of the account with a word of its title said that others have too: "las licencias"."""
    found = [
        one
        for one in candidates
        if any(
            len(word) >= LONG_ENOUGH and word not in COMMON and is_said(word, keys, world)
            for word in world.titles.words(one.id)
        )
    ]
    return found if len(found) == 1 else []


def _share_said(title: tuple[str, ...], keys: set[str], world: World) -> float:
    said = [word for word in title if is_said(word, keys, world)]
    if not said or (
        len(said) < len(title) and not any(is_telling(word) or _is_said_in_plural(word, keys) for word in said)
    ):
        return 0.0
    return len(said) / len(title)


def _is_said_in_plural(word: str, keys: Set[str]) -> bool:
    """Whether what is an everyday word elsewhere is said as the thing that it is: "the *vans*" of "Van wraps"."""
    return word in COMMON - GENERIC and word + "s" in keys - COMMON and len(word) >= SHORTEST_TELLING


def is_said(word: str, keys: Set[str], world: World) -> bool:
    """Whether a title's word is among the keys, in singular or plural, or with a slip."""
    return word in keys or any(
        stem(key) == stem(word) or word in world.titles.near(key) or _is_cut_short(key, word) for key in keys
    )


def _is_cut_short(key: str, word: str) -> bool:
    """`maint` for maintenance, `insur` for insurance: four letters and more, and no word by itself."""
    return (
        len(key) >= SHORTEST_CUT
        and len(word) - len(key) >= SHORTEST_CUT - 1
        and word.startswith(key)
        and key not in NO_SLIPS
    )


def is_telling(word: str) -> bool:
    """Whether a title's word, alone, tells which opportunity is meant."""
    return word not in COMMON and word not in GENERIC and not word.isdigit() and len(word) >= SHORTEST_TELLING


def stem(word: str) -> str:
    """A word without its plural: `depósitos` and `depósito`, `cabins` and `cabin`, `lorries` and `lorry`."""
    if word.endswith(("ies", "y")) and len(word) > SHORTEST_CUT:
        return word.removesuffix("ies").removesuffix("y")
    for ending in ("es", "s"):
        if len(word) > len(ending) + SHORTEST_TELLING - 1 and word.endswith(ending):
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e")


def _titles(sentence: Sentence, world: World, taken: frozenset[int]) -> Iterator[TitleWords]:
    index = 0
    while index < len(sentence.tokens):
        found = None if index in taken else _title_at(sentence, index, world, taken)
        if found:
            yield found
        index = found.span[1] if found else index + 1


def _says_but_the_firm(keys: list[str], opportunity: Opportunity, world: World) -> bool:
    """Whether these words of a longer title are those of the account's own name: "Consumables *Smile Studio*"."""
    is_part = len(keys) < len(world.titles.words(opportunity.id))
    return is_part and set(keys) <= set(world.account_names.words(opportunity.account_id))


def _as_in_titles(key: str, world: World) -> str:
    """The word as some title has it, where its plural is spelt otherwise: "the bin *lorries*" of "Bin lorry livery"."""
    if not key.endswith(("ies", "y", *_HISSING)) or len(key) < LONG_ENOUGH or world.titles.has_word(key):
        return key
    other = key[:-3] + "y" if key.endswith("ies") else key[:-1] + "ies" if key.endswith("y") else key[:-2]
    return other if world.titles.has_word(other) else key


_HISSING = ("xes", "ches", "shes", "sses")


def _title_at(sentence: Sentence, first: int, world: World, taken: frozenset[int]) -> TitleWords | None:
    positions: list[int] = []
    for index in range(first, len(sentence.tokens)):
        key = sentence.key(index)
        if index in taken and not key.isdigit():
            break
        if world.titles.has_word(_as_in_titles(key, world)):
            positions.append(index)
        elif key not in GLUE or not key[0].isalnum() or not positions:
            break
    for length in range(len(positions), 0, -1):
        keys = [_as_in_titles(sentence.key(position), world) for position in positions[:length]]
        ids = world.titles.written_as_one("".join(keys))
        if not ids and length > 1 and sum(key not in GLUE for key in keys) == 1:
            continue  # "email to" of "Fax to email"
        is_part = length == 1 and not ids
        if not ids and (length > 1 or is_telling(keys[0])):
            ids = world.titles.holding_all([key] for key in keys)
        if (length == 1 and keys[0] in COMMON) or not 0 < len(ids) <= (FEW if is_part else TOO_COMMON):
            continue
        seen = world.opportunities(ids)
        if seen and not all(_says_but_the_firm(keys, one, world) for one in seen):
            return TitleWords((first, positions[length - 1] + 1), tuple(one.id for one in seen), is_part)
    return None
