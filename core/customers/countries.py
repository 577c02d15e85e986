"""Countries by their names, as people write and read them; kept as ISO 3166 codes of two letters."""

from functools import cache

import phonenumbers
from babel import Locale

from core.folding import fold
from core.i18n import LOCALES


@cache
def countries(locale: str) -> dict[str, str]:
    """Code → name in this language, by name."""
    names = Locale.parse(locale).territories
    found = [(code, str(names[code])) for code in phonenumbers.SUPPORTED_REGIONS if code in names]
    return dict(sorted(found, key=lambda country: fold(country[1])))


def country_name(code: str, locale: str) -> str:
    """`"FR"` → `"Francia"`; a code that nobody knows stays as it is."""
    return countries(locale).get(code, code)


def country_code(written: str) -> str:
    """`"francia"`, `"France"`, `"fr"` → `"FR"`; what is no country stays as it was written, to be refused."""
    return _codes().get(fold(written), written)


@cache
def _codes() -> dict[str, str]:
    names = {fold(name): code for locale in LOCALES for code, name in countries(locale).items()}
    return names | {code.lower(): code for code in countries("en")}
