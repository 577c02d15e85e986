"""A database of a good size, written directly: what operations would have written, without the hours."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

import core.all_operations
from core.agenda.finding import ToldEntry
from core.agenda.models import Activity, ActivityType
from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.database import EVERY_COMPANY, engine, reading, refresh_statistics
from core.folding import fold
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
from core.seeds import words

PASSWORD = "bench-bench-bench"
CHUNK = 2_000
Row = dict[str, Any]


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
    account_id: str
    account_name: str
    opportunity_id: str
    stage_ids: tuple[str, ...]


@dataclass(slots=True)
class _Place:
    """Somebody who owns records, and the unit they stand in."""

    user_id: str
    unit_id: str


async def fill(size: Size) -> Filled:
    """Fills the empty, migrated database of this process."""
    dice = random.Random(1)  # noqa: S311 - the same data every time
    company = await found_company(FoundCompany(name="Bench", admin_name="Admin", admin_email="admin@bench.test"))
    company_id, admin = company["company_id"], company["user_id"]
    agents, manager = await _agents(company_id, admin, size.agents)
    await give_password([admin, manager, agents[0].user_id], PASSWORD)
    async with reading(company_id) as session:
        stages = list(await session.scalars(select(Stage).order_by(Stage.position)))
        types = list(await session.scalars(select(ActivityType.id)))
    accounts = [(new_id(), dice.choice(agents), _account_name(dice, number)) for number in range(size.accounts)]
    contacts = [(new_id(), accounts[number % size.accounts]) for number in range(size.contacts)]
    by_account: dict[str, list[str]] = {}
    for contact_id, account in contacts:
        by_account.setdefault(account[0], []).append(contact_id)
    async with engine().begin() as connection:
        await _insert(connection, Account, _accounts(company_id, accounts))
        addresses = list(_addresses(company_id, accounts, dice))
        await _insert(connection, Address, addresses)
        await _insert(connection, Mark, _marks(company_id, accounts, addresses, dice))
        people = list(_contacts(company_id, contacts, dice))
        await _insert(connection, Contact, people)
        await _insert(connection, AccountContact, _places(company_id, contacts))
        await _insert(connection, Phone, _switchboards(company_id, accounts, dice))
        await _insert(connection, Phone, _phones(company_id, contacts, dice))
        await _insert(connection, Email, _emails(company_id, people))
        sales = list(_opportunities(company_id, accounts, stages, size.opportunities, dice))
        await _insert(connection, Opportunity, sales)
        await _insert(connection, StageVisit, _visits(company_id, sales))
        deeds = list(_activities(company_id, accounts, by_account, _by_account(sales), types, size.activities, dice))
        await _insert(connection, Activity, deeds)
        await connection.execute(update(Opportunity).values(next_day=next_day()))
        await _insert(connection, SearchEntry, _lines(company_id, accounts, people, sales, contacts))
        await _insert(connection, ToldEntry, _told(company_id, deeds))
        await connection.execute(insert(OpportunityTotal).from_select(list(TOTAL_COLUMNS), right_sums()))
    await refresh_statistics()  # as the clock does; PostgreSQL's own takes a minute to begin
    if engine().dialect.name == "postgresql":
        async with engine().begin() as connection:
            await connection.execute(text("ANALYZE"))
    mine = next(account for account in accounts if account[1].user_id == agents[0].user_id)
    sale = next(sale for sale in sales if sale["owner_id"] == agents[0].user_id and sale["outcome"] == "open")
    return Filled(
        company_id, "admin@bench.test", "manager0@bench.test", "agent0@bench.test", mine[0], mine[2],
        sale["id"],
        tuple(stage.id for stage in stages),
    )  # fmt: skip


async def _agents(company_id: str, admin: str, number: int) -> tuple[list[_Place], str]:
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
        agents.append(_Place((await do("member.invite", person))["user_id"], unit))
    return agents, managers[0]


def _account_name(dice: random.Random, number: int) -> str:
    sector = dice.choice(tuple(words.TRADES))
    pattern = dice.choice(words.TRADES[sector])
    return f"{pattern.format(s=dice.choice(words.SURNAMES), x=dice.choice(words.PLACES))} {number % 997}"


def _accounts(company_id: str, accounts: list[Any]) -> Iterator[Row]:
    for account_id, owner, name in accounts:
        yield {**_record(company_id, account_id), **_owned(owner), "name": name, "kinds": ["customer"]}


def _addresses(company_id: str, accounts: list[Any], dice: random.Random) -> Iterator[Row]:
    for account_id, _, _ in accounts:
        town, province, postcode, latitude, longitude, _ = dice.choice(words.NORTH + words.SOUTH)
        yield {
            **_record(company_id), "account_id": account_id, "contact_id": None, "label": "visit",
            "street": dice.choice(words.STREETS), "postcode": f"{postcode}01", "city": town, "region": province,
            "country": "ES", "latitude": latitude, "longitude": longitude,
        }  # fmt: skip


def _contacts(company_id: str, contacts: list[Any], dice: random.Random) -> Iterator[Row]:
    for contact_id, (_, owner, _) in contacts:
        given, family = dice.choice(words.GIVEN_NAMES), f"{dice.choice(words.SURNAMES)} {dice.choice(words.SURNAMES)}"
        yield {
            **_record(company_id, contact_id), **_owned(owner), "name": f"{given} {family}", "given_name": given,
            "family_name": family, "job_title": dice.choice(words.JOBS),
        }  # fmt: skip


def _places(company_id: str, contacts: list[Any]) -> Iterator[Row]:
    for contact_id, (account_id, _, _) in contacts:
        yield {**_record(company_id), "account_id": account_id, "contact_id": contact_id, "role": None}


def _switchboards(company_id: str, accounts: list[Any], dice: random.Random) -> Iterator[Row]:
    for account_id, _, _ in accounts:
        number = f"+349{dice.randrange(10_000_000, 99_999_999)}"
        yield {**_record(company_id), "account_id": account_id, "contact_id": None, "number": number, "label": "office"}


def _phones(company_id: str, contacts: list[Any], dice: random.Random) -> Iterator[Row]:
    for contact_id, _ in contacts:
        number = f"+346{dice.randrange(10_000_000, 99_999_999)}"
        yield {**_record(company_id), "account_id": None, "contact_id": contact_id, "number": number, "label": "mobile"}


def _emails(company_id: str, people: list[Row]) -> Iterator[Row]:
    for number, person in enumerate(people):
        address = f"{fold(person['name']).replace(' ', '.')}{number}@bench.test"
        yield {
            **_record(company_id),
            "account_id": None,
            "contact_id": person["id"],
            "address": address,
            "label": "work",
        }


def _opportunities(
    company_id: str, accounts: list[Any], stages: list[Stage], number: int, dice: random.Random
) -> Iterator[Row]:
    now = datetime.now(UTC)
    for _ in range(number):
        account_id, owner, _ = dice.choice(accounts)
        stage = dice.choice(stages)
        yield {
            **_record(company_id), **_owned(owner), "title": dice.choice(words.PRODUCTS), "account_id": account_id,
            "contact_id": None, "pipeline_id": stage.pipeline_id, "stage_id": stage.id, "outcome": stage.outcome,
            "amount": dice.randrange(1, 500) * 10_000, "currency": "EUR", "probability": stage.probability,
            "expected_close": date.today() + timedelta(days=dice.randrange(-60, 180)),  # noqa: DTZ011
            "stage_since": now - timedelta(minutes=dice.randrange(100_000)),
        }  # fmt: skip


def _visits(company_id: str, sales: list[Row]) -> Iterator[Row]:
    for sale in sales:
        yield {
            "company_id": company_id, "opportunity_id": sale["id"], "stage_id": sale["stage_id"],
            "entered_at": sale["stage_since"], "left_at": None,
        }  # fmt: skip


def _activities(
    company_id: str, accounts: list[Any], people: dict[str, list[str]], sales: dict[str, list[str]],
    types: list[str], number: int, dice: random.Random,
) -> Iterator[Row]:  # fmt: skip
    now = datetime.now(UTC)
    for _ in range(number):
        account_id, owner, _ = dice.choice(accounts)
        at = now + timedelta(minutes=dice.randrange(-500_000, 60_000))
        done = at < now - timedelta(days=5) or (at < now and dice.random() < 0.9)
        yield {
            **_record(company_id), **_owned(owner), "type_id": dice.choice(types),
            "state": "done" if done else "planned", "subject": "", "note": dice.choice(words.CALL_NOTES),
            "account_id": account_id, "contact_id": dice.choice(people.get(account_id) or [None]),
            "opportunity_id": dice.choice([None, *sales.get(account_id, [])]),
            "day": at.date(), "starts_at": at, "minutes": 15, "done_at": at if done else None,
        }  # fmt: skip


def _by_account(sales: list[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sale in sales:
        found.setdefault(sale["account_id"], []).append(sale["id"])
    return found


def _lines(
    company_id: str, accounts: list[Any], people: list[Row], sales: list[Row], contacts: list[Any]
) -> Iterator[Row]:
    names = {account_id: name for account_id, _, name in accounts}

    def line(kind: str, record: Row, title: str, detail: str) -> Row:
        owner = {name: record[name] for name in ("owner_id", "unit_id", "team_id")}
        return {
            "company_id": company_id, "kind": kind, "record_id": record["id"], "title": title, "detail": detail,
            "text": f" {fold(f'{title} {detail}')} ", **owner,
        }  # fmt: skip

    for account_id, owner, name in accounts:
        yield line("account", {"id": account_id, **_owned(owner)}, name, "")
    for person, (_, (account_id, _, _)) in zip(people, contacts, strict=True):
        yield line("contact", person, person["name"], names[account_id])
    for sale in sales:
        yield line("opportunity", sale, sale["title"], names[sale["account_id"]])


def _told(company_id: str, deeds: list[Row]) -> Iterator[Row]:
    for deed in deeds:
        owner = {name: deed[name] for name in ("owner_id", "unit_id", "team_id")}
        said = {"title": deed["note"], "text": f" {fold(deed['note'])} "}
        yield {"company_id": company_id, "activity_id": deed["id"], **said, **owner}


def _marks(company_id: str, accounts: list[Any], addresses: list[Row], dice: random.Random) -> Iterator[Row]:
    """What accounts are filtered by: kind, city, one tag."""
    for (account_id, owner, _), address in zip(accounts, addresses, strict=True):
        tag = dice.choice(("Horeca", "Feria 2025", "Clave", "Revisar"))
        for sort, word in (("kind", "customer"), ("city", address["city"]), ("tag", tag)):
            yield {
                "company_id": company_id, "record_id": account_id, "kind": "account", "sort": sort,
                "folded": fold(word), "shown": word, **_owned(owner),
            }  # fmt: skip


def _record(company_id: str, record_id: str | None = None) -> Row:
    return {"company_id": company_id, "id": record_id or new_id(), "revision": 1, "created_at": datetime.now(UTC)}


def _owned(owner: _Place) -> Row:
    return {"owner_id": owner.user_id, "unit_id": owner.unit_id, "team_id": None}


async def _insert(connection: AsyncConnection, model: Any, rows: Iterable[Row]) -> None:
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        await connection.execute(insert(model), chunk)


__all__ = ["PASSWORD", "Filled", "Size", "core", "fill"]
