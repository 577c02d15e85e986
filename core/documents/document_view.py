"""A document all around: what it is, what it belongs to, whether its reader may change it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.agenda.rows import lines, rows
from core.customers.card_pictures import picture_of
from core.customers.models import Account, Contact
from core.documents.kinds import KINDS, kind_of
from core.documents.models import Document
from core.errors import NotFound
from core.i18n import Translator
from core.local_time import local
from core.people.models import User
from core.policy import Permission, Viewer, visible
from core.sales.models import Opportunity

View = dict[str, Any]

_ABOUT: Mapping[str, tuple[Any, Any, str]] = {
    "account_id": (Account, Account.name, "accounts"),
    "contact_id": (Contact, Contact.name, "contacts"),
    "opportunity_id": (Opportunity, Opportunity.title, "opportunities"),
}


async def document_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, document_id: str
) -> View:
    """`document` and `about`: what it belongs to, as far as the reader may see that. Raises `NotFound`."""
    statement = (
        select(Document, User.name.label("owner"))
        .outerjoin(User, User.id == Document.owner_id)
        .where(Document.id == document_id)
    )
    found = (await session.execute(visible(statement, viewer, Document))).one_or_none()
    if found is None or found.Document.archived_at is not None:
        raise NotFound
    row = found.Document
    kind = kind_of(row.media_type)
    return {
        "document": {
            "id": row.id,
            "name": row.name,
            "kind": kind,
            "kind_name": translate(KINDS[kind]),
            "picture": "upright" if await picture_of(session, viewer, row.id) else "file",
            "size": row.size,
            "digest": row.digest,
            "created_at": local(row.created_at, now),
            "owner": found.owner,
            "is_untied": not any((row.account_id, row.contact_id, row.opportunity_id, row.activity_id)),
            "may_edit": viewer.may(Permission.DOCUMENT_EDIT)
            and viewer.edited.covers_owner(row.owner_id, row.team_id, row.unit_id),
        },
        "about": await _about(session, viewer, translate, now, row),
    }


async def _about(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, document: Document
) -> list[View]:
    about: list[View] = []
    for column, (model, name, folder) in _ABOUT.items():
        record_id = getattr(document, column)
        if record_id is not None:
            statement = select(name).where(model.id == record_id)
            called = await session.scalar(visible(statement, viewer, model))
            if called is not None:
                about.append({"icon": model.kind, "name": called, "href": f"/{folder}/{record_id}"})
    if document.activity_id is not None:
        found = await session.execute(rows(viewer).where(Activity.id == document.activity_id))
        for one in lines(found, viewer, translate, now):
            called = one["subject"] or one["kind_name"][:1].upper() + one["kind_name"][1:]
            about.append({"icon": one["kind"], "name": called, "href": f"/activities/{one['id']}"})
    return about
