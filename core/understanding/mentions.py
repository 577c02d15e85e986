"""Where a sentence names accounts and contacts, and which ones it may mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding import common_verbs_es
from core.understanding.feedback import tells_feedback
from core.understanding.languages import is_english
from core.understanding.lexicon import COMMON, GLUE
from core.understanding.lookups import Lookup
from core.understanding.names import CONNECTORS, LEGAL_FORMS, NameIndex
from core.understanding.states_es import STATES
from core.understanding.text import Sentence, Span, word_set
from core.understanding.weak_names import FEW, is_of_another_name, is_weak_name
from core.understanding.world import World

LONGEST_NAME = 7


_WORDS_TOO = word_set(
    """
    sal ale si mo lu em ed art dot don rich drew jack kit gene hank s co no tr log sum inst med rest const dist ind uni
    super tall lab labs cata curro fina coque pancho flor sol cari tech sys mat cafe health service supplies ctr ph
    hotel mari ma pat mark bill pilar chela nena
    nano tito neto genio mayo cole vet farm col fina tina flo bel bert ted ned dee gaz terry al ali dip
    """
)
"""Short forms that are everyday words: alone and without a capital they name nobody."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody, with the ids of those whom they may mean; `is_whole` where a whole name was said."""

    span: Span
    accounts: frozenset[str]
    contacts: frozenset[str]
    similar_accounts: frozenset[str]
    """The accounts again, with those whose names are longer than the whole one that was said."""
    is_whole_account: bool
    is_whole_contact: bool
    is_capitalised: bool
    is_weak: bool = False
    """Only a word of a trade was said: "el restaurante"."""


def find_mentions(
    sentence: Sentence, world: World, taken: frozenset[int], whole: frozenset[int] = frozenset()
) -> list[Mention]:
    """The names in the sentence, in its order, outside the `taken` tokens; `whole` are those of names said whole."""
    found = []
    accounts, contacts = Lookup(sentence, world.account_names), Lookup(sentence, world.contact_names)
    index = 0
    while index < len(sentence.tokens):
        mention = _mention_at(index, accounts, contacts, world, taken, is_whole=index in whole)
        if mention:
            found.append(mention)
        index = mention.span[1] if mention else index + 1
    return found


def whole_names(sentence: Sentence, world: World, taken: frozenset[int]) -> frozenset[int]:
    """The tokens of names of accounts and contacts said whole, of two words and more: no deed is looked for in them."""
    found: set[int] = set()
    for names, seen in ((world.account_names, world.seen_accounts), (world.contact_names, world.seen_contacts)):
        for first in range(len(sentence.tokens) - 1):
            if first in taken or not names.has_word(sentence.key(first)):
                continue
            joined, words = "", 0
            for end in range(first, min(first + LONGEST_NAME, len(sentence.tokens))):
                key = sentence.key(end)
                if end in taken or not key[0].isalnum():
                    break
                if key in CONNECTORS and not names.has_word(key):
                    continue
                joined, words = joined + key, words + 1
                if words > 1 and seen(names.written_as_one(joined)):
                    found.update(range(first, end + 1))
    return frozenset(found)


def _mention_at(
    first: int, accounts: Lookup, contacts: Lookup, world: World, taken: frozenset[int], *, is_whole: bool = False
) -> Mention | None:
    """The longest run of words from `first` on that one name holds."""
    sentence = accounts.sentence
    if first in taken or not (is_whole or _may_begin(sentence, first, world)):
        return None
    for positions in _windows(first, accounts, contacts, taken):
        if (
            len(positions) == 1
            and sentence.key(first) in _WORDS_TOO
            and not _is_name_as_typed(first, accounts, contacts)
        ):
            return None
        if len(positions) == 1 and _is_everyday_form(sentence, first, contacts):
            return None
        account_ids, contact_ids = accounts.holders(positions), contacts.holders(positions)
        if account_ids or contact_ids:
            return _seen(sentence, positions, account_ids, contact_ids, world)
    return None


def _is_everyday_form(sentence: Sentence, index: int, contacts: Lookup) -> bool:
    """Whether a small letter makes it what everybody says: the `baja` of Vega Baja is on sick leave, or comes down."""
    key = sentence.key(index)
    is_common = key in STATES or key in common_verbs_es.forms()
    if sentence.keys[max(0, index - 2) : index] in (["lo", "de"], ["los", "de"]):
        return False  # "hemos perdido *lo de sonrie*"
    return is_common and not sentence.is_capitalised(index) and not contacts.names.has_word(key)


def _is_name_as_typed(index: int, accounts: Lookup, contacts: Lookup) -> bool:
    key = accounts.sentence.key(index)
    return accounts.sentence.is_capitalised(index) or accounts.names.has_word(key) or contacts.names.has_word(key)


def _may_begin(sentence: Sentence, index: int, world: World) -> bool:
    key = sentence.key(index)
    if (
        key in LEGAL_FORMS
        or sentence.key(index - 1) in _STREETS
        or (key in _STREET_NAMES and sentence.key(index - 1) == "/" and sentence.key(index - 2) == "c")
    ):
        return False
    if key == "o" and world.account_names.has_word(key + sentence.key(index + 1)):
        return True  # O Leary
    if _is_somebody_written_large(sentence, index, world.contact_names):
        return True
    if not key[0].isalnum() or key in GLUE or (key.isdigit() and not world.account_names.has_word(key)):
        return False
    is_large = sentence.is_capitalised(index) and (index > 0 or _is_called_at_the_head(sentence, world))
    return key not in COMMON or is_large or _is_with(sentence, index, world) or world.account_names.has_word(key)


def _is_called_at_the_head(sentence: Sentence, world: World) -> bool:
    """Whether the first word, though an everyday one, is somebody whose firm comes next: "*Julio*, el de Vega"."""
    after = sentence.keys[1:4]
    is_told = after[:3] in ([",", "el", "de"], [",", "la", "de"], [",", "el", "del"], [",", "la", "del"])
    return (is_told or after[:2] in (["el", "de"], ["la", "de"])) and world.contact_names.has_word(sentence.key(0))


def _is_somebody_written_large(sentence: Sentence, index: int, names: NameIndex) -> bool:
    """Whether a small word of Spanish is somebody's name in English: "saw *Con* about it", "how *Don*'s getting on"."""
    key = sentence.key(index)
    if key not in _NAMES_IN_ENGLISH or not sentence.is_capitalised(index) or not is_english(sentence):
        return False
    return names.has_word(key) or bool(names.standing_for(key))


_NAMES_IN_ENGLISH = word_set("con don al del des mi")


def _is_with(sentence: Sentence, index: int, world: World) -> bool:
    """Whether the word, though an everyday one, is somebody that one was with: "con *domingo*"."""
    return sentence.key(index - 1) == "con" and world.contact_names.has_word(sentence.key(index))


_WHOSE = word_set("el la los las")
_STREETS = word_set("calle avenida avda paseo carretera ctra poligono")
"""What follows is where it is, not whose: "c/ Mayor"."""


_STREET_NAMES = word_set("mayor real sol nueva ancha alcala serrano velazquez goya colon constitucion espana iglesia")


def _windows(first: int, accounts: Lookup, contacts: Lookup, taken: frozenset[int]) -> Iterator[list[int]]:
    """Positions of name words from `first` on, the longest window first; connectors inside are passed over."""
    sentence = accounts.sentence
    positions: list[int] = []
    for index in range(first, len(sentence.tokens)):
        key = sentence.key(index)
        if positions and key in _WHOSE and sentence.key(index + 1) in {"de", "del"}:
            break  # "Fermín *el de* Casa Fermín" is two names
        is_capital = len(key) == 1 and sentence.is_capitalised(index) and index > first
        is_name = index == first and _is_somebody_written_large(sentence, index, contacts.names)
        if key in CONNECTORS and key != "," and index not in taken and not (is_capital or is_name):
            continue
        is_joined = len(positions) == 1 and index == first + 1  # "bright water" for Brightwater
        if index in taken or len(positions) == LONGEST_NAME or not key[0].isalnum():
            break
        is_initial = len(key) == 1 and key.isalpha() and index > first
        if index > first and not (is_joined or is_initial or accounts.words_at(index) or contacts.words_at(index)):
            break
        positions.append(index)
    for length in range(len(positions), 0, -1):
        yield positions[:length]


def _seen(
    sentence: Sentence, positions: list[int], account_ids: set[str], contact_ids: set[str], world: World
) -> Mention | None:
    keys = [sentence.key(position) for position in positions]
    accounts, contacts = world.seen_accounts(account_ids), world.seen_contacts(contact_ids)
    whole_accounts = _whole(keys, accounts, world.account_names)
    whole_contacts = _whole(keys, contacts, world.contact_names)
    is_whole = bool(whole_accounts or whole_contacts)
    if not is_whole and is_of_another_name(sentence, positions, accounts, world):
        return None
    is_called_so = bool(whole_accounts) or (bool(contacts) and _is_with(sentence, positions[0], world))
    if len(keys) == 1 and _is_no_name_alone(sentence, positions[0], is_whole=is_whole, is_account=is_called_so):
        return None
    if len(keys) == 1 and _is_a_thing(sentence, positions[0], world):
        contacts = whole_contacts = frozenset()
        accounts = accounts if _is_a_word_of(keys[0], accounts, world) else frozenset()  # no Orthodontics
    accounts = _without_slips(keys, accounts, contacts, world)
    if not (accounts or contacts):
        return None
    is_weak = not is_whole and is_weak_name(sentence, positions, accounts, contacts)
    if whole_contacts and not whole_accounts and len(keys) > 1:
        accounts = frozenset()
    elif whole_accounts and not whole_contacts:
        contacts = frozenset()
    first = positions[0]
    accounts = _with_the_word_before(sentence.key(first - 1), accounts, whole_accounts, world)
    if len(accounts) == 1:
        own = world.account_names.words(next(iter(accounts)))
        said = sentence.keys[first : positions[-1] + 1]
        while first > 0 and sentence.key(first - 1) in own and sentence.key(first - 1) in COMMON - set(said):
            first -= 1  # Casa Pepa, though `casa` alone begins no name
        if first < positions[0] and not whole_contacts:
            contacts = frozenset()
    return Mention(
        span=_with_legal_form(sentence, (first, positions[-1] + 1)),
        accounts=whole_accounts or accounts,
        similar_accounts=accounts,
        contacts=whole_contacts or contacts,
        is_whole_account=bool(whole_accounts),
        is_whole_contact=bool(whole_contacts),
        is_capitalised=sentence.is_capitalised(positions[0]),
        is_weak=is_weak,
    )


def _with_the_word_before(key: str, accounts: frozenset[str], whole: frozenset[str], world: World) -> frozenset[str]:
    """The one of a few accounts whose name has the everyday word before: "*casa* consuelo" is not Bar Consuelo."""
    if whole or not 1 < len(accounts) <= FEW or key not in COMMON:
        return accounts
    told = frozenset(one for one in accounts if key in world.account_names.words(one))
    return told if len(told) == 1 else accounts


def _is_a_word_of(key: str, accounts: frozenset[str], world: World) -> bool:
    names = world.account_names
    return names.has_word(key) or bool(names.standing_for(key)) or any(key in names.words(one) for one in accounts)


def _without_slips(keys: list[str], accounts: frozenset[str], contacts: frozenset[str], world: World) -> frozenset[str]:
    """The accounts, none where somebody is called exactly so and a firm but by a slip: Bose is nobody of Boise."""
    is_somebodys = len(keys) == 1 and bool(contacts) and world.contact_names.has_word(keys[0])
    return accounts if not is_somebodys or _is_a_word_of(keys[0], accounts, world) else frozenset()


def _is_no_name_alone(sentence: Sentence, index: int, *, is_whole: bool, is_account: bool) -> bool:
    """Whether the one word but begins many names, or is an everyday one in small letters."""
    key = sentence.key(index)
    is_common = key in COMMON and not is_account and not sentence.is_capitalised(index)
    return is_common or (key in _BEGINNINGS and not is_whole)


def _is_a_thing(sentence: Sentence, index: int, world: World) -> bool:
    """Whether an English article before a small letter makes it no pet name: "the mart" is not Martin."""
    is_named_so = world.contact_names.has_word(sentence.key(index))
    return sentence.key(index - 1) in {"the", "an"} and not sentence.is_capitalised(index) and not is_named_so


_BEGINNINGS = word_set("st saint san santa sta santo new old big the dr mr mrs van von de mac mc o lone 3 2 1")
"""With what many names begin: alone they tell none of them."""


def _whole(said: list[str], ids: frozenset[str], names: NameIndex) -> frozenset[str]:
    """Those of the names that were said with all their words."""
    as_typed = ids & names.written_as_one("".join(said))
    if as_typed or len(ids) > FEW:
        return as_typed
    return frozenset(key for key in ids if len(names.words(key)) == len(said))


def _with_legal_form(sentence: Sentence, span: Span) -> Span:
    first, end = span
    after = end + 1 if sentence.key(end) == "," else end
    if sentence.key(after) in LEGAL_FORMS:
        return first, after + 1
    if (
        sentence.key(end) == "'s"
        and not tells_feedback([sentence.key(end + 1)])
        and not _is_verbal(sentence.key(end + 1))
    ):
        return first, end + 1
    return span


def _is_verbal(key: str) -> bool:
    """Whether the word after `'s` makes it an `is` or `has`: "Marta's going"."""
    return key.endswith(("ing", "ed")) or key in {"a", "the", "got", "very", "quite", "really", "so", "on", "in"}
