"""The view of a day: what is next, what is overdue, the agenda, what lacks a next step, what changed, the team."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.agenda.rows import lines, overdue_list, rows
from core.customers.models import Account
from core.customers.places import phone_and_place
from core.i18n import Translator
from core.people.models import Membership, User
from core.policy import Permission, Viewer, visible
from core.sales.models import Opportunity, Stage
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


def no_next_step() -> Any:
    """The condition that nothing is planned for an opportunity."""
    return ~exists().where(
        Activity.company_id == Opportunity.company_id,
        Activity.opportunity_id == Opportunity.id,
        Activity.state == "planned",
    )


async def _agenda(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> list[View]:
    """What is planned for today, and what was planned and is done; by the hour, what has none first."""
    statement = (
        rows(viewer)
        .where(
            Activity.owner_id == viewer.user_id,
            Activity.state.in_(("planned", "done")),
            Activity.day == now.date(),
        )
        .order_by(Activity.starts_at.is_not(None), Activity.starts_at, Activity.id)
        .limit(_AGENDA_SHOWN)
    )
    return await lines(session, viewer, translate, now, statement)


def _next(agenda: Sequence[View], now: datetime) -> View | None:
    """The planned activity with an hour that is nearest: the next to come, else the last one missed today."""
    timed = [activity for activity in agenda if activity["state"] == "planned" and activity["starts_at"]]
    coming = [activity for activity in timed if datetime.fromisoformat(activity["starts_at"]) >= now]
    return coming[0] if coming else timed[-1] if timed else None


async def _overdue_count(session: AsyncSession, viewer: Viewer, now: datetime) -> int:
    statement = select(func.count()).where(
        Activity.owner_id == viewer.user_id, Activity.state == "planned", Activity.day < now.date()
    )
    return int(await session.scalar(visible(statement, viewer, Activity)) or 0)


async def _tomorrow(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> View:
    statement = (
        rows(viewer)
        .where(
            Activity.owner_id == viewer.user_id,
            Activity.state == "planned",
            Activity.day == now.date() + timedelta(days=1),
        )
        .order_by(Activity.starts_at)
        .limit(_AGENDA_SHOWN)
    )
    found = await lines(session, viewer, translate, now, statement)
    first = next((activity for activity in found if activity["starts_at"]), None)
    return {"count": len(found), "first": {"starts_at": first["starts_at"]} if first else None}


async def _without_next(
    session: AsyncSession, viewer: Viewer, translate: Translator, owner_ids: Sequence[str]
) -> tuple[list[View], int]:
    """Open opportunities for which nothing is planned, the largest first, and how many there are."""
    condition = (
        Opportunity.owner_id.in_(owner_ids),
        Opportunity.outcome == "open",
        Opportunity.archived_at.is_(None),
        no_next_step(),
    )
    count = await session.scalar(visible(select(func.count()).where(*condition), viewer, Opportunity))
    statement = (
        select(
            Opportunity.id, Opportunity.title, Opportunity.amount, Opportunity.currency,
            Opportunity.account_id, Account.name.label("account"), Stage.key, Stage.name.label("stage"),
        )
        .join(Stage, (Stage.company_id == Opportunity.company_id) & (Stage.id == Opportunity.stage_id))
        .outerjoin(Account, (Account.company_id == Opportunity.company_id) & (Account.id == Opportunity.account_id))
        .where(*condition)
        .order_by(Opportunity.amount.desc(), Opportunity.id)
        .limit(_WITHOUT_NEXT_SHOWN)
    )  # fmt: skip
    found = [
        {
            "id": row.id,
            "title": row.title,
            "account": {"id": row.account_id, "name": row.account} if row.account_id else None,
            "amount": row.amount,
            "currency": row.currency,
            "stage_name": stage_name(row.key, row.stage, translate),
        }
        for row in await session.execute(visible(statement, viewer, Opportunity))
    ]
    return found, int(count or 0)


async def _team(session: AsyncSession, viewer: Viewer, now: datetime) -> list[View] | None:
    """How the day of everybody below stands: done and planned today, overdue, opportunities without a next step."""
    if not viewer.below or not viewer.may(Permission.TEAM_WATCH):
        return None
    below = sorted(viewer.below)
    members = await session.execute(
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.company_id == viewer.company_id, Membership.disabled_at.is_(None), User.id.in_(below))
        .order_by(User.name)
    )
    days = visible(
        select(
            Activity.owner_id,
            func.sum(_one_if(Activity.day == now.date())).label("today"),
            func.sum(_one_if((Activity.day == now.date()) & (Activity.state == "done"))).label("done"),
            func.sum(_one_if((Activity.day < now.date()) & (Activity.state == "planned"))).label("overdue"),
        )
        .where(
            Activity.owner_id.in_(below),
            (Activity.state == "planned") & (Activity.day <= now.date())
            | (Activity.state == "done") & (Activity.day == now.date()),
        )
        .group_by(Activity.owner_id),
        viewer,
        Activity,
    )
    stuck = visible(
        select(Opportunity.owner_id, func.count().label("number"))
        .where(
            Opportunity.owner_id.in_(below),
            Opportunity.outcome == "open",
            Opportunity.archived_at.is_(None),
            no_next_step(),
        )
        .group_by(Opportunity.owner_id),
        viewer,
        Opportunity,
    )
    day_of = {row.owner_id: row for row in await session.execute(days)}
    stuck_of = {row.owner_id: row.number for row in await session.execute(stuck)}
    return [
        {
            "id": member.id,
            "name": member.name,
            "planned": int(day.today) if (day := day_of.get(member.id)) else 0,
            "done": int(day.done) if day else 0,
            "overdue": int(day.overdue) if day else 0,
            "without_next": stuck_of.get(member.id, 0),
        }
        for member in members
    ]


def _one_if(condition: Any) -> Any:
    return case((condition, 1), else_=0)
