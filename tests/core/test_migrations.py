"""The migrations and the models say the same."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from core.all_models import metadata
from core.database import engine
from core.migrations import is_current, newest, upgrade, version_of


async def test_the_migrations_make_what_the_models_say(database: str) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("search_index")}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))

    async with engine().connect() as connection:
        found = await connection.run_sync(differences)
    # SQLite has no trigram operators: what the models name for PostgreSQL alone is not there.
    assert [one for one in found if "ix_search_entries_trigrams" not in str(one)] == []


async def test_a_database_without_tables_is_not_current_and_one_that_was_upgraded_is(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    assert version_of(url) is None
    assert not is_current(url)
    await upgrade(url)
    assert version_of(url) == newest()
    assert is_current(url)
