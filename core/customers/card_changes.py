"""What a card would change of a contact that is there, change by change, so that its person takes what is right."""

from collections.abc import Collection, Iterator
from typing import Any

from core.customers.channels import e164
from core.customers.places import shown_number
from core.folding import fold

View = dict[str, Any]
Change = dict[str, str]
"""`key` names it; `field` is what it is about, `before` (empty: nothing) and `after` are values as people read them."""


def changes_of(contact: View, payload: View, firm: str, country: str) -> list[Change]:
    """What the card's `payload` has that the contact has not, or has otherwise. `firm`: where it says the person is."""
    return [*_texts(contact, payload), *_channels(contact, payload, country), *_place(contact, payload, firm)]


def only(payload: View, taken: Collection[str], country: str) -> View:
    """The payload of an update with what was taken alone."""
    kept = payload | {
        "is_renamed": "name" in taken,
        "phones": [one for one in payload["phones"] if f"phone:{_number(one, country)}" in taken],
        "emails": [one for one in payload["emails"] if f"email:{one['address']}" in taken],
    }
    if "job_title" not in taken:
        kept["job_title"] = None
    if "account" not in taken:
        kept |= {"account_id": None, "new_account": None}
    return kept


def _texts(contact: View, payload: View) -> Iterator[Change]:
    for field in ("name", "job_title"):
        before, after = contact[field] or "", payload[field] or ""
        if after and fold(before) != fold(after):
            yield {"key": field, "field": field, "before": before, "after": after}


def _channels(contact: View, payload: View, country: str) -> Iterator[Change]:
    numbers = {phone["number"] for phone in contact["phones"]}
    for phone in payload["phones"]:
        number = _number(phone, country)
        if number not in numbers:
            shown = shown_number(number, country)
            yield {"key": f"phone:{number}", "field": "phones", "before": "", "after": shown}
    addresses = {email["address"].lower() for email in contact["emails"]}
    for email in payload["emails"]:
        if email["address"].lower() not in addresses:
            yield {"key": f"email:{email['address']}", "field": "emails", "before": "", "after": email["address"]}


def _place(contact: View, payload: View, firm: str) -> Iterator[Change]:
    at = {place["id"] for place in contact["accounts"]}
    if payload.get("new_account") or (payload.get("account_id") and payload["account_id"] not in at):
        before = contact["accounts"][0]["name"] if contact["accounts"] else ""
        yield {"key": "account", "field": "company", "before": before, "after": firm}


def _number(phone: View, country: str) -> str:
    return e164(phone["number"], country)[0]
