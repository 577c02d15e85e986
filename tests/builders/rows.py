"""What stands in a company's tables: for rules of the kind “and nothing else has changed”."""

from typing import Any

from sqlalchemy import select

import core.all_models
from core.database import Base, reading
from core.people.models import Company, Membership, User
from core.records import CompanyOwned, Record, values_of
from core.sales.models import OpportunityTotal, StageVisit
from core.search import SearchEntry
from tests.builders.cast import Firm

Rows = dict[str, list[str]]

_BOOKKEEPING = frozenset({"revision", "number"})
_DERIVED = (StageVisit, OpportunityTotal, SearchEntry)


async def everything(firm: Firm) -> Rows:
    """Every row of the company in every table, by table."""
    models = [mapper.class_ for mapper in Base.registry.mappers]
    return {model.__tablename__: await _rows(firm, model) for model in models if _is_of_a_company(model)}


async def business(firm: Firm) -> Rows:
    """What a person would call the company's data: records without their bookkeeping, sums, stays, search lines.

    The same before an operation and after it was undone.
    """
    models = [mapper.class_ for mapper in Base.registry.mappers]
    return {
        model.__tablename__: await _rows(firm, model, without=_BOOKKEEPING)
        for model in models
        if issubclass(model, Record) or model in (*_DERIVED, Company, User)
    }


def _is_of_a_company(model: type[Base]) -> bool:
    return issubclass(model, CompanyOwned) or model in (Company, User)


async def _rows(firm: Firm, model: Any, without: frozenset[str] = frozenset()) -> list[str]:
    statement = select(model)
    if model is Company:
        statement = statement.where(Company.id == firm.company_id)
    elif model is User:
        statement = statement.where(User.id.in_(select(Membership.user_id)))
    async with reading(firm.company_id) as session:
        return sorted(
            str({name: value for name, value in values_of(row).items() if name not in without})
            for row in await session.scalars(statement)
            if not (isinstance(row, OpportunityTotal) and not row.count)
        )


__all__ = ["business", "core", "everything"]
