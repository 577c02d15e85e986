"""The migrations and the models say the same."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, select

from core.all_models import metadata
from core.database import engine, reading
from core.marks import Mark
from core.migrations import configuration, is_current, newest, upgrade, version_of
from core.sales.models import Opportunity
from core.sales.totals import differences
from core.search import search
from tests.builders.cast import Firm


async def test_the_migrations_make_what_the_models_say(database: str) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"include_name": lambda name, *_: not str(name).startswith("search_index")}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))

    async with engine().connect() as connection:
        found = await connection.run_sync(differences)
    # SQLite has no trigram operators: what the models name for PostgreSQL alone is not there.
    assert [one for one in found if "_trigrams" not in str(one)] == []


async def test_a_database_without_tables_is_not_current_and_one_that_was_upgraded_is(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    assert version_of(url) is None
    assert not is_current(url)
    await upgrade(url)
    assert version_of(url) == newest()
    assert is_current(url)


async def test_the_next_step_of_what_was_there_before_is_known(firm: Firm) -> None:
    planned, stuck = await firm.opportunity(), await firm.opportunity()
    await firm.activity(opportunity_id=planned, day="2026-12-03")
    await firm.activity(opportunity_id=planned, day="2026-12-01")
    async with engine().connect() as connection:
        for step, target in ((command.downgrade, "first_tables"), (command.upgrade, "head")):
            await connection.run_sync(partial(_go, step, target))
            await connection.commit()
    async with reading(firm.company_id) as session:
        days = {one.id: one.next_day for one in await session.scalars(select(Opportunity))}
        assert (days[planned], days[stuck]) == (date(2026, 12, 1), None)
        assert await differences(session) == []


async def test_what_was_there_before_is_found_by_its_city_and_kind(firm: Firm) -> None:
    account = await firm.account(addresses=[{"city": "Lérida"}], kinds=["prospect", "partner"])
    contact = await firm.contact(addresses=[{"city": "Huesca"}])
    async with engine().connect() as connection:
        for step, target in ((command.downgrade, "own_settings"), (command.upgrade, "head")):
            await connection.run_sync(partial(_go, step, target))
            await connection.commit()
    async with reading(firm.company_id) as session:
        marks = await session.execute(select(Mark.record_id, Mark.sort, Mark.folded, Mark.owner_id))
        rep = firm.people["rep"]
        assert sorted(marks) == sorted([
            (account, "city", "lerida", rep), (account, "kind", "partner", rep), (account, "kind", "prospect", rep),
            (contact, "city", "huesca", rep),
        ])  # fmt: skip
        assert [found.id for found in await search(session, await firm.viewer(), "talleres")] == [account]


def _go(step: Callable[[Config, str], None], target: str, connection: Connection) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    step(config, target)
