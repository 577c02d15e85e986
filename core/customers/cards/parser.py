"""A reading of a business card → its fields."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.customers.cards.addresses import FoundAddress, cities_named, find_address
from core.customers.cards.agreeing import with_agreeing_emails, with_letters_left_out
from core.customers.cards.card import FIELDS, Card
from core.customers.cards.casing import PARTICLES, in_title_case
from core.customers.cards.companies import bare_company, domain_likeness, has_legal_form, has_weak_form
from core.customers.cards.doubts import doubts_of
from core.customers.cards.extraction import Extraction, extract
from core.customers.cards.folding import slug
from core.customers.cards.headlines import Candidate, Headlines, choose
from core.customers.cards.layout import Page, Piece, page
from core.customers.cards.lexicon import lexicon
from core.customers.cards.names import Name, split_lines, split_name, without_ligatures
from core.customers.cards.plausibility import is_card, may_be_back
from core.customers.cards.reading import Reading
from core.customers.cards.sharing import apart
from core.customers.cards.towns import is_region
from core.customers.cards.vcard import completed, parse_vcard
from core.customers.cards.weighing import LOGO, Clues

ARTICLES = lexicon("articles")


@dataclass(frozen=True, slots=True)
class Side:
    """What one photo says."""

    card: Card | None = None
    """A person's card."""
    back: Card | None = None
    """Where it is none: what stands there all the same, as on the other side of a card. Never a contact by itself."""


def parse(reading: Reading, default_region: str) -> Card | None:
    """The card in this reading, or None where it shows no person's card.

    `default_region` is the tenant's country (ISO 3166, two letters): numbers printed without a country code are
    taken as its own unless the card says where it comes from. A contact in the QR code goes before what is printed.
    """
    return parse_side(reading, default_region).card


def parse_side(reading: Reading, default_region: str) -> Side:
    """The same, with what can be read where it is no person's card: perhaps the other side of one."""
    coded = parse_vcard(reading.qr, default_region) if reading.qr else None
    printed = _parse_print(page(reading.lines), default_region, is_surely_card=coded is not None)
    if coded is None:
        return printed
    return Side(completed(coded, printed.card) if printed.card else coded)


def _parse_print(card_page: Page, default_region: str, *, is_surely_card: bool) -> Side:
    found = extract(card_page, default_region)
    clues = Clues(tuple(email.value for email in found.emails), found.domains())
    pieces = [part for piece in found.rest for part in apart(piece, clues)]
    address = find_address([piece for piece in pieces if not _is_surely_firm(card_page, piece, clues)], found.countries)
    cities = cities_named(pieces, address)
    left = [
        piece for piece in pieces if (address is None or piece not in address.pieces) and slug(piece.text) not in cities
    ]
    headlines = choose(card_page, left, clues)
    card = _card(found, clues, headlines, address)
    if is_surely_card or is_card(card_page.pieces, found, headlines):
        return Side(card)
    if not may_be_back(card_page.pieces, found, headlines):
        return Side()
    doubts = tuple(doubt for doubt in card.doubts if doubt.field not in ("name", "job_title"))
    return Side(back=replace(card, given=None, family=None, full_name=None, job_title=None, doubts=doubts))


def _is_surely_firm(card_page: Page, piece: Piece, clues: Clues) -> bool:
    """Whether a line without digits is the firm although a town is called so: "Faro, Lda.", "CÁCERES" large."""
    if any(c.isdigit() for c in piece.text):
        return False
    is_formed = has_legal_form(piece.text) and not is_region(piece.text.rpartition(",")[2])  # "San Luis Potosí, S.L.P."
    return is_formed or (card_page.size(piece) >= LOGO and domain_likeness(piece.text, clues.domains) == 1)


def _card(found: Extraction, clues: Clues, headlines: Headlines, address: FoundAddress | None) -> Card:
    country = address.address.country if address and address.address.country else found.countries[0]
    person, title, firm = headlines.name, headlines.title, headlines.company
    name = _name(person, country)
    card = Card(
        given=name.given,
        family=name.family,
        full_name=name.full or None,
        job_title=_tidy(title.text) if title else None,
        company=_company(firm.text, clues.domains) if firm else None,
        emails=clues.emails,
        phones=tuple(phone for phone, _ in found.phones),
        website=found.websites[0].value if found.websites else None,
        address=address.address if address else None,
        tax_id=found.tax_ids[0].value if found.tax_ids else None,
    )
    card = replace(card, confidences=_confidences(found, headlines, address))
    card = replace(card, doubts=doubts_of(card, found, clues, person.text if person else ""))
    card = with_letters_left_out(card, country, clues.domains)
    return with_agreeing_emails(card, [site.value for site in found.websites])


def _name(person: Candidate | None, country: str | None) -> Name:
    if person is None:
        return Name(None, None)
    if len(person.pieces) == 1 or person.first.text.endswith("-"):
        return split_name(without_ligatures(person.text, country), country)
    first, last = (without_ligatures(piece.text, country) for piece in (person.first, person.last))
    return split_lines(first, last, country)


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–—|·•*")
    return in_title_case(text) if len(text) > 5 else text


def _company(text: str, domains: Sequence[str]) -> str:
    """As printed, without a logo that was read as a short word before it ("K Kivo", "al. Energía Montajes").

    A legal form that was read as something else is left out, too.
    """
    text = re.sub(r"\b5(?=\.\s?[AL]\b)", "S", re.sub(r"\s+", " ", text).strip(" ;:-–—|·•*"))
    if not has_weak_form(text):
        text = re.sub(r",\s*\(?[a-z]\.\s?[a-z:]\.?$", "", text)
    text = _without_strays(text, domains)
    first, _, rest = text.partition(" ")
    head, _, last = text.rpartition(" ")
    is_stray_end = len(last) <= 3 and last.islower() and not has_weak_form(text)
    if is_stray_end and domain_likeness(head, domains) >= 0.95:
        return head
    if not rest or len(first) > 3 or first.lower() in ARTICLES | PARTICLES:
        return text
    whole, bare = domain_likeness(text, domains), domain_likeness(rest, domains)
    is_first_letter = len(first) == 1 and rest[0].casefold() == first.casefold()
    is_stray = not domains and len(first) == 1 and first.isalpha() and first not in "AYE" and " " in rest
    return rest if bare > whole or bare >= 0.95 or is_first_letter or is_stray else text


def _without_strays(text: str, domains: Sequence[str]) -> str:
    """Without the signs that a drawing was read as, where the rest is all of the domain: "SABORES 4 DE OAXACA"."""
    bare = bare_company(text)
    small = ARTICLES | PARTICLES | {"&", "+", "and", "und", "et", "of"}
    kept = " ".join(word for word in bare.split() if len(slug(word)) > 2 or word.lower() in small)
    is_clear = kept != bare and domain_likeness(kept, domains) == 1 > domain_likeness(bare, domains)
    return text.replace(bare, kept, 1) if is_clear else text


def _confidences(found: Extraction, headlines: Headlines, address: FoundAddress | None) -> dict[str, float]:
    """The reader's confidence, less where little spoke for the line."""
    heads = zip(("name", "job_title", "company"), (headlines.name, headlines.title, headlines.company),
                headlines.weights, strict=True)  # fmt: skip
    sure = {
        field: candidate.confidence * (1.0 if weight >= 1.5 else 0.7 + 0.2 * weight)
        for field, candidate, weight in heads
        if candidate is not None
    }
    for field, values in (("emails", found.emails), ("website", found.websites[:1]), ("tax_id", found.tax_ids[:1])):
        if values:
            sure[field] = min(value.confidence for value in values)
    if found.phones:
        sure["phones"] = min(confidence for _, confidence in found.phones)
    if address:
        sure["address"] = address.confidence * (1.0 if address.address.city else 0.7)
    return {field: round(sure[field], 3) for field in FIELDS if field in sure}
