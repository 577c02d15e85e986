"""How an entry begins that has no verb of ours: with a name, a duration, a kind, in any order; and names that are
new."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from core.understanding.common_nouns_es import COMMON_NOUNS
from core.understanding.entry_words import KIND_WORDS, OPENERS, PEOPLE
from core.understanding.everyday import EVERYDAY
from core.understanding.everyday_en import EVERYDAY_EN
from core.understanding.frames_es import INFINITIVE
from core.understanding.languages import is_english, is_spanish
from core.understanding.lexicon import COMMON, GLUE, PUNCTUATION
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS, LEGAL_FORMS, TRADE_WORDS
from core.understanding.reading import Reading
from core.understanding.talk_en import ABSENCE, UNANSWERED
from core.understanding.text import Span, indexes, word_set

LONGEST_UNKNOWN = 6
_LONGEST_LOWER_CASE = 3
_SHORTEST_ALONE = 3
_LEAST_WORDS = 2
_OF_A_SUM = 3
OF_A_FIRM = frozenset(["at", "from", "of", "in", "de", "del", "en", "(", "/", "with", "@"])
SIGNS = word_set(": , . - – — ; / ( |")
_NOT_REACHED = re.compile(rf"(?<!\S)(?:{ABSENCE}|{UNANSWERED})(?!\S)")


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an entry, up to the first word that neither names nor times it."""

    end: int
    names: tuple[Mention, ...] = ()
    new_name: Span | None = None
    """A firm or a person that nobody knows yet."""
    is_parted: bool = False
    """Whether a sign parts the name from what follows."""
    has_kind: bool = False
    has_colon: bool = False
    """Whether a colon stands right after the first name: it names somebody, were it but by a trade ("pub: no
    money")."""
    has_title: bool = False
    """Whether an opportunity is called by its whole title."""
    is_unreached: bool = False
    """Whether it begins with nobody having answered."""

    @property
    def is_named(self) -> bool:
        is_telling = any(not one.is_weak for one in self.names) or self.has_colon
        return bool(self.new_name) or self.has_title or is_telling


def find_head(reading: Reading, last: int | None = None) -> Head:
    """The head of the sentence, as far as the token `last`."""
    return _HeadReader(reading, len(reading.sentence.tokens) if last is None else last).read()


class _HeadReader:
    """Walks from the sentence's beginning over all that a head may hold."""

    def __init__(self, reading: Reading, last: int) -> None:
        self.reading, self.sentence, self.last = reading, reading.sentence, last
        self.index = self.after_name = 0
        self.names: list[Mention] = []
        self.new_name: Span | None = None
        self.is_parted = self.has_kind = self.is_unreached = False
        self._mentions = {one.span[0]: one for one in reading.mentions}
        timed = (reading.times, reading.durations, reading.channels, reading.titles, reading.amounts)
        self._passed = {one.span[0]: one.span[1] for things in timed for one in things}
        self._nouns = {one.span[0]: one.span[1] for one in reading.triggers if one.is_noun}
        self._busy = indexes(reading.times, reading.durations, reading.amounts, reading.channels)

    def read(self) -> Head:
        while self.index < self.last and self._step():
            pass
        return Head(
            self.index,
            tuple(self.names),
            self.new_name,
            self.is_parted,
            self.has_kind,
            bool(self.names) and self.sentence.key(self.names[0].span[1]) == ":",
            any(not one.is_part and one.span[1] <= self.index for one in self.reading.titles),
            self.is_unreached,
        )

    def _step(self) -> bool:
        """Past one thing that belongs to the head; False where the head is over."""
        key = self.sentence.key(self.index)
        if mention := self._mentions.get(self.index):
            return not self._is_another_subject() and self._take(mention)
        if end := self._passed.get(self.index) or self._nouns.get(self.index):
            self.has_kind = self.has_kind or self.index in self._nouns
            return self._to(end)
        if self._is_named:
            return not self._says_unreached() and self._step_after_the_name(key)
        if match := self._says_unreached():
            self.is_unreached = True
            return self._to(self.sentence.span(match)[1])
        if key in KIND_WORDS:
            self.has_kind = True
        elif key not in GLUE and key not in OPENERS and (key not in PEOPLE or not self._has_begun):
            return self._take_new_name()
        return self._to(self.index + 1)

    def _take(self, mention: Mention) -> bool:
        self.names.append(mention)
        return self._to(mention.span[1])

    def _says_unreached(self) -> re.Match[str] | None:
        return _NOT_REACHED.match(self.sentence.plain, self.sentence.place(self.index))

    def _step_after_the_name(self, key: str) -> bool:
        if key in SIGNS:
            self.is_parted = True
        elif key in OF_A_FIRM | {"re", "with", "&", "and", "y", ")"}:
            if not self.names and key != "in" and self._take_new_name(self.index + 1):
                return True
        elif key in KIND_WORDS:
            self.has_kind = True
        elif key not in CONNECTORS and not self._is_initial(key):
            return False
        return self._to(self.index + 1)

    def _is_initial(self, key: str) -> bool:
        """Whether it is the letter of a surname: "Tony B, Greenhill"."""
        return len(key) == 1 and key.isalpha() and bool(self.names) and self.names[-1].span[1] == self.index

    @property
    def _has_begun(self) -> bool:
        """Whether a kind, a time or a duration stands before, or the firm's name comes next: "the manager at …"."""
        is_next = self.sentence.key(self.index + 1) in {"at", "from", "of", "in"}
        return is_next or self.has_kind or any(start < self.index for start in self._passed)

    @property
    def _is_named(self) -> bool:
        is_titled = any(not one.is_part and one.span[1] <= self.index for one in self.reading.titles)
        return bool(self.names or self.new_name or is_titled)

    def _is_another_subject(self) -> bool:
        """Whether a second name begins what is told: "Riverbend: *Mike* asks…", but not "Riverbend, Mike, 20 min"."""
        if not self._is_named or not self.is_parted:
            return False
        end = self._mentions[self.index].span[1]
        return (
            end < len(self.sentence.tokens) and self.sentence.key(end) not in SIGNS | {")"} and end not in self._passed
        )

    def _take_new_name(self, start: int | None = None) -> bool:
        """Past a name that nobody knows, where one stands."""
        first = self.index if start is None else start
        span = unknown_run(first, self.last, self._busy, self.reading)
        if span is None:
            return False
        self.new_name = span
        return self._to(span[1])

    def _to(self, index: int) -> bool:
        self.index = index
        return True


def unknown_run(start: int, end: int, busy: Set[int], reading: Reading) -> Span | None:
    """Capitalised words that begin at the token, none an everyday one alone: "Gallo Notaries", "McGinley"."""
    sentence = reading.sentence
    if not sentence.is_capitalised(start):
        return None
    span = name_run(start, end, busy, reading)
    if span is None:
        return None
    if any(span[0] <= one.span[0] < span[1] and not one.is_weak for one in reading.mentions):
        return None
    keys = [key for key in sentence.keys[slice(*span)] if key not in CONNECTORS and key != "'s"]
    strange = [key for key in keys if _is_strange(key)]
    opens_with_a_deed = start == 0 and is_known_word(keys[0])
    if len(keys) > 1 and keys[0] not in OPENERS and not opens_with_a_deed:
        is_trade = any(key in TRADE_WORDS for key in keys[1:]) or (keys[0] in TRADE_WORDS and len(keys) > _LEAST_WORDS)
        is_joint = "&" in sentence.keys[slice(*span)]
        return span if strange or is_trade or is_joint else None
    is_shouted = sentence.original[:60].isupper()
    if (
        is_spanish(sentence)
        and sentence.key(span[1]) != ":"
        and sentence.key(span[0] - 1) not in OF_A_FIRM | {"con", "a"}
    ):
        return None  # any word may begin a sentence
    return span if strange and len(keys[0]) >= _SHORTEST_ALONE and not is_shouted else None


def _is_strange(key: str) -> bool:
    """Whether the word is none that everybody uses: it is likelier a name."""
    return key.isalpha() and key not in _ordinary() and not is_known_word(key)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(COMMON | EVERYDAY | EVERYDAY_EN | COMMON_NOUNS | OPENERS | TRADE_WORDS)


def _joins_a_firm(index: int, start: int, end: int, reading: Reading) -> bool:
    """Whether a small "and" joins two words of a firm's name: "duckett *and* hare brewery"."""
    sentence = reading.sentence
    keys = [sentence.key(place) for place in range(index + 1, min(index + 4, end))]
    if sentence.key(index) not in {"and", "n"} or index == start or not keys or keys[0] in COMMON:
        return False
    told = next((place for place, key in enumerate(keys) if key in COMMON or not key.isalpha()), len(keys))
    return any(key in TRADE_WORDS for key in [sentence.key(index - 1), *keys[:told]])


def name_run(start: int, end: int, busy: Set[int], reading: Reading) -> Span | None:
    """The words from `start` on that may be one name: capitalised ones, or up to three that are no everyday words."""
    sentence = reading.sentence
    goes_on = _goes_on_large if sentence.is_capitalised(start) else _goes_on_small
    index = start
    while index < end and index - start < LONGEST_UNKNOWN and index not in busy:
        key = sentence.key(index)
        is_dash = key == "-" and sentence.original[sentence.tokens[index].start - 1] == " "
        if (
            is_dash
            or (key in {"ok", "no", "si"} and index > start)
            or key in PUNCTUATION
            or (key.isdigit() and len(key) >= _OF_A_SUM and index > start)
            or key.endswith("mente")
            or any(one.span[0] == index for one in reading.triggers)
            or not goes_on(index, start, end, reading)
        ):
            break
        index += 1
    while index > start and sentence.key(index - 1) in CONNECTORS:
        index -= 1
    if start < index < end and index not in busy and _is_their_trade(index, start, reading):
        index += 1
    return (start, index) if index > start and sentence.key(start)[0].isalpha() else None


def _is_their_trade(index: int, start: int, reading: Reading) -> bool:
    """Whether an everyday word behind an English name is of it: "the Pickled Egg *cafe*"."""
    sentence = reading.sentence
    is_house = sentence.is_capitalised(start) and sentence.key(index) in _HOUSES and is_english(sentence)
    return is_house and start not in indexes(reading.titles)


_HOUSES = word_set(
    "cafe bar pub hotel garage bakery nursery nurseries salon brewery gym surgery pharmacy restaurant inn museum "
    "gallery butchers motors dental vets bakers florist florists barbers dairy"
)


def _goes_on_large(index: int, _start: int, _end: int, reading: Reading) -> bool:
    """Whether the token belongs to a name written large: a capital, a joint before one, a legal form."""
    sentence, key = reading.sentence, reading.sentence.key(index)
    follows = sentence.is_capitalised(index + 1) or sentence.is_capitalised(index + 2)
    is_joint = (key in CONNECTORS and follows) or (key == "'s" and sentence.is_capitalised(index + 1))
    return sentence.is_capitalised(index) or is_joint or key in LEGAL_FORMS


def _goes_on_small(index: int, start: int, end: int, reading: Reading) -> bool:
    """Whether the token belongs to a name in small letters: none that everybody says, not too far from its start."""
    sentence, key = reading.sentence, reading.sentence.key(index)
    if key in {"del", "de", "la", "las", "los", "el", "of", "the"} and index > start:
        return sentence.key(index + 1) not in COMMON - CONNECTORS
    if sentence.key(index - 1) == "a" and index > start and INFINITIVE.fullmatch(key):
        return False  # "bodegas monteagudo *a enseñarles* …"
    if index == start and key.endswith(("ar", "er", "ir")) and is_known_word(key):
        return False  # an infinitive
    if _joins_a_firm(index, start, end, reading):
        return True
    joints = sum(_joins_a_firm(place, start, end, reading) for place in range(start, index))
    return (key not in COMMON or key == "&") and _words_of(sentence.keys[start:index]) < _LONGEST_LOWER_CASE + joints


def _words_of(keys: list[str]) -> int:
    return sum(key not in CONNECTORS for key in keys)
