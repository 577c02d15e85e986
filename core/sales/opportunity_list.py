"""The pipeline as a list: what is wanted in its order, what a search finds, and what it all adds up to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.lists import cells
from core.lists.paging import found_among, page_of
from core.local_time import iso, local
from core.people.models import Unit
from core.policy import Sight, visible
from core.prepared import Statement, among, prepared
from core.reader import Reader
from core.sales.lines import lines_of, next_steps
from core.sales.models import Opportunity, OpportunityTotal, Pipeline
from core.sales.opportunity_filters import KEPT, OPPORTUNITIES
from core.standard_names import pipeline_name, stage_name

View = dict[str, Any]


async def opportunity_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str], sort: str = "",
    after: str | None = None,
) -> View:  # fmt: skip
    """`rows`: all that are wanted, in order; `totals`: what all of them add up to, on the first page; `after`."""
    ids, goes_on = await page_of(session, reader, "opportunity", wanted, sort, after)
    totals = await _totals(session, reader, wanted) if after is None else []
    return {"rows": await _lines(session, reader, ids, columns), "totals": totals, "after": goes_on}


async def found_opportunities(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> View:
    """What a search finds among those wanted, best first, and what that adds up to."""
    ids = await found_among(session, reader, "opportunity", words, wanted)
    rows = await _lines(session, reader, ids, columns)
    sums: dict[str, View] = {}
    for row in rows:
        total = sums.setdefault(row["currency"], {"currency": row["currency"], "count": 0, "amount": 0})
        total["count"] += 1
        total["amount"] += row["amount"]
    return {"rows": rows, "totals": list(sums.values())}


async def _totals(session: AsyncSession, reader: Reader, wanted: Mapping[str, str]) -> list[View]:
    """Count and amount by currency, the most first: from the kept totals where these tell, else counted."""
    kept = all(KEPT.filter(name) for name in wanted)
    listing = KEPT if kept else OPPORTUNITIES
    rows = await _sums(session, reader.viewer, tuple(wanted), kept, **listing.bound(wanted, reader))
    return [
        {"currency": row.currency, "count": int(row.number), "amount": int(row.amount)} for row in rows if row.number
    ]


@prepared
def _sums(sight: Sight, filters: tuple[str, ...], kept: bool) -> Statement:
    listing = KEPT if kept else OPPORTUNITIES
    model: Any = listing.model
    number = func.sum(OpportunityTotal.count) if kept else func.count()
    amount = func.sum(model.amount)
    statement = select(model.currency, number.label("number"), amount.label("amount"))
    if not kept:
        statement = statement.where(Opportunity.archived_at.is_(None))
    statement = listing.narrowed(statement, sight, filters).group_by(model.currency).order_by(number.desc())
    return visible(statement, sight, model)


async def _lines(session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]) -> list[View]:
    """In the order of `ids`: two queries."""
    if not ids:
        return []
    rows = {row.id: row for row in await _rows(session, reader.viewer, ids=list(ids))}
    steps = await next_steps(session, reader.viewer, reader.translate, ids) if "next" in columns else {}
    return [_line(rows[one], steps.get(one), reader, columns) for one in ids if one in rows]


def _line(row: Any, step: View | None, reader: Reader, columns: Sequence[str]) -> View:
    return {
        "id": row.id,
        "title": row.title,
        "account": {"id": row.account_id, "name": row.account} if row.account else None,
        "amount": row.amount,
        "currency": row.currency,
        "stage_name": stage_name(row.key, row.stage, reader.translate),
        "outcome": row.outcome,
        "expected_close": iso(row.expected_close),
        "is_stuck": row.outcome == "open" and row.next_day is None,
        "cells": [_CELLS[column](row, step, reader) for column in columns],
    }


_CELLS: Mapping[str, Callable[[Any, View | None, Reader], cells.Cell]] = {
    "account": lambda row, *_: cells.text(row.account),
    "stage": lambda row, _, reader: cells.text(stage_name(row.key, row.stage, reader.translate)),
    "amount": lambda row, *_: cells.money(row.amount, row.currency),
    "probability": lambda row, *_: cells.percent(row.probability),
    "close": lambda row, *_: cells.day(iso(row.expected_close)),
    "next": lambda _, step, *__: cells.day(step["day"] if step else None),
    "since": lambda row, _, reader: cells.day((local(row.stage_since, reader.now) or "")[:10] or None),
    "owner": lambda row, *_: cells.text(row.owner),
    "unit": lambda row, *_: cells.text(row.unit),
    "pipeline": lambda row, _, reader: cells.text(pipeline_name(row.pipeline, reader.translate)),
}


@prepared
def _rows(sight: Sight) -> Statement:
    statement: Select[*tuple[Any, ...]] = (
        lines_of(sight)
        .join(Pipeline, (Pipeline.company_id == Opportunity.company_id) & (Pipeline.id == Opportunity.pipeline_id))
        .outerjoin(Unit, (Unit.company_id == Opportunity.company_id) & (Unit.id == Opportunity.unit_id))
        .add_columns(
            Opportunity.probability, Opportunity.stage_since, Opportunity.next_day, Unit.name.label("unit"),
            Pipeline.name.label("pipeline"),
        )
        .where(among(Opportunity.id, "ids"))
    )  # fmt: skip
    return statement
