"""The one or two letters that stand for somebody: of the given name and the first surname; of a firm's first and last
word. The phone's renderer does the same (`pwa/static/js/portable/texts.js`)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

PARTICLES: Final = (
    "de",
    "del",
    "la",
    "las",
    "los",
    "el",
    "y",
    "e",
    "i",
    "da",
    "das",
    "do",
    "dos",
    "di",
    "van",
    "von",
    "der",
    "den",
)
"""Words that lead a surname and do not stand for it."""
_SECONDS = """
    jose maria angel angeles luis antonio manuel carlos francisco javier miguel ramon ignacio pablo andres carmen pilar
    teresa isabel dolores rosa elena luisa victoria belen cristina jesus mar fernando alberto enrique eduardo alejandro
    rafael jaime lucia sol rosario mercedes soledad nieves reyes concepcion paz luz esther
    paul jane ann anne marie lynn james john
"""
SECONDS: Final = frozenset(_SECONDS.split())
"""Given names that stand second in a double one: José Luis, María del Carmen."""
NOBODY: Final = "?"
_PLAIN_DOUBLE: Final = 4
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_LEGAL_FORM = re.compile(
    r"[ ,\u00a0]+(?:S\.? ?[LAC]\.? ?[ULP]?\.?|S\.? ?Coop\.?|S\.?R\.?L\.?|Ltd\.?|Inc\.?|LLC|PLC|GmbH)[ \u00a0]*$"
)


def initials_of(name: str) -> str:
    """A person's, in upper case: "Ana Núñez Vidal" is AN, "María José de la Torre" MT; `?` without a letter."""
    family, comma, given = name.partition(",")
    words = _words(f"{given} {family}" if comma else name)
    own = [word for word in words if _key(word) not in PARTICLES] or words
    return _two(own, _surname(words, own))


def initials_of_firm(name: str) -> str:
    """Of its first and last word but a legal form."""
    words = _words(_LEGAL_FORM.sub("", name))
    return _two(words, len(words) - 1)


def _surname(words: Sequence[str], own: Sequence[str]) -> int:
    """Which of somebody's own words is the first surname."""
    if len(own) <= 2:  # noqa: PLR2004 - whatever it is called, it is the surname
        return len(own) - 1
    second = _key(own[1])
    # Four words and nothing between them are two given names and two surnames, unless the second is plainly one.
    plain = len(own) == len(words) == _PLAIN_DOUBLE and not second.endswith("ez")
    return 2 if second in SECONDS or len(second) == 1 or plain else 1


def _words(name: str) -> list[str]:
    return [word for word in _SPACES.split(name) if _letter(word)]


def _two(words: Sequence[str], last: int) -> str:
    if not words:
        return NOBODY
    return (_letter(words[0]) + (_letter(words[last]) if last > 0 else "")).upper()


def _letter(word: str) -> str:
    return next((character for character in word if character.isalnum()), "")


def _key(word: str) -> str:
    """In small letters without accents, and nothing else."""
    return "".join(one for one in unicodedata.normalize("NFD", word.lower()) if "a" <= one <= "z")
