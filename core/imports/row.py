"""One row of an import as one operation: an account, a contact, or both, new or changed."""

from pydantic import model_validator

from core import policy
from core.customers.models import Account
from core.customers.service import (
    CreateAccount,
    CreateContact,
    EditAccount,
    EditContact,
    create_account,
    create_contact,
    edit_account,
    edit_contact,
    tie,
)
from core.errors import invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField, Line
from core.policy import Permission
from core.work import Work


class ImportRowPayload(Payload):
    """`account_id`: where the contact is, when the account is neither made nor changed here."""

    account: CreateAccount | None = None
    account_edit: EditAccount | None = None
    account_id: IdField | None = None
    contact: CreateContact | None = None
    contact_edit: EditContact | None = None

    role: Line | None = None

    @model_validator(mode="after")
    def _one_of_each(self) -> "ImportRowPayload":
        if (self.account and self.account_edit) or (self.contact and self.contact_edit):
            raise ValueError("one account and one contact at most")
        return self


@operation("import.row", Permission.RECORD_IMPORT)
async def import_row(work: Work, payload: ImportRowPayload) -> Result:
    """Makes or changes what the row says; a contact is at the row's account."""
    if not (payload.account or payload.account_edit or payload.contact or payload.contact_edit):
        raise invalid("account", N_("This is needed."))
    account_id = payload.account_id
    contact_id: str | None = None
    if payload.account or payload.account_edit:
        policy.require(work.viewer, Permission.ACCOUNT_EDIT)
    if payload.contact or payload.contact_edit:
        policy.require(work.viewer, Permission.CONTACT_EDIT)
    if payload.account:
        account_id = (await create_account(work, payload.account))["id"]
    elif payload.account_edit:
        account_id = (await edit_account(work, payload.account_edit))["id"]
    if payload.contact:
        at = {"account_id": account_id, "role": payload.role}
        contact_id = (await create_contact(work, payload.contact.model_copy(update=at)))["id"]
    elif payload.contact_edit:
        contact_id = (await edit_contact(work, payload.contact_edit))["id"]
        if account_id is not None:
            account = await work.see(Account, account_id)
            await tie(work, account.id, str(contact_id), payload.role)
    return {"account_id": account_id, "contact_id": contact_id}
