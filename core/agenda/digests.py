"""What the daily digest tells: a rep's day; a manager's team. Bulk reads, a constant number of queries."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.agenda.queries import agenda
from core.people.models import User
from core.policy import Permission, Viewer, visible
from core.sales.models import OpportunityTotal

View = dict[str, Any]


async def digest(session: AsyncSession, viewer: Viewer, day: date, shown: int = 10) -> View:
    """The viewer's day: `planned` (the first `shown`) of `planned_count`, `overdue`, `without_next`, and the `team`.

    The team (empty for who watches none) has a line a person: name, planned, overdue, without_next.
    """
    team = sorted(viewer.below) if viewer.may(Permission.TEAM_WATCH) else []
    people = [viewer.user_id, *team]
    activities = await _activities_of(session, viewer, people, day)
    aimless = await _without_next_step(session, viewer, people)
    nothing = {"planned": 0, "overdue": 0}
    mine = activities.get(viewer.user_id, nothing)
    names = await _names(session, team)
    return {
        "day": day.isoformat(),
        "planned": await agenda(session, viewer, day, day, [viewer.user_id], shown),
        "planned_count": mine["planned"],
        "overdue": mine["overdue"],
        "without_next": aimless.get(viewer.user_id, 0),
        "team": [
            {"id": person, "name": name, **activities.get(person, nothing), "without_next": aimless.get(person, 0)}
            for person, name in names
        ],
    }


async def _activities_of(
    session: AsyncSession, viewer: Viewer, people: Sequence[str], day: date
) -> dict[str, dict[str, int]]:
    """Planned for the day and overdue, counted by owner."""
    statement = visible(
        select(
            Activity.owner_id,
            func.sum(case((Activity.day == day, 1), else_=0)).label("planned"),
            func.sum(case((Activity.day < day, 1), else_=0)).label("overdue"),
        )
        .where(Activity.owner_id.in_(people), Activity.state == "planned", Activity.day <= day)
        .group_by(Activity.owner_id),
        viewer,
        Activity,
    )
    return {
        row.owner_id: {"planned": int(row.planned or 0), "overdue": int(row.overdue or 0)}
        for row in await session.execute(statement)
    }


async def _without_next_step(session: AsyncSession, viewer: Viewer, people: Sequence[str]) -> dict[str, int]:
    """Open opportunities for which nothing is planned, counted by owner."""
    statement = visible(
        select(OpportunityTotal.owner_id, func.sum(OpportunityTotal.stuck).label("number"))
        .where(OpportunityTotal.owner_id.in_(people))
        .group_by(OpportunityTotal.owner_id),
        viewer,
        OpportunityTotal,
    )
    return {row.owner_id: int(row.number) for row in await session.execute(statement)}


async def _names(session: AsyncSession, people: Sequence[str]) -> list[tuple[str, str]]:
    rows = await session.execute(
        select(User.id, User.name).where(User.id.in_(people), User.disabled_at.is_(None)).order_by(User.name)
    )
    return [(row.id, row.name) for row in rows]
