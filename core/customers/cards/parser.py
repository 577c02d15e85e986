"""A reading of a business card → its fields."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence
from dataclasses import replace

from core.customers.cards.addresses import FoundAddress, find_address
from core.customers.cards.card import FIELDS, Card
from core.customers.cards.casing import in_title_case
from core.customers.cards.companies import domain_likeness
from core.customers.cards.domains import likeness
from core.customers.cards.extraction import Extraction, extract
from core.customers.cards.headlines import Candidate, Headlines, choose
from core.customers.cards.layout import Page, page
from core.customers.cards.names import UNREAD, Name, split_name
from core.customers.cards.plausibility import is_card
from core.customers.cards.reading import Reading
from core.customers.cards.sharing import apart
from core.customers.cards.vcard import completed, parse_vcard
from core.customers.cards.weighing import Clues, name_in_emails

SURE = 0.75
"""A field below this confidence is shown as doubtful."""


def parse(reading: Reading, default_region: str) -> Card | None:
    """The card in this reading, or None where it shows no person's card.

    `default_region` is the tenant's country (ISO 3166, two letters): numbers printed without a country code are
    taken as its own unless the card says where it comes from. A contact in the QR code goes before what is printed.
    """
    coded = parse_vcard(reading.qr, default_region) if reading.qr else None
    printed = _parse_print(page(reading.lines), default_region, is_surely_card=coded is not None)
    return completed(coded, printed) if coded and printed else coded or printed


def _parse_print(card_page: Page, default_region: str, *, is_surely_card: bool) -> Card | None:
    found = extract(card_page, default_region)
    clues = Clues(tuple(email.value for email in found.emails), found.domains())
    pieces = [part for piece in found.rest for part in apart(piece, clues)]
    address = find_address(pieces, found.countries)
    left = [piece for piece in pieces if address is None or piece not in address.pieces]
    headlines = choose(card_page, left, clues)
    if not is_surely_card and not is_card(card_page.pieces, found, headlines):
        return None
    return _card(found, clues, headlines, address)


def _card(found: Extraction, clues: Clues, headlines: Headlines, address: FoundAddress | None) -> Card:
    country = address.address.country if address and address.address.country else found.countries[0]
    person, title, firm = headlines.name, headlines.title, headlines.company
    name = split_name(person.text, country) if person else Name(None, None)
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
    confidences = _confidences(found, headlines, address)
    return replace(card, confidences=confidences, doubts=_doubts(confidences, found, clues, person))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–—|·•*")
    return in_title_case(text) if len(text) > 5 else text


def _company(text: str, domains: Sequence[str]) -> str:
    """As printed, without a logo that was read as a short word before it ("K Kivo", "al. Energía Montajes")."""
    text = re.sub(r"\s+", " ", text).strip(" ;:-–—|·•*")
    first, _, rest = text.partition(" ")
    if not rest or len(first) > 3:
        return text
    closer = max((domain_likeness(rest, [domain]) - domain_likeness(text, [domain]) for domain in domains), default=0.0)
    is_first_letter = len(first) == 1 and rest[0].casefold() == first.casefold()
    is_stray = not domains and len(first) == 1 and first.isalpha() and first not in "AYE" and " " in rest
    return rest if closer > 0 or is_first_letter or is_stray else text


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


def _doubts(
    confidences: dict[str, float], found: Extraction, clues: Clues, person: Candidate | None
) -> tuple[str, ...]:
    doubtful = {field for field, confidence in confidences.items() if confidence < SURE}
    if person and any(mark in person.text for mark in UNREAD):
        doubtful.add("name")
    if found.broken_phones:
        doubtful.add("phones")
    if len({domain.removeprefix("www.") for domain in clues.domains}) > 1 and _nearly_same(clues.domains):
        doubtful |= {"emails", "website"}
    if person and len(clues.emails) == 1 and 0 < name_in_emails(person.text, clues.emails) < 0.6:
        doubtful.add("emails")
    return tuple(field for field in FIELDS if field in doubtful)


def _nearly_same(domains: Sequence[str]) -> bool:
    """Two domains that differ in a letter or two are one, read wrongly once."""
    bare = sorted({domain.removeprefix("www.") for domain in domains})
    return any(a != b and likeness(a.partition(".")[0], b) > 0.8 for a in bare for b in bare)
