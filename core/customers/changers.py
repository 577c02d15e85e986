"""Who has changed a record, or how it is reached, since somebody began to edit it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.events import Event
from core.people.models import User
from core.policy import Viewer


async def who_changed(session: AsyncSession, viewer: Viewer, ids: Sequence[str], since: int) -> list[str]:
    """The names of the others whose changes of these records came after the event `since`. One query.

    Whether the viewer may see the records is for the caller to ask.
    """
    found = await session.scalars(
        select(User.name)
        .join(Event, Event.user_id == User.id)
        .where(Event.number > since, Event.subject_id.in_(ids) | Event.account_id.in_(ids))
        .where(Event.user_id != viewer.user_id)
        .distinct()
        .order_by(User.name)
    )
    return list(found)
