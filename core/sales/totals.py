"""Stage sums kept in step with every change of an opportunity, and the check that rebuilds and compares them."""

from collections import Counter
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, String, and_, bindparam, case, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import insert_on
from core.finishing import follows
from core.records import NOBODY, Id
from core.sales.models import Opportunity, OpportunityTotal
from core.work import Work

Values = dict[str, Any]
Key = tuple[str, ...]

_KEY = ("company_id", "pipeline_id", "stage_id", "owner_id", "unit_id", "team_id", "month", "currency")
_SUMS = ("count", "amount", "weighted", "stuck")
TOTAL_COLUMNS = (*_KEY, *_SUMS)
"""What `right_sums` selects, in its order."""


@follows(Opportunity)
async def keep_totals(work: Work, opportunity: Any, before: Values | None, after: Values | None) -> None:
    """Takes what the opportunity counted for before from its sums and adds what it counts for now."""
    changes: dict[Key, Counter[str]] = {}
    for values, sign in ((before, -1), (after, 1)):
        if values is not None and values["archived_at"] is None:
            sums = changes.setdefault(_key(work.viewer.company_id, values), Counter())
            sums["count"] += sign
            sums["amount"] += sign * values["amount"]
            sums["weighted"] += sign * values["amount"] * values["probability"]
            sums["stuck"] += sign * (values["outcome"] == "open" and values["next_day"] is None)
    # In the keys' order, so that two operations never wait for each other in a circle.
    rows = [
        {**dict(zip(_KEY, key, strict=True)), **{name: sums[name] for name in _SUMS}}
        for key, sums in sorted(changes.items())
        if any(sums.values())
    ]
    if rows:
        connection = await work.session.connection()
        await connection.execute(_add_on(connection.dialect.name), rows)


@cache
def _add_on(dialect: str) -> Any:
    table = OpportunityTotal.__table__
    line = insert_on(dialect, table).values({name: bindparam(name) for name in TOTAL_COLUMNS})
    added = {name: table.c[name] + line.excluded[name] for name in _SUMS}
    return line.on_conflict_do_update(index_elements=list(_KEY), set_=added)


async def differences(session: AsyncSession) -> list[tuple[Key, tuple[int, ...], tuple[int, ...]]]:
    """The sums that are not what the opportunities add up to: (key, kept, right). Empty is as it should be."""
    kept_rows = await session.execute(select(*(getattr(OpportunityTotal, name) for name in TOTAL_COLUMNS)))
    width = len(_KEY)
    kept = {tuple(row[:width]): tuple(map(int, row[width:])) for row in kept_rows if any(row[width:])}
    right = {tuple(row[:width]): tuple(map(int, row[width:])) for row in await session.execute(right_sums())}
    nothing = (0,) * len(_SUMS)
    return [
        (key, kept.get(key, nothing), right.get(key, nothing))
        for key in sorted({*kept, *right})
        if kept.get(key) != right.get(key)
    ]


def right_sums() -> Any:
    """A statement for what the totals should hold, in the order of their key, then count, amount, weighted, stuck."""
    # Dates are ISO text on SQLite and dates on PostgreSQL: both begin with the month as text.
    month = func.coalesce(func.substr(cast(Opportunity.expected_close, String), 1, 7), "")
    keys = (
        Opportunity.company_id,
        Opportunity.pipeline_id,
        Opportunity.stage_id,
        func.coalesce(Opportunity.owner_id, literal(NOBODY, Id)).label("owner_id"),
        func.coalesce(Opportunity.unit_id, literal(NOBODY, Id)).label("unit_id"),
        func.coalesce(Opportunity.team_id, literal(NOBODY, Id)).label("team_id"),
        month.label("month"),
        Opportunity.currency,
    )
    return (
        select(
            *keys,
            func.count(),
            cast(func.sum(Opportunity.amount), BigInteger),
            cast(func.sum(Opportunity.amount * Opportunity.probability), BigInteger),
            cast(func.sum(case((is_stuck(), 1), else_=0)), BigInteger),
        )
        .where(Opportunity.archived_at.is_(None))
        .group_by(*keys)
    )


def is_stuck() -> ColumnElement[bool]:
    """An open opportunity for which nothing is planned, as SQL."""
    return and_(Opportunity.outcome == "open", Opportunity.next_day.is_(None), Opportunity.archived_at.is_(None))


def _key(company_id: str, values: Values) -> Key:
    return (
        company_id,
        values["pipeline_id"],
        values["stage_id"],
        values["owner_id"] or NOBODY,
        values["unit_id"] or NOBODY,
        values["team_id"] or NOBODY,
        (values["expected_close"] or "")[:7],
        values["currency"],
    )
