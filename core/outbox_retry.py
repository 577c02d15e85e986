"""What could not be done outside, seen and tried again by the company's own people."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound
from core.i18n import N_, Translator
from core.local_time import local
from core.operations import Payload, Result, operation
from core.outbox import OutboxMessage
from core.payloads import IdField
from core.people.models import User
from core.policy import Permission, Viewer, require
from core.work import Work

View = dict[str, Any]

TOPICS = {
    "card.read": N_("Reading a card"),
    "chat.card": N_("What was read on a card, to the chat"),
    "chat.digest": N_("A day's summary, to the chat"),
    "chat.mention": N_("A mention, to the chat"),
    "chat.reminder": N_("A reminder, to the chat"),
    "import.apply": N_("An import's rows"),
    "import.check": N_("Checking an import"),
    "import.read": N_("Reading an import"),
    "import.undo": N_("Taking an import back"),
    "voice.hear": N_("Listening to a voice message"),
}
"""What a message was to do, in words."""


class Retry(Payload):
    ids: Annotated[list[IdField], Field(max_length=500)] | None = None
    """None: all of the company's that failed."""


@operation("message.retry", Permission.COMPANY_MANAGE, undoable=False)
async def retry_messages(work: Work, payload: Retry) -> Result:
    """Puts what was given up back in line, as if it had never been tried; gives how many."""
    failed = update(OutboxMessage).where(
        OutboxMessage.company_id == work.viewer.company_id, OutboxMessage.failed_at.is_not(None)
    )
    if payload.ids is not None:
        failed = failed.where(OutboxMessage.id.in_(payload.ids))
    found = await work.session.scalars(
        failed.values(failed_at=None, attempts=0, due_at=work.now).returning(OutboxMessage.id)
    )
    count = len(found.all())
    if not count:
        raise NotFound
    return {"count": count}


async def failed_messages(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, limit: int = 100
) -> View:
    """What was given up in the viewer's company, the newest first, and how much there is. Raises `NotPermitted`."""
    require(viewer, Permission.COMPANY_MANAGE)
    failed = OutboxMessage.failed_at.is_not(None)
    count = await session.scalar(select(func.count()).select_from(OutboxMessage).where(failed))
    rows = await session.execute(
        select(
            OutboxMessage.id, OutboxMessage.topic, OutboxMessage.attempts, OutboxMessage.error, OutboxMessage.failed_at,
            User.name,
        )
        .outerjoin(User, User.id == OutboxMessage.user_id)
        .where(failed)
        .order_by(OutboxMessage.failed_at.desc(), OutboxMessage.id)
        .limit(limit)
    )  # fmt: skip
    return {
        "count": count or 0,
        "messages": [
            {
                "id": row.id,
                "what": translate(TOPICS[row.topic]) if row.topic in TOPICS else row.topic,
                "to": row.name,
                "attempts": row.attempts,
                "error": next(iter((row.error or "").splitlines()), "")[:200],
                "failed_at": local(row.failed_at, now),
            }
            for row in rows
        ],
    }
