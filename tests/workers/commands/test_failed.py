"""`ronda failed`: what was given up is listed, and put back in line."""

import asyncio
import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from core import database
from core.database import EVERY_COMPANY, transaction
from core.inbox import store_update
from core.outbox import InboxUpdate, OutboxMessage
from core.records import new_id
from tests.builders.cast import EBRO, company_id_of
from tests.workers.commands.conftest import Command


async def _give_up() -> None:
    now = datetime.now(UTC)
    await store_update("1", {"update_id": 7, "message": {"chat": {"id": 3}}})
    async with transaction(EVERY_COMPANY) as session:
        posted = {"company_id": company_id_of(EBRO), "topic": "chat.say", "payload": {}, "due_at": now}
        session.add(OutboxMessage(**posted, created_at=now, attempts=9, error="no", failed_at=now))
        for update in await session.scalars(select(InboxUpdate)):
            update.done_at, update.error, update.attempts = now, "poison", 3
    await database.close()


@pytest.fixture
def failing(ebro: Command) -> Command:
    asyncio.run(_give_up())
    return ebro


def test_what_was_given_up_is_listed_and_retried_by_its_id(failing: Command) -> None:
    listed = json.loads(failing("failed").output)
    assert {one["topic"] for one in listed} == {"chat.say", "chat update"}
    assert failing("failed", "--retry", listed[0]["id"]).output == "1 back in line.\n"
    assert [one["id"] for one in json.loads(failing("failed").output)] == [listed[1]["id"]]
    assert failing("failed", "--retry-all").output == "1 back in line.\n"
    assert json.loads(failing("failed").output) == []


def test_an_id_that_has_not_failed_is_said_and_nothing_is_put_back(failing: Command) -> None:
    before = failing("failed").output
    known = json.loads(before)[0]["id"]
    for wrong in ("nothing", new_id()):
        refused = failing("failed", "--retry", known, "--retry", wrong)
        assert refused.exit_code == 1
        assert failing("failed").output == before
