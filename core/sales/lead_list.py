"""The list of leads, and what a search finds among them, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.places import label
from core.lists import cells
from core.lists.paging import found_among, page_of
from core.local_time import local
from core.people.models import Unit, User
from core.policy import Sight, visible
from core.prepared import Statement, among, prepared
from core.reader import Reader
from core.sales.lead_words import SOURCES, STATUSES
from core.sales.models import Lead

View = dict[str, Any]


async def lead_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str], sort: str = "",
    after: str | None = None,
) -> View:  # fmt: skip
    """`rows`: all that are wanted, in order; `after`: where the next page begins."""
    ids, goes_on = await page_of(session, reader, "lead", wanted, sort, after)
    return {"rows": await _lines(session, reader, ids, columns), "after": goes_on}


async def found_leads(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> View:
    """`rows`: what a search finds among those wanted, best first."""
    ids = await found_among(session, reader, "lead", words, wanted)
    return {"rows": await _lines(session, reader, ids, columns)}


async def _lines(session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]) -> list[View]:
    """In the order of `ids`: one query."""
    rows = {row.id: row for row in await _rows(session, reader.viewer, ids=list(ids))} if ids else {}
    return [_line(rows[one], reader, columns) for one in ids if one in rows]


def _line(row: Any, reader: Reader, columns: Sequence[str]) -> View:
    person = row.person if row.firm else ""
    return {
        "id": row.id,
        "name": row.title,
        "is_firm": bool(row.firm),
        "note": " · ".join(filter(None, [person, row.subject or row.city])) or None,
        "status": row.status,
        "status_name": reader.translate(STATUSES[row.status]),
        "phone": row.phone,
        "cells": [_CELLS[column](row, reader) for column in columns],
    }


_CELLS: Mapping[str, Callable[[Any, Reader], cells.Cell]] = {
    "person": lambda row, _: cells.text(row.person),
    "subject": lambda row, _: cells.text(row.subject),
    "status": lambda row, reader: cells.text(reader.translate(STATUSES[row.status])),
    "source": lambda row, reader: cells.text(label(SOURCES, row.source, reader.translate) if row.source else None),
    "phone": lambda row, reader: cells.phone(row.phone, reader.viewer.country),
    "email": lambda row, _: cells.email(row.email),
    "city": lambda row, _: cells.text(row.city),
    "tags": lambda row, _: cells.listed(row.tags),
    "owner": lambda row, _: cells.text(row.owner),
    "unit": lambda row, _: cells.text(row.unit),
    "since": lambda row, reader: cells.day((local(row.created_at, reader.now) or "")[:10] or None),
}


@prepared
def _rows(sight: Sight) -> Statement:
    statement = (
        select(
            Lead.id, Lead.title, Lead.person, Lead.firm, Lead.subject, Lead.status, Lead.source, Lead.phone,
            Lead.email, Lead.city, Lead.tags, Lead.created_at, User.name.label("owner"), Unit.name.label("unit"),
        )
        .outerjoin(User, User.id == Lead.owner_id)
        .outerjoin(Unit, (Unit.company_id == Lead.company_id) & (Unit.id == Lead.unit_id))
        .where(among(Lead.id, "ids"))
    )  # fmt: skip
    return visible(statement, sight, Lead)
