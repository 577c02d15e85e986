"""A read card as the payload of a contact: only what the operation will take; what it would not is left out."""

from typing import Any

from pydantic import ValidationError

from core.customers.channels import EmailGiven, e164
from core.customers.duplicates import Likeness
from core.errors import Invalid

CardJson = dict[str, Any]
_PHONE_LABELS = {"mobile": "mobile", "office": "office", "fax": "fax"}


def name_on(card: CardJson) -> str:
    """The person's name as the card has it; empty where it has none."""
    parts = f"{card.get('given') or ''} {card.get('family') or ''}".strip()
    return str(card.get("full_name") or parts)[:200]


def likeness_of(card: CardJson, name: str) -> Likeness:
    """What the card says that somebody may be found again by."""
    address = card.get("address") or {}
    return Likeness(
        name=name,
        phones=tuple(phone["e164"] for phone in card.get("phones") or ()),
        emails=tuple(card.get("emails") or ()),
        firm=card.get("company") or "",
        tax_id=card.get("tax_id") or "",
        website=card.get("website") or "",
        city=address.get("city") or "",
    )


def payload_of(card: CardJson, name: str, country: str) -> dict[str, Any]:
    """The fields of `contact.create_from_card` that come from the card itself."""
    same_name = name == name_on(card)
    return {
        "name": name,
        "given_name": (card.get("given") or "")[:100] if same_name else "",
        "family_name": (card.get("family") or "")[:100] if same_name else "",
        "job_title": (card.get("job_title") or "")[:200] or None,
        "website": (card.get("website") or "")[:200] or None,
        "tax_id": (card.get("tax_id") or "")[:100] or None,
        "phones": [given for phone in card.get("phones") or () if (given := _phone(phone, country))][:30],
        "emails": [{"address": email} for email in card.get("emails") or () if _is_email(email)][:30],
        "addresses": _addresses(card.get("address"), country),
    }


def _phone(phone: CardJson, country: str) -> dict[str, str] | None:
    written = phone["e164"] + (f";ext={phone['extension']}" if phone.get("extension") else "")
    try:
        e164(written, country)
    except Invalid:
        return None
    return {"number": written[:40], "label": _PHONE_LABELS.get(phone.get("kind") or "", "office")}


def _addresses(address: CardJson | None, country: str) -> list[dict[str, str]]:
    if not address or not (address.get("street") or address.get("city")):
        return []
    limits = {"street": 200, "postcode": 20, "city": 100}
    given = {name: (address.get(name) or "")[:most] for name, most in limits.items()}
    given["region"] = (address.get("district") or "")[:100]
    return [given | {"country": (address.get("country") or country)[:2].upper()}]


def _is_email(text: str) -> bool:
    try:
        EmailGiven.model_validate({"address": text})
    except ValidationError:
        return False
    return True
