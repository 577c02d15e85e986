"""Where a sentence names accounts and contacts, and which ones it may mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding.everyday import EVERYDAY
from core.understanding.everyday_en import EVERYDAY_EN
from core.understanding.feedback import tells_feedback
from core.understanding.lexicon import COMMON, GLUE, NO_SLIPS
from core.understanding.mending import is_known_word
from core.understanding.names import CONNECTORS, LEGAL_FORMS, TRADE_WORDS, NameIndex
from core.understanding.nicknames import FIRST_NAMES, NICKNAMES
from core.understanding.text import Sentence, Span, word_set
from core.understanding.world import World

LONGEST_NAME = 7
LETTERS_ALONE = 3
"""Fewer initials, alone, are no name."""
_WORDS_TOO = word_set(
    """
    sal ale si mo lu em ed art dot don rich drew jack kit gene hank s co no tr log sum inst med rest const dist ind uni
    super tall lab labs cata curro fina coque pancho flor sol cari tech sys mat cafe health service supplies ctr ph
    hotel mari ma pat mark bill pilar chela nena
    nano tito neto genio mayo cole vet farm col fina tina flo bel bert ted ned dee gaz terry al ali dip
    """
)
"""Short forms that are everyday words: alone and without a capital they name nobody."""
FEW = 50
"""Names shared by more are not looked at one by one."""


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


def find_mentions(sentence: Sentence, world: World, taken: frozenset[int]) -> list[Mention]:
    """The names in the sentence, in its order, outside the `taken` tokens."""
    found = []
    accounts, contacts = _Lookup(sentence, world.account_names), _Lookup(sentence, world.contact_names)
    index = 0
    while index < len(sentence.tokens):
        mention = _mention_at(index, accounts, contacts, world, taken)
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


class _Lookup:
    """One sentence against one index; what a token may be meant for is looked up once."""

    def __init__(self, sentence: Sentence, names: NameIndex) -> None:
        self.sentence, self.names = sentence, names
        self._near: dict[int, list[str]] = {}

    def words_at(self, index: int) -> list[str]:
        """The words of names that the token is, stands for, or may be a slip or the beginning of."""
        key = self.sentence.key(index)
        if self.names.has_word(key):
            return [key]
        return self._short_for(index) or self._near_words(index) or self._begun_at(index)

    def holders(self, positions: list[int]) -> set[str]:
        """The names that hold the tokens at all these positions.

        Short forms count only where no name holds the tokens as typed, slips where no short form does either;
        beginnings and initials only beside a word that was said whole.
        """
        keys = [self.sentence.key(position) for position in positions]
        joined = self.names.written_as_one("".join(keys))
        if len(keys) > 1 and all(key in COMMON for key in keys):
            found = self.names.holding_all([key] for key in keys)
            return joined or (found if len(found) == 1 else set())
        exact = self.names.holding_all([key] for key in keys) | joined
        return exact or self._meant(positions, keys) or self._shortened(positions, keys)

    def _meant(self, positions: list[int], keys: list[str]) -> set[str]:
        short = [[key, *self._short_for(index)] for key, index in zip(keys, positions, strict=True)]
        found = self.names.holding_all(short) if any(len(words) > 1 for words in short) else set()
        return found or self.names.holding_all(
            [*words, *self._near_words(index)] for words, index in zip(short, positions, strict=True)
        )

    def _shortened(self, positions: list[int], keys: list[str]) -> set[str]:
        if len(keys) == 1:
            is_written_large = self.sentence.words((positions[0], positions[0] + 1)).isupper()
            return self.names.of_initials(keys[0]) if is_written_large and len(keys[0]) >= LETTERS_ALONE else set()
        is_letter = len(keys[-1]) == 1 and keys[-1].isalpha()
        if is_letter and (keys[-1] not in CONNECTORS or self.sentence.is_capitalised(positions[-1])):
            places = zip(keys[:-1], positions[:-1], strict=True)
            return self.names.with_initial([[key, *self._short_for(index)] for key, index in places], keys[-1])
        if not any(self.names.has_word(key) for key in keys):
            return set()
        found = self.names.holding_all(
            [key, *self._short_for(index), *self._begun_at(index)] for key, index in zip(keys, positions, strict=True)
        )
        if found:
            return found
        if keys[-1] in COMMON:
            return set()
        return self.names.of_initials(keys[-1]) & self.names.holding_all([key] for key in keys[:-1])

    def _near_words(self, index: int) -> list[str]:
        if index not in self._near:
            key = self.sentence.key(index)
            is_meant = key in NO_SLIPS or key.removesuffix("s") in NO_SLIPS or key in FIRST_NAMES or is_known_word(key)
            self._near[index] = [] if is_meant or not key.isalpha() else self.names.near(key)
        return self._near[index]

    def _short_for(self, index: int) -> list[str]:
        key = self.sentence.key(index)
        if key in COMMON and not self.sentence.is_capitalised(index):
            return []
        return self.names.standing_for(key)

    def _begun_at(self, index: int) -> list[str]:
        key = self.sentence.key(index)
        return [] if key in NO_SLIPS or not key.isalpha() else self.names.beginning_with(key)


def _mention_at(
    first: int, accounts: _Lookup, contacts: _Lookup, world: World, taken: frozenset[int]
) -> Mention | None:
    """The longest run of words from `first` on that one name holds."""
    sentence = accounts.sentence
    if first in taken or not _may_begin(sentence, first, world):
        return None
    for positions in _windows(first, accounts, contacts, taken):
        if (
            len(positions) == 1
            and sentence.key(first) in _WORDS_TOO
            and not _is_name_as_typed(first, accounts, contacts)
        ):
            return None
        account_ids, contact_ids = accounts.holders(positions), contacts.holders(positions)
        if account_ids or contact_ids:
            return _seen(sentence, positions, account_ids, contact_ids, world)
    return None


def _is_name_as_typed(index: int, accounts: _Lookup, contacts: _Lookup) -> bool:
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
    if not key[0].isalnum() or key in GLUE or (key.isdigit() and not world.account_names.has_word(key)):
        return False
    return key not in COMMON or (sentence.is_capitalised(index) and index > 0) or world.account_names.has_word(key)


_STREETS = word_set("calle avenida avda paseo carretera ctra poligono")
"""What follows is where it is, not whose: "c/ Mayor"."""


_STREET_NAMES = word_set("mayor real sol nueva ancha alcala serrano velazquez goya colon constitucion espana iglesia")


def _windows(first: int, accounts: _Lookup, contacts: _Lookup, taken: frozenset[int]) -> Iterator[list[int]]:
    """Positions of name words from `first` on, the longest window first; connectors inside are passed over."""
    sentence = accounts.sentence
    positions: list[int] = []
    for index in range(first, len(sentence.tokens)):
        key = sentence.key(index)
        is_capital = len(key) == 1 and sentence.is_capitalised(index) and index > first
        if key in CONNECTORS and key != "," and index not in taken and not is_capital:
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
    if not (accounts or contacts) or (not is_whole and _is_of_another_name(sentence, positions, accounts, world)):
        return None
    if len(keys) == 1 and keys[0] in _BEGINNINGS and not is_whole:
        return None
    is_weak = not is_whole and _is_weak(sentence, positions, accounts, contacts)
    if len(keys) == 1 and keys[0] in COMMON and not whole_accounts and not sentence.is_capitalised(positions[0]):
        return None
    if whole_contacts and not whole_accounts and len(keys) > 1:
        accounts = frozenset()
    elif whole_accounts and not whole_contacts:
        contacts = frozenset()
    first = positions[0]
    if len(accounts) == 1:
        own = world.account_names.words(next(iter(accounts)))
        while first > 0 and sentence.key(first - 1) in own and sentence.key(first - 1) in COMMON:
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


def _is_weak(sentence: Sentence, positions: list[int], accounts: frozenset[str], contacts: frozenset[str]) -> bool:
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


def _is_of_another_name(sentence: Sentence, positions: list[int], accounts: frozenset[str], world: World) -> bool:
    """Whether the words go on as a name that these accounts do not bear: "Webb & Sons Haulage", "Harbour Street"."""
    after = positions[-1] + 1
    if sentence.key(after) in _STREETS:
        return True
    is_joint = sentence.key(after) == "&"
    after += is_joint
    key = sentence.key(after)
    few = accounts if len(accounts) <= FEW else frozenset()
    own = {word for account in few for word in world.account_names.words(account)}
    if not sentence.is_capitalised(after) or not sentence.is_capitalised(positions[0]) or key in own:
        return False
    return (is_joint and len(key) >= LETTERS_ALONE and not world.contact_names.has_word(key)) or key in _FIRMS


_STREETS = word_set("street road lane avenue square terrace crescent boulevard")
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
_BEGINNINGS = word_set("st saint san santa sta santo new old big the dr mr mrs van von de mac mc o lone 3 2 1")
"""With what many names begin: alone they tell none of them."""
_TELLING_NOTHING = TRADE_WORDS | EVERYDAY | EVERYDAY_EN


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
