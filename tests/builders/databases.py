"""Fresh databases with the tables and a cast of people in them: copies of one that is made once.

Each is in the same place as the last one of its kind, so that a process's tests share one engine, as what a web process
does shares one: what SQLAlchemy makes of a statement is made once, and not again in every test.

`from tests.builders.databases import *` in a folder's `conftest.py` makes the fixtures known there.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from core import database as core_database
from core import migrations
from core.settings import settings
from core.viewers import forget_viewers
from tests.builders.cast import found_everybody
from tests.postgresql import PostgresServer

__all__ = [
    "database", "database_url", "fresh_sqlite", "postgresql", "postgresql_url", "sqlite", "sqlite_place", "sqlite_url",
]  # fmt: skip


@pytest.fixture(scope="session")
def fresh_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], str]:
    """Give it a path: a database there with the tables and the cast, and its address."""
    template = tmp_path_factory.mktemp("template") / "ronda.db"

    def copy(path: Path) -> str:
        if not template.exists():
            fill(f"sqlite+aiosqlite:///{template}")
        shutil.copyfile(template, path)
        return f"sqlite+aiosqlite:///{path}"

    return copy


@pytest.fixture(scope="session")
def sqlite_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the SQLite database of whichever test runs."""
    return tmp_path_factory.mktemp("sqlite")


@pytest.fixture
def sqlite_url(fresh_sqlite: Callable[[Path], str], sqlite_place: Path) -> str:
    """The address of an SQLite database with the tables and the cast, of this test's own."""
    for left in sqlite_place.iterdir():
        left.unlink()
    return fresh_sqlite(sqlite_place / "ronda.db")


@pytest.fixture
def postgresql_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of a PostgreSQL database with the tables and the cast, of this test's own."""
    with postgres_server.database(postgres_server.template(fill), name=f"test_of_{os.getpid()}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a database of this test's own: of SQLite, then of PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def database(database_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The core works on this test's database, on either kind."""
    async with at_work(database_url, tmp_path):
        yield database_url


@pytest.fixture
async def postgresql(postgresql_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The core works on this test's PostgreSQL database."""
    async with at_work(postgresql_url, tmp_path):
        yield postgresql_url


@pytest.fixture
async def sqlite(sqlite_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The core works on this test's SQLite database."""
    async with at_work(sqlite_url, tmp_path):
        yield sqlite_url


def fill(url: str) -> None:
    """Makes the tables and the cast in an empty database."""

    async def make() -> None:
        await migrations.upgrade()
        await found_everybody()
        await core_database.close()

    with pointed_at(url, None):
        asyncio.run(make())


@contextmanager
def pointed_at(url: str, data: Path | None) -> Iterator[None]:
    """The settings name this database, and this folder for files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", url)
        if data is not None:
            patch.setenv("RONDA_DATA", str(data))
        settings.cache_clear()
        forget_viewers()
        try:
            yield
        finally:
            settings.cache_clear()


@asynccontextmanager
async def at_work(url: str, data: Path) -> AsyncIterator[None]:
    """The core works on this database, and keeps files in this folder."""
    with pointed_at(url, data):
        share_engine(url)
        try:
            yield
        finally:
            await core_database.close()


def share_engine(url: str) -> None:
    """This loop works with the process's one engine for this address; its connections end with the loop's work."""
    core_database._engines[asyncio.get_running_loop()] = _engine(url)


@cache
def _engine(url: str) -> AsyncEngine:
    return core_database.open_engine(url)
