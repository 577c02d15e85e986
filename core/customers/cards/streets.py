"""Streets: which lines read like one, and what is left of them when the rest of the address is told."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re

from core.customers.cards.folding import words
from core.customers.cards.lexicon import lexicon
from core.customers.cards.titles import role_words

STREET_WORDS = lexicon("street_words") | lexicon("street_openings")
_STREET_ENDS = re.compile(
    r"(?:strasse|str|weg|platz|gasse|allee|ring|damm|ufer|straat|laan|gatan|vej|"
    r"(?<=\w\w\w)(?:plein|kade|gracht|singel|dijk))$"
)
_OPENS_STREET = lexicon("street_openings")
_GOING_ON = lexicon("going_on")
_IN_BUILDINGS = lexicon("in_buildings")
_NUMBERED = re.compile(r"(?i)[^\W\d]{3,}\D*\s(?:\d{1,5}\b|s/n\b)")
_NUMBER_FIRST = re.compile(r"(?!\d{4,5}[\s\-–]+[^\W\d])\d{1,5}\b(?![\d\s.\-]*\d{5})")
"""A house's number; no postcode with its city and no phone."""
_WITHOUT_NUMBER = re.compile(r"(?i)\bs\s?/\s?n\b")
_NTH = re.compile(r"\d+(?:er|st|nd|rd|th|[aoeº])?")
SHORTEST_LINE = 3
"""Letters of a line that can only be the end of the one above: "B", "10"."""


def is_street(text: str) -> bool:
    """Whether a line reads like a street with its number, or like one that goes without."""
    parts = words(text)
    # A single letter ("C/", "P.") begins a street; within a line it is anything's initial.
    has_word = any(word in STREET_WORDS and (len(word) > 1 or i == 0) for i, word in enumerate(parts))
    has_word = has_word or any(_STREET_ENDS.search(word) for word in parts)
    if not parts or not has_word:
        return bool(re.match(r"\d+[a-z]?,?\s+[^\W\d]{3,}", text)) and len(parts) <= 6
    return parts[0] in _OPENS_STREET or any(c.isdigit() for c in text)


def is_numbered(text: str) -> bool:
    """Whether a house is told, "s/n" for one that has no number."""
    return any(c.isdigit() for c in text) or bool(_WITHOUT_NUMBER.search(text))


def is_numbered_street(text: str) -> bool:
    """ "Calle Sol 4", "12 High Street": a street and its house, not a floor alone."""
    return is_street(text) and is_numbered(text) and not is_floor(text)


def is_floor(text: str) -> bool:
    """Whether it only says where in a building ("PB", "of. 4"), or is a seal ("ISO"): no city is called so."""
    parts = [word for word in words(text) if not _NTH.fullmatch(word)]
    is_told = not _IN_BUILDINGS.isdisjoint(parts)
    return is_told and all(word in _IN_BUILDINGS or len(word) == 1 for word in parts)


def ends_in_street(text: str) -> bool:
    """ "Dock Road", "Hafenweg": a street without its number, if a city stands under it."""
    parts = words(text)
    if not parts or role_words(text):
        return False
    return (len(parts) > 1 and len(parts[-1]) > 2 and parts[-1] in STREET_WORDS) or bool(_STREET_ENDS.search(parts[-1]))


def opens_street(text: str) -> bool:
    """Whether the line begins as streets do: "Calle", "Av."."""
    return bool(parts := words(text)) and parts[0] in _OPENS_STREET


def has_number(text: str) -> bool:
    """ "Padre Mier 545 Pte., Centro": right over the city a number makes a street without its word."""
    return bool(_NUMBERED.search(text)) and not role_words(text)


def goes_on(text: str, beneath: str) -> bool:
    parts = words(text)
    if not is_street(text):
        return False
    if opens_street(text) and not is_numbered(text):
        is_word_alone = len(parts) == 1 and len(parts[0]) > 1 and beneath[:1].isupper()
        if is_word_alone or _NUMBER_FIRST.match(beneath):
            return True  # "Av.", "Elmer Faucett" and "2851, of. 207", one under the other
    is_short = len(beneath) <= SHORTEST_LINE and bool(beneath)
    return is_short or text.rstrip().endswith((",", "C/", "c/")) or (len(parts) > 2 and parts[-1] in _GOING_ON)


def without_district(street: str) -> str:
    """Where the district is a town of its own ("Av. Larco 345, Miraflores", "…, Las Condes"), the street without it."""
    kept = re.split(r",\s*", street)
    while len(kept) > 1 and not is_numbered(kept[-1]) and not STREET_WORDS & set(words(kept[-1])):
        kept.pop()
    return ", ".join(kept)


def tidy_street(street: str) -> str:
    street = re.sub(r"(?<=\d)°", "º", street)  # a degree's sign is what readers see
    return re.sub(r"\s+", " ", street).strip(" ,;:-–|")
