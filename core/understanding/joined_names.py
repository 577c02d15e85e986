"""Words of a known firm's name that read like deeds: "Castle *Keep*", "Swift *Move*"."""

from itertools import pairwise

from core.understanding.lexicon import COMMON
from core.understanding.mending import is_known_word
from core.understanding.text import Sentence
from core.understanding.titles import TOO_COMMON
from core.understanding.world import World


def in_a_firms_name(sentence: Sentence, world: World) -> frozenset[int]:
    """The tokens that go on a known name as it goes on, though another word stands for the rest of it."""
    keys = sentence.keys
    return frozenset(
        index
        for index in range(1, len(keys))
        if is_known_word(keys[index]) and keys[index - 1] not in COMMON and _go_together(keys, index, world)
    )


def _go_together(keys: list[str], index: int, world: World) -> bool:
    names = world.account_names
    firms = names.holders(keys[index])
    if not firms or len(firms) > TOO_COMMON:
        return False
    pairs = (words for firm in firms for words in [names.words(firm)] if len(words) > 1)
    return any((keys[index - 1], keys[index]) in pairwise(words) for words in pairs)
