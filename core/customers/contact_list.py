"""The list of contacts: everybody by name, and what a search finds, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.contact_filters import CONTACTS
from core.customers.contact_lines import contact_line
from core.customers.models import Contact
from core.customers.queries import contacts_by_id
from core.lists import cells
from core.lists.filters import Reader
from core.lists.queries import common_words
from core.policy import Sight, visible
from core.prepared import Statement, prepared, value, values
from core.search import search

View = dict[str, Any]

_FOUND = 30


async def contact_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str],
    after: str | None = None, limit: int = 40,
) -> View:  # fmt: skip
    """`contacts`: all that are wanted, by name; `after`: the last name and id, where the next page begins."""
    name, _, last_id = after.rpartition("\n") if after is not None else ("", "", "")
    bound = CONTACTS.bound(wanted, reader) | {"name": name, "last_id": last_id}
    many = await common_words(session, CONTACTS, bound)
    rows = await _page(session, reader.viewer, tuple(wanted), many, after is not None, limit + 1, **bound)
    page = list(rows)
    last = page[limit - 1] if len(page) > limit else None
    return {
        "contacts": await _lines(session, reader, [row.id for row in page[:limit]], columns),
        "after": f"{last.name}\n{last.id}" if last else None,
    }


@prepared
def _page(sight: Sight, filters: tuple[str, ...], many: frozenset[str], goes_on: bool, limit: int) -> Statement:
    statement = select(Contact.id, Contact.name).where(Contact.archived_at.is_(None))
    statement = CONTACTS.narrowed(statement, sight, filters, many)
    if goes_on:
        name = value("name")
        statement = statement.where((Contact.name > name) | ((Contact.name == name) & (Contact.id > value("last_id"))))
    return visible(statement.order_by(Contact.name, Contact.id).limit(limit), sight, Contact)


async def found_contacts(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> list[View]:
    """What a search finds among those wanted, best first."""
    found = await search(session, reader.viewer, words, ("contact",), limit=200 if wanted else _FOUND)
    ids = [one.id for one in found]
    if wanted and ids:
        bound = CONTACTS.bound(wanted, reader)
        fitting = set((await _fitting(session, reader.viewer, tuple(wanted), ids=ids, **bound)).scalars())
        ids = [one for one in ids if one in fitting][:_FOUND]
    return await _lines(session, reader, ids, columns)


@prepared
def _fitting(sight: Sight, filters: tuple[str, ...]) -> Statement:
    among = select(Contact.id).where(Contact.id.in_(values("ids")))
    return visible(CONTACTS.narrowed(among, sight, filters, many=filters), sight, Contact)


async def _lines(session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]) -> list[View]:
    found = {one["id"]: one for one in await contacts_by_id(session, reader.viewer, ids)} if ids else {}
    return [_line(found[one], columns) for one in ids if one in found]


def _line(contact: View, columns: Sequence[str]) -> View:
    line = contact_line(contact, beside_account=False)
    return line | {"cells": [_CELLS[column](contact, line) for column in columns]}


_CELLS: Mapping[str, Callable[[View, View], cells.Cell]] = {
    "account": lambda contact, _: cells.listed(place["name"] for place in contact["accounts"]),
    "job_title": lambda _, line: cells.text(line["job_title"]),
    "phone": lambda _, line: cells.phone(line["phone"]),
    "email": lambda _, line: cells.email(line["email"]),
    "city": lambda contact, _: cells.listed(dict.fromkeys(place["city"] for place in contact["addresses"])),
    "tags": lambda contact, _: cells.listed(contact["tags"]),
    "owner": lambda contact, _: cells.text(contact["owner"]),
}
