"""Accounts and contacts, as plain views."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, cast, literal, null, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.people.models import User
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, among, prepared, value

View = dict[str, Any]

_CHANNELS: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "phones": (Phone, ("id", "revision", "number", "extension", "label")),
    "emails": (Email, ("id", "revision", "address", "label")),
    "addresses": (
        Address,
        ("id", "revision", "label", "street", "postcode", "city", "region", "country", "latitude", "longitude"),
    ),
}


async def accounts_by_id(session: AsyncSession, viewer: Viewer, ids: Sequence[str]) -> list[View]:
    """These accounts with their channels, as far as the viewer may see them."""
    rows = (await _accounts(session, viewer, ids=list(ids))).mappings().all()
    channels = await _channels(session, "account_id", [row["id"] for row in rows])
    return [
        {**row, "archived_at": row["archived_at"].isoformat() if row["archived_at"] else None, **channels[row["id"]]}
        for row in rows
    ]


@prepared
def _accounts(sight: Sight) -> Statement:
    statement = (
        select(
            Account.id, Account.name, Account.kinds, Account.tax_id, Account.website, Account.sector, Account.tags,
            Account.notes, Account.owner_id, User.name.label("owner"), Account.unit_id, Account.team_id,
            Account.revision, Account.archived_at, Account.absorbed,
        )
        .outerjoin(User, User.id == Account.owner_id)
        .where(among(Account.id, "ids"))
    )  # fmt: skip
    return visible(statement, sight, Account)


async def contacts_by_id(session: AsyncSession, viewer: Viewer, ids: Sequence[str]) -> list[View]:
    """These contacts with their channels and the accounts they are at, as far as the viewer may see them."""
    rows = (await _contacts(session, viewer, ids=list(ids))).mappings().all()
    found = [row["id"] for row in rows]
    channels = await _channels(session, "contact_id", found)
    places: dict[str, list[View]] = {contact_id: [] for contact_id in found}
    for place in (await _places(session, viewer, ids=found)).mappings() if found else ():
        places[place["contact_id"]].append({name: place[name] for name in ("id", "name", "role")})
    return [{**row, "accounts": places[row["id"]], **channels[row["id"]]} for row in rows]


@prepared
def _contacts(sight: Sight) -> Statement:
    statement = (
        select(
            Contact.id, Contact.name, Contact.given_name, Contact.family_name, Contact.job_title, Contact.tags,
            Contact.notes, Contact.owner_id, User.name.label("owner"), Contact.unit_id, Contact.team_id,
            Contact.revision, Contact.absorbed,
        )
        .outerjoin(User, User.id == Contact.owner_id)
        .where(among(Contact.id, "ids"), Contact.archived_at.is_(None))
    )  # fmt: skip
    return visible(statement, sight, Contact)


@prepared
def _places(sight: Sight) -> Statement:
    statement = (
        select(AccountContact.contact_id, Account.id, Account.name, AccountContact.role)
        .join(Account, (Account.company_id == AccountContact.company_id) & (Account.id == AccountContact.account_id))
        .where(among(AccountContact.contact_id, "ids"))
        .order_by(AccountContact.created_at, AccountContact.id)
    )
    return visible(statement, sight, Account)


async def contacts_of(session: AsyncSession, viewer: Viewer, account_id: str, limit: int = 40) -> list[View]:
    """An account's contacts, by name."""
    ids = list((await _people_of(session, viewer, limit, account=account_id)).scalars())
    return sorted(await contacts_by_id(session, viewer, ids), key=lambda contact: str(contact["name"]))


@prepared
def _people_of(sight: Sight, limit: int) -> Statement:
    statement = (
        select(Contact.id)
        .join(
            AccountContact,
            (AccountContact.company_id == Contact.company_id) & (AccountContact.contact_id == Contact.id),
        )
        .where(AccountContact.account_id == value("account"))
        .order_by(Contact.name)
        .limit(limit)
    )
    return visible(statement, sight, Contact)


async def _channels(session: AsyncSession, of: str, ids: Sequence[str]) -> dict[str, View]:
    """Phones, e-mails and addresses by the id of the account or contact they belong to. One query."""
    found: dict[str, View] = {record_id: {kind: [] for kind in _CHANNELS} for record_id in ids}
    for row in (await _all_channels(session, None, of, ids=list(ids))).mappings() if ids else ():
        names = _CHANNELS[row["kind"]][1]
        found[row["of"]][row["kind"]].append({name: row[name] for name in names})
    return found


@prepared
def _all_channels(of: str) -> Statement:
    """Each kind has the columns of all: what it does not have is empty."""
    types = {name: getattr(model, name).type for model, names in _CHANNELS.values() for name in names}

    def channels(kind: str, model: Any, names: Sequence[str]) -> Select[Any]:
        belongs = getattr(model, of)
        columns = [
            getattr(model, name) if name in names else cast(null(), kept).label(name) for name, kept in types.items()
        ]
        return select(
            literal(kind).label("kind"), belongs.label("of"), *columns, model.created_at.label("since")
        ).where(among(belongs, "ids"))  # fmt: skip

    return union_all(*(channels(kind, *one) for kind, one in _CHANNELS.items())).order_by("since", "id")
