"""A sentence as tokens that remember where they stood, and as plain folded text that patterns can read.

Patterns run over `Sentence.plain` – lower case, no accents, abbreviations written out, one space between tokens –
and every match leads back to the person's own words.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from core.understanding.dialect_en import DIALECT, I_SAID, I_VERBS
from core.understanding.short_forms import ABBREVIATIONS, CONTRACTIONS, NEGATIONS, UNITS

Span = tuple[int, int]
"""First token and the one after the last."""


class Words(Protocol):
    """Something that was recognised, where it stands."""

    @property
    def span(self) -> Span: ...


def indexes(*recognised: Iterable[Words]) -> set[int]:
    """Every token of what was recognised."""
    return {index for things in recognised for words in things for index in range(*words.span)}


_NOT_SICK = frozenset(
    ["is", "was", "be", "been", "are", "feeling", "very", "really", "fell", "'s", "m", "re", "'m", "off"]
)

_TOKEN = re.compile(
    r"""[\w.+-]+@[\w-]+(?:\.[\w-]+)+      # an e-mail address
      | (?:2(?:day|moro|morrow|mrw|nite|nyt)|b4|gr8|l8r)\b
      | 3d(?=\ (?:print|scan|model|design|sensor))   # no three days
      | https?://\S+
      | \d{1,2}-\d{1,2}-\d{2,4}           # 21-3-2027
      | \d+(?:[.,]\d+)?(?:x\d+(?:[.,]\d+)?)+(?![^\W_])   # 2x3, 10x15
      | u\$[sd]\b | us\$                 # U$S, US$
      | \b(?:nz|a(?:ud?)?|us|ca?|hk|s|mx)\$    # NZ$
      | \d+(?:[.,:/]\d+)*                 # 12.500,50  9:30  21/3
      | (?:[^\W\d_]\.){2,}               # S.L.  a.m.
      | [^\W\d_]+n['’]t\b                 # didn't
      | [^\W\d_]+(?:['’](?!(?:s|ll|ve|re|d|m)\b)[^\W\d_]+)*   # Núñez, O'Brien
      | ['’](?:s|ll|ve|re|d|m)\b
      | \S""",
    re.VERBOSE | re.IGNORECASE,
)
_IT_IS = re.compile(
    r" (?:in|at|been|gone|going|not|a|the|all|still|on|off|with|for|up|down|too|just|ok|okay|fine|now|only|very|really|"
    r"more|moved|won|lost|signed|ready|got|about|like|to be|nearly|almost|out|over|because)\b",
    re.IGNORECASE,
)
"""Behind `its` where it is short for "it is"."""
_IN_A_NAME = re.compile(r"[a-z]+(?:'[a-z]{2,})+")
"""O'Brien, which many write OBrien; `don't` is no name, `o'clock` is as good without."""
_IN_A_LONGER_NAME = re.compile(r"[A-Z][a-z]+(?: &|['’]s [A-Z]| [A-Z][a-z]+ (?:Ltd|Limited|LLP|SL|SA|Inc|LLC|plc)\b)")
"""Carter & Sons: no slip of "quarter"."""
_DOTTED = re.compile(r"(?:\w\.){2,}")


_FEWEST_SHOUTED = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign: its key for patterns, and where it stands in the person's text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """What was typed, its tokens, and the plain text that patterns read."""

    original: str
    tokens: tuple[Token, ...]
    keys: list[str] = field(init=False, compare=False)
    """The tokens' keys, to be read alone."""
    plain: str = field(init=False)
    _starts: list[int] = field(init=False)
    _is_shouted: bool = field(init=False)
    """Written in capitals throughout, which tell nothing then."""

    def __post_init__(self) -> None:
        starts, position = [], 0
        for token in self.tokens:
            starts.append(position)
            position += len(token.key) + 1
        object.__setattr__(self, "keys", [token.key for token in self.tokens])
        object.__setattr__(self, "plain", " ".join(self.keys))
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_is_shouted", self.original.isupper() and len(self.tokens) >= _FEWEST_SHOUTED)

    def key(self, index: int) -> str:
        """The key at `index`, or an empty text outside the sentence."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def place(self, index: int) -> int:
        """Where in `plain` the token at `index` begins; its end for the one after the last."""
        return self._starts[index] if index < len(self._starts) else len(self.plain) + 1

    def span(self, match: re.Match[str], group: int | str = 0) -> Span:
        """The tokens that a match on `plain` covers."""
        return bisect_left(self._starts, match.start(group)), bisect_left(self._starts, match.end(group))

    def words(self, span: Span) -> str:
        """The person's own words between the first and the last token of `span`."""
        first, end = span
        return self.original[self.tokens[first].start : self.tokens[end - 1].end] if first < end else ""

    def is_capitalised(self, index: int) -> bool:
        """Whether the token at `index` begins with a capital letter."""
        return (
            0 <= index < len(self.tokens) and self.original[self.tokens[index].start].isupper() and not self._is_shouted
        )


def tokenise(text: str, correct: Callable[[str], str] = lambda key: key) -> Sentence:
    """`text` as a sentence; `correct` mends the keys of misspelt words that the grammar knows."""
    composed = unicodedata.normalize("NFC", text)
    return Sentence(composed, tuple(_with_i(_with_had(_with_its_h(_tokens(composed, correct))))))


def keys_of(text: str) -> list[str]:
    """The keys of the words and numbers of `text`, without the signs between them."""
    return [_bare(fold(word).replace(".", "")) for word in _TOKEN.findall(text) if word[0].isalnum()]


def _bare(key: str) -> str:
    return key.replace("'", "") if _IN_A_NAME.fullmatch(key) else key


def _tokens(text: str, correct: Callable[[str], str]) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        key = fold(match.group())
        is_hyphen = (
            key == "-"
            and text[match.start() - 1 : match.start()].isalpha()
            and text[match.end() : match.end() + 1].isalpha()
        )
        if is_hyphen:  # follow-up is two words
            continue
        if _DOTTED.fullmatch(key):
            key = key.replace(".", "")
        if _IN_A_NAME.fullmatch(key):
            key = key.replace("'", "")
        if key == "/" and text[match.start() - 1 : match.start()] == " " == text[match.end() : match.end() + 1]:
            key = ";"  # Botica Real / Jaime / alarm broken
        is_unit = bool(tokens) and tokens[-1].key[0].isdigit() and (len(key) == 1 or tokens[-1].end == match.start())
        if where := _apostrophe_left_out(key, text, match.end(), tokens[-1].key if tokens else ""):
            tokens.append(Token(key[:where], match.start(), match.start() + where))
            tokens.append(Token("'" + key[where:], match.start() + where, match.end()))
            continue
        is_initial = len(key) == 1 and match.group().isupper() and key != "q" and bool(tokens)
        is_kept = is_unit or is_initial or bool(_IN_A_LONGER_NAME.match(text, match.start()))
        is_road = text[match.end() : match.end() + 1].isdigit()  # la m40
        if key == "m" and not (is_kept or is_road or (tokens and tokens[-1].key == "i")):
            key = "me"
        if match.group()[0].islower() or not tokens:
            key = DIALECT.get(key, key)
        key = UNITS.get(key, key) if is_kept else correct(NEGATIONS.get(key) or ABBREVIATIONS.get(key, key))
        if match.group().lower() in {"mañ", "mñ"}:
            key = "manana"
        tokens.append(Token(key, match.start(), match.end()))
    return tokens


def _apostrophe_left_out(key: str, text: str, end: int, before: str) -> int:
    """How many letters stand before the apostrophe that was not typed, 0 where none was left out."""
    if key == "its":
        return 2 if _IT_IS.match(text, end) else 0
    return 0 if key == "ill" and before in _NOT_SICK else CONTRACTIONS.get(key, 0)


def _with_its_h(tokens: list[Token]) -> list[Token]:
    """The tokens with the h of `he`, `ha` and `han` before a participle: "e visitado", "m a dicho", "se an ido"."""
    keys = ["", *(token.key for token in tokens), ""]
    return [
        replace(token, key="h" + token.key)
        if token.key in _WITHOUT_H and before in _WITHOUT_H[token.key] and _PARTICIPLE.fullmatch(after)
        else token
        for before, token, after in zip(keys, tokens, keys[2:], strict=False)
    ]


def _with_had(tokens: list[Token]) -> list[Token]:
    """The tokens with `had` and `have` for their short forms before what one has: "I'*d* a meeting with", "we'*ve* no
    room"."""
    keys = ["", *(token.key for token in tokens), ""]
    return [
        replace(token, key=_HAD[token.key])
        if token.key in _HAD and before in _HAVING and after in _HAD_BEFORE
        else token
        for before, token, after in zip(keys, tokens, keys[2:], strict=False)
    ]


def _with_i(tokens: list[Token]) -> list[Token]:
    """The tokens with `i` for how it is heard in Scotland: "*ah*'ll phone"."""
    keys = [*(token.key for token in tokens), ""]
    return [
        replace(token, key="i") if token.key in I_SAID and after in I_VERBS else token
        for token, after in zip(tokens, keys[1:], strict=True)
    ]


_HAD = {"'d": "had", "'ve": "have"}
_CLITICS = frozenset(["me", "nos", "le", "les", "lo", "la", "los", "las", "se", "ya", "no", "que"])
_WITHOUT_H = {"e": _CLITICS | {"", ",", ".", "y", "hoy"}, "a": _CLITICS - {"la", "lo", "que"}, "an": _CLITICS}
"""`he`, `ha`, `han` as they are typed, and what stands before them then."""
_PARTICIPLE = re.compile(r"[a-z]*(?:[ai]do|ao)|dicho|hecho|visto|puesto|escrito|vuelto|roto|abierto")


def is_picture(key: str) -> bool:
    """Whether the token is an emoji or the like, which parts a sentence as a full stop does."""
    return not key.isascii() and unicodedata.category(key[0]) in {"So", "Sk", "Cn", "Mn", "Cf"}


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


_HAVING = frozenset(["i", "we", "he", "she", "they", "you", "it", "who", "there", "that"])
_HAD_BEFORE = word_set(
    "a an the no some any my our his her their its another one two three four five six eight ten both enough "
    "lunch coffee breakfast dinner tea words plenty loads lots great good long nothing only little few"
)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """`text` in lower case without accents; ñ becomes n, ß ss, a curly apostrophe a straight one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("´", "'").replace("ø", "o"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ł", "l")
