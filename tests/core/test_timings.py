"""How quick pages and statements are is counted, added up by day, and told of one's own company alone."""

from datetime import UTC, datetime, timedelta
from time import perf_counter

import pytest
from sqlalchemy import func, select

from core import health, pace
from core.cleaning import clean_up
from core.customers.models import Account
from core.database import EVERY_COMPANY, reading
from core.pace import note_page, taken
from core.timings import PageTiming, keep_timings
from tests.builders.cast import Firm

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    taken()


async def test_what_each_process_counts_adds_up_and_the_worst_comes_first(firm: Firm, rival: Firm) -> None:
    for _ in range(2):
        note_page(firm.company_id, "accounts.index", perf_counter())
        note_page(firm.company_id, "accounts.index", perf_counter() - 0.7)
        note_page(firm.company_id, "today.show", perf_counter() - 0.1, failed=True)
        note_page(firm.company_id, "more.show", perf_counter())
        note_page(rival.company_id, "accounts.index", perf_counter() - 9)
        await keep_timings(NOW)
    async with reading(firm.company_id) as session:
        failed, slow = await health.slow_pages(session, NOW)
    assert (failed["name"], failed["failed"], failed["slow"]) == ("today.show", 2, 0)
    assert (slow["name"], slow["times"], slow["slow"]) == ("accounts.index", 4, 2)
    assert 700 <= slow["longest"] < 9000
    assert 350 <= slow["usual"] <= slow["longest"]


async def test_a_slow_statement_is_known_by_its_tables_and_never_by_its_values(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "SLOW_STATEMENT", 0.0)
    async with reading(firm.company_id) as session:
        await session.scalar(select(func.count()).select_from(Account).where(Account.name == "Secret"))
    monkeypatch.undo()
    await keep_timings(NOW)
    async with reading(EVERY_COMPANY) as session:
        names = [one["name"] for one in await health.slow_statements(session, NOW)]
    assert "select accounts" in names
    assert "Secret" not in str(names)


async def test_nothing_is_written_where_nothing_was_counted(firm: Firm) -> None:
    await keep_timings(NOW)
    async with reading(EVERY_COMPANY) as session:
        assert await session.scalar(select(func.count()).select_from(PageTiming)) == 0


async def test_old_timings_go(firm: Firm) -> None:
    note_page(firm.company_id, "accounts.index", perf_counter() - 0.7)
    await keep_timings(NOW)
    await clean_up(NOW + timedelta(days=20))
    async with reading(EVERY_COMPANY) as session:
        assert await session.scalar(select(func.count()).select_from(PageTiming)) == 0
