"""Activities as the lines of a page: with whom, what, when, and whether the reader may do something about it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.customers.models import Account, Contact
from core.i18n import Translator
from core.local_time import local
from core.policy import Sight, Viewer, may_edit_row, visible
from core.prepared import Statement, prepared, value, values
from core.sales.models import LeadActivity
from core.standard_names import activity_type_name

View = dict[str, Any]


def rows(viewer: Viewer | Sight) -> Select[*tuple[Any, ...]]:
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
        "may_edit": may_edit_row(viewer, "activity", row),
    }


def lines(found: Iterable[Any], viewer: Viewer, translate: Translator, now: datetime) -> list[View]:
    """The rows of a `rows()` statement as views."""
    return [as_view(row, viewer, translate, now) for row in found]


async def planned_with(
    session: AsyncSession,
    viewer: Viewer,
    translate: Translator,
    now: datetime,
    kind: str,
    record_id: str,
    limit: int = 20,
) -> list[View]:
    """What is planned with an account, a contact, a lead or for an opportunity, the next first."""
    about = f"{kind}_id"
    return lines(await _planned(session, viewer, about, limit, **{about: record_id}), viewer, translate, now)


def is_about(name: str) -> ColumnElement[bool]:
    """With the account, contact, opportunity or lead whose id is given by this name."""
    if name == "lead_id":
        return Activity.id.in_(select(LeadActivity.activity_id).where(LeadActivity.lead_id == value(name)))
    return getattr(Activity, name) == value(name)  # type: ignore[no-any-return]


@prepared
def _planned(sight: Sight, about: str, limit: int) -> Statement:
    return (
        rows(sight)
        .where(Activity.state == "planned", is_about(about))
        .order_by(Activity.day, Activity.starts_at, Activity.id)
        .limit(limit)
    )


async def row(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, activity_id: str
) -> View | None:
    """One activity as a line; None when the viewer does not see it."""
    found = lines(await _row(session, viewer, id=activity_id), viewer, translate, now)
    return found[0] if found else None


@prepared
def _row(sight: Sight) -> Statement:
    return rows(sight).where(Activity.id == value("id"))


async def overdue_list(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, owner_ids: Sequence[str], limit: int
) -> list[View]:
    """What these people had planned for earlier days, the latest first."""
    found = await _overdue(session, viewer, limit, owners=list(owner_ids), today=now.date())
    return lines(found, viewer, translate, now)


@prepared
def _overdue(sight: Sight, limit: int) -> Statement:
    return (
        rows(sight)
        .where(Activity.owner_id.in_(values("owners")), Activity.state == "planned", Activity.day < value("today"))
        .order_by(Activity.day.desc(), Activity.starts_at.desc(), Activity.id)
        .limit(limit)
    )
