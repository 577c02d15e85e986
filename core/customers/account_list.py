"""The list of customers: whom one has seen lately or sees next, everybody by name, and what a search finds."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.models import Account, AccountContact, Address, Contact
from core.customers.queries import contacts_by_id
from core.local_time import iso
from core.policy import Viewer, visible
from core.search import search

View = dict[str, Any]

_LATELY = timedelta(days=21)
_NEXT = timedelta(days=14)
_LATELY_SHOWN = 12
_FOUND = 30


async def account_list(
    session: AsyncSession, viewer: Viewer, now: datetime, after: str | None = None, limit: int = 40
) -> View:
    """`recent`: seen lately or next by the viewer; `accounts`: all by name; `after`: where the next page begins.

    A page after the first (`after` is the last name and id of the one before, as given) has no `recent`.
    """
    recent = [] if after else await _recent(session, viewer, now)
    statement = select(Account.id, Account.name).where(Account.archived_at.is_(None))
    if after is not None:
        name, _, last_id = after.rpartition("\n")
        statement = statement.where((Account.name > name) | ((Account.name == name) & (Account.id > last_id)))
    statement = statement.order_by(Account.name, Account.id).limit(limit + 1)
    page = list(await session.execute(visible(statement, viewer, Account)))
    ids = [row.id for row in page[:limit]]
    lines = await account_lines(session, viewer, now, [*recent, *ids])
    last = page[limit - 1] if len(page) > limit else None
    return {
        "recent": [lines[one] for one in recent if one in lines],
        "accounts": [lines[one] for one in ids if one in lines],
        "after": f"{last.name}\n{last.id}" if last else None,
    }


async def found_accounts(session: AsyncSession, viewer: Viewer, now: datetime, words: str) -> View:
    """What a search finds: `accounts` and `contacts`, best first."""
    found = await search(session, viewer, words, ("account", "contact"), limit=_FOUND)
    account_ids = [one.id for one in found if one.kind == "account"]
    lines = await account_lines(session, viewer, now, account_ids)
    contacts = await contact_lines(session, viewer, [one.id for one in found if one.kind == "contact"])
    return {"accounts": [lines[one] for one in account_ids if one in lines], "contacts": contacts}


async def account_lines(session: AsyncSession, viewer: Viewer, now: datetime, ids: Sequence[str]) -> dict[str, View]:
    """Lines of a list by id: name, city, main contact, how much is overdue, the next planned day. Four queries."""
    if not ids:
        return {}
    names = await session.execute(
        visible(select(Account.id, Account.name, Account.sector).where(Account.id.in_(ids)), viewer, Account)
    )
    cities: dict[str, str] = {}
    for row in await session.execute(
        select(Address.account_id, Address.city)
        .where(Address.account_id.in_(ids), Address.city != "")
        .order_by(Address.label != "visit", Address.created_at)
    ):
        cities.setdefault(row.account_id, row.city)
    people = await _main_contacts(session, viewer, ids)
    planned = await _planned(session, viewer, now, ids)
    return {
        row.id: {
            "id": row.id,
            "name": row.name,
            "city": cities.get(row.id),
            "note": people.get(row.id) or row.sector,
            "overdue": planned[row.id].overdue or None if row.id in planned else None,
            "next_day": iso(planned[row.id].next_day) if row.id in planned else None,
        }
        for row in names
    }


async def contact_lines(
    session: AsyncSession, viewer: Viewer, ids: Sequence[str], *, beside_account: bool = False
) -> list[View]:
    """Contacts as lines in the order of `ids`; `beside_account`: on an account's page, which need not be named."""
    found = {contact["id"]: contact for contact in await contacts_by_id(session, viewer, ids)} if ids else {}
    return [contact_line(found[one], beside_account=beside_account) for one in ids if one in found]


def contact_line(contact: View, *, beside_account: bool) -> View:
    """A line of a contact as `contacts_by_id` gives it."""
    phones = sorted(contact["phones"], key=lambda phone: (phone["label"] == "fax", phone["label"] != "mobile"))
    place = next(iter(contact["accounts"]), None)
    return {
        "id": contact["id"],
        "name": contact["name"],
        "job_title": contact["job_title"] or (place["role"] if place else None),
        "phone": phones[0]["number"] if phones else None,
        "email": contact["emails"][0]["address"] if contact["emails"] else None,
        "account": {"id": place["id"], "name": place["name"]} if place and not beside_account else None,
        "href": f"/contacts/{contact['id']}",
    }


async def _recent(session: AsyncSession, viewer: Viewer, now: datetime) -> list[str]:
    """The accounts of the viewer's activities around today: overdue, then next, then lately seen."""
    today = now.date()
    planned_day = func.min(case((Activity.state == "planned", Activity.day)))
    done_day = func.max(case((Activity.state == "done", Activity.day)))
    statement = (
        select(Activity.account_id)
        .join(Account, (Account.company_id == Activity.company_id) & (Account.id == Activity.account_id))
        .where(
            Activity.owner_id == viewer.user_id,
            Activity.state.in_(("planned", "done")),
            Activity.day.between(today - _LATELY, today + _NEXT),
            Account.archived_at.is_(None),
        )
        .group_by(Activity.account_id)
        .order_by(planned_day.is_(None), planned_day, done_day.desc())
        .limit(_LATELY_SHOWN)
    )
    return list(await session.scalars(visible(visible(statement, viewer, Activity), viewer, Account)))


async def _main_contacts(session: AsyncSession, viewer: Viewer, ids: Sequence[str]) -> dict[str, str]:
    statement = (
        select(AccountContact.account_id, Contact.name)
        .join(Contact, (Contact.company_id == AccountContact.company_id) & (Contact.id == AccountContact.contact_id))
        .where(AccountContact.account_id.in_(ids), Contact.archived_at.is_(None))
        .order_by(AccountContact.created_at)
    )
    people: dict[str, str] = {}
    for row in await session.execute(visible(statement, viewer, Contact)):
        people.setdefault(row.account_id, row.name)
    return people


async def _planned(session: AsyncSession, viewer: Viewer, now: datetime, ids: Sequence[str]) -> dict[str, Any]:
    today = now.date()
    statement = (
        select(
            Activity.account_id,
            func.sum(case((Activity.day < today, 1), else_=0)).label("overdue"),
            func.min(case((Activity.day >= today, Activity.day))).label("next_day"),
        )
        .where(Activity.account_id.in_(ids), Activity.state == "planned")
        .group_by(Activity.account_id)
    )
    return {row.account_id: row for row in await session.execute(visible(statement, viewer, Activity))}
