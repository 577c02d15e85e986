"""The postal address: street, postcode, city, country, out of the lines that hold them."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.customers.cards.card import Address
from core.customers.cards.casing import in_title_case
from core.customers.cards.folding import fold, slug, words
from core.customers.cards.layout import Piece, stands_beneath
from core.customers.cards.lexicon import lexicon
from core.customers.cards.places import country_code, is_city
from core.customers.cards.postcodes import AFTER_CITY, Postcode, find_postcode
from core.customers.cards.reading import Box
from core.customers.cards.titles import role_words

STREET_WORDS = lexicon("street_words") | lexicon("street_openings")
_STREET_ENDS = re.compile(r"(?:strasse|str|weg|platz|gasse|allee|ring|damm|ufer|straat|laan|gatan|vej)$")
_OPENS_STREET = lexicon("street_openings")
_REGION = re.compile(r"\s*\([^)]*\)?")
_REGIONS = lexicon("mexican_states") | lexicon("regions")
_INITIALS = frozenset(("CDMX", "CABA", "DF", "NYC"))
_STATE = re.compile(r",?\s+[A-Z]{2}\.?,?\s*$")
_GOING_ON = lexicon("going_on")
_CITY_BELOW = frozenset(["MX", "PE", "CL", "AR", "CO", "EC", "BO", "GT"])
_DISTRICTS = frozenset(["PE", "CL"])
_COLONIA = re.compile(
    r"(?:col(?:onia)?\b\.?|fracc(?:ionamiento)?\b\.?|barrio\b|urb(?:anizaci[oó]n)?\b\.?)\s+\D+$", re.IGNORECASE
)
_MAIN_CITY_SUFFIX = re.compile(r",?\s*\bD\.?\s?[CF]\.?$")


SHORTEST_LINE = 3
"""Letters of a line that can only be the end of the one above: "B", "10"."""


@dataclass(frozen=True, slots=True)
class FoundAddress:
    address: Address
    pieces: tuple[Piece, ...]
    """Those that it was read from, as they stand on the page; they say nothing else."""

    @property
    def confidence(self) -> float:
        return min((piece.confidence for piece in self.pieces), default=0.0)


def is_street(text: str) -> bool:
    """Whether a line reads like a street with its number, or like one that goes without."""
    parts = words(text)
    # A single letter ("C/", "P.") begins a street; within a line it is anything's initial.
    has_word = any(word in STREET_WORDS and (len(word) > 1 or i == 0) for i, word in enumerate(parts))
    has_word = has_word or any(_STREET_ENDS.search(word) for word in parts)
    if not parts or not has_word:
        return bool(re.match(r"\d+[a-z]?,?\s+[^\W\d]{3,}", text)) and len(parts) <= 6
    return parts[0] in _OPENS_STREET or any(c.isdigit() for c in text)


def find_address(pieces: Sequence[Piece], countries: Sequence[str]) -> FoundAddress | None:
    """The address in these pieces (with all else taken out), read as in the first country whose rules fit.

    `countries`: the likeliest first.
    """
    pieces = _unwrapped(pieces)
    found = _found(pieces, countries)
    if found is not None and not found.address.city:
        found = _with_city_elsewhere(found, pieces)
    if found is None:
        return None
    parts = tuple(part for piece in found.pieces for part in getattr(piece, "parts", (piece,)))
    address = found.address
    if address.street and address.country in _DISTRICTS:
        address = replace(address, street=_without_district(address.street))
    return FoundAddress(address, parts)


def cities_named(pieces: Sequence[Piece], found: FoundAddress | None) -> set[str]:
    """The cities of this and of further addresses, folded: alone in a line they head an office."""
    cities = {slug(found.address.city)} if found and found.address.city else set()
    for piece in pieces:
        if after := re.match(r"\s*\d{4,5}\s*[-–]?\s*([^\W\d][^\d,(]+)", piece.text):
            cities.add(slug(after[1]))
    return cities - {""}


def _unwrapped(pieces: Sequence[Piece]) -> list[Piece]:
    """Streets that go on in the next line, because they end in a comma or in "Piso", in one piece."""
    whole: list[Piece] = []
    left = list(pieces)
    while left:
        piece = left.pop(0)
        while (beneath := _beneath(piece, left)) is not None and _goes_on(piece.text, beneath.text):
            left.remove(beneath)
            piece = JoinedPiece.of(piece, beneath)
        whole.append(piece)
    return whole


@dataclass(frozen=True)
class JoinedPiece(Piece):
    """Lines that are one; it knows them, since they are what the page has."""

    parts: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, upper: Piece, lower: Piece) -> "JoinedPiece":
        parts = (*getattr(upper, "parts", (upper,)), *getattr(lower, "parts", (lower,)))
        text = f"{upper.text} {lower.text}"
        sure = min(upper.confidence, lower.confidence)
        return cls(text, upper.box.around(lower.box), sure, upper.row, parts=parts)


def _goes_on(text: str, beneath: str) -> bool:
    parts = words(text)
    if not is_street(text):
        return False
    is_short = len(beneath) <= SHORTEST_LINE and bool(beneath)
    return is_short or text.rstrip().endswith((",", "C/", "c/")) or (len(parts) > 2 and parts[-1] in _GOING_ON)


def _beneath(piece: Piece, others: Sequence[Piece]) -> Piece | None:
    """The line right under it, which is no line of its own kind."""
    under = [other for other in others if stands_beneath(piece.box, other.box, reach=0.9)]
    nearest = min(under, key=lambda other: other.box.middle, default=None)
    return None if nearest is None or opens_street(nearest.text) else nearest


def _with_city_elsewhere(found: FoundAddress, pieces: Sequence[Piece]) -> FoundAddress:
    """A street whose city stands somewhere else on the card: "Medellín - Colombia" under the name."""
    for piece in pieces:
        if piece not in found.pieces and _may_be_city(piece.text):
            country = next(filter(None, map(country_code, _places(piece.text)[1:])), found.address.country)
            address = replace(found.address, city=_city_of(piece.text), country=country)
            return FoundAddress(address, (*found.pieces, piece))
    return found


def _without_district(street: str) -> str:
    """Where the district is a town of its own ("Av. Larco 345, Miraflores", "…, Las Condes"), the street without it."""
    kept = re.split(r",\s*", street)
    while len(kept) > 1 and not any(c.isdigit() for c in kept[-1]) and not STREET_WORDS & set(words(kept[-1])):
        kept.pop()
    return ", ".join(kept)


def _found(pieces: Sequence[Piece], countries: Sequence[str]) -> FoundAddress | None:
    for country in countries:
        for index, piece in enumerate(pieces):
            if (code := find_postcode(piece.text, country)) is not None:
                found = _around_postcode(pieces, index, code, country)
                if found is not None:
                    return found
    return _without_postcode(pieces, countries[0])


def _around_postcode(pieces: Sequence[Piece], index: int, code: Postcode, country: str) -> FoundAddress | None:
    before, used = _without_country(code.before), [pieces[index]]
    colonia, before = (before, "") if _COLONIA.fullmatch(before) else ("", before)
    after_parts = [part for part in re.split(r"\s*[,;–]\s*|\s-\s", code.after) if part]
    printed = next((found for part in after_parts if (found := country_code(part))), None)
    if printed is not None and printed != country:
        return None
    after = next((part for part in after_parts if not country_code(part)), "")
    after = re.sub(r"\s+$", "", _without_country(after))
    if after and not (country in AFTER_CITY and before):
        city, street = after, before
    else:
        street, city = _street_and_city(before)
    over = _above(pieces[index], pieces)
    if not city and country in AFTER_CITY and over is not None:
        head, tail = _street_and_city(over.text)
        if not is_street(over.text) or (head and tail):
            street, city, index = (
                (street or head) if is_street(over.text) else street,
                tail or over.text,
                pieces.index(over),
            )
            used.insert(0, over)
    under = _beneath(pieces[index], pieces)
    if not city and country in _CITY_BELOW and under is not None and _may_be_city(under.text):
        used.append(under)  # "Col. Del Valle, C.P. 03100", and then "Zapopan, Jal."
        city = _city_of(under.text)
    if not city or any(c.isdigit() for c in city) or len(words(city)) > 6:
        return None
    street_pieces = _street_above(pieces, index) if not street else []
    street = street or ", ".join(piece.text.strip(" ,;") for piece in street_pieces if not _COLONIA.match(piece.text))
    used = [*street_pieces, *used, *_country_below(pieces, pieces.index(used[-1]), country)]
    colonia = colonia or next((piece.text for piece in street_pieces if _COLONIA.match(piece.text)), "")
    address = Address(_tidy(street) or None, code.value, _tidy_city(city), country, _tidy(colonia) or None)
    return FoundAddress(address, tuple(used))


def _street_above(pieces: Sequence[Piece], index: int) -> list[Piece]:
    """The one to three lines over the city that read like a street, nearest last."""
    found: list[Piece] = []
    below = pieces[index]
    while len(found) < 3 and (piece := _above(below, pieces)) is not None and piece not in found:
        below = piece
        is_near = not found and _has_number(piece.text)
        if not (is_street(piece.text) or is_near or _COLONIA.match(piece.text)) or country_code(piece.text):
            break
        found.insert(0, piece)
    return found


def _above(piece: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The line over it, wherever in the order it was read; else the one that was read before it."""
    over = [other for other in pieces if other is not piece and _is_over(other.box, piece.box)]
    before = pieces[pieces.index(piece) - 1] if piece in pieces[1:] else None
    return max(over, key=lambda other: other.box.middle, default=before)


def _is_over(upper: Box, lower: Box) -> bool:
    """Right over it: near, and over at least half of the shorter."""
    height = max(upper.height, lower.height)
    shared = min(upper.right, lower.right) - max(upper.left, lower.left)
    is_near = lower.middle > upper.middle + 0.4 * min(upper.height, lower.height) and lower.top - upper.bottom < height
    return is_near and shared > 0.5 * min(upper.width, lower.width)


def _has_number(text: str) -> bool:
    """ "Padre Mier 545 Pte., Centro": right over the city a number makes a street without its word."""
    return bool(re.search(r"[^\W\d]{3,}\D*\s\d{1,5}\b", text)) and not role_words(text)


def _country_below(pieces: Sequence[Piece], index: int, country: str) -> list[Piece]:
    following = pieces[index + 1 : index + 2]
    return [piece for piece in following if country_code(piece.text) == country]


def _without_postcode(pieces: Sequence[Piece], country: str) -> FoundAddress | None:
    """A street, its city in the same line or the next; a street alone is an address too."""
    for index, piece in enumerate(pieces):
        beneath = _beneath(piece, pieces)
        is_over_city = _has_number(piece.text) and beneath is not None and _may_be_city(beneath.text)
        if not (is_street(piece.text) or is_over_city) or not any(c.isdigit() for c in piece.text):
            continue
        used = [piece]
        street, city, printed = _places_peeled(piece.text)
        country = printed or country
        if city and index + 1 < len(pieces) and _may_be_city(pieces[index + 1].text):
            street, city = piece.text, None  # "Av. Apoquindo 4501, Las Condes", and then "Santiago"
        for following in pieces[index + 1 : index + 4]:
            if country_code(following.text):
                country = country_code(following.text) or country
            elif city is None and _may_be_city(following.text):
                rest = _places(following.text)[1:]
                city, country = _city_of(following.text), next(filter(None, map(country_code, rest)), country)
            elif city is None and is_street(following.text):
                street = f"{street.strip(' ,;')}, {following.text}"
            else:
                break
            used.append(following)
        return FoundAddress(Address(_tidy(street), None, city, country), tuple(used))
    return None


def _places_peeled(text: str) -> tuple[str, str | None, str | None]:
    """A line without the country and the known city at its end, both, with or without commas between."""
    country: str | None = None
    city: str | None = None
    parts = text.split()
    for _ in range(2):
        for length in range(min(5, len(parts) - 2), 0, -1):
            tail = " ".join(parts[-length:]).strip(" ,.")
            if city is None and country is None and (code := country_code(tail)):
                country, parts = code, parts[:-length]
                break
            if city is None and is_city(tail):
                city, parts = _tidy_city(tail), parts[:-length]
                break
    return " ".join(parts), city, country


def _may_be_city(text: str) -> bool:
    """A known city, with its district, region or country, or any place with its region or country behind it."""
    head, *rest = _places(text) or [""]
    if any(c.isdigit() for c in text):
        return False
    if is_city(head) or any(map(is_city, rest)):
        return True
    return bool(rest) and all(country_code(part) or _is_state(part) for part in rest)


def _city_of(text: str) -> str:
    """Of "Santiago de Surco - Lima (Perú)" the city that is known, else the first."""
    parts = _places(text) or [text]
    return _tidy_city(next(filter(is_city, parts), parts[0]))


def _places(text: str) -> list[str]:
    """ "Cartagena - Bolívar", "Lima, Perú", "Zamudio (Bizkaia)" in their parts."""
    return [part for part in re.split(r"\s*[,;()]\s*|\s+[-–]\s+", text) if part]


def _street_and_city(text: str) -> tuple[str, str]:
    """ "12 High Street, Leeds" → the street and the last part; a part with digits is no city."""
    text = _STATE.sub("", text) if _STATE.search(text) else text
    parts = [part for part in re.split(r"\s*[,;]\s*|\s+[-–]\s+", text) if part]
    if not parts:
        return "", ""
    if len(parts) > 2 and parts[-1] in _INITIALS and country_code(parts[-2]):
        text, parts = text.replace(f"{parts[-2]},", "", 1), [*parts[:-2], parts[-1]]  # "Col. Centro, México, CDMX"
    if len(parts) > 1 and (_is_state(parts[-1]) or (parts[-1] in _INITIALS and is_city(parts[-2]))):
        parts.pop()  # "Monterrey, N.L.", "León, Gto.", "Ciudad de México, CDMX"
    last = parts[-1]
    if any(c.isdigit() for c in last) or (is_street(last) and not is_city(last)):
        return text, ""
    return text[: text.rfind(last)].strip(" ,;-–"), last


def _is_state(text: str) -> bool:
    is_short = len(text) <= 5 and text.replace(".", "").isupper() and text not in _INITIALS
    return is_short or fold(text).replace(".", "").replace(" ", "") in _REGIONS


def _without_country(text: str) -> str:
    head, comma, tail = text.rpartition(",")
    return head if comma and country_code(tail) else text


def _tidy(street: str) -> str:
    street = re.sub(r"(?<=\d)°", "º", street)  # a degree's sign is what readers see
    return re.sub(r"\s+", " ", street).strip(" ,;:-–|")


def _tidy_city(city: str) -> str:
    city = _MAIN_CITY_SUFFIX.sub("", _REGION.sub("", city))
    city = re.sub(r"(?i)\bcedex(?:\s*\d+)?$", "", city).strip(" ,;:-–|.")
    letters = city.replace(".", "")
    return letters if letters in _INITIALS else in_title_case(city)


def opens_street(text: str) -> bool:
    """Whether the line begins as streets do: "Calle", "Av."."""
    return bool(parts := words(text)) and parts[0] in _OPENS_STREET


def names_a_place(text: str) -> bool:
    """Whether the line is a city or a country, and so neither a person's nor a firm's name."""
    return is_city(text) or country_code(text) is not None or bool(re.fullmatch(r"cp\.?\s*\d+", fold(text)))
