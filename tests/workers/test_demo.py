"""The demo of an installation: begun before the pages are there, completed behind them, made once in any case."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core import database, migrations, performing
from core.customers.models import Account
from core.database import EVERY_COMPANY, reading
from core.events import Event
from core.people.founding import FoundCompany, found_company
from core.seeds import demo, firms
from core.settings import settings
from tests.builders.databases import pointed_at
from workers.demo import begin_once, complete_once, is_complete, password

SMALL = firms.Size(accounts=3, contacts=3, opportunities=2, activities=4, leads=0)


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation with tables and nothing in them, and less of a demo."""
    monkeypatch.setattr(demo, "FIRMS", tuple(replace(firm, size=SMALL) for firm in firms.FIRMS))
    monkeypatch.setattr(demo, "FIRST_CUSTOMERS", 1)
    with pointed_at(f"sqlite+aiosqlite:///{tmp_path}/ronda.db", tmp_path):
        asyncio.run(migrations.upgrade())
        yield


def complete() -> None:
    async def as_the_clock() -> None:
        try:
            await complete_once()
        finally:
            await database.close()

    asyncio.run(as_the_clock())


def counted() -> tuple[int, int]:
    """How many accounts there are, and how much has happened."""

    async def count() -> tuple[int, int]:
        async with reading(EVERY_COMPANY) as session:
            found = [await session.scalar(select(func.count()).select_from(model)) for model in (Account, Event)]
        await database.close()
        return found[0] or 0, found[1] or 0

    return asyncio.run(count())


def test_the_demo_is_begun_and_completed_once() -> None:
    begin_once()
    first, secret = counted(), password(settings())
    assert secret
    assert not is_complete(settings())
    begin_once()
    assert counted() == first
    complete()
    whole = counted()
    assert is_complete(settings())
    assert first[0] < whole[0] == SMALL.accounts * 2
    begin_once()
    complete()
    assert (counted(), password(settings())) == (whole, secret)


def test_a_completion_that_was_killed_is_finished_later_and_nothing_of_it_done_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin_once()
    perform, left = performing.perform, iter(range(2))

    async def until_the_kill(*arguments: object) -> object:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return await perform(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(demo, "perform", until_the_kill)
        with pytest.raises(KeyboardInterrupt):
            complete()
    assert not is_complete(settings())
    complete()
    whole = counted()
    assert whole[0] == SMALL.accounts * 2
    complete()
    assert counted() == whole


def test_nothing_is_completed_that_was_not_begun() -> None:
    complete()
    assert counted() == (0, 0)


def test_there_is_no_demo_beside_a_real_company() -> None:
    asyncio.run(_found())
    before = counted()
    begin_once()
    complete()
    assert counted() == before
    assert password(settings()) is None


def test_there_is_no_demo_where_the_world_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    begin_once()
    before = counted()
    monkeypatch.setenv("PUBLIC_URL", "https://ronda.example.com")
    settings.cache_clear()
    assert password(settings()) is None
    complete()
    assert counted() == before


async def _found() -> None:
    await found_company(FoundCompany(name="Real", admin_name="Ana", admin_email="ana@real.example"))
    await database.close()
