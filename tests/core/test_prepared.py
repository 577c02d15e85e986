"""Statements that are built once and executed often."""

import re

from sqlalchemy import select

from core.customers.models import Account
from core.database import engine, reading
from core.policy import Sight
from core.prepared import Statement, among, prepared
from tests.builders.cast import Firm
from tests.builders.statements import executed


@prepared
def _accounts(_: Sight) -> Statement:
    return select(Account.id).where(among(Account.id, "ids"))


async def test_so_many_ids_as_are_given_are_looked_for(firm: Firm) -> None:
    one, another, third = [await firm.account() for _ in range(3)]
    assert await _found(firm, []) == set()
    assert await _found(firm, [one]) == {one}
    assert await _found(firm, [another, third]) == {another, third}


async def test_ids_of_another_company_are_not_found(firm: Firm, rival: Firm) -> None:
    assert await _found(firm, [await rival.account()]) == set()


async def test_a_statement_of_postgresql_reads_the_same_for_any_number_of_ids(postgresql: str) -> None:
    firm = await Firm.known()
    accounts = [await firm.account() for _ in range(3)]
    with executed("SELECT accounts.id \nFROM accounts") as said:
        await _found(firm, accounts[:1])
        await _found(firm, accounts)
    assert len({statement for statement, _ in said}) == 1


async def test_sqlite_finds_ids_by_their_index(sqlite: str) -> None:
    firm = await Firm.known()
    with executed("SELECT accounts.id \nFROM accounts") as said:
        await _found(firm, [await firm.account()])
    assert said
    async with engine().connect() as connection:
        for statement, values in said:
            steps = [row.detail for row in await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            assert any(re.search(r"SEARCH accounts .*\bid=\?", step) for step in steps), steps


async def _found(firm: Firm, ids: list[str]) -> set[str]:
    viewer = await firm.viewer()
    async with reading(firm.company_id) as session:
        return set((await _accounts(session, viewer, ids=ids)).scalars())
