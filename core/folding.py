"""One way to compare words: without case, accents, punctuation. Written once, used by search, names, duplicates."""

import re
import unicodedata


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart into a plain letter and a mark; and, for speed, those of Latin that it does.
_LETTERS = {code: _without_marks(chr(code)) for code in range(0x80, 0x250)} | str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)


def fold(text: str) -> str:
    """`"Talleres Núñez, S.L."` → `"talleres nunez s l"`."""
    plain = text.casefold().translate(_LETTERS)
    return " ".join(_WORD.findall(plain if plain.isascii() else _without_marks(plain)))
