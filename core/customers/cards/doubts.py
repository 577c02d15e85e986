"""What a person should look at before it is used: print that was hardly read, and fields that do not agree."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Iterator, Sequence

from core.customers.cards.card import FIELDS, Card, Doubt
from core.customers.cards.companies import bare_company
from core.customers.cards.domains import is_misread, likeness
from core.customers.cards.extraction import Extraction
from core.customers.cards.folding import words
from core.customers.cards.names import MISREAD_I, UNREAD
from core.customers.cards.weighing import Clues, name_in_emails

SHORTEST_WORD = 3
SURE = 0.75
"""A value below this confidence is in doubt."""


def doubts_of(card: Card, found: Extraction, clues: Clues, name_as_read: str) -> tuple[Doubt, ...]:
    """The card's doubts, in the order of `FIELDS`. `name_as_read` still has the marks of unread letters."""
    raised = [*_hardly_read(card, found), *_disagreeing(card, clues, name_as_read)]
    each = dict.fromkeys(Doubt(doubt.field, doubt.value) for doubt in raised)
    return tuple(sorted(each, key=lambda doubt: FIELDS.index(doubt.field)))


def single_values(card: Card) -> dict[str, str]:
    """The fields that have one value, as text, by their names; none that are empty."""
    address = card.address
    parts = (address.street, address.postcode, address.city) if address else ()
    values = {
        "name": card.full_name,
        "job_title": card.job_title,
        "company": card.company,
        "website": card.website,
        "address": ", ".join(part for part in parts if part),
        "tax_id": card.tax_id,
    }
    return {field: value for field, value in values.items() if value}


def _hardly_read(card: Card, found: Extraction) -> Iterator[Doubt]:
    for field, value in single_values(card).items():
        if card.confidences.get(field, 1.0) < SURE:
            yield Doubt(field, value)
    yield from (Doubt("emails", email.value) for email in found.emails if email.confidence < SURE)
    yield from (Doubt("phones", phone.e164) for phone, confidence in found.phones if confidence < SURE)
    yield from (Doubt("phones") for _ in range(found.broken_phones))


def _disagreeing(card: Card, clues: Clues, name_as_read: str) -> Iterator[Doubt]:
    if any(mark in name_as_read for mark in UNREAD) or MISREAD_I.search(name_as_read):
        yield Doubt("name", card.full_name or "")
    if _lacks_a_letter(name_as_read, clues.emails):
        yield Doubt("name", card.full_name or "")
    if _nearly_same(clues.domains):
        yield from (Doubt("emails", email) for email in card.emails)
        yield from (Doubt("website", website) for website in (card.website,) if website)
    if card.company and any(is_misread(bare_company(card.company), domain) for domain in clues.domains):
        yield Doubt("company", card.company)
    if len(card.emails) == 1 and 0 < name_in_emails(name_as_read, clues.emails) < 0.6:
        yield Doubt("emails", card.emails[0])


def _nearly_same(domains: Sequence[str]) -> bool:
    """Two domains that differ in a letter or two are one, read wrongly once."""
    bare = sorted({domain.removeprefix("www.") for domain in domains})
    return any(a != b and likeness(a.partition(".")[0], b) > 0.8 for a in bare for b in bare)


def _lacks_a_letter(name: str, emails: Sequence[str]) -> bool:
    """ "Jos Olmedo" beside jose_olmedo@: a word of the name is in the address with one more letter, no initial."""
    parts = words(name)
    initials = {part[0] for part in parts}
    tokens = {token for email in emails for token in re.split(r"[^a-z]+", email.partition("@")[0])}
    return any(
        len(token) == len(part) + 1 and token.startswith(part) and token[-1] not in initials and token not in parts
        for token in tokens
        for part in parts
        if len(part) >= SHORTEST_WORD
    )
