"""What happens behind: one clock of several is active, work that fails is tried again, then listed, then retried."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from core.agenda.reminding import ReminderSent
from core.customers.readings import CardReading, CardState
from core.database import EVERY_COMPANY, reading, transaction
from core.documents.service import keep_bytes
from core.documents.stores import key_of, store
from core.leases import Lease
from core.outbox import MAX_ATTEMPTS, OutboxMessage
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import at_work
from tests.system.cards import card_of
from tests.system.running import PATIENCE_SECONDS, Ronda, installation


@pytest.fixture
async def ronda(sqlite_url: str) -> AsyncIterator[Ronda]:
    """The broker alone; a test starts what it looks at."""
    with installation(["broker"], DATABASE_URL=sqlite_url, CARD_READER="tesseract") as made:
        async with at_work(sqlite_url, made.settings.data_dir):
            yield made


@pytest.fixture
async def firm(ronda: Ronda) -> Firm:
    return await Firm.known(EBRO)


async def test_of_two_clocks_one_is_active_and_the_other_takes_over(ronda: Ronda, firm: Firm) -> None:
    ronda.start("clock.1")
    first = await _holder()
    ronda.start("clock.2")
    assert await _holder() == first
    ronda.kill("clock.1")
    await _until_holder_is_not(first)
    await _remind_of_something(firm)


async def test_a_clock_that_ends_gives_its_place_up_at_once(ronda: Ronda) -> None:
    ronda.start("clock.1")
    first = await _holder()
    assert ronda.end("clock.1") == 0
    async with reading(EVERY_COMPANY) as session:
        lease = (await session.scalars(select(Lease))).one()
    assert (lease.holder, lease.until <= datetime.now(UTC)) == (first, True)


async def test_a_card_whose_photo_is_away_is_tried_again_until_it_is_back(ronda: Ronda, firm: Firm) -> None:
    photo = card_of("Zoe Marlasca Prieto", "zoe@example.com")
    reading_id = await _receive(firm, photo)
    hidden = await _take_away(firm, photo)
    ronda.start("worker", "clock")
    message = await _message(lambda found: found.attempts > 0)
    assert message.error
    assert message.failed_at is None
    assert message.due_at > message.created_at + timedelta(seconds=1)
    await hidden.put_back()
    await _card(reading_id, CardState.SAVED)


async def test_what_was_given_up_is_listed_and_can_be_tried_again(ronda: Ronda, firm: Firm) -> None:
    photo = card_of("Zoe Marlasca Prieto", "zoe@example.com")
    reading_id = await _receive(firm, photo)
    hidden = await _take_away(firm, photo)
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(OutboxMessage).values(attempts=MAX_ATTEMPTS - 1))
    ronda.start("worker", "clock")
    given_up = await _message(lambda found: found.failed_at is not None)
    [listed] = json.loads(ronda.do("failed").stdout)
    assert (listed["id"], listed["topic"], listed["attempts"]) == (given_up.id, "card.read", MAX_ATTEMPTS)
    assert listed["error"]
    await hidden.put_back()
    assert "1 back in line" in ronda.do("failed", "--retry", given_up.id).stdout
    await _card(reading_id, CardState.SAVED)
    assert json.loads(ronda.do("failed").stdout) == []


async def test_a_topic_that_nobody_knows_is_given_up_at_once(ronda: Ronda, firm: Firm) -> None:
    now = datetime.now(UTC)
    strange = OutboxMessage(company_id=firm.company_id, topic="moon.fly", payload={}, created_at=now, due_at=now)
    async with transaction(EVERY_COMPANY) as session:
        session.add(strange)
    ronda.start("clock")
    given_up = await _message(lambda found: found.failed_at is not None)
    assert "moon.fly" in (given_up.error or "")


class Hidden:
    """A photo whose file is not where it was."""

    def __init__(self, key: str, photo: bytes) -> None:
        self.key, self.photo = key, photo

    async def put_back(self) -> None:
        await store().put(self.key, self.photo)


async def _take_away(firm: Firm, photo: bytes) -> Hidden:
    digest, _ = await keep_bytes(firm.company_id, photo)
    key = key_of(firm.company_id, digest)
    await store().delete(key)
    return Hidden(key, photo)


async def _receive(firm: Firm, photo: bytes) -> str:
    digest, size = await keep_bytes(firm.company_id, photo)
    document = {"name": "card.jpg", "media_type": "image/jpeg", "size": size, "digest": digest}
    return str((await firm.do("card.receive", {"document": document}))["id"])


async def _remind_of_something(firm: Firm) -> None:
    """Plans what one is to be reminded of now, and waits until somebody has seen to it."""
    starts_at = datetime.now(UTC) + timedelta(minutes=15, seconds=1)
    planned = await firm.activity(day=None, starts_at=starts_at.isoformat())
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            async with reading(EVERY_COMPANY) as session:
                if planned in set(await session.scalars(select(ReminderSent.activity_id))):
                    return
            await asyncio.sleep(0.1)


async def _holder() -> str:
    return await _until_holder_is_not("")


async def _until_holder_is_not(other: str) -> str:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            async with reading(EVERY_COMPANY) as session:
                holder = await session.scalar(select(Lease.holder).where(Lease.name == "clock"))
            if holder is not None and holder != other:
                return str(holder)
            await asyncio.sleep(0.1)


async def _message(is_so: Callable[[OutboxMessage], bool]) -> OutboxMessage:
    """The one message of the outbox, as soon as this is so."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            async with reading(EVERY_COMPANY) as session:
                message = (await session.scalars(select(OutboxMessage))).one()
            if is_so(message):
                return message
            await asyncio.sleep(0.1)


async def _card(reading_id: str, state: CardState) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS * 2):
        while True:
            async with reading(EVERY_COMPANY) as session:
                found = await session.scalar(select(CardReading.state).where(CardReading.id == reading_id))
            if found == state:
                return
            await asyncio.sleep(0.1)
