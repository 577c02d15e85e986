"""The database's shape, step by step: Alembic, one dated file a step."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from core.database import open_engine
from core.settings import settings


async def upgrade(url: str | None = None) -> bool:
    """Brings the database to the newest shape; True when it had none before."""
    engine = open_engine(url or settings().database_url)
    try:
        async with engine.connect() as connection:
            await connection.execution_options(writes=True)
            was_new = await connection.run_sync(_upgrade)
            await connection.commit()
            return was_new
    finally:
        await engine.dispose()


async def is_current(url: str | None = None) -> bool:
    """Whether the database has the newest shape."""
    engine = open_engine(url or settings().database_url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_is_current)
    finally:
        await engine.dispose()


def configuration() -> Config:
    """Alembic's, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", "core:migrations")
    config.set_main_option("file_template", "%%(year)d_%%(month).2d_%%(day).2d_%%(slug)s")
    return config


def _upgrade(connection: Connection) -> bool:
    was_new = MigrationContext.configure(connection).get_current_revision() is None
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return was_new


def _is_current(connection: Connection) -> bool:
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == head
