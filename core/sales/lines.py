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
from core.policy import Sight, Viewer, may_edit_row, visible
from core.prepared import Statement, among, prepared, value
from core.sales.models import Opportunity, Stage
from core.standard_names import activity_type_name, stage_name

View = dict[str, Any]


async def opportunity_lines(
    session: AsyncSession, viewer: Viewer, translate: Translator, *, account_id: str, limit: int = 40
) -> list[View]:
    """An account's opportunities, open ones first, then the latest moved."""
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
        for row in await _of_account(session, viewer, limit, account=account_id)
    ]


@prepared
def _of_account(sight: Sight, limit: int) -> Statement:
    return (
        lines_of(sight)
        .where(Opportunity.account_id == value("account"))
        .order_by(Opportunity.outcome != "open", Opportunity.stage_since.desc(), Opportunity.id)
        .limit(limit)
    )


async def opportunity_cards(
    session: AsyncSession, viewer: Viewer, translate: Translator, ids: Sequence[str]
) -> dict[str, View]:
    """Cards by id, each with its next planned activity. Two queries."""
    if not ids:
        return {}
    found = (await _by_id(session, viewer, ids=list(ids))).all()
    steps = await next_steps(session, viewer, translate, ids)
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
            "may_edit": may_edit_row(viewer, "opportunity", row),
        }
        for row in found
    }


@prepared
def _by_id(sight: Sight) -> Statement:
    return lines_of(sight).where(among(Opportunity.id, "ids"))


def lines_of(sight: Sight) -> Select[*tuple[Any, ...]]:
    """A statement for the opportunities that may be seen, with what a line of one shows."""
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
    narrowed: Select[*tuple[Any, ...]] = visible(statement, sight, Opportunity)
    return narrowed


async def next_steps(
    session: AsyncSession, viewer: Viewer, translate: Translator, ids: Sequence[str]
) -> dict[str, View]:
    """The earliest planned activity of each opportunity."""
    rows = await _first_planned(session, viewer, ids=list(ids))
    return {
        row.opportunity_id: {
            "kind": row.key,
            "kind_name": activity_type_name(row.key, row.name, translate),
            "day": row.day.isoformat(),
        }
        for row in rows
    }


@prepared
def _first_planned(sight: Sight) -> Statement:
    place = func.row_number().over(
        partition_by=Activity.opportunity_id, order_by=(Activity.day, Activity.starts_at, Activity.id)
    )
    planned = select(Activity.opportunity_id, Activity.day, Activity.type_id, place.label("place")).where(
        among(Activity.opportunity_id, "ids"), Activity.state == "planned"
    )
    first = visible(planned, sight, Activity).subquery()
    return (
        select(first.c.opportunity_id, first.c.day, ActivityType.key, ActivityType.name)
        .join(ActivityType, ActivityType.id == first.c.type_id)
        .where(first.c.place == 1)
    )
