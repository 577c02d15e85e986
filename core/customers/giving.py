"""Many records given to another owner at once: all of them or none."""

from typing import Annotated, Any

from pydantic import Field

from core.customers.models import Account, Contact
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, assign
from core.payloads import IdField
from core.people.models import User
from core.policy import Permission
from core.work import Work

MOST = 200


class GiveMany(Payload):
    ids: Annotated[list[IdField], Field(min_length=1, max_length=MOST)]
    owner_id: IdField


@operation("account.assign_many", Permission.RECORD_ASSIGN)
async def assign_accounts(work: Work, payload: GiveMany) -> Result:
    """Gives all of these accounts to a colleague, with the unit that he or she works in."""
    return await give_many(work, Account, payload)


@operation("contact.assign_many", Permission.RECORD_ASSIGN)
async def assign_contacts(work: Work, payload: GiveMany) -> Result:
    """Gives all of these contacts to a colleague, with the unit that he or she works in."""
    return await give_many(work, Contact, payload)


async def give_many(work: Work, model: type[Any], payload: GiveMany) -> Result:
    """Gives every one of the records to the colleague. Raises `NotFound`, `NotPermitted`."""
    ids = list(dict.fromkeys(payload.ids))
    for record_id in ids:
        await assign(work, await work.edit(model, record_id), OwnerGiven(owner_id=payload.owner_id))
    owner = await work.load(User, payload.owner_id)
    return {"count": len(ids), "name": owner.name if owner else None}
