"""Who is in the tests' databases: a firm with two units and people of every role, and another firm apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select

import core.all_operations
from core.agenda.models import ActivityType
from core.database import EVERY_COMPANY, reading
from core.operations import Door, Operation, Outcome
from core.people.founding import FoundCompany, found_company
from core.people.models import Membership, Role, Unit, User
from core.performing import perform
from core.policy import Viewer
from core.records import new_id
from core.sales.models import Pipeline, Stage
from core.viewers import viewer_of

EBRO, RIVAL = "ebro", "rival"

# Who → role, unit, whom he or she reports to.
PEOPLE: Mapping[str, Mapping[str, tuple[str, str, str | None]]] = {
    EBRO: {
        "admin": ("admin", "", None),
        "manager": ("manager", "north", "admin"),
        "rep": ("rep", "north", "manager"),
        "mate": ("rep", "north", "manager"),
        "colleague": ("colleague", "north", "manager"),
        "reader": ("reader", "north", "manager"),
        "southerner": ("rep", "south", "admin"),
    },
    RIVAL: {"admin": ("admin", "", None), "rep": ("rep", "north", "admin")},
}


@dataclass(frozen=True)
class Firm:
    """A company in a test's database: its ids by the names that tests use."""

    company_id: str
    people: Mapping[str, str]
    units: Mapping[str, str]
    """`""` is the company's own, `north` and `south` are below it."""
    stages: Mapping[str, str]
    roles: Mapping[str, str]
    types: Mapping[str, str]
    pipeline_id: str

    @classmethod
    async def known(cls, key: str = EBRO) -> "Firm":
        """The firm of the cast with this key."""
        company_id = company_id_of(key)
        async with reading(company_id) as session:
            users = await session.execute(select(User.email, User.id).join(Membership, Membership.user_id == User.id))
            units = await session.execute(select(Unit.name, Unit.id, Unit.parent_id))
            stages = await session.execute(select(Stage.key, Stage.id, Stage.pipeline_id))
            return cls(
                company_id,
                {email.partition("@")[0]: user_id for email, user_id in users},
                {name if parent else "": unit_id for name, unit_id, parent in units},
                {key: stage_id for key, stage_id, _ in stages},
                dict((await session.execute(select(Role.key, Role.id))).all()),
                dict((await session.execute(select(ActivityType.key, ActivityType.id))).all()),
                (await session.execute(select(Pipeline.id).order_by(Pipeline.position).limit(1))).scalar_one(),
            )

    async def perform(
        self, name: str, payload: Mapping[str, Any], by: str = "rep", *,
        id: str | None = None, door: Door = Door.PAGE, device_at: datetime | None = None,  # noqa: A002
    ) -> Outcome:  # fmt: skip
        """The operation by one of the firm's people (or by a user's id)."""
        wish = Operation(name, payload, id=id or new_id(), door=door, device_at=device_at)
        return await perform(wish, self.company_id, self.people.get(by, by))

    async def do(self, name: str, payload: Mapping[str, Any], by: str = "rep") -> dict[str, Any]:
        """The operation's result."""
        return (await self.perform(name, payload, by)).result

    async def viewer(self, who: str = "rep") -> Viewer:
        """One of the firm's people as a viewer."""
        async with reading(self.company_id) as session:
            return await viewer_of(session, self.company_id, self.people.get(who, who))

    async def account(self, by: str = "rep", **given: Any) -> str:
        """The id of a new account."""
        return str((await self.do("account.create", {"name": "Talleres Núñez", **given}, by))["id"])

    async def contact(self, by: str = "rep", **given: Any) -> str:
        """The id of a new contact."""
        return str((await self.do("contact.create", {"name": "Laura Pérez", **given}, by))["id"])

    async def opportunity(self, by: str = "rep", **given: Any) -> str:
        """The id of a new opportunity."""
        made = await self.do("opportunity.create", {"title": "Horno mixto", "amount": 450_000, **given}, by)
        return str(made["id"])

    async def lead(self, by: str = "rep", **given: Any) -> str:
        """The id of a new lead."""
        return str((await self.do("lead.create", {"person": "Carmen Ruiz", **given}, by))["id"])

    async def activity(self, by: str = "rep", **given: Any) -> str:
        """The id of a new planned call."""
        made = await self.do("activity.plan", {"type": "call", "day": "2026-12-01", **given}, by)
        return str(made["id"])


def company_id_of(key: str) -> str:
    """The id of a firm of the cast."""
    return str(uuid5(NAMESPACE_URL, f"test:{key}"))


async def found_everybody() -> None:
    """Founds the firms and invites their people; for an empty database."""
    for key, people in PEOPLE.items():
        admin = {"admin_name": "Admin", "admin_email": f"admin@{key}.example"}
        await found_company(FoundCompany.model_validate({"id": company_id_of(key), "name": key.title(), **admin}))
        firm = await Firm.known(key)
        for name in ("north", "south"):
            await firm.do("unit.create", {"name": name, "parent_id": firm.units[""]}, "admin")
        for who, (role, unit, above) in people.items():
            if who != "admin":
                firm = await Firm.known(key)
                invitation = {
                    "email": f"{who}@{key}.example", "name": who.title(), "role": role,
                    "unit_id": firm.units[unit], "reports_to": firm.people[above] if above else None,
                }  # fmt: skip
                await firm.do("member.invite", invitation, "admin")


async def number_of_users() -> int:
    """How many people there are in all firms."""
    async with reading(EVERY_COMPANY) as session:
        return len(list(await session.scalars(select(User.id))))


__all__ = ["EBRO", "PEOPLE", "RIVAL", "Firm", "company_id_of", "core", "found_everybody", "number_of_users"]
