"""A contact all around: who it is, where, what is planned, history, files."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.rows import planned_with
from core.conflicts import conflicts_of
from core.customers.contact_lines import contact_line
from core.customers.places import directions_to, place_to_go
from core.customers.queries import contacts_by_id
from core.customers.reaching import ways_to_reach
from core.documents.queries import documents_about
from core.errors import NotFound
from core.i18n import Translator
from core.policy import Permission, Viewer
from core.timeline import history

View = dict[str, Any]


async def contact_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, contact_id: str
) -> View:
    """Everything of a contact's page. Raises `NotFound`."""
    contact = await contact_to_edit(session, viewer, contact_id)
    days, before = await history(session, viewer, translate, now, "contact", contact_id, absorbed=contact["absorbed"])
    return {
        "contact": {
            **contact_line(contact, beside_account=False),
            "tags": contact["tags"],
            "notes": contact["notes"],
            "owner": contact["owner"],
            "revision": contact["revision"],
            "may_edit": contact["may_edit"],
            "accounts": contact["accounts"],
            "directions": directions_to(place) if (place := place_to_go(contact["addresses"])) else None,
            **ways_to_reach(contact, viewer, translate),
        },
        "planned": await planned_with(session, viewer, translate, now, "contact", contact_id),
        "days": days,
        "before": before,
        "documents": await documents_about(session, viewer, now, contact_id=contact_id),
        "conflicts": await conflicts_of(session, viewer, translate, now, contact_id),
    }


async def contact_to_edit(session: AsyncSession, viewer: Viewer, contact_id: str) -> View:
    """The contact with its channels as they are kept, and whether it may be edited. Raises `NotFound`."""
    contact = next(iter(await contacts_by_id(session, viewer, [contact_id])), None)
    if contact is None:
        raise NotFound
    whose = contact["owner_id"], contact["team_id"], contact["unit_id"]
    return contact | {"may_edit": viewer.may(Permission.CONTACT_EDIT) and viewer.edited.covers_owner(*whose)}
