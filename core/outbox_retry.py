"""What could not be done outside, tried again by the company's own people."""

from typing import Annotated

from pydantic import Field
from sqlalchemy import update

from core.errors import NotFound
from core.operations import Payload, Result, operation
from core.outbox import OutboxMessage
from core.payloads import IdField
from core.policy import Permission
from core.work import Work


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
