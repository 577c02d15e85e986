"""Rows of a database of a good size: customers, sales, what is found by words."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from core.folding import fold
from core.records import new_id
from core.sales.models import Stage
from core.seeds import words

Row = dict[str, Any]


@dataclass(slots=True)
class Place:
    """Somebody who owns records, and the unit they stand in."""

    user_id: str
    unit_id: str


def record(company_id: str, record_id: str | None = None) -> Row:
    """What every record has."""
    return {"company_id": company_id, "id": record_id or new_id(), "revision": 1, "created_at": datetime.now(UTC)}


def owned(owner: Place) -> Row:
    """Whose it is."""
    return {"owner_id": owner.user_id, "unit_id": owner.unit_id, "team_id": None}


def accounts(company_id: str, accounts: list[Any]) -> Iterator[Row]:
    """Accounts, each its owner's."""
    for account_id, owner, name in accounts:
        yield {**record(company_id, account_id), **owned(owner), "name": name, "kinds": ["customer"]}


def addresses(company_id: str, accounts: list[Any], dice: random.Random) -> Iterator[Row]:
    """Where each is."""
    for account_id, _, _ in accounts:
        town, province, postcode, latitude, longitude, _ = dice.choice(words.NORTH + words.SOUTH)
        yield {
            **record(company_id), "account_id": account_id, "contact_id": None, "label": "visit",
            "street": dice.choice(words.STREETS), "postcode": f"{postcode}01", "city": town, "region": province,
            "country": "ES", "latitude": latitude, "longitude": longitude,
        }  # fmt: skip


def contacts(company_id: str, contacts: list[Any], dice: random.Random) -> Iterator[Row]:
    """People at accounts."""
    for contact_id, (_, owner, _) in contacts:
        given, family = dice.choice(words.GIVEN_NAMES), f"{dice.choice(words.SURNAMES)} {dice.choice(words.SURNAMES)}"
        yield {
            **record(company_id, contact_id), **owned(owner), "name": f"{given} {family}", "given_name": given,
            "family_name": family, "job_title": dice.choice(words.JOBS)[given in words.WOMEN],
        }  # fmt: skip


def places(company_id: str, contacts: list[Any]) -> Iterator[Row]:
    """Who is at which account."""
    for contact_id, (account_id, _, _) in contacts:
        yield {**record(company_id), "account_id": account_id, "contact_id": contact_id, "role": None}


def switchboards(company_id: str, accounts: list[Any], dice: random.Random) -> Iterator[Row]:
    """A telephone an account."""
    for account_id, _, _ in accounts:
        number = f"+349{dice.randrange(10_000_000, 99_999_999)}"
        yield {**record(company_id), "account_id": account_id, "contact_id": None, "number": number, "label": "office"}


def phones(company_id: str, contacts: list[Any], dice: random.Random) -> Iterator[Row]:
    """A telephone a person."""
    for contact_id, _ in contacts:
        number = f"+346{dice.randrange(10_000_000, 99_999_999)}"
        yield {**record(company_id), "account_id": None, "contact_id": contact_id, "number": number, "label": "mobile"}


def emails(company_id: str, people: list[Row]) -> Iterator[Row]:
    """An address a person."""
    for number, person in enumerate(people):
        address = f"{fold(person['name']).replace(' ', '.')}{number}@bench.test"
        yield {
            **record(company_id),
            "account_id": None,
            "contact_id": person["id"],
            "address": address,
            "label": "work",
        }


def account_name(dice: random.Random, number: int) -> str:
    """A firm's name."""
    sector = dice.choice(tuple(words.TRADES))
    pattern = dice.choice(words.TRADES[sector])
    return f"{pattern.format(s=dice.choice(words.SURNAMES), x=dice.choice(words.PLACES))} {number % 997}"


def opportunities(
    company_id: str, accounts: list[Any], stages: list[Stage], number: int, dice: random.Random
) -> Iterator[Row]:
    """Possible sales, in every stage."""
    now = datetime.now(UTC)
    for _ in range(number):
        account_id, owner, _ = dice.choice(accounts)
        stage = dice.choice(stages)
        yield {
            **record(company_id), **owned(owner), "title": dice.choice(words.PRODUCTS), "account_id": account_id,
            "contact_id": None, "pipeline_id": stage.pipeline_id, "stage_id": stage.id, "outcome": stage.outcome,
            "amount": dice.randrange(1, 500) * 10_000, "currency": "EUR", "probability": stage.probability,
            "expected_close": date.today() + timedelta(days=dice.randrange(-60, 180)),  # noqa: DTZ011
            "stage_since": now - timedelta(minutes=dice.randrange(100_000)),
        }  # fmt: skip


def visits(company_id: str, sales: list[Row]) -> Iterator[Row]:
    """Since when each is in its stage."""
    for sale in sales:
        yield {
            "company_id": company_id, "opportunity_id": sale["id"], "stage_id": sale["stage_id"],
            "entered_at": sale["stage_since"], "left_at": None,
        }  # fmt: skip


def activities(
    company_id: str, accounts: list[Any], people: dict[str, list[str]], sales: dict[str, list[str]],
    types: list[str], number: int, dice: random.Random,
) -> Iterator[Row]:  # fmt: skip
    """What was done and is planned, about customers and sales."""
    now = datetime.now(UTC)
    for _ in range(number):
        account_id, owner, _ = dice.choice(accounts)
        at = now + timedelta(minutes=dice.randrange(-500_000, 60_000))
        done = at < now - timedelta(days=5) or (at < now and dice.random() < 0.9)
        yield {
            **record(company_id), **owned(owner), "type_id": dice.choice(types),
            "state": "done" if done else "planned", "subject": "", "note": dice.choice(words.CALL_NOTES),
            "account_id": account_id, "contact_id": dice.choice(people.get(account_id) or [None]),
            "opportunity_id": dice.choice([None, *sales.get(account_id, [])]),
            "day": at.date(), "starts_at": at, "minutes": 15, "done_at": at if done else None,
        }  # fmt: skip


def by_account(sales: list[Row]) -> dict[str, list[str]]:
    """The sales of each account, by their ids."""
    found: dict[str, list[str]] = {}
    for sale in sales:
        found.setdefault(sale["account_id"], []).append(sale["id"])
    return found


def lines(
    company_id: str, accounts: list[Any], people: list[Row], sales: list[Row], contacts: list[Any]
) -> Iterator[Row]:
    """What the search finds of customers and sales."""
    names = {account_id: name for account_id, _, name in accounts}

    def line(kind: str, record: Row, title: str, detail: str) -> Row:
        owner = {name: record[name] for name in ("owner_id", "unit_id", "team_id")}
        return {
            "company_id": company_id, "kind": kind, "record_id": record["id"], "title": title, "detail": detail,
            "text": f" {fold(f'{title} {detail}')} ", **owner,
        }  # fmt: skip

    for account_id, owner, name in accounts:
        yield line("account", {"id": account_id, **owned(owner)}, name, "")
    for person, (_, (account_id, _, _)) in zip(people, contacts, strict=True):
        yield line("contact", person, person["name"], names[account_id])
    for sale in sales:
        yield line("opportunity", sale, sale["title"], names[sale["account_id"]])


def told(company_id: str, deeds: list[Row]) -> Iterator[Row]:
    """What was said of what was done, as it is found."""
    for deed in deeds:
        owner = {name: deed[name] for name in ("owner_id", "unit_id", "team_id")}
        said = {"title": deed["note"], "text": f" {fold(deed['note'])} "}
        yield {"company_id": company_id, "activity_id": deed["id"], **said, **owner}


def marks(company_id: str, accounts: list[Any], addresses: list[Row], dice: random.Random) -> Iterator[Row]:
    """What accounts are filtered by: kind, city, one tag."""
    for (account_id, owner, _), address in zip(accounts, addresses, strict=True):
        tag = dice.choice(("Horeca", "Feria 2025", "Clave", "Revisar"))
        for sort, word in (("kind", "customer"), ("city", address["city"]), ("tag", tag)):
            yield {
                "company_id": company_id, "record_id": account_id, "kind": "account", "sort": sort,
                "folded": fold(word), "shown": word, **owned(owner),
            }  # fmt: skip
