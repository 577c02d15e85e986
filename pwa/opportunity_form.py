"""An opportunity as forms have it: the whole of it, or one field where its value stands."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.naming import named_account, named_contact
from core.customers.world import world_of
from core.folding import fold
from core.policy import Permission
from core.understanding.new_opportunities import opportunity_told
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.operations import cents_of, whole_number
from pwa.visit import View, Visit

FIELDS = ("title", "account", "contact", "amount", "currency", "expected_close", "probability", "notes")
HIDDEN_FIELDS = ("account_id", "new_account", "pipeline_id", "base", "told")


def values_of(found: View) -> dict[str, Any]:
    """What the form's fields hold of an opportunity as `opportunity_facts` gives it."""
    return {
        "title": found["title"],
        "account": found["account"]["name"] if found["account"] else "",
        "contact": found["contact"]["name"] if found["contact"] else "",
        "amount": f"{found['amount'] // 100}.{found['amount'] % 100:02}".removesuffix(".00"),
        "currency": found["currency"],
        "expected_close": found["expected_close"] or "",
        "probability": str(found["probability"]),
        "notes": found["notes"] or "",
        "base": found["revision"],
    }


async def opportunity_asked_for(session: AsyncSession, visit: Visit, words: str) -> dict[str, Any] | None:
    """What the form's fields hold of the opportunity that `words` ask to be made; None where they ask for none."""
    if not visit.viewer.may(Permission.OPPORTUNITY_EDIT):
        return None
    told = opportunity_told(words, await world_of(session, visit.viewer), visit.now, visit.locale)
    if told is None:
        return None
    money = {"amount": f"{told.amount.value:f}", "currency": told.amount.currency} if told.amount else {}
    return money | {
        "title": told.title,
        "account": told.account.name if told.account else "",
        "new_account": told.new_account or "",
        "contact": told.contact.name if told.contact else "",
        "told": True,
    }


async def payload_of(visit: Visit, form: Form, found: View | None) -> dict[str, Any]:
    """What an operation takes of the fields that the form has; `found`: the opportunity as it is. Raises `Invalid`."""
    payload: dict[str, Any] = {}
    if "title" in form.fields:
        payload["title"] = form.text("title")
    if "amount" in form.fields:
        payload["amount"] = cents_of(form.text("amount")) if form.text("amount") else 0
    if form.text("currency"):
        payload["currency"] = form.text("currency").upper()
    for name in ("expected_close", "notes"):
        if name in form.fields:
            payload[name] = form.text(name) or None
    if (probability := whole_number(form, "probability")) is not None:
        payload["probability"] = probability
    return payload | await _named(visit, form, found)


async def _named(visit: Visit, form: Form, found: View | None) -> dict[str, str | None]:
    """Whom it is with, by id or by name; what is called as it was stays."""
    given: dict[str, str | None] = {}
    there: Mapping[str, Any] = found or {"account": None, "contact": None}
    account_id = id_of(form.text("account_id"))
    if account_id is not None:
        given["account_id"] = account_id
    async with visit.reading() as session:
        if account_id is None and _is_another(form, "account", there["account"]):
            name = form.text("account")
            given["account_id"] = await named_account(session, visit.viewer, name) if name else None
        if _is_another(form, "contact", there["contact"]):
            name = form.text("contact")
            at = given.get("account_id") or (there["account"] or {}).get("id")
            given["contact_id"] = await named_contact(session, visit.viewer, name, at) if name else None
    return given


def _is_another(form: Form, name: str, there: Mapping[str, Any] | None) -> bool:
    return name in form.fields and fold(form.text(name)) != fold(there["name"] if there else "")
