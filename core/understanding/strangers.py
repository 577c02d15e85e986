"""Names of firms that are not known though a word of them is: "Muebles Vidal" is not Muebles Soto, nor Óptica Vidal."""

from collections.abc import Iterator, Set

from core.understanding import nicknames
from core.understanding.everyday import EVERYDAY
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.lexicon import COMMON, NO_SLIPS
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS, LEGAL_FORMS, TRADE_WORDS
from core.understanding.small_strangers import PREMISES, small_strangers
from core.understanding.strangers_en import english_strangers
from core.understanding.text import Sentence, Span, word_set
from core.understanding.titles import stem
from core.understanding.weak_names import FEW
from core.understanding.world import World

_INSIDE = CONNECTORS - word_set("al a n the of ' . , + / -")
_LEAST_WORDS = 2
_IN_NAMES_TOO = word_set(
    "via sol mar luna luz plus real mayor nuevo nueva vida salud hogar mundo tierra cielo campo monte rosa estrella "
    "gran"
)
"""Everyday words that, written large, go on a name: "Óptica Gran *Vía*"."""


def find_strangers(sentence: Sentence, mentions: list[Mention], world: World, taken: Set[int]) -> list[Span]:
    """The names that begin with a trade and go on with words that no such firm has, in their order."""
    by_start = {mention.span[0]: mention for mention in mentions}
    runs = (_with_its_beginning(run, sentence, by_start) for run in _runs(sentence, by_start, taken))
    found = [run for run in runs if not _is_known(run, sentence, mentions, world)]
    found += small_strangers(sentence, mentions, world, taken)
    found += english_strangers(sentence, mentions, world, taken)
    longer = (
        _with_an_unknown_word(one, sentence, world) or _going_on_otherwise(one, sentence, world) for one in mentions
    )
    kept: list[Span] = []
    for span in sorted({*found, *(one for one in longer if one)}, key=lambda one: one[0] - one[1]):
        if not any(span[0] < end and start < span[1] for start, end in kept):
            kept.append(span)
    return sorted(kept)


def _with_its_beginning(run: Span, sentence: Sentence, by_start: dict[int, Mention]) -> Span:
    """The name with the capitalised words before its trade that are nobody's: "*Coastal* Dental Bude"."""
    first = run[0]
    while first > 1 and sentence.is_capitalised(first - 1) and first - 1 not in by_start:
        key = sentence.key(first - 1)
        if not key.isalpha() or key in COMMON or is_known_word(key) or key in FIRST_NAMES | nicknames.FIRST_NAMES:
            break
        first -= 1
    return first, run[1]


def _going_on_otherwise(one: Mention, sentence: Sentence, world: World) -> Span | None:
    """The first word of a known name that goes on with a capitalised one that nobody has: "*Textil* Navarro"."""
    after, key = one.span[1], sentence.key(one.span[1])
    is_part = one.span[1] - one.span[0] == 1 and bool(one.accounts) and not (one.is_whole_account or one.contacts)
    if not is_part or not (one.is_capitalised and sentence.is_capitalised(after)) or len(one.accounts) > FEW:
        return None
    names = [world.account_names.words(firm) for firm in one.accounts]
    if any(len(words) == 1 or words[0] != sentence.key(one.span[0]) for words in names) or _is_a_word(key, world):
        return None
    is_name = any(index.has_word(key) or index.near(key) for index in (world.account_names, world.contact_names))
    return None if is_name or len(key) < _SHORTEST_SURNAME else (one.span[0], after + 1)


def _is_a_word(key: str, world: World) -> bool:
    """Whether it is an everyday word, or one of a title: it begins what is told."""
    return key in NO_SLIPS or is_known_word(key) or not key.isalpha() or world.titles.has_word(key)


def _with_an_unknown_word(one: Mention, sentence: Sentence, world: World) -> Span | None:
    """A word of a known name after a capitalised one that nobody has: "*Panificadora* Rivas"; first names are none."""
    first = one.span[0] - 1
    key = sentence.key(first)
    is_part = one.span[1] - one.span[0] == 1 and not (one.is_whole_account or one.is_whole_contact)
    if not is_part or not one.is_capitalised or not sentence.is_capitalised(first) or len(key) < _SHORTEST_TRADE:
        return None
    is_name = world.account_names.has_word(key) or world.contact_names.has_word(key)
    return None if _is_a_word(key, world) or is_name or not key.endswith(_ENDINGS) else (first, one.span[1])


_ENDINGS = (
    "dora",
    "doras",
    "dores",
    "eria",
    "erias",
    "ados",
    "ales",
    "icos",
    "icas",
    "ismo",
    "ionales",
    "ciones",
    "tecnia",
)
"""How trades end: `panificadora`, `lavandería`, `tapizados`."""
_SHORTEST_TRADE = 6


def without_strangers(
    mentions: list[Mention], strangers: list[Span], sentence: Sentence, world: World
) -> list[Mention]:
    """The mentions that are no part of an unknown firm's name, and nobody of such a firm ("un tal Jesús de …")."""
    kept = [one for one in mentions if not any(one.span[0] < end and start < one.span[1] for start, end in strangers)]
    kept = [one for one in kept if not _has_another_surname(one, sentence, world)]
    ends = {end for _, end in strangers}
    kept = [one for one in kept if not (sentence.key(one.span[0] - 1) in {"in", "en"} and one.span[0] - 1 in ends)]
    starts = {start for start, _ in strangers}
    firms = any(one.accounts and not one.is_weak for one in kept)
    return [one for one in kept if not _is_of_a_stranger(one, starts, sentence, is_firm_known=firms)]


def _has_another_surname(one: Mention, sentence: Sentence, world: World) -> bool:
    """Whether a first name is followed by a surname that nobody has: "*Ramón* Ferrer" is neither Núñez nor Cajal."""
    after, key = one.span[1], sentence.key(one.span[1])
    is_first = one.span[1] - one.span[0] == 1 and sentence.key(one.span[0]) in FIRST_NAMES
    if not is_first or one.is_whole_account or not (one.is_capitalised and sentence.is_capitalised(after)):
        return False
    is_word = not key.isalpha() or key in NO_SLIPS or is_known_word(key) or len(key) < _SHORTEST_SURNAME
    names = (world.account_names, world.titles)
    if is_word or any(index.has_word(key) or index.near(key) for index in names):
        return False
    own = {word for person in one.contacts for word in world.contact_names.words(person)}
    return key not in own and not own.intersection(world.contact_names.near(key))


_SHORTEST_SURNAME = 4


def _is_of_a_stranger(one: Mention, starts: set[int], sentence: Sentence, *, is_firm_known: bool) -> bool:
    """Whether a first name is said to be of an unknown firm, or to be unknown: "una tal Verónica de Logística Pons"."""
    is_firms = bool(one.accounts) and sentence.key(one.span[0]) not in FIRST_NAMES | nicknames.FIRST_NAMES
    if is_firms or one.is_whole_account or one.is_whole_contact or one.span[1] - one.span[0] > 1:
        return False
    if sentence.key(one.span[1]) in {"de", "del"} and one.span[1] + 1 in starts:
        return True
    return sentence.key(one.span[0] - 1) == "tal" and not is_firm_known


def _runs(sentence: Sentence, by_start: dict[int, Mention], taken: Set[int]) -> Iterator[Span]:
    index = 0
    while index < len(sentence.tokens):
        end = _end_of_run(sentence, index, by_start, taken) if index not in taken else index
        if end > index:
            yield index, end
        index = max(end, index + 1)


def _end_of_run(sentence: Sentence, first: int, by_start: dict[int, Mention], taken: Set[int]) -> int:
    """The end of the name that a trade begins at `first`; `first` itself where none does."""
    key = sentence.key(first)
    if key not in TRADE_WORDS:
        return first
    if not sentence.is_capitalised(first):
        if key not in PREMISES:
            return first
        if not sentence.is_capitalised(first + 1):
            beside = by_start.get(first + 1)
            return beside.span[1] if beside else first
    index, end = first + 1, first
    while index < len(sentence.tokens) and index not in taken:
        key = sentence.key(index)
        is_led_to = index > first + 1 and sentence.key(index - 1) in _INSIDE  # Balcón del Mar
        is_ordinary = key in COMMON | EVERYDAY and not is_led_to and key not in _IN_NAMES_TOO
        is_word = sentence.is_capitalised(index) and key.isalpha() and not is_ordinary
        if is_word or (key in LEGAL_FORMS and end > first):
            end = index + 1
        elif key not in _INSIDE:
            break
        index += 1
    return end


def _is_known(run: Span, sentence: Sentence, mentions: list[Mention], world: World) -> bool:
    """Whether a known name explains the run: whole, by two of its words, or somebody at a firm of that trade."""
    inside = [one for one in mentions if one.span[0] < run[1] and run[0] < one.span[1]]
    words = [
        index
        for index in range(*run)
        if sentence.key(index) not in _INSIDE | LEGAL_FORMS and sentence.key(index)[0].isalnum()
    ]
    if len(words) < _LEAST_WORDS:
        return True
    for one in inside:
        said = sum(one.span[0] <= index < one.span[1] for index in words)
        if one.is_whole_account or one.is_whole_contact or said >= _LEAST_WORDS:
            return True
    trade = sentence.key(run[0])
    named = {index for one in inside for index in range(*one.span)}
    return all(index in named for index in words[1:]) and any(
        _is_of_trade(one, trade, world) for one in inside if one.span[0] > run[0]
    )


def _is_of_trade(one: Mention, trade: str, world: World) -> bool:
    """Whether the person or firm has to do with a firm whose name holds the trade: "Farmacia Nuria"."""
    firms = one.accounts | world.homes(one.contacts)
    if len(firms) > FEW:
        return bool(world.account_names.holders(trade) & firms)
    return any(stem(word) == stem(trade) for firm in firms for word in world.account_names.words(firm))
