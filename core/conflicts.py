"""Open conflicts as plain views: the field, both values, whose they are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from core.agenda.models import ActivityType
from core.customers.places import shown_number
from core.i18n import N_, Translator
from core.local_time import local
from core.merge import FieldConflict
from core.people.models import User
from core.policy import Viewer
from core.prepared import Statement, prepared, value
from core.standard_names import activity_type_name

View = dict[str, Any]

_MOST = 50

FIELDS = {
    "name": N_("Name"),
    "title": N_("Title"),
    "kinds": N_("Kind"),
    "tax_id": N_("Tax number"),
    "website": N_("Web"),
    "sector": N_("Sector"),
    "tags": N_("Tags"),
    "notes": N_("Notes"),
    "note": N_("Note"),
    "job_title": N_("Job title"),
    "person": N_("Person"),
    "firm": N_("Firm"),
    "phone": N_("Phone"),
    "extension": N_("Extension"),
    "email": N_("E-mail"),
    "city": N_("City"),
    "country": N_("Country"),
    "source": N_("Source"),
    "referred_by": N_("Referred by"),
    "amount": N_("Amount"),
    "currency": N_("Currency"),
    "probability": N_("Probability"),
    "expected_close": N_("Expected close"),
    "subject": N_("Subject"),
    "type_id": N_("Kind"),
    "minutes": N_("Minutes"),
    "result": N_("Result"),
}


async def conflicts_of(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, subject_id: str
) -> list[View]:
    """The undecided conflicts of a record that the caller has shown to be visible, the oldest first."""
    rows = await _undecided(session, None, "subject_id", of=subject_id)
    return await _views(session, viewer, translate, now, rows.all())


async def conflicts_by(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> list[View]:
    """The undecided conflicts in which the viewer's value was not taken, of whatever record, the oldest first."""
    rows = await _undecided(session, None, "user_id", of=viewer.user_id)
    return await _views(session, viewer, translate, now, rows.all())


async def _views(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, rows: Sequence[Any]
) -> list[View]:
    names = await _names_of_kinds(session, translate, rows)
    return [
        {
            "id": row.id,
            "subject_kind": row.subject_kind,
            "subject_id": row.subject_id,
            "field": row.field,
            "field_name": translate(FIELDS[row.field]) if row.field in FIELDS else row.field,
            "mine": _shown(row.field, row.mine, names, viewer.country),
            "theirs": _shown(row.field, row.theirs, names, viewer.country),
            "by": row.by,
            "other": row.other,
            "at": local(row.created_at, now),
        }
        for row in rows
    ]


async def _names_of_kinds(session: AsyncSession, translate: Translator, rows: Iterable[Any]) -> dict[str, str]:
    """The kinds of activity that two people chose, by id."""
    ids = {one for row in rows if row.field == "type_id" for one in (row.mine, row.theirs) if one}
    if not ids:
        return {}
    found = await session.execute(
        select(ActivityType.id, ActivityType.key, ActivityType.name).where(ActivityType.id.in_(sorted(ids)))
    )
    return {row.id: activity_type_name(row.key, row.name, translate) for row in found}


@prepared
def _undecided(by: str) -> Statement:
    other = aliased(User)
    return (
        select(
            FieldConflict.id, FieldConflict.subject_kind, FieldConflict.subject_id, FieldConflict.field,
            FieldConflict.mine, FieldConflict.theirs, FieldConflict.created_at,
            User.name.label("by"), other.name.label("other"),
        )
        .join(User, User.id == FieldConflict.user_id)
        .outerjoin(other, other.id == FieldConflict.other_user_id)
        .where(getattr(FieldConflict, by) == value("of"), FieldConflict.resolved_at.is_(None))
        .order_by(FieldConflict.created_at)
        .limit(_MOST)
    )  # fmt: skip


def _shown(field: str, value: Any, names: Mapping[str, str], country: str) -> str:
    if value is None or value == "":
        return "–"
    if field == "type_id":
        return names.get(value, str(value))
    if field == "phone":
        return shown_number(str(value), country)
    if field == "amount":
        return f"{value / 100:,.2f}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
