"""How postcodes look in each country, and where they stand beside the city."""

import re
from dataclasses import dataclass

from core.customers.cards.address_habits import habits_of
from core.customers.cards.casing import PARTICLES
from core.customers.cards.folding import fold, words
from core.customers.cards.places import is_city
from core.customers.cards.streets import STREET_WORDS

MOST_WORDS = 4
"""Of a town's name, its particles not counted."""

# What may stand before a postcode, and is no part of it.
_LEAD = r"(?:\b(?:c\.?\s?p\.?|cod(?:igo)?\.?\s?postal|zip(?: code)?|plz|cep|cap)[\s.:-]*|\b[a-z]{1,2}-\s?)?"

_CONFUSED = str.maketrans("oOlIsSB", "0011558")
# Five signs of which one at least is a digit and another an o, before a town's name.
_FIVE = re.compile(r"(?<![^\s,-])(?=[a-zA-Z]{0,4}\d)(?=\w*[oO])[oOlIsSB\d]{5}(?=\s+[A-ZÀ-Þ][a-zà-ÿ])")
_STANDARD = re.compile(
    r"(?i)\b(?:iso|une|ohsas|iatf|din|brc|haccp)(?:[\s/\-]+(?:en|iec|iso|ts))*[\s\-]*\d{4,6}(?::\d{4})?"
)
"""What a firm is certified by: "ISO 45001" is no postcode."""
_ISLES = {
    # The first half of a British postcode without any digit: its second letter or its third is a 1 or a 0.
    # The second half begins with a digit.
    "GB": re.compile(
        r"(?:(?<=\b[A-Z])|(?<=\b[A-Z]{2}))[IlO](?=[A-Z]?\s\d[A-Z]{2}\b)"
        r"|(?:(?<=\b[A-Z]\d\s)|(?<=\b[A-Z]{2}\d\s)|(?<=\b[A-Z]\d\d\s)|(?<=\b[A-Z]{2}\d\d\s))[IlOS](?=[A-Z]{2}\b)"
    ),
    # An Irish one begins with a letter and two digits.
    "IE": re.compile(r"(?<=\b[A-Z])(?=[IlO]?\d|[IlO]{2})[IlO\d]{2}(?=\s[A-Z\d]{4}\b)"),
}


@dataclass(frozen=True, slots=True)
class Postcode:
    value: str
    before: str
    after: str


def find_postcode(text: str, country: str, *, is_behind: bool = False) -> Postcode | None:
    """The postcode of `country` in a line of an address, with what stands on either side.

    `is_behind`: one that the country writes before the city may stand behind a town that we do not know, too.
    """
    pattern = habits_of(country).postcode
    if not pattern:
        return None
    text = _STANDARD.sub(" ", text)
    text = re.sub(r"(?<=\d{4})(?=[A-ZÀ-Þ][a-zà-ÿ])", " ", text)  # "46041València"
    if country == "US":
        text = re.sub(r"(?<=\b[A-Z]{2})(?=\d{5}\b)", " ", text)  # "Denver, CO80205"
    text = _mended(text, country)
    matches = list(re.finditer(rf"(?<![\w#-]){_LEAD}(?P<code>{pattern})(?!\w|-\d|-\w\b(?!['’]))", text, re.IGNORECASE))
    for match in reversed(matches):
        before, after = text[: match.start()], text[match.end() :]
        is_marked = match.start() != match.start("code")
        stands_well = _stands_well(before, after, country, is_marked=is_marked)
        if stands_well or (is_behind and not after.strip(" ,.") and _is_like_town(before)):
            return Postcode(match["code"].upper().strip(), before.strip(" ,;-–(."), after.lstrip(")").strip(" ,;-–."))
    return None


def _mended(text: str, country: str) -> str:
    """Letters that stand for digits in what can only be a postcode: "sooo8 Zaragoza", "WCIN 3LJ"."""
    if country in _ISLES:
        return _ISLES[country].sub(lambda code: code[0].translate(_CONFUSED), text)
    if habits_of(country).postcode.endswith((r"\d{3}", r"\d{5}")):
        return _FIVE.sub(lambda code: code[0].translate(_CONFUSED), text)
    return text


def _stands_well(before: str, after: str, country: str, *, is_marked: bool) -> bool:
    """A number beside a city is a postcode; a number after a street's name is a house's."""
    if is_marked and country != "GB":
        return True
    if country == "US":
        return bool(re.search(r"\b[A-Z]{2}\.?,?\s*$", before)) or not after
    stands = habits_of(country).stands
    if stands != "before":
        is_first = stands == "either" and not before.strip() and bool(re.match(r"\s*[,\-–]?\s*[^\W\d]{3,}", after))
        return bool(before.strip(" ,")) or not after or country in ("GB", "CA", "IE") or is_first
    if not after.strip(" ,.") and is_city(before.strip(" ,-–")):
        return True  # "Sevilla 41015"
    return (
        bool(re.match(r"\s*[,\-–()]?\s*[^\W\d](?:['’]|[^\W\d])", after))
        or not before.strip(" (")
        or before.rstrip().endswith((",", "-", "–"))
    )


def _is_like_town(text: str) -> bool:
    """ "L'Hospitalet de Llobregat", "C/ Mayor 3, Getxo": the end of it is words in capitals, and no street."""
    tail = re.split(r"[,;–]|\s-\s", text.rstrip(" ,-–"))[-1].strip()
    own = [word for word in tail.split() if fold(word) not in PARTICLES]
    is_worded = 0 < len(own) <= MOST_WORDS and all(re.match(r"[^\W\d]", word) and word[0].isupper() for word in own)
    return is_worded and not any(c.isdigit() for c in tail) and STREET_WORDS.isdisjoint(words(tail))
