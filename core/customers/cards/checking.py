"""A second reader's card against the first's: doubts settled where both agree, or where the rest of the card decides.

A second reading is asked for because the first is in doubt. It never overrules what the first is sure of, and what
neither agreement nor evidence decides stays a doubt, with the other reading beside it to be chosen.
"""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

from collections.abc import Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from core.customers.cards.card import FIELDS, Card, Doubt
from core.customers.cards.companies import bare_company, has_legal_form
from core.customers.cards.domains import likeness
from core.customers.cards.doubts import single_values
from core.customers.cards.emails import is_free
from core.customers.cards.folding import fold, slug
from core.customers.cards.weighing import name_in_emails

AGREED = 0.95
"""The confidence of what two readers read alike."""
ONE_PRINT = 70
"""Of 100: two readings this alike are of the same print; others are of different lines."""


def is_sure(card: Card | None) -> bool:
    """Whether nothing in the card needs a second reader: it is whole and leaves no doubt."""
    return card is not None and not card.doubts and is_whole(card)


def is_whole(card: Card) -> bool:
    """Whether it says who, where from and how to reach. Who works alone has no firm to be found."""
    return bool(card.full_name and (card.company or _works_alone(card)) and (card.emails or card.phones))


def _works_alone(card: Card) -> bool:
    """With everybody's mail, or with a domain that is the person's own name; with neither much may be unread."""
    if not card.emails and not card.website:
        return False
    domains = [email.partition("@")[2] for email in card.emails if not is_free(email)]
    domains += [card.website.partition("/")[0]] if card.website else []
    return all(likeness(card.full_name or "", domain) > 0.9 for domain in domains)


def checked(first: Card, second: Card) -> Card:
    """The first reader's card as the second's leaves it."""
    card, doubts, confidences = first, [], dict(first.confidences)
    for doubt in first.doubts:
        settled, still = _settled(card, doubt, second)
        card = settled
        if still is not None:
            doubts.append(still)
        elif all(other.field != doubt.field for other in doubts):
            confidences[doubt.field] = max(confidences.get(doubt.field, 0.0), AGREED)
    return _filled(replace(card, doubts=tuple(doubts), confidences=confidences), second)


def _settled(card: Card, doubt: Doubt, second: Card) -> tuple[Card, Doubt | None]:
    """The card with the right value where it is clear, and what is left of the doubt."""
    readings = _values(second, doubt.field)
    if not doubt.value:  # print was seen and not read: the other reader's number is offered, or it explains the print
        fresh = [value for value in readings if value not in _values(card, doubt.field)]
        return card, replace(doubt, others=(*doubt.others, *fresh))
    if any(_same(doubt.field, doubt.value, other) for other in readings):
        return _as_read_alike(card, doubt, readings, second), None
    rivals = [value for value in readings if fuzz.ratio(fold(value), fold(doubt.value)) >= ONE_PRINT]
    if not rivals:
        return card, doubt
    rival = max(rivals, key=lambda value: fuzz.ratio(fold(value), fold(doubt.value)))
    mine, theirs = _support(card, doubt.field, doubt.value), _support(card, doubt.field, rival)
    if theirs > mine and theirs >= 1:
        return _with(card, doubt, rival, second), None
    if mine > theirs and mine >= 1:
        return card, None
    return card, replace(doubt, others=tuple(dict.fromkeys((*doubt.others, rival))))


def _as_read_alike(card: Card, doubt: Doubt, readings: list[str], second: Card) -> Card:
    """Alike but for an accent: the reading with the accent saw more."""
    if doubt.field in ("emails", "phones", "website", "tax_id"):
        return card
    alike = next(value for value in readings if _same(doubt.field, doubt.value, value))
    accents = [sum(ord(c) > 127 for c in value) for value in (doubt.value, alike)]
    return _with(card, doubt, alike, second) if accents[1] > accents[0] and len(alike) == len(doubt.value) else card


def _same(field: str, one: str, other: str) -> bool:
    if field in ("emails", "phones"):
        return one == other
    return slug(one) == slug(other)


def _support(card: Card, field: str, value: str) -> float:
    """How much the rest of the card, the doubtful value apart, speaks for this value: from 1 on it is decided."""
    if field == "emails":
        return _support_of_email(card, value)
    if field == "name":
        return name_in_emails(value, card.emails) if card.emails and "emails" not in card.doubtful else 0.0
    if field == "company" and "emails" not in card.doubtful and "website" not in card.doubtful:
        domains = [email.partition("@")[2] for email in card.emails] + ([card.website] if card.website else [])
        return max((likeness(bare_company(value), domain) for domain in domains), default=0.0)
    if field == "website":
        return 1.0 if value.removeprefix("www.") in {email.partition("@")[2] for email in card.emails} else 0.0
    return 0.0


def _support_of_email(card: Card, value: str) -> float:
    domain = value.partition("@")[2]
    site = (card.website or "").removeprefix("www.").partition("/")[0]
    others = {email.partition("@")[2] for email in card.emails if fuzz.ratio(email, value) < ONE_PRINT}
    is_confirmed = (site == domain and "website" not in card.doubtful) or domain in others
    is_firms = bool(card.company) and likeness(bare_company(card.company or ""), domain) == 1.0
    named = name_in_emails(card.full_name or "", (value,)) if "name" not in card.doubtful else 0.0
    return 0.5 * (is_confirmed or is_firms) + 0.5 * (named == 1.0)


def _values(card: Card, field: str) -> list[str]:
    if field == "emails":
        return list(card.emails)
    if field == "phones":
        return [phone.e164 for phone in card.phones]
    value = single_values(card).get(field)
    return [value] if value else []


def _with(card: Card, doubt: Doubt, value: str, second: Card) -> Card:
    """The card with another value, which the second reader saw, in the doubtful one's place."""
    if doubt.field == "name":
        return replace(card, full_name=second.full_name, given=second.given, family=second.family)
    if doubt.field == "emails":
        return replace(card, emails=tuple(value if email == doubt.value else email for email in card.emails))
    if doubt.field == "phones":
        changed = tuple(replace(one, e164=value) if one.e164 == doubt.value else one for one in card.phones)
        return replace(card, phones=changed)
    if doubt.field == "address":
        return card
    changes: Mapping[str, str] = {doubt.field: value}
    return replace(card, **changes)  # type: ignore[arg-type]


def _filled(card: Card, second: Card) -> Card:
    """What the first reader did not see at all, from the second: in doubt, since one alone saw it."""
    doubts, confidences = list(card.doubts), dict(card.confidences)
    changes: dict[str, object] = {}
    if not card.full_name and second.full_name:
        changes |= {"full_name": second.full_name, "given": second.given, "family": second.family}
        doubts.append(Doubt("name", second.full_name))
        confidences["name"] = second.confidences.get("name", 0.5)
    if not card.company and second.company and _is_surely_firm(card, second.company):
        changes["company"] = second.company
        doubts.append(Doubt("company", second.company))
        confidences["company"] = second.confidences.get("company", 0.5)
    if not card.emails and second.emails:
        changes["emails"] = second.emails
        doubts += [Doubt("emails", email) for email in second.emails]
        confidences["emails"] = second.confidences.get("emails", 0.5)
    doubts.sort(key=lambda doubt: FIELDS.index(doubt.field))
    return replace(card, doubts=tuple(doubts), confidences=confidences, **changes)  # type: ignore[arg-type]


def _is_surely_firm(card: Card, company: str) -> bool:
    """Whether a line that one reader alone took for the firm is one: by its legal form or the card's domains."""
    domains = [email.partition("@")[2] for email in card.emails if not is_free(email)]
    domains += [card.website] if card.website else []
    return has_legal_form(company) or any(likeness(bare_company(company), domain) > 0.85 for domain in domains)
