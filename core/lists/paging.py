"""A page of any list: the ids in its order, narrowed by its filters; and what a search finds among them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.lists.filters import Order
from core.lists.queries import common_words
from core.lists.table import LISTINGS
from core.policy import Sight, visible
from core.prepared import Statement, among, prepared, value
from core.reader import Reader
from core.search import search

_FOUND = 30
_LOOKED_AT = 200


async def page_of(
    session: AsyncSession, reader: Reader, kind: str, wanted: Mapping[str, str], sort: str = "",
    after: str | None = None, limit: int = 40,
) -> tuple[list[str], str | None]:  # fmt: skip
    """The ids of a page, and where the next begins: what its last record is sorted by and its id, a line each.

    `after`: the same of the page before. One query, and one for each word that is filtered by; as many
    again where those without a value follow.
    """
    order = LISTINGS[kind].order(sort)
    last, _, last_id = (after or "").rpartition("\n")
    rows: list[Any] = []
    if after is None or last or not order.may_be_empty:
        bound = _begin(order, last, last_id) if after is not None else None
        rows = await _part(session, reader, kind, wanted, order, bound, limit + 1, empty=False)
        last_id = ""
    if order.may_be_empty and len(rows) <= limit:
        begin = {"last_id": last_id} if last_id else None
        rows += await _part(session, reader, kind, wanted, order, begin, limit + 1 - len(rows), empty=True)
    end = rows[limit - 1] if len(rows) > limit else None
    said = "" if end is None or end.sorted_by is None else end.sorted_by
    return [row.id for row in rows[:limit]], f"{said}\n{end.id}" if end else None


def _begin(order: Order, last: str, last_id: str) -> dict[str, Any] | None:
    """Where a page begins; at the beginning, where what its address says is no such place."""
    try:
        return {"last": order.read(last), "last_id": last_id}
    except ValueError:
        return None


async def _part(
    session: AsyncSession, reader: Reader, kind: str, wanted: Mapping[str, str], order: Order,
    begin: Mapping[str, Any] | None, limit: int, *, empty: bool,
) -> list[Any]:  # fmt: skip
    bound = LISTINGS[kind].bound(wanted, reader) | dict(begin or {})
    many = await common_words(session, LISTINGS[kind], bound)
    looks = kind, tuple(wanted), many, order.name, begin is not None, empty, limit
    return list(await _page(session, reader.viewer, *looks, **bound))


@prepared
def _page(
    sight: Sight, kind: str, filters: tuple[str, ...], many: frozenset[str], sort: str, goes_on: bool, empty: bool,
    limit: int,
) -> Statement:  # fmt: skip
    listing = LISTINGS[kind]
    order, key = listing.order(sort), listing.model.id
    column = order.column
    if "owner" in filters:
        # One person's are few: gathered by their owner and sorted, not looked for among everybody's in order.
        column = func.coalesce(column, column)
    statement = listing.narrowed(select(key, column.label("sorted_by")), sight, filters, many)
    if hasattr(listing.model, "archived_at"):
        statement = statement.where(listing.model.archived_at.is_(None))
    if order.may_be_empty:
        statement = statement.where(column.is_(None) if empty else column.is_not(None))
    if goes_on and empty:
        statement = statement.where(key > value("last_id"))
    elif goes_on:
        last = value("last")
        beyond = column < last if order.descends else column > last
        statement = statement.where(beyond | ((column == last) & (key > value("last_id"))))
    by = column.desc() if order.descends else column
    return visible(statement.order_by(by, key).limit(limit), sight, listing.model)


async def found_among(
    session: AsyncSession, reader: Reader, kind: str, words: str, wanted: Mapping[str, str]
) -> list[str]:
    """The ids of what a search finds among those wanted, best first."""
    found = await search(session, reader.viewer, words, (kind,), limit=_LOOKED_AT if wanted else _FOUND)
    return await fitting(session, reader, kind, [one.id for one in found], wanted)


async def fitting(
    session: AsyncSession, reader: Reader, kind: str, ids: list[str], wanted: Mapping[str, str]
) -> list[str]:
    """Of these ids, in their order, those that the filters let through."""
    if wanted and ids:
        bound = LISTINGS[kind].bound(wanted, reader)
        fit = set((await _fitting(session, reader.viewer, kind, tuple(wanted), ids=ids, **bound)).scalars())
        ids = [one for one in ids if one in fit]
    return ids[:_FOUND]


@prepared
def _fitting(sight: Sight, kind: str, filters: tuple[str, ...]) -> Statement:
    listing = LISTINGS[kind]
    given = select(listing.model.id).where(among(listing.model.id, "ids"))
    return visible(listing.narrowed(given, sight, filters, many=filters), sight, listing.model)
