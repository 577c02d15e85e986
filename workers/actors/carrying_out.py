"""How an outbox message is carried out: once if it can be, at least once in any case, its result kept with it."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from core.database import reading, transaction
from core.outbox import OutboxMessage, mark_done, mark_failed

Job = Callable[[OutboxMessage], Awaitable[str | None]]
"""Does what the message asks for; gives what the outside calls the result, if it has a name there."""


class NeverWorks(Exception):
    """No later try will do better: the message is given up at once."""


async def carry_out(message_id: str, company_id: str, job: Job) -> None:
    """Does the job unless it is done already; a failure is noted, and tried again later or given up."""
    async with reading(company_id) as session:
        message = await _load(session, message_id, company_id)
    if message is None or message.done_at is not None or message.failed_at is not None:
        return
    try:
        outside_id = await job(message)
    except Exception as error:  # noqa: BLE001 - whatever it was, the message says it
        await _note_failure(message_id, company_id, error)
        return
    async with transaction(company_id) as session:
        kept = await _load(session, message_id, company_id)
        if kept is not None:
            mark_done(kept, datetime.now(UTC), outside_id)


async def _note_failure(message_id: str, company_id: str, error: Exception) -> None:
    async with transaction(company_id) as session:
        message = await _load(session, message_id, company_id)
        if message is not None:
            reason = f"{type(error).__name__}: {error}"
            mark_failed(message, datetime.now(UTC), reason, for_good=isinstance(error, NeverWorks))


async def _load(session: AsyncSession, message_id: str, company_id: str) -> OutboxMessage | None:
    return await session.get(OutboxMessage, {"id": message_id, "company_id": company_id})
