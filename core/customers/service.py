"""Accounts and contacts: made, edited, given to somebody, put away."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlalchemy import select

from core.customers.channels import Channels, keep_channels
from core.customers.models import Account, AccountContact, Contact
from core.errors import invalid
from core.i18n import N_
from core.merge import given, merge
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, assign, new_ownership
from core.payloads import IdField, Line, Name, Revision, ShortLine, Tags, TaxId, Text
from core.policy import Permission
from core.records import new_id
from core.work import Work

_CHANNELS = ("phones", "emails", "addresses")
_ACCOUNT = {"name", "kinds", "tax_id", "website", "sector", "tags", "notes"}
_OWNER = ("owner_id", "unit_id", "team_id")


class AccountKind(StrEnum):
    CUSTOMER = "customer"
    PROSPECT = "prospect"
    SUPPLIER = "supplier"
    PRESCRIBER = "prescriber"
    PARTNER = "partner"
    COMPETITOR = "competitor"


Kinds = Annotated[list[AccountKind], Field(min_length=1, max_length=6)]


class CreateAccount(OwnerGiven, Channels):
    id: IdField | None = None
    name: Name
    kinds: Kinds = [AccountKind.CUSTOMER]
    tax_id: TaxId | None = None
    website: Line | None = None
    sector: ShortLine | None = None
    tags: Tags = []
    notes: Text | None = None


class EditAccount(Channels):
    id: IdField
    base: Revision | None = None
    """The revision that the edit was made on."""
    name: Name | None = None
    kinds: Kinds | None = None
    tax_id: TaxId | None = None
    website: Line | None = None
    sector: ShortLine | None = None
    tags: Tags | None = None
    notes: Text | None = None


class Assign(OwnerGiven):
    id: IdField


class Subject(Payload):
    id: IdField


class CreateContact(OwnerGiven, Channels):
    id: IdField | None = None
    name: Name
    given_name: ShortLine = ""
    family_name: ShortLine = ""
    job_title: Line | None = None
    tags: Tags = []
    notes: Text | None = None
    account_id: IdField | None = None
    role: Line | None = None


class EditContact(Channels):
    id: IdField
    base: Revision | None = None
    name: Name | None = None
    given_name: ShortLine | None = None
    family_name: ShortLine | None = None
    job_title: Line | None = None
    tags: Tags | None = None
    notes: Text | None = None


class Tie(Payload):
    contact_id: IdField
    account_id: IdField
    role: Line | None = None


@operation("account.create", Permission.ACCOUNT_EDIT)
async def create_account(work: Work, payload: CreateAccount) -> Result:
    """A new account with its phones, e-mails and addresses; the maker's, unless somebody else is named."""
    ownership = await new_ownership(work, payload)
    account = await work.add(
        Account(
            id=payload.id or new_id(),
            **payload.model_dump(include=_ACCOUNT, mode="json"),
            **ownership.as_values(),
        )
    )
    await keep_channels(work, account, payload)
    return {"id": account.id, "name": account.name}


@operation("account.edit", Permission.ACCOUNT_EDIT)
async def edit_account(work: Work, payload: EditAccount) -> Result:
    """Changes what the payload names; gives the fields in conflict with what others changed since `base`."""
    account = await work.edit(Account, payload.id)
    wanted = given(payload, *_CHANNELS)
    _keep_filled(wanted, "name", "kinds")
    _keep_listed(wanted)
    conflicts = await merge(work, account, wanted, payload.base)
    await keep_channels(work, account, payload)
    return {"id": account.id, "conflicts": conflicts}


@operation("account.assign", Permission.RECORD_ASSIGN)
async def assign_account(work: Work, payload: Assign) -> Result:
    """Gives the account to another owner, unit or team."""
    account = await work.edit(Account, payload.id)
    await assign(work, account, payload)
    return {"id": account.id}


@operation("account.archive", Permission.ACCOUNT_EDIT)
async def archive_account(work: Work, payload: Subject) -> Result:
    """Puts the account away: no longer found or listed, its history kept."""
    account = await work.edit(Account, payload.id)
    work.change(account, archived_at=account.archived_at or work.now)
    return {"id": account.id}


@operation("contact.create", Permission.CONTACT_EDIT)
async def create_contact(work: Work, payload: CreateContact) -> Result:
    """A new contact, at an account or none."""
    account = await work.edit(Account, payload.account_id) if payload.account_id else None
    ownership = await new_ownership(work, payload, beside=account)
    contact = await work.add(
        Contact(
            id=payload.id or new_id(),
            **payload.model_dump(include={"name", "given_name", "family_name", "job_title", "tags", "notes"}),
            **ownership.as_values(),
        )
    )
    if account is not None:
        role = payload.role or payload.job_title
        await work.add(AccountContact(account_id=account.id, contact_id=contact.id, role=role))
    await keep_channels(work, contact, payload)
    return {"id": contact.id, "name": contact.name, "account_id": payload.account_id}


@operation("contact.edit", Permission.CONTACT_EDIT)
async def edit_contact(work: Work, payload: EditContact) -> Result:
    """Changes what the payload names; gives the fields in conflict with what others changed since `base`."""
    contact = await work.edit(Contact, payload.id)
    wanted = given(payload, *_CHANNELS)
    _keep_filled(wanted, "name")
    _keep_listed(wanted)
    for name in ("given_name", "family_name"):
        if name in wanted:
            wanted[name] = wanted[name] or ""
    conflicts = await merge(work, contact, wanted, payload.base)
    await keep_channels(work, contact, payload)
    return {"id": contact.id, "conflicts": conflicts}


@operation("contact.assign", Permission.RECORD_ASSIGN)
async def assign_contact(work: Work, payload: Assign) -> Result:
    """Gives the contact to another owner, unit or team."""
    contact = await work.edit(Contact, payload.id)
    await assign(work, contact, payload)
    return {"id": contact.id}


@operation("contact.archive", Permission.CONTACT_EDIT)
async def archive_contact(work: Work, payload: Subject) -> Result:
    """Puts the contact away; history kept."""
    contact = await work.edit(Contact, payload.id)
    work.change(contact, archived_at=contact.archived_at or work.now)
    return {"id": contact.id}


@operation("contact.tie", Permission.CONTACT_EDIT)
async def tie_contact(work: Work, payload: Tie) -> Result:
    """Says that a contact is at an account, with a role."""
    contact = await work.edit(Contact, payload.contact_id)
    account = await work.see(Account, payload.account_id)
    await tie(work, account.id, contact.id, payload.role)
    return {"contact_id": contact.id, "account_id": account.id}


async def tie(work: Work, account_id: str, contact_id: str, role: str | None) -> None:
    """The contact's place at the account: made, or its role changed."""
    found = await work.session.scalar(
        select(AccountContact).where(AccountContact.account_id == account_id, AccountContact.contact_id == contact_id)
    )
    if found is None:
        await work.add(AccountContact(account_id=account_id, contact_id=contact_id, role=role))
    elif role is not None:
        work.change(found, role=role)


def _keep_filled(wanted: dict[str, object], *names: str) -> None:
    for name in names:
        if name in wanted and not wanted[name]:
            raise invalid(name, N_("This is needed."))


def _keep_listed(wanted: dict[str, object]) -> None:
    if "tags" in wanted:
        wanted["tags"] = wanted["tags"] or []
