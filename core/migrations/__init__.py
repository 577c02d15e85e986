"""The database's shape, step by step: Alembic, one dated file a step.

Whether there is anything to do is asked without Alembic and SQLAlchemy, which take a second to load: every start asks.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from core.settings import settings

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

STEPS = Path(__file__).parent / "versions"
_REVISION = re.compile(r"^(down_)?revision = (?:\"(\w+)\"|None)$", re.MULTILINE)


async def upgrade(url: str | None = None) -> None:
    """Brings the database to the newest shape; does nothing, and quickly, when it has it."""
    url = url or settings().database_url
    if version_of(url) == newest():
        return
    from core.database import open_engine  # noqa: PLC0415

    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.execution_options(writes=True)
            await connection.run_sync(_upgrade)
            await connection.commit()
    finally:
        await engine.dispose()


def is_current(url: str | None = None) -> bool:
    """Whether the database has the newest shape. Raises `OSError` when it cannot be reached."""
    return version_of(url or settings().database_url) == newest()


def version_of(url: str) -> str | None:
    """The step that the database is at; None for a database without tables. Raises `OSError` if it is not reached."""
    if url.startswith("sqlite"):
        path = Path(url.partition("///")[2])
        return _version_in_sqlite(path) if path.exists() else None
    return _version_in_postgresql(url)


def newest() -> str:
    """The last step there is."""
    steps = _steps()
    last: str
    (last,) = set(steps) - set(steps.values())
    return last


def is_known(step: str) -> bool:
    """Whether there is such a step: a database that a newer Ronda made is at one that there is not."""
    return step in _steps()


def configuration() -> "Config":
    """Alembic's, without a file of its own."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "core:migrations")
    config.set_main_option("file_template", "%%(year)d_%%(month).2d_%%(day).2d_%%(slug)s")
    return config


def _steps() -> dict[str, str | None]:
    """Each step, and the one that it follows."""
    steps = {}
    for step in STEPS.glob("*.py"):
        found = {bool(down): name for down, name in _REVISION.findall(step.read_text())}
        steps[found[False]] = found.get(True)
    return steps


def _upgrade(connection: "Connection") -> None:
    from alembic import command  # noqa: PLC0415

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _version_in_sqlite(path: Path) -> str | None:
    with closing(sqlite3.connect(path)) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return None
    return str(row[0]) if row else None


def _version_in_postgresql(url: str) -> str | None:
    import psycopg  # noqa: PLC0415

    try:
        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except psycopg.errors.UndefinedTable:
        return None
    except psycopg.OperationalError as error:
        raise OSError(str(error)) from error
    return str(row[0]) if row else None
