"""Opportunities as the lines and cards of a page."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.customers.models import Account
from core.i18n import Translator
from core.local_time import iso
from core.people.models import User
from core.policy import Permission, Viewer, visible
from core.sales.models import Opportunity, Stage
from core.standard_names import activity_type_name, stage_name

View = dict[str, Any]


async def opportunity_lines(
    session: AsyncSession, viewer: Viewer, translate: Translator, *, account_id: str, limit: int = 40
) -> list[View]:
    """An account's opportunities, open ones first, then the latest moved."""
    statement = (
        _lines(viewer)
        .where(Opportunity.account_id == account_id)
        .order_by(Opportunity.outcome != "open", Opportunity.stage_since.desc(), Opportunity.id)
        .limit(limit)
    )
    return [
        {
            "id": row.id,
            "title": row.title,
            "account": None,
            "amount": row.amount,
            "currency": row.currency,
            "stage_name": stage_name(row.key, row.stage, translate),
            "outcome": row.outcome,
            "expected_close": iso(row.expected_close),
        }
        for row in await session.execute(statement)
    ]


async def opportunity_cards(
    session: AsyncSession, viewer: Viewer, translate: Translator, ids: Sequence[str]
) -> dict[str, View]:
    """Cards by id, each with its next planned activity. Two queries."""
    if not ids:
        return {}
    found = (await session.execute(_lines(viewer).where(Opportunity.id.in_(ids)))).all()
    steps = await _next_steps(session, viewer, translate, ids)
    may = viewer.may(Permission.OPPORTUNITY_EDIT)
    return {
        row.id: {
            "id": row.id,
            "title": row.title,
            "account": {"id": row.account_id, "name": row.account} if row.account_id else None,
            "amount": row.amount,
            "currency": row.currency,
            "expected_close": iso(row.expected_close),
            "outcome": row.outcome,
            "next": steps.get(row.id),
            "owner": {"id": row.owner_id, "name": row.owner} if row.owner_id else None,
            "revision": row.revision,
            "may_edit": may and viewer.edited.covers_owner(row.owner_id, row.team_id, row.unit_id),
        }
        for row in found
    }


def _lines(viewer: Viewer) -> Select[*tuple[Any, ...]]:
    statement = (
        select(
            Opportunity.id, Opportunity.title, Opportunity.amount, Opportunity.currency, Opportunity.outcome,
            Opportunity.expected_close, Opportunity.revision, Opportunity.owner_id, Opportunity.unit_id,
            Opportunity.team_id, Opportunity.account_id, Account.name.label("account"), Stage.key,
            Stage.name.label("stage"), User.name.label("owner"),
        )
        .join(Stage, (Stage.company_id == Opportunity.company_id) & (Stage.id == Opportunity.stage_id))
        .outerjoin(Account, (Account.company_id == Opportunity.company_id) & (Account.id == Opportunity.account_id))
        .outerjoin(User, User.id == Opportunity.owner_id)
        .where(Opportunity.archived_at.is_(None))
    )  # fmt: skip
    narrowed: Select[*tuple[Any, ...]] = visible(statement, viewer, Opportunity)
    return narrowed


async def _next_steps(
    session: AsyncSession, viewer: Viewer, translate: Translator, ids: Sequence[str]
) -> dict[str, View]:
    """The earliest planned activity of each opportunity."""
    first = visible(
        select(
            Activity.opportunity_id,
            Activity.day,
            Activity.type_id,
            func.row_number()
            .over(partition_by=Activity.opportunity_id, order_by=(Activity.day, Activity.starts_at, Activity.id))
            .label("place"),
        ).where(Activity.opportunity_id.in_(ids), Activity.state == "planned"),
        viewer,
        Activity,
    ).subquery()
    rows = await session.execute(
        select(first.c.opportunity_id, first.c.day, ActivityType.key, ActivityType.name)
        .join(ActivityType, ActivityType.id == first.c.type_id)
        .where(first.c.place == 1)
    )
    return {
        row.opportunity_id: {
            "kind": row.key,
            "kind_name": activity_type_name(row.key, row.name, translate),
            "day": row.day.isoformat(),
        }
        for row in rows
    }
