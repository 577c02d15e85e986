"""A page of any list: the ids in its order, narrowed by its filters; and what a search finds among them."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.lists.filters import Reader
from core.lists.table import LISTINGS
from core.policy import Sight, visible
from core.prepared import Statement, prepared, value, values
from core.search import search

_FOUND = 30
_LOOKED_AT = 200


async def page_of(
    session: AsyncSession, reader: Reader, kind: str, wanted: Mapping[str, str], sort: str = "",
    after: str | None = None, limit: int = 40,
) -> tuple[list[str], str | None]:  # fmt: skip
    """The ids of a page, and where the next begins: what its last record is sorted by and its id, a line each.

    `after`: the same of the page before. One query.
    """
    listing = LISTINGS[kind]
    order = listing.order(sort)
    bound = listing.bound(wanted, reader)
    goes_on = after is not None
    if after is not None:
        last, _, last_id = after.rpartition("\n")
        try:
            bound |= {"last": order.read(last), "last_id": last_id}
        except ValueError:
            goes_on = False
    rows = list(await _page(session, reader.viewer, kind, tuple(wanted), order.name, goes_on, limit + 1, **bound))
    end = rows[limit - 1] if len(rows) > limit else None
    return [row.id for row in rows[:limit]], f"{end.sorted_by}\n{end.id}" if end else None


@prepared
def _page(sight: Sight, kind: str, filters: tuple[str, ...], sort: str, goes_on: bool, limit: int) -> Statement:
    listing = LISTINGS[kind]
    order, key = listing.order(sort), listing.model.id
    statement = listing.narrowed(select(key, order.column.label("sorted_by")), sight, filters)
    if hasattr(listing.model, "archived_at"):
        statement = statement.where(listing.model.archived_at.is_(None))
    if goes_on:
        last = value("last")
        beyond = order.column < last if order.descends else order.column > last
        statement = statement.where(beyond | ((order.column == last) & (key > value("last_id"))))
    by = order.column.desc() if order.descends else order.column
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
    among = select(listing.model.id).where(listing.model.id.in_(values("ids")))
    return visible(listing.narrowed(among, sight, filters), sight, listing.model)
