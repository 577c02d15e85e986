"""A person's word on what was read in doubt: it is so, it is something else, or it is left out."""

from typing import Any

from core.customers.card_contact import CardJson
from core.customers.cards.names import split_name
from core.customers.channels import e164
from core.errors import invalid
from core.i18n import N_
from core.payloads import an_email

Decisions = dict[str, str | None]
"""A doubt's place in the card's list, as text → what it is; None: as it was read, empty: nothing."""


def open_doubts(read: CardJson, decided: Decisions) -> list[tuple[int, dict[str, Any]]]:
    """The doubts that nobody has decided yet, with their places."""
    return [(place, doubt) for place, doubt in enumerate(read.get("doubts") or ()) if str(place) not in decided]


def decided_value(read: CardJson, place: int, written: str | None, country: str) -> str | None:
    """A decision in the form in which it is kept. Raises `Invalid` for what cannot stand in such a field."""
    doubts = read.get("doubts") or []
    if not 0 <= place < len(doubts):
        raise invalid("doubts", N_("That is settled already."))
    if written is None or written == doubts[place]["value"]:
        return None
    value, field = " ".join(written.split())[:200], doubts[place]["field"]
    if not value and field == "name":
        raise invalid("name", N_("This is needed."))
    if value and field == "emails":
        return an_email(value)
    if value and field == "phones":
        number, extension = e164(value, country)
        if number == doubts[place]["value"] and not extension:
            return None
        return number + (f";ext={extension}" if extension else "")
    return value


def as_decided(read: CardJson, decided: Decisions, country: str) -> CardJson:
    """The card with the decisions in it. `country`: the company's, for names on cards that say nothing of theirs."""
    card = dict(read)
    for place, doubt in enumerate(read.get("doubts") or ()):
        value = decided.get(str(place))
        if value is not None:
            _put(card, doubt["field"], doubt["value"], value, country)
    return card


def _put(card: CardJson, field: str, doubtful: str, value: str, country: str) -> None:
    printed = (card.get("address") or {}).get("country")
    if field == "emails":
        kept = [value if email == doubtful else email for email in card["emails"]]
        card["emails"] = [email for email in [*kept, *([] if doubtful else [value])] if email]
    elif field == "phones":
        card["phones"] = _phones(card["phones"], doubtful, value)
    elif field == "name":
        name = split_name(value, printed or country)
        card |= {"full_name": name.full, "given": name.given, "family": name.family}
    elif field == "address":
        card["address"] = {"street": value, "postcode": None, "city": None, "country": printed} if value else None
    else:
        card[field] = value or None


def _phones(phones: list[dict[str, Any]], doubtful: str, value: str) -> list[dict[str, Any]]:
    number, _, extension = value.partition(";ext=")
    right = {"e164": number, "extension": extension or None}
    if not doubtful:  # one that could not be read
        return [*phones, {"kind": "office", **right}] if number else phones
    changed = [{**phone, **right} if phone["e164"] == doubtful else phone for phone in phones]
    return [phone for phone in changed if phone["e164"]]
