"""The demo: a Spanish distributor with two units and eight people, and a small firm apart, around today's date.

Everything is made through operations with ids of their own, so that loading it again, or after a crash in the middle,
does nothing twice. The same day gives the same demo. It comes in two parts: `begin` lets everybody in and makes their
first customers, in a few seconds; `complete` makes all the others, customer by customer, while people are in.
"""

import asyncio
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

import core.all_operations
from core.database import EVERY_COMPANY, reading
from core.events import PerformedOperation
from core.operations import Door, Operation
from core.people.founding import FoundCompany, found_company
from core.people.models import Company, Membership, User
from core.people.sign_in import give_password
from core.performing import perform
from core.sales.models import Stage
from core.seeds.book import MADRID, Wish, id_of
from core.seeds.firms import FIRMS, Firm
from core.seeds.wishes import wishes_of
from core.viewers import viewer_of

FIRST_CUSTOMERS = 2
"""How many each seller has at the beginning."""
AT_A_STRETCH = 20
PAUSE_SECONDS = 0.1
"""SQLite has one writer, and whoever waits for his turn looks ten times a second."""


async def is_loaded() -> bool:
    """Whether there is any company here, the demo's or a real one."""
    async with reading(EVERY_COMPANY) as session:
        return await session.scalar(select(Company.id).limit(1)) is not None


def today() -> date:
    """The day around which the demo is made."""
    return datetime.now(MADRID).date()


async def begin(password: str, today: date) -> None:
    """Both firms with all their people, who get this password, and their first customers."""
    for firm in FIRMS:
        await _found(firm)
        await _let_people_in(firm)
        await _carry_out(firm, (wish for wish in await _wishes(firm, today) if wish.turn < FIRST_CUSTOMERS))
    await give_password([user_id for firm in FIRMS for user_id in (await _users(firm)).values()], password)


async def complete(today: date) -> None:
    """What `begin` left out on the same day; goes on where it was broken off."""
    for firm in reversed(FIRMS):  # the small one first
        left = await _wishes(firm, today)
        for start in range(0, len(left), AT_A_STRETCH):
            await _carry_out(firm, left[start : start + AT_A_STRETCH])
            await asyncio.sleep(PAUSE_SECONDS)


async def _found(firm: Firm) -> None:
    company_id, admin = id_of(firm, "company"), firm.people[0]
    async with reading(EVERY_COMPANY) as session:
        known = await session.get(Company, company_id)
    if known is None:
        await found_company(
            FoundCompany(id=company_id, name=firm.name, is_demo=True, admin_name=admin.name, admin_email=admin.email)
        )


async def _let_people_in(firm: Firm) -> None:
    admin, *others = firm.people
    users = await _users(firm)

    async def do(name: str, key: str, payload: dict[str, Any]) -> dict[str, Any]:
        given = {field: value for field, value in payload.items() if value is not None}
        wish = Operation(name, given, id=id_of(firm, key), door=Door.OPERATOR)
        return (await perform(wish, id_of(firm, "company"), users[admin.email])).result

    whole = await _own_unit(firm, users[admin.email])
    units = {
        name: (await do("unit.create", f"unit {name}", {"name": name, "parent_id": whole}))["id"]
        for name, _ in firm.units
    }
    for person in others:
        place = {"unit_id": units.get(person.unit), "reports_to": users.get(person.above or "")}
        who = {"email": person.email, "name": person.name, "role": person.role}
        users[person.email] = (await do("member.invite", person.email, {**who, **place}))["user_id"]
    team = (await do("team.create", "team", {"name": "Grandes cuentas"}))["id"]
    for person in firm.people[1:3]:
        member = {"team_id": team, "user_id": users[person.email]}
        await do("team.add_member", f"in team {person.email}", member)


async def _own_unit(firm: Firm, user_id: str) -> str:
    company_id = id_of(firm, "company")
    async with reading(company_id) as session:
        return (await viewer_of(session, company_id, user_id)).unit_id


async def _wishes(firm: Firm, today: date) -> list[Wish]:
    """Those that were not carried out before."""
    async with reading(id_of(firm, "company")) as session:
        stages = {stage.key: stage.id for stage in await session.scalars(select(Stage))}
        done = set(await session.scalars(select(PerformedOperation.id)))
    users = await _users(firm)
    return [wish for wish in wishes_of(firm, today, stages, users) if wish.operation.id not in done]


async def _carry_out(firm: Firm, wishes: Iterable[Wish]) -> None:
    users = await _users(firm)
    for wish in wishes:
        await perform(wish.operation, id_of(firm, "company"), users[wish.email])


async def _users(firm: Firm) -> dict[str, str]:
    """The ids of the firm's people by their e-mails."""
    async with reading(id_of(firm, "company")) as session:
        users = await session.scalars(select(User).join(Membership, Membership.user_id == User.id))
        return {user.email: user.id for user in users}


__all__ = ["begin", "complete", "core", "is_loaded", "today"]
