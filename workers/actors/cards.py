"""Business cards: the photo is read, and what it says handed to the core, which decides what becomes of it."""

import dramatiq

from core.customers.card_intake import card_was_read, photo_of
from core.database import reading
from core.outbox import OutboxMessage
from core.people.models import Company
from workers.actors.carrying_out import carry_out
from workers.queue import broker
from workers.readers.errors import ReaderError
from workers.readers.process import read_apart


@dramatiq.actor(broker=broker, queue_name="cards", max_retries=0, time_limit=120_000)
async def read_card(message_id: str, company_id: str) -> None:
    """Reads the card of a `card.read` message."""
    await carry_out(message_id, company_id, _read)


async def _read(message: OutboxMessage) -> None:
    reading_id: str = message.payload["reading_id"]
    photo = await photo_of(message.company_id, reading_id)
    if photo is None:
        return
    try:
        read = await read_apart(photo, await _region(message.company_id))
    except ReaderError as error:
        await card_was_read(message.company_id, reading_id, None, error=str(error))
    else:
        await card_was_read(message.company_id, reading_id, read.side.card, back=read.side.back, picture=read.picture)


async def _region(company_id: str) -> str:
    """The country whose numbers are written without a code."""
    async with reading(company_id) as session:
        company = await session.get(Company, company_id)
    return company.country if company else "ES"
