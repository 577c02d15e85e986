"""Two accounts, or two contacts, that are the same: one stays with everything that hung on both, the other is put away.

What hangs on the other – people, phones, activities, opportunities, files – moves, whoever owns it; of what both have
once is enough. Of the fields each is chosen; what only one has is kept, kinds and tags and notes are put together.
All of it is one operation, so that its undo takes all of it apart again.
"""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import select

from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.errors import invalid
from core.folding import fold
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.policy import Permission
from core.records import Record, references
from core.work import Work

ACCOUNT_FIELDS = ("name", "tax_id", "website", "sector")
CONTACT_FIELDS = ("name", "job_title")
_TOGETHER = ("kinds", "tags", "apart")
_GOES_WITH_NAME = ("given_name", "family_name")

FieldName = Annotated[str, Field(max_length=20)]
# What makes two of them the same: then the other's goes.
_SAME: dict[type[Any], Callable[[Any], Any]] = {
    Phone: lambda phone: (phone.number, phone.extension),
    Email: lambda email: email.address.lower(),
    Address: lambda place: fold(f"{place.street} {place.postcode} {place.city}"),
}


class Merge(Payload):
    id: IdField
    """Which stays."""
    other_id: IdField
    """Which is put away."""
    take: Annotated[list[FieldName], Field(max_length=10)] = []
    """The fields that are taken from the other."""


class KeepApart(Payload):
    id: IdField
    other_id: IdField


@operation("account.merge", Permission.ACCOUNT_EDIT, reaches_far=True)
async def merge_accounts(work: Work, payload: Merge) -> Result:
    """The other account becomes this one."""
    return await _merge(work, Account, payload, ACCOUNT_FIELDS)


@operation("contact.merge", Permission.CONTACT_EDIT, reaches_far=True)
async def merge_contacts(work: Work, payload: Merge) -> Result:
    """The other contact becomes this one."""
    return await _merge(work, Contact, payload, CONTACT_FIELDS)


@operation("account.keep_apart", Permission.ACCOUNT_EDIT)
async def keep_accounts_apart(work: Work, payload: KeepApart) -> Result:
    """These two are not the same, however alike: it is not asked again."""
    return await _keep_apart(work, Account, payload)


@operation("contact.keep_apart", Permission.CONTACT_EDIT)
async def keep_contacts_apart(work: Work, payload: KeepApart) -> Result:
    """These two are not the same, however alike: it is not asked again."""
    return await _keep_apart(work, Contact, payload)


async def _merge(work: Work, model: type[Account | Contact], payload: Merge, fields: Sequence[str]) -> Result:
    mine, other = await _both(work, model, payload.id, payload.other_id)
    if mine.archived_at is not None or other.archived_at is not None:
        raise invalid("other_id", N_("One of them is archived."))
    if any(name not in fields for name in payload.take):
        raise invalid("take", N_("There is no such field."))
    work.change(mine, **_chosen(mine, other, fields, payload.take))
    await _move(work, model, mine.id, other.id)
    work.change(mine, absorbed=list(dict.fromkeys([*mine.absorbed, other.id, *other.absorbed])))
    work.change(other, archived_at=work.now, merged_into_id=mine.id)
    return {"id": mine.id, "name": mine.name, "other_id": other.id}


async def _both(work: Work, model: type[Any], mine_id: str, other_id: str) -> tuple[Any, Any]:
    if mine_id == other_id:
        raise invalid("other_id", N_("That is the same one."))
    first, second = sorted((mine_id, other_id))  # two who merge the same two the other way round don't lock each other
    found = {first: await work.edit(model, first), second: await work.edit(model, second)}
    return found[mine_id], found[other_id]


def _chosen(mine: Any, other: Any, fields: Sequence[str], take: Sequence[str]) -> dict[str, Any]:
    taken = [name for name in fields if getattr(other, name) and (name in take or not getattr(mine, name))]
    if "name" in taken:
        taken += [name for name in _GOES_WITH_NAME if hasattr(mine, name)]
    chosen = {name: getattr(other, name) for name in taken}
    for name in _TOGETHER:
        if hasattr(mine, name):
            both = {fold(word): word for word in [*getattr(other, name), *getattr(mine, name)]}
            chosen[name] = sorted(set(both.values()), key=[*getattr(mine, name), *getattr(other, name)].index)
    notes = dict.fromkeys(filter(None, [mine.notes, other.notes]))
    return chosen | {"notes": "\n\n".join(notes) or None}


async def _move(work: Work, model: type[Account | Contact], mine_id: str, other_id: str) -> None:
    """Everything that refers to the other refers to this one."""
    for source, column in references(model):
        column_of: Any = getattr(source, column)
        rows: Sequence[Any] = list(
            await work.session.scalars(select(source).where(column_of.in_((mine_id, other_id))).with_for_update())
        )
        known = {key for row in rows if getattr(row, column) == mine_id and (key := _key(row, column)) is not None}
        for row in rows:
            if getattr(row, column) == mine_id:
                continue
            if _key(row, column) in known:
                await work.remove(row)
            else:
                work.change(row, **{column: mine_id})


def _key(row: Record, column: str) -> Any:
    """By what another like it is found, where one is enough; None where each stays."""
    if isinstance(row, AccountContact):
        return row.contact_id if column == "account_id" else row.account_id
    same = _SAME.get(type(row))
    return same(row) if same else None


async def _keep_apart(work: Work, model: type[Account | Contact], payload: KeepApart) -> Result:
    mine, other = await _both(work, model, payload.id, payload.other_id)
    work.change(mine, apart=list(dict.fromkeys([*mine.apart, other.id])))
    work.change(other, apart=list(dict.fromkeys([*other.apart, mine.id])))
    return {"id": mine.id, "name": other.name}
