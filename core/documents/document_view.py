"""A document all around: what it is, what it belongs to, whether its reader may change it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.agenda.rows import lines, rows
from core.customers.card_pictures import picture_of
from core.documents.kinds import KINDS, kind_of
from core.documents.models import Document
from core.errors import NotFound
from core.i18n import Translator
from core.local_time import local
from core.people.models import User
from core.policy import Viewer, may_edit, visible
from core.record_pages import page_of
from core.titles import titles_of

View = dict[str, Any]


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
            "may_edit": may_edit(viewer, row),
        },
        "about": await _about(session, viewer, translate, now, row),
    }


async def _about(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, document: Document
) -> list[View]:
    about = [
        {"icon": kind, "name": name, "href": page_of(kind, record_id)}
        for kind in ("account", "contact", "opportunity")
        if (record_id := getattr(document, f"{kind}_id")) is not None
        for name in (await titles_of(session, viewer, kind, [record_id])).values()
    ]
    if document.activity_id is not None:
        found = await session.execute(rows(viewer).where(Activity.id == document.activity_id))
        for one in lines(found, viewer, translate, now):
            called = one["subject"] or one["kind_name"][:1].upper() + one["kind_name"][1:]
            about.append({"icon": one["kind"], "name": called, "href": page_of("activity", one["id"])})
    return about
