"""What stands in a company's tables: for rules of the kind “and nothing else has changed”."""

from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

import core.all_models
from core.agenda.finding import ToldEntry
from core.database import Base, reading
from core.marks import Mark
from core.people.models import Company, Membership, User
from core.records import Id, Record, values_of
from core.sales.models import OpportunityTotal, StageVisit
from core.search_entries import SearchEntry
from tests.builders.cast import Firm

Rows = dict[str, list[str]]
Counts = list[tuple[str, int, int]]

_BOOKKEEPING = frozenset({"revision", "number"})
_DERIVED = (StageVisit, OpportunityTotal, SearchEntry, ToldEntry, Mark)


async def counts(firm: Firm) -> Counts:
    """How many rows each table has, the company's or all, and what their revisions add up to: one query."""
    async with reading(firm.company_id) as session:
        rows = await session.execute(_counting(), {"company": firm.company_id})
        return [(row[0], int(row[1]), int(row[2] or 0)) for row in rows]


@cache
def _counting() -> CompoundSelect[*tuple[Any, ...]]:
    """Made once: to put it together takes longer than to ask it."""
    parts = []
    for table in Base.metadata.sorted_tables:
        revisions = func.sum(table.c.revision) if "revision" in table.c else literal(0)
        part = select(literal(table.name), func.count(), revisions).select_from(table)
        company = bindparam("company", type_=Id)
        parts.append(part.where(table.c.company_id == company) if "company_id" in table.c else part)
    return union_all(*parts)


async def business(firm: Firm) -> Rows:
    """What a person would call the company's data: records without their bookkeeping, sums, stays, search lines.

    The same before an operation and after it was undone.
    """
    models = [mapper.class_ for mapper in Base.registry.mappers]
    async with reading(firm.company_id) as session:
        return {
            model.__tablename__: await _rows(session, firm, model)
            for model in models
            if issubclass(model, Record) or model in (*_DERIVED, Company, User)
        }


async def _rows(session: AsyncSession, firm: Firm, model: Any) -> list[str]:
    statement = select(model)
    if model is Company:
        statement = statement.where(Company.id == firm.company_id)
    elif model is User:
        statement = statement.where(User.id.in_(select(Membership.user_id)))
    return sorted(
        str({name: value for name, value in values_of(row).items() if name not in _BOOKKEEPING})
        for row in await session.scalars(statement)
        if not (isinstance(row, OpportunityTotal) and not row.count)
    )


__all__ = ["Counts", "business", "core", "counts"]
