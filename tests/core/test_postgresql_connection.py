"""What PostgreSQL is asked for beside the statements themselves."""

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError, InternalError
from sqlalchemy.ext.asyncio import AsyncSession

from core import database
from core.chat_state import ChatState, keep_state, state_of
from core.database import EVERY_COMPANY, reading, transaction
from core.viewers import viewer_of
from tests.builders.cast import Firm

_VISITS = 5
_PATIENCE_MS = 10_000


async def test_a_statement_that_is_read_again_and_again_stays_prepared(postgresql: str) -> None:
    firm = await Firm.known()
    for _ in range(_VISITS):
        await _visit(firm)
    async with reading(firm.company_id) as session:
        before = await _prepared(session)
    await _visit(firm)
    async with reading(firm.company_id) as session:
        assert await _prepared(session) == before
    assert before > 0


async def test_who_reads_holds_no_transaction_open(postgresql: str) -> None:
    async with reading(EVERY_COMPANY) as session:
        first = await session.scalar(select(func.now()))
        assert await session.scalar(select(func.now())) != first


async def test_who_reads_cannot_write(postgresql: str) -> None:
    with pytest.raises(InternalError, match="read-only"):
        async with reading(EVERY_COMPANY) as session:
            await keep_state(session, "bot", 1, {"asked": "when"})


async def test_what_is_written_is_written_together_or_not_at_all(postgresql: str) -> None:
    with pytest.raises(IntegrityError):
        await _write_and_fail()
    async with reading(EVERY_COMPANY) as session:
        assert await state_of(session, "bot", 1) == {}


async def test_a_connection_that_the_server_has_closed_meanwhile_is_replaced(postgresql: str) -> None:
    async with database.engine().connect() as held:
        async with reading(EVERY_COMPANY) as session:
            closed = await session.scalar(select(func.pg_backend_pid()))
        await held.execute(select(func.pg_terminate_backend(closed, _PATIENCE_MS)))
        async with reading(EVERY_COMPANY) as session:
            assert await session.scalar(select(func.pg_backend_pid())) != closed


async def _write_and_fail() -> None:
    async with transaction(EVERY_COMPANY) as session:
        await keep_state(session, "bot", 1, {"asked": "when"})
        await session.execute(insert(ChatState).values(bot="bot", chat_id=1, content={}, at=func.now()))


async def _visit(firm: Firm) -> None:
    async with reading(firm.company_id) as session:
        await viewer_of(session, firm.company_id, firm.people["rep"])


async def _prepared(session: AsyncSession) -> int:
    found = await session.scalar(text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%users%'"))
    return int(found or 0)
