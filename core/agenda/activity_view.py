"""One activity with what its page needs, and the forms' choices of kinds."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.agenda.receivers import may_give_away
from core.agenda.rows import row
from core.agenda.steps import reminded_before
from core.conflicts import conflicts_of
from core.customers.models import Contact
from core.customers.places import phone_and_place
from core.documents.queries import documents_of_activity
from core.errors import NotFound
from core.i18n import Translator
from core.people.models import Company, User
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, prepared, value
from core.sales.models import Lead, LeadActivity
from core.standard_names import activity_type_name
from core.titles import named

View = dict[str, Any]

GONE_TO = ("visit", "meeting", "presentation")
"""Kinds for which one goes somewhere."""


async def activity_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, activity_id: str
) -> View:
    """The activity, and the days that it may be put off to. Raises `NotFound`."""
    activity = await row(session, viewer, translate, now, activity_id)
    if activity is None:
        raise NotFound
    found = (await _rest(session, None, id=activity_id)).one()
    planned = activity["state"] == "planned"
    found_place = await phone_and_place(session, viewer, activity["account"], activity["contact"])
    return {
        "activity": {
            **activity,
            "contact": await _contact(session, viewer, activity["contact"]),
            "opportunity": await _opportunity(session, viewer, activity["opportunity_id"]),
            "lead": await _lead(session, viewer, activity_id),
            "note": found.note or None,
            "result": found.result or None,
            "revision": found.revision,
            "hour": activity["starts_at"][11:16] if activity["starts_at"] else None,
            "remind_before": reminded_before(found),
            "owner": {"id": found.owner_id, "name": found.owner} if found.owner else None,
            "may_change": activity["may_edit"] and (planned or found.finished_activities_editable),
            "may_assign": activity["may_edit"] and planned and may_give_away(viewer),
            "phone": found_place["phone"],
            "directions": found_place["directions"] if activity["kind"] in GONE_TO else None,
        },
        "files": await documents_of_activity(session, viewer, now, activity_id),
        "later": [{"day": day} for day in _later(now)] if activity["state"] == "planned" else [],
        "conflicts": await conflicts_of(session, viewer, translate, now, activity_id),
    }


@prepared
def _rest() -> Statement:
    return (
        select(
            Activity.note, Activity.result, Activity.revision, Activity.starts_at, Activity.remind_at,
            Activity.owner_id, User.name.label("owner"), Company.finished_activities_editable,
        )
        .join(Company, Company.id == Activity.company_id)
        .outerjoin(User, User.id == Activity.owner_id)
        .where(Activity.id == value("id"))
    )  # fmt: skip


async def kinds(session: AsyncSession, translate: Translator, also: str = "") -> list[View]:
    """The company's kinds of activity in order, key and name: those in use, and the one that is named by its key."""
    rows = await session.execute(
        select(ActivityType.key, ActivityType.name)
        .where(ActivityType.archived_at.is_(None) | (ActivityType.key == also))
        .order_by(ActivityType.position, ActivityType.key)
    )
    return [{"key": one.key, "name": activity_type_name(one.key, one.name, translate)} for one in rows]


def _later(now: datetime) -> list[str]:
    """Tomorrow, and the Monday after (the one after that where tomorrow is Monday)."""
    tomorrow = now.date() + timedelta(days=1)
    monday = now.date() + timedelta(days=7 - now.weekday())
    if monday == tomorrow:
        monday += timedelta(days=7)
    return [tomorrow.isoformat(), monday.isoformat()]


async def _contact(session: AsyncSession, viewer: Viewer, contact: View | None) -> View | None:
    if contact is None:
        return None
    title = await session.scalar(visible(select(Contact.job_title).where(Contact.id == contact["id"]), viewer, Contact))
    return {**contact, "job_title": title}


async def _lead(session: AsyncSession, viewer: Viewer, activity_id: str) -> View | None:
    found = (await _its_lead(session, viewer, id=activity_id)).one_or_none()
    return {"id": found.id, "title": found.title} if found else None


@prepared
def _its_lead(sight: Sight) -> Statement:
    statement = (
        select(Lead.id, Lead.title)
        .join(LeadActivity, (LeadActivity.company_id == Lead.company_id) & (LeadActivity.lead_id == Lead.id))
        .where(LeadActivity.activity_id == value("id"))
    )
    return visible(statement, sight, Lead)


async def _opportunity(session: AsyncSession, viewer: Viewer, opportunity_id: str | None) -> View | None:
    found = await named(session, viewer, "opportunity", opportunity_id)
    return {"id": found["id"], "title": found["name"]} if found else None
