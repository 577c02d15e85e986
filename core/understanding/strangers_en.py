"""English names of firms that are not known though a word of them is: "Tobin Agri Contracting"."""

from collections.abc import Iterator, Set

from core.understanding.everyday import EVERYDAY
from core.understanding.everyday_en import EVERYDAY_EN
from core.understanding.lexicon import COMMON
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS, LEGAL_FORMS, TRADE_WORDS
from core.understanding.nicknames import FIRST_NAMES
from core.understanding.text import Sentence, Span, word_set
from core.understanding.world import World

_INSIDE = word_set("& and of the 's - n")
FIRM_WORDS = TRADE_WORDS | LEGAL_FORMS
_LEADING = word_set(
    "at from of with to @ for visited called rang phoned saw met see visit call ring visiting calling emailed"
)
_LEAST_WORDS = 2


def english_strangers(sentence: Sentence, mentions: list[Mention], world: World, taken: Set[int]) -> Iterator[Span]:
    """The capitalised names of two words and more that are a firm's, and are not explained by those that are known."""
    index = 0
    while index < len(sentence.tokens):
        end = _end_of_run(sentence, index, taken)
        words = [place for place in range(index, end) if sentence.key(place) not in _INSIDE]
        is_firm = len(words) >= _LEAST_WORDS and _is_a_firm(sentence, words, index)
        if is_firm and _is_strange(sentence.key(index), world) and not _is_explained(words, mentions, sentence):
            yield index, end
        index = max(end, index + 1)


def _end_of_run(sentence: Sentence, first: int, taken: Set[int]) -> int:
    """The end of the name that begins there; "of" joins it only to its first word, else a person is of a firm."""
    index, end = first, first
    while index < len(sentence.tokens) and index not in taken:
        key = sentence.key(index)
        if sentence.is_capitalised(index) and key.isalpha():
            end = index + 1
        elif (
            end == first
            or key not in _INSIDE
            or (key == "of" and (index > first + 1 or sentence.key(first) in FIRST_NAMES))
            or (key in {"of", "the", "and"} and not sentence.is_capitalised(index + 1))
        ):
            break
        index += 1
    return end


def _is_a_firm(sentence: Sentence, words: list[int], first: int) -> bool:
    """Whether it ends as firms' names do, or joins two with "&"."""
    is_joint = any(sentence.key(place) == "&" for place in range(words[0], words[-1]))
    return sentence.key(words[-1]) in FIRM_WORDS or (is_joint and (first == 0 or sentence.key(first - 1) in _LEADING))


def _is_strange(key: str, world: World) -> bool:
    """Whether a name's first word is one that nobody known bears, nor an everyday one."""
    is_ordinary = key in COMMON | EVERYDAY | EVERYDAY_EN | CONNECTORS or is_known_word(key)
    is_known = world.account_names.has_word(key) or world.contact_names.has_word(key) or world.titles.has_word(key)
    return not (is_ordinary or is_known or world.account_names.near(key) or world.account_names.standing_for(key))


def _is_explained(words: list[int], mentions: list[Mention], sentence: Sentence) -> bool:
    """Whether a known name covers its first word, or is said in it whole, or by two words of which one tells."""
    for one in mentions:
        inside = [place for place in words if one.span[0] <= place < one.span[1]]
        if not inside:
            continue
        is_telling = len(inside) >= _LEAST_WORDS and any(sentence.key(place) not in TRADE_WORDS for place in inside)
        if inside[0] == words[0] or one.is_whole_account or one.is_whole_contact or is_telling:
            return True
    return False
