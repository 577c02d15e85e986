"""Imports: files are read, rows checked, applied and taken back; each for a while, what is left is asked for anew."""

import dramatiq

from core.errors import NotFound
from core.imports import applying
from core.imports.models import ImportState
from core.imports.reading import file_of, table_was_read, was_refused
from core.imports.refusals import TableRefused
from core.imports.staging import check
from core.outbox import OutboxMessage
from workers.actors.carrying_out import NeverWorks, carry_out
from workers.queue import broker
from workers.tables.process import read_apart


@dramatiq.actor(broker=broker, queue_name="imports", max_retries=0, time_limit=120_000)
async def read_import(message_id: str, company_id: str) -> None:
    """Reads the file of an `import.read` message."""
    await carry_out(message_id, company_id, _read)


@dramatiq.actor(broker=broker, queue_name="imports", max_retries=0, time_limit=600_000)
async def check_import(message_id: str, company_id: str) -> None:
    """Weighs the rows of an `import.check` message."""
    await carry_out(message_id, company_id, _check)


@dramatiq.actor(broker=broker, queue_name="imports", max_retries=0, time_limit=120_000)
async def apply_import(message_id: str, company_id: str) -> None:
    """Applies rows of an `import.apply` message."""
    await carry_out(message_id, company_id, _apply)


@dramatiq.actor(broker=broker, queue_name="imports", max_retries=0, time_limit=120_000)
async def undo_import(message_id: str, company_id: str) -> None:
    """Takes rows of an `import.undo` message back."""
    await carry_out(message_id, company_id, _undo)


async def _read(message: OutboxMessage) -> None:
    company_id, import_id = _ids(message)
    found = await file_of(company_id, import_id, ImportState.READING)
    if found is None:
        return
    mine, content = found
    try:
        await table_was_read(company_id, import_id, await read_apart(content, mine.sheet))
    except TableRefused as refused:
        await was_refused(company_id, import_id, refused.reason)


async def _check(message: OutboxMessage) -> None:
    company_id, import_id = _ids(message)
    found = await file_of(company_id, import_id, ImportState.CHECKING)
    if found is None:
        return
    mine, content = found
    try:
        await check(company_id, import_id, await read_apart(content, mine.sheet))
    except TableRefused as refused:
        await was_refused(company_id, import_id, refused.reason)
    except NotFound as error:
        raise NeverWorks(error.text) from error


async def _apply(message: OutboxMessage) -> None:
    try:
        await applying.apply(*_ids(message))
    except NotFound as error:
        raise NeverWorks(error.text) from error


async def _undo(message: OutboxMessage) -> None:
    try:
        await applying.take_back(*_ids(message))
    except NotFound as error:
        raise NeverWorks(error.text) from error


def _ids(message: OutboxMessage) -> tuple[str, str]:
    return message.company_id, str(message.payload["import_id"])
