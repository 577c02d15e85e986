"""What the phone must know of a language to write numbers and dates as Babel does."""

from babel import Locale
from babel.core import get_global

from pwa.portable.moments import date_patterns
from pwa.portable.numbers import REGIONS, SIZE_UNITS

ORDINARY_DIGITS = 2


def locale_data(locale: str) -> dict[str, object]:
    """Tables for static/js/portable/numbers.js and moments.js, JSON-able."""
    region = Locale.parse(REGIONS[locale])
    return {"numbers": _numbers(region), "moments": _moments(region)}


def _numbers(locale: Locale) -> dict[str, object]:
    symbols = locale.number_symbols[locale.default_numbering_system]
    prefix, suffix = str(locale.currency_formats["standard"].pattern).split("#,##0.00")
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "percent": str(locale.percent_formats[None].pattern).removeprefix("#,##0"),
        "prefix": prefix,
        "suffix": suffix,
        "symbols": {code: symbol for code, symbol in locale.currency_symbols.items() if code != symbol},
        "digits": _currency_digits(),
        "sizes": SIZE_UNITS,
    }


def _currency_digits() -> dict[str, int]:
    """Decimals of the currencies that have other than two."""
    known = get_global("currency_fractions").items()
    return {code: digits for code, (digits, *_) in known if digits != ORDINARY_DIGITS and code != "DEFAULT"}


def _moments(locale: Locale) -> dict[str, object]:
    months, days = locale.months["format"], locale.days["format"]
    return {
        "patterns": date_patterns(locale),
        "months": {width: [months[width][month] for month in range(1, 13)] for width in ("abbreviated", "wide")},
        "days": {width: [days[width][day] for day in range(7)] for width in ("abbreviated", "wide")},
    }
