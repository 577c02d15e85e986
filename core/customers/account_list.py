"""The list of customers: whom one has seen lately or sees next, everybody by name, and what a search finds."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.account_lines import account_lines
from core.customers.contact_lines import contact_lines
from core.customers.models import Account
from core.lists.paging import fitting, page_of
from core.policy import Sight, visible
from core.prepared import ME, Statement, prepared, value
from core.reader import Reader
from core.search import search

View = dict[str, Any]

_LATELY = timedelta(days=21)
_NEXT = timedelta(days=14)
_LATELY_SHOWN = 12
_FOUND = 30


async def account_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str],
    sort: str = "", after: str | None = None, limit: int = 40,
) -> View:  # fmt: skip
    """`recent`: seen lately or next by the reader; `rows`: all that are wanted, in order; `after`: the next page.

    A page after the first (`after`: as the one before gave it), or of a filter, has no `recent`.
    """
    recent = [] if after or wanted else await _recent(session, reader)
    ids, goes_on = await page_of(session, reader, "account", wanted, sort, after, limit)
    lines = await account_lines(session, reader, [*recent, *ids], columns)
    return {
        "recent": [lines[one] for one in recent if one in lines],
        "rows": [lines[one] for one in ids if one in lines],
        "after": goes_on,
    }


async def found_accounts(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> View:
    """What a search finds: `rows` among those wanted, best first; and `contacts`, where nothing is filtered."""
    kinds = ("account",) if wanted else ("account", "contact")
    found = await search(session, reader.viewer, words, kinds, limit=200 if wanted else _FOUND)
    ids = await fitting(session, reader, "account", [one.id for one in found if one.kind == "account"], wanted)
    lines = await account_lines(session, reader, ids, columns)
    contacts = await contact_lines(session, reader.viewer, [one.id for one in found if one.kind == "contact"])
    return {"rows": [lines[one] for one in ids if one in lines], "contacts": contacts}


async def _recent(session: AsyncSession, reader: Reader) -> list[str]:
    """The accounts of the reader's activities around today: overdue, then next, then lately seen."""
    today = reader.now.date()
    found = await _around(session, reader.viewer, first=today - _LATELY, last=today + _NEXT)
    return list(found.scalars())


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
