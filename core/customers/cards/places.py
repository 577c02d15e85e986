"""Countries in the languages that cards are printed in, and the cities that stand on cards without a postcode."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

from functools import cache

from babel import Locale

from core.customers.cards.folding import fold, words
from core.customers.cards.lexicon import phrases

_LANGUAGES = ("es", "en", "fr", "de", "pt", "it", "ca", "gl", "eu", "nl")
_ALSO = {"USA": "US", "EEUU": "US", "EE UU": "US", "U S A": "US", "UK": "GB", "England": "GB", "Scotland": "GB",
         "Wales": "GB", "Great Britain": "GB", "Inglaterra": "GB", "Mexico": "MX", "Republica Argentina": "AR",
         "Rep Dominicana": "DO", "The Netherlands": "NL", "Holland": "NL", "Czech Republic": "CZ"}  # fmt: skip
_MEANT_OTHERWISE = frozenset(["granada", "georgia", "salvador"])
"""Countries' names that stand on cards for the city of Spain, the state of the USA, a man."""
CITIES = phrases("cities")


@cache
def _countries() -> dict[str, str]:
    known = {fold(name): code for name, code in _ALSO.items()}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code not in ("XA", "XB", "ZZ", "EU", "UN", "EZ"):
                known.setdefault(" ".join(words(name)), code)
    return {name: code for name, code in known.items() if name not in _MEANT_OTHERWISE}


def country_code(text: str) -> str | None:
    """The ISO code of a country that `text` is the name of, and nothing more."""
    return _countries().get(" ".join(words(text)))


def is_city(text: str) -> bool:
    """Whether this is one of the larger cities; many others are not known here."""
    return " ".join(words(text)) in CITIES or fold(text).strip() in CITIES
