"""The list of contacts: everybody by name, and what a search finds, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.contact_lines import contact_line
from core.customers.queries import contacts_by_id
from core.lists import cells
from core.lists.paging import found_among, page_of
from core.reader import Reader

View = dict[str, Any]


async def contact_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str], sort: str = "",
    after: str | None = None, limit: int = 40,
) -> View:  # fmt: skip
    """`rows`: all that are wanted, in order; `after`: where the next page begins."""
    ids, goes_on = await page_of(session, reader, "contact", wanted, sort, after, limit)
    return {"rows": await _lines(session, reader, ids, columns), "after": goes_on}


async def found_contacts(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> View:
    """`rows`: what a search finds among those wanted, best first."""
    ids = await found_among(session, reader, "contact", words, wanted)
    return {"rows": await _lines(session, reader, ids, columns)}


async def _lines(session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]) -> list[View]:
    found = {one["id"]: one for one in await contacts_by_id(session, reader.viewer, ids)} if ids else {}
    return [_line(found[one], reader, columns) for one in ids if one in found]


def _line(contact: View, reader: Reader, columns: Sequence[str]) -> View:
    line = contact_line(contact, beside_account=False)
    return line | {"cells": [_CELLS[column](contact, line, reader) for column in columns]}


_CELLS: Mapping[str, Callable[[View, View, Reader], cells.Cell]] = {
    "account": lambda contact, *_: cells.listed(place["name"] for place in contact["accounts"]),
    "job_title": lambda _, line, __: cells.text(line["job_title"]),
    "phone": lambda _, line, reader: cells.phone(line["phone"], reader.viewer.country),
    "email": lambda _, line, __: cells.email(line["email"]),
    "city": lambda contact, *_: cells.listed(dict.fromkeys(place["city"] for place in contact["addresses"])),
    "tags": lambda contact, *_: cells.listed(contact["tags"]),
    "owner": lambda contact, *_: cells.text(contact["owner"]),
}
