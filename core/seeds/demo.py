"""The demo: a Spanish distributor with two units and eight people, and a small firm apart, around today's date.

Everything is made through operations with ids of their own, so that loading it again, or after a crash in the middle,
does nothing twice. The same day gives the same demo.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import select

import core.all_operations
from core import policy
from core.database import EVERY_COMPANY, reading
from core.folding import fold
from core.operations import Door, Operation, perform
from core.people.founding import FoundCompany, found_company
from core.people.models import Company, Membership
from core.people.sign_in import give_password
from core.sales.models import Stage
from core.seeds import words
from core.seeds.firms import FIRMS, Firm

MADRID = ZoneInfo("Europe/Madrid")


async def is_loaded() -> bool:
    """Whether there is any company here, the demo's or a real one."""
    async with reading(EVERY_COMPANY) as session:
        return await session.scalar(select(Company.id).limit(1)) is not None


async def load(
    password_of: Callable[[str], str], today: date | None = None, progress: Callable[[str], None] = lambda _: None
) -> None:
    """Loads both firms; `password_of` gives each e-mail its password, `progress` is told what is being made."""
    today = today or datetime.now(MADRID).date()
    for firm in FIRMS:
        progress(firm.name)
        await _Builder(firm, today).build(password_of)


@dataclass(slots=True)
class _Made:
    """An account that stands, and what hangs on it."""

    id: str
    owner: str
    contacts: list[str] = field(default_factory=list)
    opportunities: list[str] = field(default_factory=list)


class _Builder:
    def __init__(self, firm: Firm, today: date) -> None:
        self.firm, self.today = firm, today
        self.company_id = self._id("company")
        self.random = random.Random(firm.key)  # noqa: S311 - the same demo every time
        self.users: dict[str, str] = {}
        self.units: dict[str, str] = {}
        self.stages: dict[str, str] = {}
        self.reps: dict[str, list[str]] = {}
        self.accounts: list[_Made] = []

    async def build(self, password_of: Callable[[str], str]) -> None:
        await self._found()
        await self._people(password_of)
        await self._accounts()
        await self._contacts()
        await self._opportunities()
        await self._activities()

    async def _found(self) -> None:
        async with reading(EVERY_COMPANY) as session:
            known = await session.get(Company, self.company_id)
        admin = self.firm.people[0]
        if known is None:
            await found_company(
                FoundCompany(
                    id=self.company_id,
                    name=self.firm.name,
                    is_demo=True,
                    admin_name=admin.name,
                    admin_email=admin.email,
                )
            )
        async with reading(self.company_id) as session:
            self.users[admin.email] = await self._admin_id(session)
            self.stages = {stage.key: stage.id for stage in await session.scalars(select(Stage))}

    async def _admin_id(self, session: Any) -> str:
        found: str = await session.scalar(select(Membership.user_id).order_by(Membership.created_at).limit(1))
        return found

    async def _people(self, password_of: Callable[[str], str]) -> None:
        for name, _ in self.firm.units:
            made = await self._do(
                "unit.create", {"name": name, "parent_id": await self._own_unit()}, key=f"unit {name}"
            )
            self.units[name] = made["id"]
        for person in self.firm.people:
            if person.email not in self.users:
                made = await self._do(
                    "member.invite",
                    {
                        "email": person.email,
                        "name": person.name,
                        "role": person.role,
                        "unit_id": self.units.get(person.unit),
                        "reports_to": self.users[person.above] if person.above else None,
                    },
                    key=person.email,
                )
                self.users[person.email] = made["user_id"]
            if person.role in ("rep", "manager"):
                self.reps.setdefault(person.unit, []).append(person.email)
            await give_password(self.users[person.email], password_of(person.email))
        team = await self._do("team.create", {"name": "Grandes cuentas"}, key="team")
        for person in self.firm.people[1:3]:
            await self._do(
                "team.add_member",
                {"team_id": team["id"], "user_id": self.users[person.email]},
                key=f"in team {person.email}",
            )

    async def _own_unit(self) -> str:
        async with reading(self.company_id) as session:
            return (await policy.viewer(session, self.company_id, self._admin)).unit_id

    async def _accounts(self) -> None:
        taken: set[str] = set()
        for number in range(self.firm.size.accounts):
            unit, towns = self.random.choice(self.firm.units)
            sector = self.random.choice(tuple(words.TRADES))
            name = self._firm_name(sector, taken)
            town, province, postcode, latitude, longitude, prefix = self.random.choice(towns)
            owner = self.random.choice(self.reps[unit])
            domain = re.sub(r"[^a-z0-9]", "", fold(name.split(",")[0])) + ".es"
            made = await self._do(
                "account.create",
                {
                    "name": name,
                    "kinds": [self.random.choice(("customer", "customer", "customer", "prospect"))],
                    "sector": sector,
                    "tax_id": f"B{self.random.randrange(10_000_000, 99_999_999)}",
                    "website": f"www.{domain}",
                    "phones": [{"number": f"{prefix}{self.random.randrange(100_000, 999_999)}", "label": "office"}],
                    "emails": [{"address": f"info@{domain}"}],
                    "addresses": [
                        {
                            "label": "visit",
                            "street": f"{self.random.choice(words.STREETS)}, {self.random.randrange(1, 120)}",
                            "postcode": f"{postcode}{self.random.randrange(10, 60)}",
                            "city": town,
                            "region": province,
                            "country": "ES",
                            "latitude": round(latitude + self.random.uniform(-0.03, 0.03), 5),
                            "longitude": round(longitude + self.random.uniform(-0.03, 0.03), 5),
                        }
                    ],
                },
                by=owner,
                key=f"account {number}",
                ago=self.random.randrange(200, 900),
            )
            self.accounts.append(_Made(made["id"], owner))

    def _firm_name(self, sector: str, taken: set[str]) -> str:
        while True:
            pattern = self.random.choice(words.TRADES[sector])
            name = pattern.format(s=self.random.choice(words.SURNAMES), x=self.random.choice(words.PLACES))
            name += self.random.choice(words.LEGAL_FORMS) if sector != "Colectividades" else ""
            if name not in taken:
                taken.add(name)
                return name

    async def _contacts(self) -> None:
        for number in range(self.firm.size.contacts):
            account = self.accounts[number % len(self.accounts)] if number < len(self.accounts) else self._an_account()
            given = self.random.choice(words.GIVEN_NAMES)
            family = f"{self.random.choice(words.SURNAMES)} {self.random.choice(words.SURNAMES)}"
            local = fold(f"{given} {family}").replace(" ", ".")
            made = await self._do(
                "contact.create",
                {
                    "name": f"{given} {family}",
                    "given_name": given,
                    "family_name": family,
                    "job_title": self.random.choice(words.JOBS),
                    "account_id": account.id,
                    "phones": [{"number": f"6{self.random.randrange(10_000_000, 99_999_999)}", "label": "mobile"}],
                    "emails": [{"address": f"{local}@correo{number % 7}.es"}],
                },
                by=account.owner,
                key=f"contact {number}",
                ago=self.random.randrange(125, 200),
            )
            account.contacts.append(made["id"])

    async def _opportunities(self) -> None:
        path = ("prospecting", "qualification", "proposal", "negotiation")
        ends = ("prospecting", "prospecting", "qualification", "qualification", "proposal", "proposal", "negotiation",
                "negotiation", "won", "won", "lost", "postponed")  # fmt: skip
        for number in range(self.firm.size.opportunities):
            account = self._an_account()
            end = ends[number % len(ends)]
            age = self.random.randrange(20, 120)
            closed = end in ("won", "lost")
            close = self.today + timedelta(
                days=self.random.randrange(-12, 120) if not closed else -self.random.randrange(1, 15)
            )
            made = await self._do(
                "opportunity.create",
                {
                    "title": self.random.choice(words.PRODUCTS),
                    "account_id": account.id,
                    "contact_id": account.contacts[0] if account.contacts else None,
                    "amount": self.random.randrange(8, 480) * 10_000,
                    "expected_close": close.isoformat(),
                },
                by=account.owner,
                key=f"opportunity {number}",
                ago=age,
            )
            steps = path[1 : path.index(end) + 1] if end in path else (*path[1 : self.random.randrange(2, 5)], end)
            for step, stage in enumerate(steps, start=1):
                reasons = {"lost": words.LOST_REASONS, "postponed": words.POSTPONED_REASONS}.get(stage)
                await self._do(
                    "opportunity.move",
                    {
                        "id": made["id"],
                        "stage_id": self.stages[stage],
                        "reason": self.random.choice(reasons) if reasons else None,
                    },
                    by=account.owner,
                    key=f"opportunity {number} to {stage}",
                    ago=max(age - age * step // (len(steps) + 1), 1),
                )
            if not closed:
                account.opportunities.append(made["id"])

    async def _activities(self) -> None:
        done = self.firm.size.activities * 3 // 4
        for number in range(self.firm.size.activities):
            account = self._an_account()
            about = {
                "account_id": account.id,
                "contact_id": self.random.choice(account.contacts) if account.contacts else None,
                "opportunity_id": self.random.choice(account.opportunities) if account.opportunities else None,
            }
            if number < done:
                await self._log(number, account, about)
            else:
                await self._plan(number, account, about)

    async def _log(self, number: int, account: _Made, about: dict[str, Any]) -> None:
        kind = self.random.choice(("call", "call", "call", "visit", "visit", "email"))
        notes = words.VISIT_NOTES if kind == "visit" else words.CALL_NOTES
        day = self._workday(-self.random.randrange(1, 120))
        payload = {
            **about,
            "type": kind,
            "note": self.random.choice(notes),
            "starts_at": self._at(day),
            "minutes": self.random.choice((5, 10, 15) if kind == "call" else (30, 45, 60)),
        }
        await self._do("activity.log", payload, by=account.owner, key=f"activity {number}")

    async def _plan(self, number: int, account: _Made, about: dict[str, Any]) -> None:
        kind = self.random.choice(("call", "call", "visit", "visit", "email", "task", "meeting"))
        # A few are overdue, many are today and this week, the rest in the weeks to come.
        offset = self.random.choice((-6, -3, -1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 7, 9, 12, 15, 20, 30))
        day = self._workday(offset)
        payload = {
            **about,
            "type": kind,
            "subject": self.random.choice(words.PLANS[kind]),
            **({"starts_at": self._at(day)} if kind in ("visit", "meeting", "call") else {"day": day.isoformat()}),
            "minutes": 60 if kind in ("visit", "meeting") else 15,
        }
        await self._do("activity.plan", payload, by=account.owner, key=f"activity {number}")

    def _an_account(self) -> _Made:
        # Some accounts matter more than others: the first fifth gets half of everything.
        few = max(len(self.accounts) // 5, 1)
        return self.random.choice(self.accounts[:few] if self.random.random() < 0.5 else self.accounts)  # noqa: PLR2004

    def _workday(self, offset: int) -> date:
        day = self.today + timedelta(days=offset)
        saturday = 5
        while offset and day.weekday() >= saturday:
            day += timedelta(days=1 if offset > 0 else -1)
        return day

    def _at(self, day: date) -> str:
        hour, minute = self.random.randrange(9, 19), self.random.choice((0, 15, 30, 45))
        return datetime.combine(day, time(hour, minute), MADRID).isoformat()

    @property
    def _admin(self) -> str:
        return self.users[self.firm.people[0].email]

    async def _do(
        self, name: str, payload: dict[str, Any], *, key: str, by: str | None = None, ago: int | None = None
    ) -> dict[str, Any]:
        """The operation, by that e-mail's user (else the admin), as if on the device `ago` days ago."""
        given = {field: value for field, value in payload.items() if value is not None}
        wish = Operation(
            name,
            given,
            id=self._id(key),
            door=Door.OPERATOR,
            device_at=datetime.now(UTC) - timedelta(days=ago) if ago is not None else None,
        )
        user_id = self.users[by] if by else self._admin
        return (await perform(wish, self.company_id, user_id)).result

    def _id(self, key: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"demo:{self.firm.key}:{key}"))


__all__ = ["core", "is_loaded", "load"]
