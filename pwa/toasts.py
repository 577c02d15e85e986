"""The word after something was done, with its Undo."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.done import can_be_undone, performed, said_of
from core.operations import Outcome
from pwa.operation_ids import operation_id_of

if TYPE_CHECKING:
    from pwa.visit import Visit


async def toast_of(session: AsyncSession, visit: "Visit", operation_id: str) -> dict[str, Any] | None:
    """What one's own operation of this id did; None when there is no such."""
    done = await performed(session, operation_id_of(operation_id), visit.viewer.user_id)
    if done is None:
        return None
    return {
        "text": said_of(done.name, done.result, visit.translate),
        "undo": done.id if can_be_undone(done) else None,
    }


def toast_for(visit: "Visit", outcome: Outcome) -> dict[str, Any]:
    """The same for an operation that was done in this request."""
    return {
        "text": said_of(outcome.name, outcome.result, visit.translate),
        "undo": outcome.operation_id if outcome.undoable else None,
    }
