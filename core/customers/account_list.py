"""The list of customers: whom one has seen lately or sees next, everybody by name, and what a search finds."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.account_filters import ACCOUNTS
from core.customers.account_lines import account_lines
from core.customers.contact_lines import contact_lines
from core.customers.models import Account
from core.i18n import Translator
from core.lists.filters import Reader
from core.lists.queries import common_words
from core.policy import Sight, visible
from core.prepared import ME, Statement, prepared, value, values
from core.search import search

View = dict[str, Any]

_LATELY = timedelta(days=21)
_NEXT = timedelta(days=14)
_LATELY_SHOWN = 12
_FOUND = 30


async def account_list(
    session: AsyncSession, reader: Reader, translate: Translator, wanted: Mapping[str, str], columns: Sequence[str],
    after: str | None = None, limit: int = 40,
) -> View:  # fmt: skip
    """`recent`: seen lately or next by the reader; `accounts`: all that are wanted, by name; `after`: the next page.

    A page after the first (`after`: the last name and id of the one before, as given), or of a filter, has no `recent`.
    """
    recent = [] if after or wanted else await _recent(session, reader)
    name, _, last_id = after.rpartition("\n") if after is not None else ("", "", "")
    bound = ACCOUNTS.bound(wanted, reader) | {"name": name, "last_id": last_id}
    many = await common_words(session, ACCOUNTS, bound)
    rows = await _page(session, reader.viewer, tuple(wanted), many, after is not None, limit + 1, **bound)
    page = list(rows)
    ids = [row.id for row in page[:limit]]
    lines = await account_lines(session, reader, translate, [*recent, *ids], columns)
    last = page[limit - 1] if len(page) > limit else None
    return {
        "recent": [lines[one] for one in recent if one in lines],
        "accounts": [lines[one] for one in ids if one in lines],
        "after": f"{last.name}\n{last.id}" if last else None,
    }


@prepared
def _page(sight: Sight, filters: tuple[str, ...], many: frozenset[str], goes_on: bool, limit: int) -> Statement:
    statement = select(Account.id, Account.name).where(Account.archived_at.is_(None))
    statement = ACCOUNTS.narrowed(statement, sight, filters, many)
    if goes_on:
        name = value("name")
        statement = statement.where((Account.name > name) | ((Account.name == name) & (Account.id > value("last_id"))))
    return visible(statement.order_by(Account.name, Account.id).limit(limit), sight, Account)


async def found_accounts(
    session: AsyncSession, reader: Reader, translate: Translator, words: str, wanted: Mapping[str, str],
    columns: Sequence[str],
) -> View:  # fmt: skip
    """What a search finds: `accounts` among those wanted, best first; and `contacts`, where nothing is filtered."""
    kinds = ("account",) if wanted else ("account", "contact")
    found = await search(session, reader.viewer, words, kinds, limit=200 if wanted else _FOUND)
    ids = [one.id for one in found if one.kind == "account"]
    if wanted and ids:
        bound = ACCOUNTS.bound(wanted, reader)
        fitting = set((await _fitting(session, reader.viewer, tuple(wanted), ids=ids, **bound)).scalars())
        ids = [one for one in ids if one in fitting][:_FOUND]
    lines = await account_lines(session, reader, translate, ids, columns)
    contacts = await contact_lines(session, reader.viewer, [one.id for one in found if one.kind == "contact"])
    return {"accounts": [lines[one] for one in ids if one in lines], "contacts": contacts}


@prepared
def _fitting(sight: Sight, filters: tuple[str, ...]) -> Statement:
    among = select(Account.id).where(Account.id.in_(values("ids")))
    return visible(ACCOUNTS.narrowed(among, sight, filters, many=filters), sight, Account)


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
