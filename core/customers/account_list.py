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
from core.policy import Sight, Viewer, visible
from core.prepared import ME, Statement, prepared, value, values
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
    name, _, last_id = after.rpartition("\n") if after is not None else ("", "", "")
    page = list(await _page(session, viewer, after is not None, limit + 1, name=name, last_id=last_id))
    ids = [row.id for row in page[:limit]]
    lines = await account_lines(session, viewer, now, [*recent, *ids])
    last = page[limit - 1] if len(page) > limit else None
    return {
        "recent": [lines[one] for one in recent if one in lines],
        "accounts": [lines[one] for one in ids if one in lines],
        "after": f"{last.name}\n{last.id}" if last else None,
    }


@prepared
def _page(sight: Sight, goes_on: bool, limit: int) -> Statement:
    statement = select(Account.id, Account.name).where(Account.archived_at.is_(None))
    if goes_on:
        name = value("name")
        statement = statement.where((Account.name > name) | ((Account.name == name) & (Account.id > value("last_id"))))
    return visible(statement.order_by(Account.name, Account.id).limit(limit), sight, Account)


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
    ids = list(ids)
    names = await _names(session, viewer, ids=ids)
    cities: dict[str, str] = {}
    for row in await _cities(session, None, ids=ids):
        cities.setdefault(row.account_id, row.city)
    people: dict[str, str] = {}
    for row in await _main_contacts(session, viewer, ids=ids):
        people.setdefault(row.account_id, row.name)
    planned = {row.account_id: row for row in await _planned(session, viewer, ids=ids, today=now.date())}
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


@prepared
def _names(sight: Sight) -> Statement:
    return visible(
        select(Account.id, Account.name, Account.sector).where(Account.id.in_(values("ids"))), sight, Account
    )


@prepared
def _cities() -> Statement:
    return (
        select(Address.account_id, Address.city)
        .where(Address.account_id.in_(values("ids")), Address.city != "")
        .order_by(Address.label != "visit", Address.created_at)
    )


@prepared
def _main_contacts(sight: Sight) -> Statement:
    statement = (
        select(AccountContact.account_id, Contact.name)
        .join(Contact, (Contact.company_id == AccountContact.company_id) & (Contact.id == AccountContact.contact_id))
        .where(AccountContact.account_id.in_(values("ids")), Contact.archived_at.is_(None))
        .order_by(AccountContact.created_at)
    )
    return visible(statement, sight, Contact)


@prepared
def _planned(sight: Sight) -> Statement:
    today = value("today")
    statement = (
        select(
            Activity.account_id,
            func.sum(case((Activity.day < today, 1), else_=0)).label("overdue"),
            func.min(case((Activity.day >= today, Activity.day))).label("next_day"),
        )
        .where(Activity.account_id.in_(values("ids")), Activity.state == "planned")
        .group_by(Activity.account_id)
    )
    return visible(statement, sight, Activity)


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
    return list((await _around(session, viewer, first=today - _LATELY, last=today + _NEXT)).scalars())


@prepared
def _around(sight: Sight) -> Statement:
    planned_day = func.min(case((Activity.state == "planned", Activity.day)))
    done_day = func.max(case((Activity.state == "done", Activity.day)))
    statement = (
        select(Activity.account_id)
        .join(Account, (Account.company_id == Activity.company_id) & (Account.id == Activity.account_id))
        .where(
            Activity.owner_id == ME,
            Activity.state.in_(("planned", "done")),
            Activity.day.between(value("first"), value("last")),
            Account.archived_at.is_(None),
        )
        .group_by(Activity.account_id)
        .order_by(planned_day.is_(None), planned_day, done_day.desc())
        .limit(_LATELY_SHOWN)
    )
    return visible(visible(statement, sight, Activity), sight, Account)
