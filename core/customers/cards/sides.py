"""Two sides of one card: told from two cards by what they agree in, and made one."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

from dataclasses import replace

from rapidfuzz import fuzz

from core.customers.cards.card import Card
from core.customers.cards.companies import bare_company
from core.customers.cards.domains import likeness, own_name
from core.customers.cards.emails import is_free
from core.customers.cards.folding import fold, slug

ALIKE = 85
"""Of 100: from here on two firms' or persons' names are one, a letter or two apart."""


def are_one(front: Card, other: Card, *, are_together: bool = False) -> bool:
    """Whether `other`, photographed beside the person's card `front`, is its other side.

    They must share the firm, its domain or a number; sides that were sent as a pair (`are_together`) need only not
    contradict each other. With a person's name on both, it must be the same person.
    """
    if other.full_name and front.full_name:
        alike = fuzz.token_set_ratio(fold(front.full_name), fold(other.full_name)) >= ALIKE
        return alike and (are_together or _shares_something(front, other))
    return _shares_something(front, other) or (are_together and not _contradict(front, other))


def both_sides(front: Card, other: Card) -> Card:
    """The front with what only the other side says."""
    emails = tuple(dict.fromkeys((*front.emails, *other.emails)))
    numbers = {phone.e164 for phone in front.phones}
    phones = (*front.phones, *(phone for phone in other.phones if phone.e164 not in numbers))
    one = replace(
        front,
        job_title=front.job_title or (other.job_title if other.full_name else None),
        company=front.company or other.company,
        emails=emails,
        phones=phones,
        website=front.website or other.website,
        address=front.address or other.address,
        tax_id=front.tax_id or other.tax_id,
    )
    doubts = [doubt for doubt in other.doubts if _is_taken(doubt.field, doubt.value, front, one)]
    return replace(
        one,
        confidences={**other.confidences, **front.confidences},
        doubts=tuple(dict.fromkeys((*front.doubts, *doubts))),
    )


def without_doubtful(card: Card) -> Card:
    """The card without the values in doubt: for where nobody is asked any more."""
    doubtful = {(doubt.field, doubt.value) for doubt in card.doubts}
    single = ("job_title", "company", "website", "address", "tax_id")
    kept: Card = replace(card, **dict.fromkeys(set(single) & set(card.doubtful)))  # type: ignore[arg-type]
    return replace(
        kept,
        emails=tuple(email for email in card.emails if ("emails", email) not in doubtful),
        phones=tuple(phone for phone in card.phones if ("phones", phone.e164) not in doubtful),
        doubts=(),
    )


def _is_taken(field: str, value: str, front: Card, one: Card) -> bool:
    """Whether the doubtful value came into the card from its other side."""
    if field == "emails":
        return value in one.emails and value not in front.emails
    if field == "phones":
        return bool(value) and value not in {phone.e164 for phone in front.phones}
    attribute = "full_name" if field == "name" else field
    return getattr(front, attribute) is None and getattr(one, attribute) is not None


def _shares_something(front: Card, other: Card) -> bool:
    if set(front.emails) & set(other.emails) or _numbers(front) & _numbers(other):
        return True
    return bool(_domains(front) & _domains(other)) or _firms_agree(front, other)


def _firms_agree(front: Card, other: Card) -> bool:
    firms = [slug(bare_company(card.company)) for card in (front, other) if card.company]
    if len(firms) == 2 and fuzz.ratio(*firms) >= ALIKE:
        return True
    named = [(front.company, _domains(other)), (other.company, _domains(front))]
    return any(likeness(bare_company(firm), domain) > 0.85 for firm, owned in named if firm for domain in owned)


def _contradict(front: Card, other: Card) -> bool:
    """Whether the two name different firms: by their domains or, where one has none, by their names."""
    if _domains(front) and _domains(other):
        return True  # they would share one
    return bool(front.company and other.company)  # they would be alike


def _domains(card: Card) -> set[str]:
    """The firm's own names in its domains."""
    mails = [own_name(email.partition("@")[2]) for email in card.emails if not is_free(email)]
    return {*mails, *([own_name(card.website.partition("/")[0])] if card.website else [])}


def _numbers(card: Card) -> set[str]:
    return {phone.e164 for phone in card.phones}
