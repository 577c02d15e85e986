"""What somebody of the cast may wish of accounts, contacts, cards."""

from typing import Any

from sqlalchemy import select

from core.database import reading
from tests.builders.cast import Firm
from tests.builders.wishes.given import DOCUMENT, REACHED
from tests.builders.wishes.registry import Wish, wish


@wish("account.create")
async def _create_account(firm: Firm) -> Wish:
    return "rep", {"name": "Acme", "kinds": ["customer", "supplier"], "tax_id": "B1", "notes": "x", "tags": ["Key"],
                   **REACHED}  # fmt: skip


@wish("account.edit")
async def _edit_account(firm: Firm) -> Wish:
    return "rep", {"id": await firm.account(), "name": "Acme", "website": "acme.example", "kinds": ["partner"],
                   "tags": ["Key", "Horeca"]}  # fmt: skip


@wish("account.edit")
async def _edit_account_channels(firm: Firm) -> Wish:
    account = await firm.account(**REACHED)
    phones, emails = await _ids(firm, "phones", account), await _ids(firm, "emails", account)
    addresses = await _ids(firm, "addresses", account)
    another = {"number": "911 222 333"}
    return "rep", {
        "id": account,
        "phones": [{"id": phones[0], "number": "976000111"}, {"id": phones[1], "removed": True}, another],
        "emails": [{"id": emails[0], "removed": True}, {"address": "new@example.com"}],
        "addresses": [{"id": addresses[0], "city": "Huesca"}],
    }  # fmt: skip


@wish("account.assign")
async def _assign_account(firm: Firm) -> Wish:
    return "manager", {"id": await firm.account(), "owner_id": firm.people["mate"]}


@wish("account.archive")
async def _archive_account(firm: Firm) -> Wish:
    return "rep", {"id": await firm.account(**REACHED)}


@wish("account.assign_many")
async def _assign_accounts(firm: Firm) -> Wish:
    ids = [await firm.account(tags=["Key"], **REACHED), await firm.account(name="Acme")]
    return "manager", {"ids": ids, "owner_id": firm.people["mate"]}


@wish("account.merge")
async def _merge_accounts(firm: Firm) -> Wish:
    mine = await firm.account(tags=["Key"], kinds=["prospect"], **REACHED)
    other = await firm.account(name="TALLERES NUNEZ SL", tags=["key", "Inn"], notes="x", tax_id="B1", **REACHED)
    contact = await firm.contact(account_id=mine)
    await firm.do("contact.tie", {"contact_id": contact, "account_id": other, "role": "Chef"})
    opportunity = await firm.opportunity("manager", account_id=other)
    about = {"account_id": other, "opportunity_id": opportunity}
    await firm.activity("manager", **about)
    await firm.do("activity.log", {**about, "type": "visit", "note": "demo"}, "manager")
    await firm.do("document.attach", {**DOCUMENT, "account_id": other}, "manager")
    return "rep", {"id": mine, "other_id": other, "take": ["name"]}


@wish("contact.merge")
async def _merge_contacts(firm: Firm) -> Wish:
    account = await firm.account()
    mine = await firm.contact(account_id=account, **REACHED)
    other = await firm.contact(account_id=account, name="Laura Perez Gil", job_title="Chef", **REACHED)
    await firm.opportunity(contact_id=other)
    await firm.activity("manager", contact_id=other, account_id=account)
    return "rep", {"id": mine, "other_id": other, "take": ["name"]}


@wish("account.keep_apart")
async def _keep_accounts_apart(firm: Firm) -> Wish:
    return "rep", {"id": await firm.account(), "other_id": await firm.account()}


@wish("contact.keep_apart")
async def _keep_contacts_apart(firm: Firm) -> Wish:
    return "rep", {"id": await firm.contact(), "other_id": await firm.contact()}


@wish("contact.assign_many")
async def _assign_contacts(firm: Firm) -> Wish:
    return "manager", {"ids": [await firm.contact(), await firm.contact()], "owner_id": firm.people["southerner"]}


@wish("contact.create")
async def _create_contact(firm: Firm) -> Wish:
    return "rep", {"name": "Laura Pérez", "account_id": await firm.account(), "job_title": "Buyer", **REACHED}


@wish("contact.edit")
async def _edit_contact(firm: Firm) -> Wish:
    contact = await firm.contact(account_id=await firm.account(), **REACHED)
    emails = await _ids(firm, "emails", contact)
    return "rep", {"id": contact, "name": "Laura", "given_name": "L", "emails": [{"id": emails[0], "removed": True}]}


@wish("contact.assign")
async def _assign_contact(firm: Firm) -> Wish:
    return "manager", {"id": await firm.contact(), "owner_id": firm.people["southerner"]}


@wish("contact.archive")
async def _archive_contact(firm: Firm) -> Wish:
    return "rep", {"id": await firm.contact(account_id=await firm.account())}


@wish("contact.tie")
async def _tie_contact(firm: Firm) -> Wish:
    return "rep", {"contact_id": await firm.contact(), "account_id": await firm.account(), "role": "Buyer"}


@wish("contact.tie")
async def _tie_contact_again(firm: Firm) -> Wish:
    account = await firm.account()
    return "rep", {"contact_id": await firm.contact(account_id=account), "account_id": account, "role": "Chef"}


@wish("contact.create_from_card")
async def _create_from_card(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"name": "Laura", "new_account": "Acme", "document_id": document["id"], **REACHED}


@wish("contact.create_from_card")
async def _create_from_card_at_account(firm: Firm) -> Wish:
    return "rep", {"name": "Laura", "account_id": await firm.account(), "job_title": "Buyer", **REACHED}


@wish("contact.update_from_card")
async def _update_from_card(firm: Firm) -> Wish:
    contact = await firm.contact(phones=[{"number": "976 123 456"}])
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {
        "contact_id": contact, "name": "Laura", "family_name": "Pérez", "job_title": "Chief", "new_account": "Acme",
        "document_id": document["id"], **REACHED,
    }  # fmt: skip


@wish("card.receive")
async def _receive_card(firm: Firm) -> Wish:
    return "rep", {"document": DOCUMENT, "bot": "1", "chat_id": 7, "message_id": 8}


async def _ids(firm: Firm, channel: str, of: str) -> list[str]:
    from core.customers.models import Address, Email, Phone

    model: Any = {"phones": Phone, "emails": Email, "addresses": Address}[channel]
    async with reading(firm.company_id) as session:
        found = await session.scalars(
            select(model.id).where((model.account_id == of) | (model.contact_id == of)).order_by(model.id)
        )
        return list(found)
