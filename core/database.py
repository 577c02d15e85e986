"""The database: one base, one engine a loop, and `transaction()`, the only commit."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, MetaData, PoolResetState, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.interfaces import ORMOption

from core.pace import watch
from core.settings import settings
from core.sqlite_connection import SqliteConnection

EVERY_COMPANY: Final = "every company"
"""For the few who work across companies: sign-in, the clock, the operator."""

_ROWS_SAMPLED = 1000
_MAPPED = 2**30
"""So many bytes of SQLite's file are read where the system keeps them, by all connections, not copied for each."""


class Base(DeclarativeBase):
    """What every table's class descends from."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


@asynccontextmanager
async def transaction(company_id: str) -> AsyncIterator[AsyncSession]:
    """A session that writes to one company (or `EVERY_COMPANY`): commits at the end, rolls back on any error."""
    async with _write_lock(), _session(company_id) as session:
        await session.connection(execution_options={"writes": True})
        yield session
        await session.commit()


@asynccontextmanager
async def reading(company_id: str) -> AsyncIterator[AsyncSession]:
    """A session that reads one company (or `EVERY_COMPANY`); nothing it does is kept.

    SQLite reads all of it as of one moment; PostgreSQL each statement as of its own, and it refuses to write.
    """
    async with _session(company_id, reads=True) as session:
        yield session


def narrow(session: AsyncSession, company_id: str) -> None:
    """From now on this session reads one company alone: for a door that learns the company from what it read first."""
    session.info["company_id"] = company_id


def engine() -> AsyncEngine:
    """The engine of the running loop, made at first use."""
    loop = asyncio.get_running_loop()
    if loop not in _engines:
        _engines[loop] = open_engine(settings().database_url)
    return _engines[loop]


async def close() -> None:
    """Closes the running loop's connections."""
    if (found := _engines.pop(asyncio.get_running_loop(), None)) is not None:
        await found.dispose()


async def refresh_statistics() -> None:
    """Counts anew what SQLite's planner goes by, on a sample: a few milliseconds whatever the size.

    Without it SQLite takes every index for a good one, that of the company too, and reads all of the company's rows.
    PostgreSQL does this by itself.
    """
    if engine().dialect.name != "sqlite":
        return
    async with _write_lock(), engine().connect() as connection:
        await connection.execution_options(writes=True)
        await connection.exec_driver_sql(f"PRAGMA analysis_limit = {_ROWS_SAMPLED}")
        await connection.exec_driver_sql("ANALYZE")
        await connection.commit()


def open_engine(url: str) -> AsyncEngine:
    """An engine for `url`: `sqlite+aiosqlite:///…` or `postgresql+psycopg://…` (`postgresql://…` is taken too)."""
    opened = create_async_engine(driver_url(url), pool_size=10, max_overflow=20, **_options(url))
    watch(opened.sync_engine)
    if is_sqlite(url):
        event.listen(opened.sync_engine, "connect", _prepare_sqlite)
        event.listen(opened.sync_engine, "begin", _begin_sqlite)
        event.listen(opened.sync_engine, "reset", _end_sqlite)
    else:
        _postgresql().equip(opened.sync_engine)
    return opened


def _options(url: str) -> dict[str, Any]:
    if not is_sqlite(url):
        return dict(_postgresql().OPTIONS)
    path = make_url(url).database or ":memory:"
    return {"async_creator": lambda: SqliteConnection(path)}


def _postgresql() -> Any:
    from core import postgresql_connection  # noqa: PLC0415 - psycopg is not loaded where the data are in SQLite

    return postgresql_connection


def driver_url(url: str) -> str:
    """The address with the driver that we use for it."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def insert_into(session: AsyncSession, table: Any) -> Any:
    """An INSERT of the session's own dialect, which knows ON CONFLICT."""
    return insert_on(session.get_bind().dialect.name, table)


def insert_on(dialect: str, table: Any) -> Any:
    """The same for a dialect by its name."""
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)


def is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


_engines: WeakKeyDictionary[asyncio.AbstractEventLoop, AsyncEngine] = WeakKeyDictionary()
_readers: WeakKeyDictionary[AsyncEngine, AsyncEngine] = WeakKeyDictionary()
_write_locks: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


@asynccontextmanager
async def _write_lock() -> AsyncIterator[None]:
    # SQLite has one writer: queueing for it here is fair and wakes at once, its own waiting sleeps in steps.
    if engine().dialect.name != "sqlite":
        yield
        return
    async with _write_locks.setdefault(asyncio.get_running_loop(), asyncio.Lock()):
        yield


def _session(company_id: str, *, reads: bool = False) -> AsyncSession:
    return AsyncSession(
        _reader(engine()) if reads else engine(),
        expire_on_commit=False,
        autoflush=False,
        info={"company_id": company_id},
        sync_session_class=_Session,
    )


def _reader(whole: AsyncEngine) -> AsyncEngine:
    """The engine, with the same connections, for who only reads."""
    if whole not in _readers:
        _readers[whole] = whole.execution_options(reads=True)
    return _readers[whole]


class _Session(Session):
    """The session that adds the company to every statement."""


@event.listens_for(_Session, "do_orm_execute")
def _keep_to_the_company(state: ORMExecuteState) -> None:
    """Adds `company_id = …` for every company-owned table in a statement, so that a forgotten filter cannot leak."""
    company_id = state.session.info["company_id"]
    if company_id == EVERY_COMPANY or state.is_column_load or state.is_relationship_load:
        return
    state.statement = state.statement.options(_kept_to(company_id))


@lru_cache(maxsize=1000)
def _kept_to(company_id: str) -> ORMOption:
    from core.records import CompanyOwned  # noqa: PLC0415 - the records stand on this file

    return with_loader_criteria(CompanyOwned, lambda model: model.company_id == company_id, include_aliases=True)


def _prepare_sqlite(connection: DBAPIConnection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "busy_timeout = 15000",
        "cache_size = -16000",
        f"mmap_size = {_MAPPED}",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.begin(writes=connection.get_execution_options().get("writes", False))


def _end_sqlite(connection: Any, _record: Any, state: PoolResetState) -> None:
    # A COMMIT that a deferred key refuses leaves the transaction open, with the lock, though SQLAlchemy thinks it over.
    if state.asyncio_safe and connection.driver_connection.in_transaction:
        connection.rollback()
