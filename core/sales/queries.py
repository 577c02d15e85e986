"""Pipelines, stages and opportunities, as plain views; every list is cut and takes a constant number of queries."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.models import Account
from core.people.models import User
from core.policy import Viewer, visible
from core.prepared import Statement, prepared
from core.sales.models import Opportunity, OpportunityTotal, Pipeline, Stage

View = dict[str, Any]


async def pipelines(session: AsyncSession) -> list[View]:
    """The company's pipelines in order, each with its stages in order."""
    rows = await _every_stage(session, None)
    found: dict[str, View] = {}
    for row in rows.mappings():
        pipeline = found.setdefault(
            row["pipeline_id"], {"id": row["pipeline_id"], "name": row["pipeline"], "stages": []}
        )
        pipeline["stages"].append({name: row[name] for name in ("id", "key", "name", "outcome", "probability")})
    return list(found.values())


@prepared
def _every_stage() -> Statement:
    return (
        select(
            Pipeline.id.label("pipeline_id"), Pipeline.name.label("pipeline"),
            Stage.id, Stage.key, Stage.name, Stage.outcome, Stage.probability,
        )
        .join(Stage, (Stage.company_id == Pipeline.company_id) & (Stage.pipeline_id == Pipeline.id))
        .where(Pipeline.archived_at.is_(None), Stage.archived_at.is_(None))
        .order_by(Pipeline.position, Pipeline.id, Stage.position)
    )  # fmt: skip


async def opportunities(
    session: AsyncSession,
    viewer: Viewer,
    *,
    ids: Sequence[str] | None = None,
    owner_id: str | None = None,
    account_id: str | None = None,
    stage_id: str | None = None,
    only_open: bool = False,
    limit: int = 40,
    offset: int = 0,
) -> list[View]:
    """Opportunities that the viewer may see, the latest moved first."""
    statement = _opportunities(viewer)
    for column, value in (
        (Opportunity.owner_id, owner_id),
        (Opportunity.account_id, account_id),
        (Opportunity.stage_id, stage_id),
    ):
        if value is not None:
            statement = statement.where(column == value)
    if ids is not None:
        statement = statement.where(Opportunity.id.in_(ids))
    if only_open:
        statement = statement.where(Opportunity.outcome == "open")
    statement = statement.order_by(Opportunity.stage_since.desc(), Opportunity.id).limit(limit).offset(offset)
    return [_view(row) for row in (await session.execute(statement)).mappings()]


async def stage_totals(
    session: AsyncSession, viewer: Viewer, pipeline_id: str, owner_id: str | None = None
) -> list[View]:
    """What the viewer may see, summed by stage and currency: count, amount, weighted (all in the smallest unit)."""
    statement = visible(
        select(
            OpportunityTotal.stage_id,
            OpportunityTotal.currency,
            func.sum(OpportunityTotal.count).label("number"),
            func.sum(OpportunityTotal.amount).label("amount"),
            func.sum(OpportunityTotal.weighted).label("weighted"),
        ).where(OpportunityTotal.pipeline_id == pipeline_id),
        viewer,
        OpportunityTotal,
    )
    if owner_id is not None:
        statement = statement.where(OpportunityTotal.owner_id == owner_id)
    rows = await session.execute(statement.group_by(OpportunityTotal.stage_id, OpportunityTotal.currency))
    return [
        {
            "stage_id": row.stage_id,
            "currency": row.currency,
            "count": int(row.number),
            "amount": int(row.amount),
            "weighted": int(row.weighted) // 100,
        }
        for row in rows
        if row.number
    ]


def _opportunities(viewer: Viewer) -> Select[*tuple[Any, ...]]:
    statement: Select[*tuple[Any, ...]] = (
        select(
            Opportunity.id,
            Opportunity.title,
            Opportunity.account_id,
            Account.name.label("account"),
            Opportunity.contact_id,
            Opportunity.pipeline_id,
            Opportunity.stage_id,
            Stage.key.label("stage_key"),
            Stage.name.label("stage"),
            Opportunity.outcome,
            Opportunity.amount,
            Opportunity.currency,
            Opportunity.probability,
            Opportunity.expected_close,
            Opportunity.reason,
            Opportunity.notes,
            Opportunity.owner_id,
            User.name.label("owner"),
            Opportunity.revision,
            Opportunity.stage_since,
        )
        .join(Stage, (Stage.company_id == Opportunity.company_id) & (Stage.id == Opportunity.stage_id))
        .outerjoin(Account, (Account.company_id == Opportunity.company_id) & (Account.id == Opportunity.account_id))
        .outerjoin(User, User.id == Opportunity.owner_id)
        .where(Opportunity.archived_at.is_(None))
    )
    narrowed: Select[*tuple[Any, ...]] = visible(statement, viewer, Opportunity)
    return narrowed


def _view(row: Any) -> View:
    return {
        **row,
        "expected_close": row["expected_close"].isoformat() if row["expected_close"] else None,
        "stage_since": row["stage_since"].isoformat(),
    }
