"""A business card becomes a contact: with its account, or onto a contact that is there already."""

from typing import Any

from sqlalchemy import select

from core.customers.channels import AddressGiven, Channels, e164, keep_channels
from core.customers.models import Account, Contact, Email, Phone
from core.customers.service import CreateAccount, create_account, tie
from core.documents.models import Document
from core.operations import Result, operation
from core.ownership import OwnerGiven, new_ownership
from core.payloads import IdField, Line, Name, ShortLine, TaxId
from core.policy import Permission
from core.records import new_id
from core.work import Work


class CardContact(Channels):
    """What a card says, as somebody accepted it."""

    id: IdField | None = None
    name: Name
    given_name: ShortLine = ""
    family_name: ShortLine = ""
    job_title: Line | None = None
    account_id: IdField | None = None
    new_account: Name | None = None
    website: Line | None = None
    tax_id: TaxId | None = None
    document_id: IdField | None = None
    """The photo."""


class CardUpdate(CardContact):
    contact_id: IdField
    """Who it turned out to be."""
    is_renamed: bool = False
    """Whether the contact takes the card's name."""


@operation("contact.create_from_card", Permission.CONTACT_EDIT)
async def create_from_card(work: Work, payload: CardContact) -> Result:
    """A contact from a card, at an account that is there or made with it; the photo kept with the contact."""
    account, made = await _account(work, payload)
    ownership = await new_ownership(work, OwnerGiven(), beside=account)
    contact = await work.add(
        Contact(
            id=payload.id or new_id(),
            **payload.model_dump(include={"name", "given_name", "family_name", "job_title"}),
            **ownership.as_values(),
        )
    )
    personal = Channels(phones=payload.phones, emails=payload.emails, addresses=[] if account else payload.addresses)
    await keep_channels(work, contact, personal)
    await _settle(work, payload, contact, account)
    return _result(contact, account, made=made)


@operation("contact.update_from_card", Permission.CONTACT_EDIT)
async def update_from_card(work: Work, payload: CardUpdate) -> Result:
    """What a card says that its person took: a name or a job title replaces, phones and e-mails are added."""
    contact = await work.edit(Contact, payload.contact_id)
    account, made = await _account(work, payload)
    wanted: dict[str, Any] = {"job_title": payload.job_title} if payload.job_title else {}
    if payload.is_renamed:
        wanted |= payload.model_dump(include={"name", "given_name", "family_name"})
    work.change(contact, **wanted)
    await keep_channels(work, contact, await _new_channels(work, contact, payload))
    await _settle(work, payload, contact, account)
    return _result(contact, account, made=made)


def _result(contact: Contact, account: Account | None, *, made: bool) -> Result:
    return {
        "id": contact.id,
        "name": contact.name,
        "account_id": account.id if account else None,
        "account": account.name if account else None,
        "account_created": made,
    }


async def _account(work: Work, payload: CardContact) -> tuple[Account | None, bool]:
    if payload.account_id is not None:
        return await work.see(Account, payload.account_id), False
    if payload.new_account is None:
        return None, False
    created = await create_account(
        work,
        CreateAccount(
            name=payload.new_account,
            website=payload.website,
            tax_id=payload.tax_id,
            addresses=[AddressGiven.model_validate(address.model_dump()) for address in payload.addresses],
        ),
    )
    return await work.see(Account, created["id"]), True


async def _new_channels(work: Work, contact: Contact, payload: CardContact) -> Channels:
    """Those of the card that the contact does not have."""
    phones = set(await work.session.scalars(select(Phone.number).where(Phone.contact_id == contact.id)))
    emails = set(await work.session.scalars(select(Email.address).where(Email.contact_id == contact.id)))
    return Channels(
        phones=[p for p in payload.phones if e164(p.number, work.viewer.country)[0] not in phones],
        emails=[e for e in payload.emails if e.address not in emails],
    )


async def _settle(work: Work, payload: CardContact, contact: Contact, account: Account | None) -> None:
    if account is not None:
        await tie(work, account.id, contact.id, payload.job_title)
    if payload.document_id is not None:
        photo = await work.edit(Document, payload.document_id)
        work.change(photo, contact_id=contact.id, account_id=account.id if account else None, unit_id=contact.unit_id)
