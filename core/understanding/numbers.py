"""Numbers as people write and say them: 12.500,50 · 12,500.50 · doce mil · a million and a half."""

import re
from decimal import Decimal, InvalidOperation

UNITS = {
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiun": 21,
    "veintiuno": 21, "veintiuna": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400,
    "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600,
    "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800, "novecientos": 900,
    "novecientas": 900,
    "zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLES = {
    "k": 1000, "mil": 1000, "thousand": 1000, "grand": 1000, "hundred": 100, "m": 1_000_000, "mm": 1_000_000,
    "millon": 1_000_000, "millones": 1_000_000, "million": 1_000_000, "millions": 1_000_000, "mio": 1_000_000,
}  # fmt: skip

DIGITS = r"\d+(?:[.,]\d+)*"
_SPOKEN = "|".join(sorted((word for word in UNITS if word not in {"a", "an"}), key=len, reverse=True))
WORD = rf"(?:{_SPOKEN}|mil|thousand|hundred)"
SPOKEN = rf"{WORD}(?:(?: y| and| -)? {WORD})*"
"""A number in words, as a pattern over plain text."""
SMALL = rf"(?:\d{{1,3}}|{_SPOKEN})"
"""A small whole number, in digits or in one word."""

_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


def digits_value(text: str) -> Decimal | None:
    """The value of digits with marks: the last mark is the decimal one, unless three digits follow it."""
    if _THOUSANDS.fullmatch(text):
        return Decimal(re.sub(r"[.,]", "", text))
    whole, mark, decimals = text.rpartition(max(".", ",", key=text.rfind))
    if not mark:
        return Decimal(text)
    if text.count(mark) > 1:
        return None
    try:
        return Decimal(re.sub(r"[.,]", "", whole) + "." + decimals)
    except InvalidOperation:
        return None


def spoken_value(words: str) -> int:
    """The value of a number in words: `doce mil quinientos` is 12,500."""
    total = group = 0
    for word in words.split():
        if word in {"mil", "thousand"}:
            total, group = total + max(group, 1) * 1000, 0
        elif word == "hundred":
            group = max(group, 1) * 100
        else:
            group += UNITS.get(word, 0)
    return total + group


def small_value(text: str) -> int:
    """The value of what `SMALL` matched."""
    return int(text) if text.isdigit() else UNITS[text]
