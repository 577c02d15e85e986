"""Words that name nobody by themselves: a trade, an everyday word, a part of another name."""

from core.understanding.everyday import EVERYDAY
from core.understanding.everyday_en import EVERYDAY_EN
from core.understanding.lexicon import COMMON, NO_SLIPS
from core.understanding.lookups import LETTERS_ALONE
from core.understanding.mending import is_known_word
from core.understanding.names import TRADE_WORDS
from core.understanding.nicknames import NICKNAMES, SHORT_WORDS
from core.understanding.professions import PROFESSIONS
from core.understanding.text import Sentence, word_set
from core.understanding.world import World

FEW = 50
"""Names shared by more are not looked at one by one."""


def is_weak_name(sentence: Sentence, positions: list[int], accounts: frozenset[str], contacts: frozenset[str]) -> bool:
    """Whether but a word of a trade or an everyday one was said, which no firm and nobody is called by alone."""
    keys = [sentence.key(position) for position in positions]
    if any(key not in _TELLING_NOTHING for key in keys) or (len(keys) > 1 and len(accounts) == 1):
        return False
    if contacts and (keys[0] in NICKNAMES or (sentence.is_capitalised(positions[0]) and keys[0] not in TRADE_WORDS)):
        return False  # Bill, who is no invoice
    is_called_so = (  # a firm called by the one word that people use: "Summit", "Orchard"
        not contacts
        and sentence.is_capitalised(positions[0])
        and len(accounts) == 1
        and keys[0] not in _PLACES
        and not _goes_on(sentence, positions)
    )
    return not is_called_so


def is_of_another_name(sentence: Sentence, positions: list[int], accounts: frozenset[str], world: World) -> bool:
    """Whether the words go on as a name that these accounts do not bear: "Webb & Sons Haulage", "Harbour Street"."""
    after = positions[-1] + 1
    if sentence.key(after) in _ROADS:
        return True
    is_joint = sentence.key(after) == "&"
    after += is_joint
    if len(positions) == 1 and _is_but_its_town(sentence, positions[0], accounts, world):
        return True
    key = sentence.key(after)
    if len(positions) == 1 and _is_a_slip_beside_another_word(sentence, positions[0], after, world):
        return True
    if len(positions) == 1 and _ends_another_name(sentence, positions[0], world):
        return True
    few = accounts if len(accounts) <= FEW else frozenset()
    own = {word for account in few for word in world.account_names.words(account)}
    if not sentence.is_capitalised(after) or not sentence.is_capitalised(positions[0]) or key in own:
        return False
    return (is_joint and len(key) >= LETTERS_ALONE and not _is_a_person(key, world)) or key in _FIRMS


def _is_a_slip_beside_another_word(sentence: Sentence, index: int, after: int, world: World) -> bool:
    """Whether a word that is but like a known one goes on with one that nobody has: "Denham *Croft*" is no Lenham."""
    key, other = sentence.key(index), sentence.key(after)
    exact = any(names.has_word(key) or names.standing_for(key) for names in (world.account_names, world.contact_names))
    is_written_on = sentence.is_capitalised(index) and sentence.is_capitalised(after) and other.isalpha()
    is_known = any(names.has_word(other) for names in (world.account_names, world.contact_names)) or other in COMMON
    is_joined = sentence.key(after - 1) == "&" or sentence.key(index - 1) == "&"
    return not exact and is_written_on and (not is_known or is_joined) and len(other) >= LETTERS_ALONE


def _ends_another_name(sentence: Sentence, index: int, world: World) -> bool:
    """Whether a capitalised word that nobody has stands right before it: "Fort *Davis*" is no Davis Mountains."""
    key = sentence.key(index - 1)
    is_written_on = sentence.is_capitalised(index) and sentence.is_capitalised(index - 1) and key.isalpha()
    if not is_written_on or len(key) < LETTERS_ALONE or key in NO_SLIPS or is_known_word(key):
        return False
    names = (world.account_names, world.contact_names, world.titles)
    return not any(index.has_word(key) or index.near(key) for index in names) and not any(
        names.standing_for(key) for names in (world.account_names, world.contact_names)
    )


def _is_but_its_town(sentence: Sentence, index: int, accounts: frozenset[str], world: World) -> bool:
    """Whether the last word of a firm's name follows a trade that is not its own: "millers farm shop *thirsk*"."""
    key, before = sentence.key(index), sentence.key(index - 1)
    if not 0 < len(accounts) <= FEW or before not in TRADE_WORDS or index < _LEAST_BEFORE:
        return False
    names = [world.account_names.words(account) for account in accounts]
    return all(len(words) > 1 and words[-1] == key and before not in words for words in names)


_LEAST_BEFORE = 2


def _is_a_person(key: str, world: World) -> bool:
    return world.contact_names.has_word(key) or bool(world.contact_names.standing_for(key))


_ROADS = word_set("street road rd lane ln avenue ave square terrace crescent boulevard")


_FIRMS = word_set(
    "ltd limited llc llp plc inc haulage logistics transport builders construction roofing plumbing supplies foods "
    "bakery "
    "motors garage autos print printers engineering services solutions systems consulting properties insurance tyres "
    "clinic pharmacy dental brewery farms dairy hotels school academy college consultants joinery scaffolding marine"
)


def _goes_on(sentence: Sentence, positions: list[int]) -> bool:
    """Whether a capitalised word beside it makes it part of another name: the Centre of `Hollybush Garden Centre`."""
    before, after = positions[0] - 1, positions[-1] + 1
    is_after_one = before > 0 and sentence.is_capitalised(before) and sentence.key(before) not in COMMON
    opens = before == 0 and sentence.is_capitalised(0) and sentence.key(0) not in NO_SLIPS
    is_before_one = sentence.is_capitalised(after) and sentence.key(after) not in COMMON
    return (is_after_one or opens or is_before_one) and not is_known_word(sentence.key(max(before, 0)))


_PLACES = word_set(
    "hotel hoteles restaurante bar clinica farmacia colegio hospital ayuntamiento taller talleres tienda cooperativa "
    "residencia "
    "universidad academia council school restaurant pub bank church clinic pharmacy college university grupo group"
)


_SHORT_TRADES = frozenset(short for short, words in SHORT_WORDS.items() if TRADE_WORDS.issuperset(words))
_TELLING_NOTHING = TRADE_WORDS | PROFESSIONS | EVERYDAY | EVERYDAY_EN | _SHORT_TRADES
