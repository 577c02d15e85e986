"""Filters on numbers: money, quantities, percentages, sizes of files; as Babel writes them."""

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision, get_currency_symbol

from pwa.portable.values import LARGEST_INTEGER, NotPortableValueError

REGIONS = {"es": "es_ES", "en": "en_GB"}
"""The Babel locale of each of our languages: days before months, 24 hours, in both."""

SIZE_UNITS = ("B", "kB", "MB", "GB", "TB")
_QUANTITY = re.compile(r"-?[0-9]{1,15}(?:\.([0-9]{1,6}))?")
_CURRENCY = re.compile(r"[A-Z]{3}")


class Numbers:
    """The number filters in one language."""

    def __init__(self, locale: str) -> None:
        self._locale = Locale.parse(REGIONS[locale])
        # Babel takes a tenth of a millisecond for an amount, and a board of cards shows hundreds.
        self._money = lru_cache(maxsize=8192, typed=True)(self._written)

    def money(self, value: int, currency: str, whole: bool = False) -> str:
        """An amount in minor units (cents) of an ISO 4217 currency; `whole`: rounded, half away from zero."""
        return self._money(value, currency, whole)

    def _written(self, value: int, currency: str, whole: bool) -> str:
        digits = _digits(_integer(value), currency)
        amount = Decimal(_rounded(value, 10**digits)) if whole else Decimal(value).scaleb(-digits)
        pattern = currency_pattern(self._locale, currency, 0 if whole else digits)
        return format_currency(amount, currency, pattern, self._locale, currency_digits=False)

    def number(self, value: int | str) -> str:
        """A whole number, or a decimal string with just the digits that it has."""
        text = value if isinstance(value, str) else str(_integer(value))
        found = _QUANTITY.fullmatch(text)
        if not found and isinstance(value, str):
            raise ValueError(f"{value!r} is not a number that can be shown")
        decimals = found[1] if found else None
        return format_decimal(Decimal(text), "#,##0" + ("." + "0" * len(decimals) if decimals else ""), self._locale)

    def percent(self, value: int) -> str:
        """A whole number of hundredths: 40 is 40 %."""
        return format_percent(Decimal(_integer(value)).scaleb(-2), locale=self._locale)

    def size(self, value: int) -> str:
        """Bytes in steps of a thousand, with one decimal at most."""
        tenths, unit, step = _integer(value) * 10, 0, 1
        while value >= step * 1000 and unit < len(SIZE_UNITS) - 1:
            step, unit = step * 1000, unit + 1
        tenths = (tenths + step // 2) // step
        shown = self.number(tenths // 10) if tenths % 10 == 0 else self.number(f"{tenths // 10}.{tenths % 10}")
        return f"{shown}\u00a0{SIZE_UNITS[unit]}"


def currency_pattern(locale: Locale, currency: str, digits: int) -> str:
    """Babel's pattern with `digits` decimals; a symbol of letters before the number is set apart (`CHF 12`)."""
    pattern = str(locale.currency_formats["standard"].pattern).replace(".00", "." + "0" * digits if digits else "")
    touches = pattern.startswith("¤#") and get_currency_symbol(currency, locale)[-1].isalpha()
    return pattern.replace("¤", "¤\u00a0") if touches else pattern


def _digits(value: int, currency: str) -> int:
    if not _CURRENCY.fullmatch(currency):
        raise ValueError(f"{currency!r} is no currency for {value}")
    return get_currency_precision(currency)


def _rounded(value: int, unit: int) -> int:
    nearest = (abs(value) * 2 + unit) // (2 * unit)
    return nearest if value >= 0 else -nearest


def _integer(value: int) -> int:
    if type(value) is not int or abs(value) > LARGEST_INTEGER:
        raise NotPortableValueError(f"a whole number is wanted, not {value!r}")
    return value
