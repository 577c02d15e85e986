"""Documents as plain views."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.documents.models import Document
from core.local_time import local
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, prepared, value

View = dict[str, Any]

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
"""What browsers show."""
SOUNDS = frozenset({
    "audio/ogg", "audio/opus", "audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/aac", "audio/webm", "audio/wav",
    "audio/x-wav", "audio/flac", "video/mp4",
})  # fmt: skip
"""What browsers play; a round video message is played as a sound."""


async def documents_of(
    session: AsyncSession, viewer: Viewer, now: datetime, account_id: str, limit: int = 40
) -> list[View]:
    """An account's files, the newest first."""
    return _views(await _files(session, viewer, "account_id", limit, of=account_id), now)


async def documents_about(
    session: AsyncSession, viewer: Viewer, now: datetime, *, contact_id: str = "", opportunity_id: str = ""
) -> list[View]:
    """The files of a contact or of an opportunity, the newest first."""
    subject, record_id = ("contact_id", contact_id) if contact_id else ("opportunity_id", opportunity_id)
    return _views(await _files(session, viewer, subject, 40, of=record_id), now)


async def documents_of_activity(session: AsyncSession, viewer: Viewer, now: datetime, activity_id: str) -> list[View]:
    """An activity's files, the newest first."""
    return _views(await _files(session, viewer, "activity_id", 20, of=activity_id), now)


def _views(rows: Iterable[Any], now: datetime) -> list[View]:
    return [
        {
            "id": row.id,
            "name": row.name,
            "size": row.size,
            "created_at": local(row.created_at, now),
            "is_image": row.media_type.startswith("image/"),
            "has_small": row.media_type in PICTURES,
            "is_sound": row.media_type in SOUNDS,
        }
        for row in rows
    ]


@prepared
def _files(sight: Sight, subject: str, limit: int) -> Statement:
    statement = (
        select(Document.id, Document.name, Document.size, Document.created_at, Document.media_type)
        .where(getattr(Document, subject) == value("of"), Document.archived_at.is_(None))
        .order_by(Document.created_at.desc(), Document.id)
        .limit(limit)
    )
    return visible(statement, sight, Document)


async def document(session: AsyncSession, viewer: Viewer, document_id: str) -> Mapping[str, Any] | None:
    """What a download needs: name, media_type, size, digest; None when the viewer does not see it."""
    statement = select(Document.name, Document.media_type, Document.size, Document.digest).where(
        Document.id == document_id
    )
    row = (await session.execute(visible(statement, viewer, Document))).mappings().one_or_none()
    return dict(row) if row else None
