"""Text made comparable: lower case, no accents, no punctuation."""

import re
import unicodedata

_SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l"}
)


def fold(text: str) -> str:
    """Lower case without accents: "Núñez" and "NUNEZ" are the same."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The folded words, without punctuation; "S.L." gives "s", "l"."""
    return re.findall(r"[a-z0-9]+", fold(text))


def slug(text: str) -> str:
    """Folded letters and digits only, as a firm writes its name in its domain."""
    return "".join(words(text))
