"""Phone numbers with their kind and extension, told from tax numbers, postcodes and dates."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import phonenumbers
from phonenumbers import (
    Leniency,
    PhoneNumber,
    PhoneNumberMatcher,
    PhoneNumberType,
    ValidationResult,
    is_possible_number_with_reason,
)

from core.customers.cards import labels
from core.customers.cards.card import Phone, PhoneKind
from core.customers.cards.folding import fold

_PHONES = ("office", "mobile", "fax")
FEWEST_DIGITS = 7
ARGENTINA = 54
_EXTENSION = re.compile(
    r"[\s,;(]*\b(?:extensi[oó]n|extn?|int(?:erno)?|anexo|poste|durchwahl|dw|opci[oó]n|ramal)\b[.:\s]*(?=\d{1,5}\b)",
    re.I,
)
_CONFUSED = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "S": "5", "B": "8", "Z": "2", "|": "1"})
# A run in which letters stand among digits, as "031.13.1I"; never a whole word.
_MIXED = re.compile(r"(?:(?<=\d[\s.\-)])|(?<![A-Za-z])(?=\d))(?=[\dOoIlSBZ.\-]*\d{2})[\dOoIlSBZ.\-]+(?![A-Za-z])")
_ICON = re.compile(r"^\s*[0-9](?:\s|(?=[6-9]\d\d[\s\-.]))")
"""An icon before a number that was read as a digit."""
_LOOKS_SO = re.compile(r"\s*(?:\(\d{1,4}\)\s?|0\d{2,4}[\s.\-])\d{3,4}[\s.\-]?\d{3,4}\s*")
"""An area code in brackets or with its 0, a number, and nothing else: no label is needed."""
_OLD_MEXICAN = re.compile(r"(?<![\d+])(?:\(\s*)?04[45](?:\s*\))?[\s.\-]*(?=(?:\(?\d[\s.\-)]*){10}(?!\d))")
"""How a mobile was dialled in Mexico until 2019, before its ten digits; no other country has such numbers."""
_MEXICAN_TRUNK = re.compile(r"(?<![\d+(])01[\s.\-]+(?=(?:\(?\d[\s.\-)]*){10}(?!\d))")
_RENUMBERED = (
    (re.compile(r"^\+57([1-8]\d{7})$"), r"+5760\1"),  # Colombia's towns have three digits since 2021
    (re.compile(r"^\+5609(\d{8})$"), r"+569\1"),  # Chile dials mobiles without the 0 since 2016
)
"""Numbers as old cards have them, and as they are now."""
_MOBILES_BEGIN = {56: ("9",), 44: ("71", "72", "73", "74", "75", "77", "78", "79")}
"""By country code: what all mobiles begin with and nothing else does, where the library leaves that open."""
_POSTCODE = re.compile(r"\d{4,5}\s?-\s?\d{3}")
"""Portugal's and Brazil's: before a town it is no number."""
_INTERNATIONAL = re.compile(r"(?<!\d)\(?00\s?(?=[1-9]\d)")


@dataclass(frozen=True, slots=True)
class FoundPhone:
    phone: Phone
    is_valid: bool
    """Whether its country has given out such numbers; else it is as long as one, and labelled as one."""


def find_phones(text: str, regions: Sequence[str], label_before: str = "") -> list[FoundPhone]:
    """The numbers in one piece of text.

    `regions` are tried in turn for numbers without a country code, ISO; `label_before` is a label that stands
    apart from its number, in a column of its own.
    """
    prepared = _prepared(text)
    matches, is_valid = _matches(prepared, regions, Leniency.VALID), True
    if not matches and (without := _ICON.sub("", prepared)) != prepared:
        prepared, matches, is_valid = without, _matches(without, regions[:1], Leniency.VALID), False
    is_told = (
        labels.last_label(f"{label_before} {text}") in _PHONES or "+" in prepared or bool(_LOOKS_SO.fullmatch(text))
    )
    if not matches and is_told:
        matches, is_valid = _matches(prepared, regions[:1], Leniency.POSSIBLE), False
    found, after = [], 0
    labels_lead = not matches or bool(labels.last_label(prepared[: matches[0][0]]) or label_before)
    for index, (start, end, number) in enumerate(matches):
        following = matches[index + 1][0] if index + 1 < len(matches) else len(prepared)
        words = prepared[after:start] if labels_lead else prepared[end:following]
        label = labels.last_label(words) or (labels.last_label(label_before) if index == 0 else None)
        if label == "tax":
            continue
        if label == "mobile" and _is_drawing(words or label_before) and _is_surely_fixed(number):
            label = None
        after = end
        e164, is_renumbered = _renumbered(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
        phone = Phone(_with_argentine_9(e164, label), kind_of(number, label), number.extension)
        found.append(FoundPhone(phone, is_valid or is_renumbered))
    return found


def looks_broken(text: str, regions: Sequence[str]) -> bool:
    """Whether a phone was printed here that cannot be made out: labelled, many digits, no valid number."""
    digits = sum(c.isdigit() for c in text)
    is_labelled = labels.leading_label(text) in _PHONES
    return digits >= 6 and is_labelled and not find_phones(text, regions)


def country(phone: Phone) -> str | None:
    """The country that the number belongs to, ISO."""
    return phonenumbers.region_code_for_number(phonenumbers.parse(phone.e164))


def _prepared(text: str) -> str:
    """What the matcher understands: labels apart from digits, one word for extensions, digits for look-alikes."""
    text = _MIXED.sub(lambda run: run[0].translate(_CONFUSED), text)
    text = re.sub(r"(?<=[A-Za-zÀ-ÿ])(?=[+(]|\d{2})|(?<=\d{3})(?=[A-Za-z]{1,4}[.:])", " ", text)
    text = _EXTENSION.sub(" ext. ", text)
    text = re.sub(r"\(\s*0\s*\)", "", text) if "+" in text or "(0" in text.replace(" ", "") else text
    text = _INTERNATIONAL.sub(_plus, text).replace("+ ", "+")
    # Mexico dials neither 01, 044, 045 nor the 1 after +52 any more; cards still print them.
    text = _MEXICAN_TRUNK.sub(" ", _OLD_MEXICAN.sub(" ", text))
    text = re.sub(r"\+52\s*\(?1\)?[\s\-]+(?=\d{2})", "+52 ", text)
    return re.sub(r"(?<=\d)\s*[·_~]\s*(?=\d)", " ", text)


def _plus(prefix: re.Match[str]) -> str:
    """00 at a number's start is +; "81 0181 0033" has it in its middle."""
    is_inside = bool(re.search(r"\d[\s.\-()]*$", prefix.string[: prefix.start()]))
    return prefix[0] if is_inside else "+"


def _matches(text: str, regions: Sequence[str], leniency: int) -> list[tuple[int, int, PhoneNumber]]:
    """The numbers of the first region that makes most of them."""
    best: list[tuple[int, int, PhoneNumber]] = []
    for region in regions:
        found = list(_matches_in(text, region, leniency))
        if len(found) > len(best):
            best = found
    return best


def _matches_in(text: str, region: str, leniency: int) -> Iterator[tuple[int, int, PhoneNumber]]:
    for match in PhoneNumberMatcher(text, region, leniency=leniency):
        digits = sum(c.isdigit() for c in match.raw_string)
        # A number that can only be dialled in its own town has no E.164 form.
        is_whole = is_possible_number_with_reason(match.number) == ValidationResult.IS_POSSIBLE
        if is_whole and digits >= FEWEST_DIGITS and not _is_something_else(text, match.start, match.end):
            yield match.start, match.end, match.number


def _is_something_else(text: str, start: int, end: int) -> bool:
    printed = text[start:end]
    if _POSTCODE.fullmatch(printed) and re.match(r"\s+[^\W\d]{2}", text[end:]):
        return True
    if re.match(r"\d{1,2}[./\-]\d{1,2}[./\-](?:19|20)\d{2}\b", printed) or re.search(r"\d[.,]\d{2}\s*€", text[start:]):
        return True
    return labels.last_label(fold(text[max(0, start - 14) : start])) == "tax"


def _is_drawing(label: str) -> bool:
    """Whether a label is one sign: a drawing, perhaps, that was read as a letter."""
    return len(re.sub(r"\W", "", label)) <= 1


def _is_surely_fixed(number: PhoneNumber) -> bool:
    """Whether its country keeps such numbers for lines that end in a wall; Argentina's mobiles look like them."""
    is_argentine = number.country_code == ARGENTINA
    return not is_argentine and phonenumbers.number_type(number) == PhoneNumberType.FIXED_LINE


def kind_of(number: PhoneNumber, label: labels.Label | None) -> PhoneKind:
    """The label tells; without one the number's own kind where its country keeps mobiles apart."""
    if label == "fax":
        return "fax"
    own = phonenumbers.number_type(number)
    begins_so = str(number.national_number).startswith(_MOBILES_BEGIN.get(number.country_code or 0, ("-",)))
    if label == "mobile" or own == PhoneNumberType.MOBILE or begins_so:
        return "mobile"
    return "office"


def _renumbered(e164: str) -> tuple[str, bool]:
    """The number as it is dialled today, and whether it was another one once."""
    for before, now in _RENUMBERED:
        if before.match(e164):
            return before.sub(now, e164), True
    return e164, False


def _with_argentine_9(e164: str, label: labels.Label | None) -> str:
    """A mobile's number in Argentina has a 9 behind the country's code, which "Cel. (223) 522-6992" does not print."""
    is_short = label == "mobile" and re.fullmatch(r"\+54[1-8]\d{9}", e164)
    return f"+549{e164[3:]}" if is_short else e164
