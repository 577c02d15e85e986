"""A database of a good size, written directly: what operations would have written, without the hours."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

import core.all_operations  # noqa: F401 - operations are found by their names
from core.agenda.finding import ToldEntry
from core.agenda.models import Activity, ActivityType
from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.database import EVERY_COMPANY, engine, reading, refresh_statistics
from core.marks import Mark
from core.operations import Operation
from core.people.founding import FoundCompany, found_company
from core.people.models import Unit
from core.people.sign_in import give_password
from core.performing import perform
from core.records import new_id
from core.sales.models import Opportunity, OpportunityTotal, Stage, StageVisit
from core.sales.next_steps import next_day
from core.sales.totals import TOTAL_COLUMNS, right_sums
from core.search_entries import SearchEntry
from tests.bench import rows
from tests.bench.rows import Place, Row

PASSWORD = "bench-bench-bench"
CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    agents: int = 50
    accounts: int = 20_000
    contacts: int = 80_000
    opportunities: int = 50_000
    activities: int = 200_000

    def times(self, factor: int) -> "Size":
        """As many accounts and agents, `factor` times the opportunities: what totals must not feel."""
        return Size(self.agents, self.accounts, self.contacts, self.opportunities * factor, self.activities)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made, and by whom to look at it."""

    company_id: str
    admin: str
    manager: str
    rep: str
    reps: tuple[str, ...]
    account_id: str
    account_name: str
    opportunity_id: str
    stage_ids: tuple[str, ...]


async def fill(size: Size) -> Filled:
    """Fills the empty, migrated database of this process."""
    dice = random.Random(1)  # noqa: S311 - the same data every time
    company = await found_company(FoundCompany(name="Bench", admin_name="Admin", admin_email="admin@bench.test"))
    company_id, admin = company["company_id"], company["user_id"]
    agents, manager = await _agents(company_id, admin, size.agents)
    await give_password([admin, manager, *(agent.user_id for agent in agents)], PASSWORD)
    async with reading(company_id) as session:
        stages = list(await session.scalars(select(Stage).order_by(Stage.position)))
        types = list(await session.scalars(select(ActivityType.id)))
    accounts = [(new_id(), dice.choice(agents), rows.account_name(dice, number)) for number in range(size.accounts)]
    contacts = [(new_id(), accounts[number % size.accounts]) for number in range(size.contacts)]
    by_account: dict[str, list[str]] = {}
    for contact_id, account in contacts:
        by_account.setdefault(account[0], []).append(contact_id)
    async with engine().begin() as connection:
        await _insert(connection, Account, rows.accounts(company_id, accounts))
        addresses = list(rows.addresses(company_id, accounts, dice))
        await _insert(connection, Address, addresses)
        await _insert(connection, Mark, rows.marks(company_id, accounts, addresses, dice))
        people = list(rows.contacts(company_id, contacts, dice))
        await _insert(connection, Contact, people)
        await _insert(connection, AccountContact, rows.places(company_id, contacts))
        await _insert(connection, Phone, rows.switchboards(company_id, accounts, dice))
        await _insert(connection, Phone, rows.phones(company_id, contacts, dice))
        await _insert(connection, Email, rows.emails(company_id, people))
        sales = list(rows.opportunities(company_id, accounts, stages, size.opportunities, dice))
        await _insert(connection, Opportunity, sales)
        await _insert(connection, StageVisit, rows.visits(company_id, sales))
        deeds = list(
            rows.activities(company_id, accounts, by_account, rows.by_account(sales), types, size.activities, dice)
        )
        await _insert(connection, Activity, deeds)
        await connection.execute(update(Opportunity).values(next_day=next_day()))
        await _insert(connection, SearchEntry, rows.lines(company_id, accounts, people, sales, contacts))
        await _insert(connection, ToldEntry, rows.told(company_id, deeds))
        await connection.execute(insert(OpportunityTotal).from_select(list(TOTAL_COLUMNS), right_sums()))
    await refresh_statistics()  # as the clock does; PostgreSQL's own takes a minute to begin
    if engine().dialect.name == "postgresql":
        async with engine().begin() as connection:
            await connection.execute(text("ANALYZE"))
    mine = next(account for account in accounts if account[1].user_id == agents[0].user_id)
    sale = next(sale for sale in sales if sale["owner_id"] == agents[0].user_id and sale["outcome"] == "open")
    return Filled(
        company_id, "admin@bench.test", "manager0@bench.test", "agent0@bench.test",
        tuple(f"agent{n}@bench.test" for n in range(size.agents)), mine[0], mine[2], sale["id"],
        tuple(stage.id for stage in stages),
    )  # fmt: skip


async def _agents(company_id: str, admin: str, number: int) -> tuple[list[Place], str]:
    async def do(name: str, payload: Row) -> Row:
        return (await perform(Operation(name, payload), company_id, admin)).result

    async with reading(EVERY_COMPANY) as session:
        root = await session.scalar(select(Unit.id).where(Unit.company_id == company_id))
    units = [(await do("unit.create", {"name": f"Unit {n}", "parent_id": root}))["id"] for n in range(5)]
    managers = [
        (await do("member.invite", {"email": f"manager{n}@bench.test", "name": f"Manager {n}", "role": "manager",
                                    "unit_id": unit, "reports_to": admin}))["user_id"]
        for n, unit in enumerate(units)
    ]  # fmt: skip
    agents = []
    for n in range(number):
        unit, above = units[n % len(units)], managers[n % len(units)]
        person = {"email": f"agent{n}@bench.test", "name": f"Agent {n}", "unit_id": unit, "reports_to": above}
        agents.append(Place((await do("member.invite", person))["user_id"], unit))
    return agents, managers[0]


async def _insert(connection: AsyncConnection, model: Any, many: Iterable[Row]) -> None:
    remaining = iter(many)
    while chunk := list(islice(remaining, CHUNK)):
        await connection.execute(insert(model), chunk)
