"""Towns: which words of an address are the city, its region, its country."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re

from core.customers.cards.casing import in_title_case
from core.customers.cards.folding import fold
from core.customers.cards.lexicon import lexicon
from core.customers.cards.places import country_code, is_city
from core.customers.cards.streets import is_floor, is_numbered, is_street

_REGION = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_REGIONS = lexicon("mexican_states") | lexicon("regions")
_COUNTY = re.compile(
    r"(?i)(?:co\.?|county|provincia de|prov\.|departamento de|dpto\.? de|estado de)\s+[^\W\d]{3,}[^\d]*$"
)
"""What is a region by its first word: "Co. Tipperary"."""
_INITIALS = frozenset(("CDMX", "CABA", "DF", "NYC"))
_STATE = re.compile(r",?\s+[A-Z]{2}\.?,?\s*$")
_MAIN_CITY_SUFFIX = re.compile(r",?\s*\bD\.?\s?[CF]\.?$")


def names_a_place(text: str) -> bool:
    """Whether the line is a city or a country, and so neither a person's nor a firm's name."""
    return is_city(text) or country_code(text) is not None or bool(re.fullmatch(r"cp\.?\s*\d+", fold(text)))


def may_be_city(text: str) -> bool:
    """A known city, with its district, region or country, or any place with its region or country behind it."""
    head, *rest = places(text) or [""]
    if any(c.isdigit() for c in text):
        return False
    if is_city(head) or any(map(is_city, rest)):
        return True
    return bool(rest) and all(country_code(part) or _is_state(part) for part in rest)


def is_city_alone(text: str) -> bool:
    """Whether a line says nothing but a city: one that we know, or any with its country or region behind it."""
    head, *rest = places(text) or [""]
    has_digits = any(c.isdigit() for c in text)
    return not has_digits and (is_city(head) or (bool(rest) and all(country_code(p) or is_region(p) for p in rest)))


def city_of(text: str) -> str:
    """Of "Santiago de Surco - Lima (Perú)" the city that is known, else the first."""
    parts = places(text) or [text]
    return tidy_city(next(filter(is_city, parts), parts[0]))


def places_peeled(text: str) -> tuple[str, str | None, str | None]:
    """A line without the country and the city at its end, both, with or without commas between.

    A city that we do not know is told by what stands behind it: "Av. Benavides 12, Chincha Alta, Ica".
    """
    street, city, country = _peeled_by_marks(text)
    if city:
        return street, city, country
    parts = text.split()
    for _ in range(2):
        for length in range(min(5, len(parts) - 2), 0, -1):
            tail = " ".join(parts[-length:]).strip(" ,.")
            if city is None and country is None and (code := country_code(tail)):
                country, parts = code, parts[:-length]
                break
            if city is None and is_city(tail):
                city, parts = tidy_city(tail), parts[:-length]
                break
    return " ".join(parts), city, country


def _peeled_by_marks(text: str) -> tuple[str, str | None, str | None]:
    parts = list(re.finditer(r"(?:[^,;–—\s-]|(?<!\s)-|-(?!\s)|\s(?!-\s))+", text))
    country, end = None, len(parts)
    while end > 2 and ((code := country_code(parts[end - 1][0])) or is_region(parts[end - 1][0])):
        country, end = country or code, end - 1
    city = parts[end - 1][0].strip() if 1 < end < len(parts) else ""
    if not city or is_numbered(city) or is_street(city) or is_floor(city) or len(city.split()) > 4:
        return text, None, None
    return text[: parts[end - 1].start()].strip(" ,;-–—"), tidy_city(city), country


def street_and_city(text: str) -> tuple[str, str]:
    """ "12 High Street, Leeds" → the street and the last part; a part with digits is no city."""
    text = _STATE.sub("", text) if _STATE.search(text) else text
    parts = [part for part in re.split(r"\s*[,;]\s*|\s+[-–]\s+", text) if part]
    if not parts:
        return "", ""
    if len(parts) > 2 and parts[-1] in _INITIALS and country_code(parts[-2]):
        text, parts = text.replace(f"{parts[-2]},", "", 1), [*parts[:-2], parts[-1]]  # "Col. Centro, México, CDMX"
    is_region_alone = len(parts) > 1 and is_numbered(parts[-2])  # "Int. 12, Arequipa" is the city
    if len(parts) > 1 and (
        (_is_state(parts[-1]) and not is_region_alone) or (parts[-1] in _INITIALS and is_city(parts[-2]))
    ):
        parts.pop()  # "Monterrey, N.L.", "León, Gto.", "Ciudad de México, CDMX"
    last = parts[-1]
    if (bare := without_district_number(last)) != last:
        return text[: text.rfind(last)].strip(" ,;-–"), bare
    if is_numbered(last) or (is_street(last) and not is_city(last)):
        return text, ""
    return text[: text.rfind(last)].strip(" ,;-–"), last


def without_country(text: str) -> str:
    head, comma, tail = text.rpartition(",")
    return head if comma and country_code(tail) else text


def without_district_number(city: str) -> str:
    """ "Dublin 1", "Lyon 3e", "Wien 10": the city that we know without the number of its district."""
    bare = re.sub(r"\s+\d{1,2}(?:er?|e|[èe]me)?$", "", city.strip())
    return bare if is_city(bare) else city


def tidy_city(city: str) -> str:
    city = _MAIN_CITY_SUFFIX.sub("", _REGION.sub("", city))
    city = re.sub(r"(?i)\bcedex(?:\s*\d+)?$", "", city).strip(" ,;:-–|.")
    letters = city.replace(".", "")
    return letters if letters in _INITIALS else in_title_case(city)


def places(text: str) -> list[str]:
    """ "Cartagena - Bolívar", "Lima, Perú", "Zamudio (Bizkaia)" in their parts."""
    return [part for part in re.split(r"\s*[,;()\[\]]\s*|\s+[-–—]\s+", text) if part]


def _is_state(text: str) -> bool:
    is_short = len(text) <= 5 and text.replace(".", "").isupper() and text not in _INITIALS
    return is_short or is_region(text)


def is_region(text: str) -> bool:
    """Whether it is a province, a department, a county: what stands behind a city."""
    if _COUNTY.match(text):
        return True
    return fold(text).replace(".", "").replace(" ", "") in _REGIONS
