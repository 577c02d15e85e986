"""The postal address: street, postcode, city, country, out of the lines that hold them."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from core.customers.cards.address_habits import habits_of
from core.customers.cards.card import Address
from core.customers.cards.folding import slug, words
from core.customers.cards.layout import Piece
from core.customers.cards.names import knows_given_name
from core.customers.cards.neighbours import line_over, line_under, parts_of, unwrapped
from core.customers.cards.places import country_code, is_city
from core.customers.cards.postcodes import Postcode, find_postcode
from core.customers.cards.streets import (
    ends_in_street,
    has_number,
    is_floor,
    is_numbered,
    is_street,
    tidy_street,
    without_district,
)
from core.customers.cards.titles import role_words
from core.customers.cards.towns import (
    city_of,
    is_city_alone,
    is_region,
    may_be_city,
    places,
    places_peeled,
    street_and_city,
    tidy_city,
    without_country,
    without_district_number,
)

_COLONIA = re.compile(
    r"(?:col(?:onia)?\b\.?|fracc(?:ionamiento)?\b\.?|barrio\b|urb(?:anizaci[oó]n)?\b\.?)\s+\D+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundAddress:
    address: Address
    pieces: tuple[Piece, ...]
    """Those that it was read from, as they stand on the page; they say nothing else."""

    @property
    def confidence(self) -> float:
        return min((piece.confidence for piece in self.pieces), default=0.0)


def find_address(pieces: Sequence[Piece], countries: Sequence[str]) -> FoundAddress | None:
    """The address in these pieces (with all else taken out), read as in the first country whose rules fit.

    `countries`: the likeliest first.
    """
    pieces = unwrapped(pieces)
    found = _found(pieces, countries)
    if found is not None and not found.address.city:
        found = _with_city_elsewhere(found, pieces)
    found = found or _city_alone(pieces, countries[0])
    if found is None:
        return None
    parts = tuple(part for piece in found.pieces for part in parts_of(piece))
    address = found.address
    if address.street and habits_of(address.country).districts:
        address = replace(address, street=without_district(address.street))
    return FoundAddress(address, parts)


def cities_named(pieces: Sequence[Piece], found: FoundAddress | None) -> set[str]:
    """The cities of this and of further addresses, folded: alone in a line they head an office."""
    cities = {slug(found.address.city)} if found and found.address.city else set()
    for piece in pieces:
        if after := re.match(r"\s*\d{4,5}\s*[-–]?\s*([^\W\d][^\d,(]+)", piece.text):
            cities.add(slug(after[1]))
    return cities - {""}


def _with_city_elsewhere(found: FoundAddress, pieces: Sequence[Piece]) -> FoundAddress:
    """A street whose city stands somewhere else on the card: "Medellín - Colombia" under the name."""
    for piece in pieces:
        if piece not in found.pieces and may_be_city(piece.text):
            country = next(filter(None, map(country_code, places(piece.text)[1:])), found.address.country)
            address = replace(found.address, city=city_of(piece.text), country=country)
            return FoundAddress(address, (*found.pieces, piece))
    return found


def _city_alone(pieces: Sequence[Piece], country: str) -> FoundAddress | None:
    """ "Bogotá, Colombia", "Lisboa": all that many cards say of where they come from. Of two cities neither is it."""
    alone = [piece for piece in pieces if is_city_alone(piece.text)]
    if len({city_of(piece.text) for piece in alone}) != 1:
        return None
    printed = next(filter(None, map(country_code, places(alone[0].text)[1:])), country)
    return FoundAddress(Address(city=city_of(alone[0].text), country=printed), tuple(alone))


def _found(pieces: Sequence[Piece], countries: Sequence[str]) -> FoundAddress | None:
    for is_behind, country in product((False, True), countries):
        for index, piece in enumerate(pieces):
            if (code := find_postcode(piece.text, country, is_behind=is_behind)) is not None:
                found = _around_postcode(pieces, index, code, country)
                if found is not None:
                    return found
    return _without_postcode(pieces, countries[0])


def _around_postcode(pieces: Sequence[Piece], index: int, code: Postcode, country: str) -> FoundAddress | None:
    habits = habits_of(country)
    is_behind = habits.stands != "before"
    is_at_end = bool(code.before) and not code.after and not is_behind
    before, used = without_country(code.before), [pieces[index]]
    colonia, before = (before, "") if _COLONIA.fullmatch(before) else ("", before)
    after_parts = [part for part in re.split(r"\s*[,;–]\s*|\s-\s", code.after) if part]
    if after_parts and is_city(without_district_number(after_parts[0])):
        after, *others = after_parts  # "06000 México": what cities are called, some countries are called too
    else:
        after, others = next((part for part in after_parts if not country_code(part)), ""), after_parts
    printed = next((found for part in others if (found := country_code(part))), None)
    if printed is not None and printed != country:
        return None
    after = without_district_number(after)
    after = re.sub(r"\s+$", "", without_country(after))
    if after and not (is_behind and before):
        city, street = after, before
    else:
        street, city = street_and_city(before)
    over = line_over(pieces[index], pieces)
    if not city and is_behind and over is not None and not role_words(over.text):
        head, tail = street_and_city(over.text)
        if not is_street(over.text) or (head and tail):
            street, city, index = (
                (street or head) if is_street(over.text) else street,
                tail or over.text,
                pieces.index(over),
            )
            used.insert(0, over)
    under = line_under(pieces[index], pieces)
    if not city and (habits.city_below or is_at_end) and under is not None and may_be_city(under.text):
        used.append(under)  # "Col. Del Valle, C.P. 03100", and then "Zapopan, Jal."
        city = city_of(under.text)
    if not city or any(c.isdigit() for c in city) or len(words(tidy_city(city))) > 6 or is_floor(city):
        return None
    street_pieces = _street_above(pieces, index) if not street else []
    street = street or ", ".join(piece.text.strip(" ,;") for piece in street_pieces if not _COLONIA.match(piece.text))
    used = [*street_pieces, *used, *_country_below(pieces, pieces.index(used[-1]), country)]
    colonia = colonia or next((piece.text for piece in street_pieces if _COLONIA.match(piece.text)), "")
    address = Address(tidy_street(street) or None, code.value, tidy_city(city), country, tidy_street(colonia) or None)
    return FoundAddress(address, tuple(used))


def _street_above(pieces: Sequence[Piece], index: int) -> list[Piece]:
    """The one to three lines over the city that read like a street, nearest last."""
    below = pieces[index]
    beside = [one for one in pieces if one.row == below.row and one.box.right <= below.box.left + 2]
    found = [one for one in beside[-1:] if is_street(one.text) or is_floor(one.text)]
    if found:
        below = found[0]
    while len(found) < 3 and (piece := line_over(below, pieces)) is not None and piece not in (*found, pieces[index]):
        below = piece
        is_named = knows_given_name(piece.text) and not is_numbered(piece.text)  # "Dr. Juan de la Torre"
        is_near = not found and not is_named and (has_number(piece.text) or ends_in_street(piece.text))
        is_over_floor = bool(found) and is_floor(found[0].text) and has_number(piece.text)
        reads_so = is_street(piece.text) or is_floor(piece.text) or is_near or is_over_floor
        if country_code(piece.text) or not (reads_so or _COLONIA.match(piece.text)):
            street = line_over(piece, pieces) if not found else None
            if street is None or not _may_stand_between(street, piece):
                break
        found.insert(0, piece)
    return found


def _may_stand_between(street: Piece, piece: Piece) -> bool:
    """Whether a line is what some write between the street and the town: a building, a quarter."""
    is_quiet = len(piece.text.split()) <= 4 and not role_words(piece.text) and country_code(piece.text) is None
    is_small = piece.box.height < 1.3 * street.box.height
    return is_quiet and is_small and is_street(street.text) and is_numbered(street.text)


def _country_below(pieces: Sequence[Piece], index: int, country: str) -> list[Piece]:
    following = pieces[index + 1 : index + 2]
    return [piece for piece in following if country_code(piece.text) == country]


def _is_over_region(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a word or two stand right over a line that is a region or a country and nothing else."""
    under = line_under(piece, pieces)
    is_short = 0 < len(piece.text.split()) <= 3 and not any(c.isdigit() for c in piece.text)
    return is_short and under is not None and (is_region(under.text) or country_code(under.text) is not None)


def _without_postcode(pieces: Sequence[Piece], country: str) -> FoundAddress | None:
    """A street, its city in the same line or the next; a street alone is an address too."""
    for index, piece in enumerate(pieces):
        under = line_under(piece, pieces)
        is_over_city = has_number(piece.text) and under is not None and may_be_city(under.text)
        if not (is_street(piece.text) or is_over_city) or not is_numbered(piece.text):
            continue
        used = [piece]
        street, city, printed = places_peeled(piece.text)
        country = printed or country
        if city and index + 1 < len(pieces) and may_be_city(pieces[index + 1].text):
            street, city = piece.text, None  # "Av. Apoquindo 4501, Las Condes", and then "Santiago"
        for following in pieces[index + 1 : index + 4]:
            if country_code(following.text):
                country = country_code(following.text) or country
            elif city is None and may_be_city(following.text):
                rest = places(following.text)[1:]
                city, country = city_of(following.text), next(filter(None, map(country_code, rest)), country)
            elif city is None and _is_over_region(following, pieces):
                city = tidy_city(following.text)  # "Cahir", and then "Co. Tipperary"
            elif city is None and is_street(following.text):
                street = f"{street.strip(' ,;')}, {following.text}"
            else:
                break
            used.append(following)
        return FoundAddress(Address(tidy_street(street), None, city, country), tuple(used))
    return None
