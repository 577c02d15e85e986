"""Activities as plain views: the agenda, what is overdue, an account's timeline."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.customers.models import Account, Contact
from core.people.models import User
from core.policy import Viewer, visible
from core.sales.models import Opportunity

View = dict[str, Any]


async def agenda(
    session: AsyncSession, viewer: Viewer, first: date, last: date, owner_ids: Sequence[str], limit: int = 200
) -> list[View]:
    """What these agents have planned from `first` to `last`, in the order of time; what has no hour comes first."""
    statement = (
        activities(viewer)
        .where(
            Activity.owner_id.in_(_agendas(viewer, owner_ids)),
            Activity.state == "planned",
            Activity.day.between(first, last),
        )
        .order_by(Activity.day, Activity.starts_at.is_not(None), Activity.starts_at, Activity.id)
        .limit(limit)
    )
    return await views(session, viewer, statement)


async def overdue(
    session: AsyncSession, viewer: Viewer, before: date, owner_ids: Sequence[str], limit: int = 50
) -> list[View]:
    """What these agents had planned for days before `before` and nobody did, the oldest first."""
    statement = (
        activities(viewer)
        .where(Activity.owner_id.in_(_agendas(viewer, owner_ids)), Activity.state == "planned", Activity.day < before)
        .order_by(Activity.day, Activity.starts_at, Activity.id)
        .limit(limit)
    )
    return await views(session, viewer, statement)


async def timeline(session: AsyncSession, viewer: Viewer, account_id: str, limit: int = 40) -> list[View]:
    """What was done with an account, the newest first."""
    statement = (
        activities(viewer)
        .where(Activity.account_id == account_id, Activity.state == "done")
        .order_by(Activity.day.desc(), Activity.done_at.desc(), Activity.id)
        .limit(limit)
    )
    return await views(session, viewer, statement)


async def activities_by_id(session: AsyncSession, viewer: Viewer, ids: Sequence[str]) -> list[View]:
    """These activities, as far as the viewer may see them."""
    return await views(session, viewer, activities(viewer).where(Activity.id.in_(ids)))


def activities(viewer: Viewer) -> Select[*tuple[Any, ...]]:
    """A statement for the activities that the viewer may see, with the names that a line shows."""
    statement = (
        select(
            Activity.id,
            Activity.state,
            ActivityType.key.label("type"),
            ActivityType.name.label("type_name"),
            Activity.subject,
            Activity.note,
            Activity.result,
            Activity.day,
            Activity.starts_at,
            Activity.done_at,
            Activity.minutes,
            Activity.account_id,
            Account.name.label("account"),
            Activity.contact_id,
            Contact.name.label("contact"),
            Activity.opportunity_id,
            Opportunity.title.label("opportunity"),
            Activity.owner_id,
            User.name.label("owner"),
            Activity.revision,
        )
        .join(ActivityType, (ActivityType.company_id == Activity.company_id) & (ActivityType.id == Activity.type_id))
        .outerjoin(Account, (Account.company_id == Activity.company_id) & (Account.id == Activity.account_id))
        .outerjoin(Contact, (Contact.company_id == Activity.company_id) & (Contact.id == Activity.contact_id))
        .outerjoin(
            Opportunity,
            (Opportunity.company_id == Activity.company_id) & (Opportunity.id == Activity.opportunity_id),
        )
        .outerjoin(User, User.id == Activity.owner_id)
    )
    narrowed: Select[*tuple[Any, ...]] = visible(statement, viewer, Activity)
    return narrowed


async def views(session: AsyncSession, viewer: Viewer, statement: Select[*tuple[Any, ...]]) -> list[View]:
    """The rows of an `activities` statement as views; hours in the viewer's local time (`YYYY-MM-DDTHH:MM`)."""
    zone = ZoneInfo(viewer.timezone)
    found = []
    for row in (await session.execute(statement)).mappings():
        view = dict(row)
        view["day"] = row["day"].isoformat()
        for name in ("starts_at", "done_at"):
            moment = row[name]
            view[name] = moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M") if moment else None
        found.append(view)
    return found


def _agendas(viewer: Viewer, owner_ids: Sequence[str]) -> list[str]:
    """An agent's agenda is seen by those above in the agents' tree, and by whoever sees the whole company."""
    if viewer.seen.everything:
        return list(owner_ids)
    allowed = viewer.below | {viewer.user_id}
    return [owner for owner in owner_ids if owner in allowed]
