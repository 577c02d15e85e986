"""The view of a day: what is next, what is overdue, the agenda, what lacks a next step, what changed, the team."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.agenda.rows import lines, overdue_list, rows
from core.customers.models import Account
from core.customers.places import phone_and_place
from core.i18n import Translator
from core.people.models import Membership, User
from core.policy import Permission, Sight, Viewer, visible
from core.prepared import ME, Statement, prepared, value, values
from core.sales.models import Opportunity, OpportunityTotal, Stage
from core.sales.totals import is_stuck
from core.standard_names import stage_name
from core.timeline import changes

View = dict[str, Any]

_OVERDUE_SHOWN = 5
_WITHOUT_NEXT_SHOWN = 5
_AGENDA_SHOWN = 100


async def today_view(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> View:
    """The viewer's day; a manager's with the team's. A constant number of queries."""
    me = [viewer.user_id]
    agenda = await _agenda(session, viewer, translate, now)
    coming = _next(agenda, now)
    if coming is not None:
        found = await phone_and_place(session, viewer, coming["account"], coming["contact"])
        agenda = [activity for activity in agenda if activity["id"] != coming["id"]]
        coming = {**coming, **found}
    without_next, without_next_count = await _without_next(session, viewer, translate, me)
    return {
        "next": coming,
        "overdue": await overdue_list(session, viewer, translate, now, me, _OVERDUE_SHOWN),
        "overdue_count": await _overdue_count(session, viewer, now),
        "agenda": agenda,
        "tomorrow": await _tomorrow(session, viewer, translate, now),
        "without_next": without_next,
        "without_next_count": without_next_count,
        "changes": await changes(session, viewer, translate, now),
        "team": await _team(session, viewer, now),
    }


async def _agenda(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> list[View]:
    """What is planned for today, and what was planned and is done; by the hour, what has none first."""
    found = await _day(session, viewer, ("planned", "done"), day=now.date())
    return lines(found, viewer, translate, now)


@prepared
def _day(sight: Sight, states: tuple[str, ...]) -> Statement:
    return (
        rows(sight)
        .where(Activity.owner_id == ME, Activity.state.in_(states), Activity.day == value("day"))
        .order_by(Activity.starts_at.is_not(None), Activity.starts_at, Activity.id)
        .limit(_AGENDA_SHOWN)
    )


def _next(agenda: Sequence[View], now: datetime) -> View | None:
    """The planned activity with an hour that is nearest: the next to come, else the last one missed today."""
    timed = [activity for activity in agenda if activity["state"] == "planned" and activity["starts_at"]]
    coming = [activity for activity in timed if datetime.fromisoformat(activity["starts_at"]) >= now]
    return coming[0] if coming else timed[-1] if timed else None


async def _overdue_count(session: AsyncSession, viewer: Viewer, now: datetime) -> int:
    return int((await _overdue_number(session, viewer, today=now.date())).scalar() or 0)


@prepared
def _overdue_number(sight: Sight) -> Statement:
    mine = select(func.count()).where(
        Activity.owner_id == ME, Activity.state == "planned", Activity.day < value("today")
    )
    return visible(mine, sight, Activity)


async def _tomorrow(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> View:
    planned = await _day(session, viewer, ("planned",), day=now.date() + timedelta(days=1))
    found = lines(planned, viewer, translate, now)
    first = next((activity for activity in found if activity["starts_at"]), None)
    return {"count": len(found), "first": {"starts_at": first["starts_at"]} if first else None}


async def _without_next(
    session: AsyncSession, viewer: Viewer, translate: Translator, owner_ids: Sequence[str]
) -> tuple[list[View], int]:
    """Open opportunities for which nothing is planned, the largest first, and how many there are."""
    count = (await _stuck_number(session, viewer, owners=list(owner_ids))).scalar()
    found = [
        {
            "id": row.id,
            "title": row.title,
            "account": {"id": row.account_id, "name": row.account} if row.account_id else None,
            "amount": row.amount,
            "currency": row.currency,
            "stage_name": stage_name(row.key, row.stage, translate),
        }
        for row in await _stuck(session, viewer, owners=list(owner_ids))
    ]
    return found, int(count or 0)


@prepared
def _stuck_number(sight: Sight) -> Statement:
    total = select(func.sum(OpportunityTotal.stuck)).where(OpportunityTotal.owner_id.in_(values("owners")))
    return visible(total, sight, OpportunityTotal)


@prepared
def _stuck(sight: Sight) -> Statement:
    statement = (
        select(
            Opportunity.id, Opportunity.title, Opportunity.amount, Opportunity.currency,
            Opportunity.account_id, Account.name.label("account"), Stage.key, Stage.name.label("stage"),
        )
        .join(Stage, (Stage.company_id == Opportunity.company_id) & (Stage.id == Opportunity.stage_id))
        .outerjoin(Account, (Account.company_id == Opportunity.company_id) & (Account.id == Opportunity.account_id))
        .where(Opportunity.owner_id.in_(values("owners")), is_stuck())
        .order_by(Opportunity.amount.desc(), Opportunity.id)
        .limit(_WITHOUT_NEXT_SHOWN)
    )  # fmt: skip
    return visible(statement, sight, Opportunity)


async def _team(session: AsyncSession, viewer: Viewer, now: datetime) -> list[View] | None:
    """How the day of everybody below stands: done and planned today, overdue, opportunities without a next step."""
    if not viewer.below or not viewer.may(Permission.TEAM_WATCH):
        return None
    below = sorted(viewer.below)
    members = await _members(session, None, company=viewer.company_id, below=below)
    planned = {row.owner_id: row for row in await _planned(session, viewer, below=below, today=now.date())}
    done = {row.owner_id: row.number for row in await _done(session, viewer, below=below, today=now.date())}
    stuck_of = {row.owner_id: row.number for row in await _stuck_by_owner(session, viewer, owners=below)}
    return [
        {
            "id": member.id,
            "name": member.name,
            "planned": done.get(member.id, 0) + int(plan.today if (plan := planned.get(member.id)) else 0),
            "done": done.get(member.id, 0),
            "overdue": int(plan.overdue) if plan else 0,
            "without_next": int(stuck_of.get(member.id, 0)),
        }
        for member in members
    ]


@prepared
def _members() -> Statement:
    return (
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(
            Membership.company_id == value("company"), Membership.disabled_at.is_(None), User.id.in_(values("below"))
        )
        .order_by(User.name)
    )


@prepared
def _planned(sight: Sight) -> Statement:
    today = value("today")
    statement = (
        select(
            Activity.owner_id,
            func.sum(_one_if(Activity.day == today)).label("today"),
            func.sum(_one_if(Activity.day < today)).label("overdue"),
        )
        .where(Activity.owner_id.in_(values("below")), Activity.state == "planned", Activity.day <= today)
        .group_by(Activity.owner_id)
    )
    return visible(statement, sight, Activity)


@prepared
def _done(sight: Sight) -> Statement:
    statement = (
        select(Activity.owner_id, func.count().label("number"))
        .where(Activity.owner_id.in_(values("below")), Activity.state == "done", Activity.day == value("today"))
        .group_by(Activity.owner_id)
    )
    return visible(statement, sight, Activity)


@prepared
def _stuck_by_owner(sight: Sight) -> Statement:
    statement = (
        select(OpportunityTotal.owner_id, func.sum(OpportunityTotal.stuck).label("number"))
        .where(OpportunityTotal.owner_id.in_(values("owners")))
        .group_by(OpportunityTotal.owner_id)
    )
    return visible(statement, sight, OpportunityTotal)


def _one_if(condition: Any) -> Any:
    return case((condition, 1), else_=0)
