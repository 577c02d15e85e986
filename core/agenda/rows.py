"""Activities as the lines of a page: with whom, what, when, and whether the reader may do something about it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.customers.models import Account, Contact
from core.i18n import Translator
from core.local_time import local
from core.policy import Permission, Viewer, visible
from core.standard_names import activity_type_name

View = dict[str, Any]


def rows(viewer: Viewer) -> Select[*tuple[Any, ...]]:
    """A statement for the activities that the viewer may see, with what a line shows."""
    statement = (
        select(
            Activity.id, Activity.state, Activity.subject, Activity.day, Activity.starts_at, Activity.minutes,
            Activity.remind_at, Activity.owner_id, Activity.unit_id, Activity.team_id,
            Activity.account_id, Activity.contact_id, Activity.opportunity_id,
            ActivityType.key, ActivityType.name.label("type_name"),
            Account.name.label("account"), Contact.name.label("contact"),
        )
        .join(ActivityType, (ActivityType.company_id == Activity.company_id) & (ActivityType.id == Activity.type_id))
        .outerjoin(Account, (Account.company_id == Activity.company_id) & (Account.id == Activity.account_id))
        .outerjoin(Contact, (Contact.company_id == Activity.company_id) & (Contact.id == Activity.contact_id))
    )  # fmt: skip
    narrowed: Select[*tuple[Any, ...]] = visible(statement, viewer, Activity)
    return narrowed


def as_view(row: Any, viewer: Viewer, translate: Translator, now: datetime) -> View:
    """One row of `rows()` as a view."""
    return {
        "id": row.id,
        "kind": row.key,
        "kind_name": activity_type_name(row.key, row.type_name, translate),
        "subject": row.subject,
        "account": {"id": row.account_id, "name": row.account} if row.account_id else None,
        "contact": {"id": row.contact_id, "name": row.contact} if row.contact_id else None,
        "opportunity_id": row.opportunity_id,
        "day": row.day.isoformat(),
        "starts_at": local(row.starts_at, now),
        "minutes": row.minutes,
        "state": row.state,
        "reminds": row.remind_at is not None,
        "may_edit": viewer.may(Permission.ACTIVITY_EDIT)
        and viewer.edited.covers_owner(row.owner_id, row.team_id, row.unit_id),
    }


async def lines(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, statement: Select[*tuple[Any, ...]]
) -> list[View]:
    """The rows of a `rows()` statement as views."""
    return [as_view(row, viewer, translate, now) for row in await session.execute(statement)]


async def planned_with(
    session: AsyncSession,
    viewer: Viewer,
    translate: Translator,
    now: datetime,
    *,
    account_id: str | None = None,
    contact_id: str | None = None,
    opportunity_id: str | None = None,
    limit: int = 20,
) -> list[View]:
    """What is planned with an account, a contact or for an opportunity, the next first."""
    statement = rows(viewer).where(Activity.state == "planned")
    for column, value in (
        (Activity.account_id, account_id),
        (Activity.contact_id, contact_id),
        (Activity.opportunity_id, opportunity_id),
    ):
        if value is not None:
            statement = statement.where(column == value)
    return await lines(
        session, viewer, translate, now,
        statement.order_by(Activity.day, Activity.starts_at, Activity.id).limit(limit),
    )  # fmt: skip


async def row(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, activity_id: str
) -> View | None:
    """One activity as a line; None when the viewer does not see it."""
    found = await lines(session, viewer, translate, now, rows(viewer).where(Activity.id == activity_id))
    return found[0] if found else None


async def overdue_list(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, owner_ids: Sequence[str], limit: int
) -> list[View]:
    """What these people had planned for earlier days, the latest first."""
    statement = (
        rows(viewer)
        .where(Activity.owner_id.in_(owner_ids), Activity.state == "planned", Activity.day < now.date())
        .order_by(Activity.day.desc(), Activity.starts_at.desc(), Activity.id)
        .limit(limit)
    )
    return await lines(session, viewer, translate, now, statement)
