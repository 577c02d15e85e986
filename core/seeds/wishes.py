"""What a made-up firm's people did with their customers: a list of operations, thought out without a database."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from core.folding import fold
from core.operations import Door, Operation
from core.seeds import words
from core.seeds.firms import Firm

MADRID = ZoneInfo("Europe/Madrid")

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """An operation, and who asks for it."""

    turn: int
    """0 when it is about its owner's first customer, 1 when about the second…"""
    email: str
    operation: Operation


def wishes_of(firm: Firm, today: date, stages: Mapping[str, str], users: Mapping[str, str]) -> list[Wish]:
    """Everything about everybody's first customer, then about everybody's second…; the ids of stages by key, of users
    by e-mail.

    The same day gives the same wishes, so that some may be carried out now and the rest later.
    """
    return sorted(_Book(firm, today, stages, users).wishes(), key=attrgetter("turn"))


def id_of(firm: Firm, key: str) -> str:
    """The id of what is called so in this firm: the same every time."""
    return str(uuid5(NAMESPACE_URL, f"demo:{firm.key}:{key}"))


@dataclass(slots=True)
class _Customer:
    """An account, and what hangs on it."""

    id: str
    owner: str
    turn: int
    contacts: list[str] = field(default_factory=list)
    opportunities: list[str] = field(default_factory=list)
    """Those that are open."""


class _Book:
    def __init__(self, firm: Firm, today: date, stages: Mapping[str, str], users: Mapping[str, str]) -> None:
        self.firm, self.today, self.stages, self.users = firm, today, stages, users
        self.random = random.Random(firm.key)  # noqa: S311 - the same demo every time
        self.customers: list[_Customer] = []
        self.sellers: dict[str, list[str]] = {}
        """The e-mails of each unit's."""
        self.turns: Counter[str] = Counter()
        for person in firm.people:
            if person.role in ("rep", "manager"):
                self.sellers.setdefault(person.unit, []).append(person.email)

    def wishes(self) -> Iterator[Wish]:
        yield from self._accounts()
        yield from self._contacts()
        yield from self._opportunities()
        yield from self._activities()
        yield from self._leads()

    def _accounts(self) -> Iterator[Wish]:
        taken: set[str] = set()
        for number in range(self.firm.size.accounts):
            unit, towns = self.random.choice(self.firm.units)
            sector = self.random.choice(tuple(words.TRADES))
            name = self._firm_name(sector, taken)
            town, province, postcode, latitude, longitude, prefix = self.random.choice(towns)
            owner = self.random.choice(self.sellers[unit])
            customer = _Customer(self._id(f"account {number}"), owner, self.turns[owner])
            domain = re.sub(r"[^a-z0-9]", "", fold(name.split(",")[0])) + ".es"
            self.customers.append(customer)
            self.turns[owner] += 1
            yield self._wish(
                customer,
                "account.create",
                {
                    "id": customer.id,
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
                key=f"account {number}",
                ago=self.random.randrange(200, 900),
            )

    def _firm_name(self, sector: str, taken: set[str]) -> str:
        while True:
            pattern = self.random.choice(words.TRADES[sector])
            name = pattern.format(s=self.random.choice(words.SURNAMES), x=self.random.choice(words.PLACES))
            name += self.random.choice(words.LEGAL_FORMS) if sector != "Colectividades" else ""
            if name not in taken:
                taken.add(name)
                return name

    def _contacts(self) -> Iterator[Wish]:
        for number in range(self.firm.size.contacts):
            customer = self.customers[number] if number < len(self.customers) else self._a_customer()
            given = self.random.choice(words.GIVEN_NAMES)
            family = f"{self.random.choice(words.SURNAMES)} {self.random.choice(words.SURNAMES)}"
            local = fold(f"{given} {family}").replace(" ", ".")
            contact = self._id(f"contact {number}")
            customer.contacts.append(contact)
            yield self._wish(
                customer,
                "contact.create",
                {
                    "id": contact,
                    "name": f"{given} {family}",
                    "given_name": given,
                    "family_name": family,
                    "job_title": self.random.choice(words.JOBS),
                    "account_id": customer.id,
                    "phones": [{"number": f"6{self.random.randrange(10_000_000, 99_999_999)}", "label": "mobile"}],
                    "emails": [{"address": f"{local}@correo{number % 7}.es"}],
                },
                key=f"contact {number}",
                ago=self.random.randrange(125, 200),
            )

    def _opportunities(self) -> Iterator[Wish]:
        path = ("prospecting", "qualification", "proposal", "negotiation")
        ends = ("prospecting", "prospecting", "qualification", "qualification", "proposal", "proposal", "negotiation",
                "negotiation", "won", "won", "lost", "postponed")  # fmt: skip
        for number in range(self.firm.size.opportunities):
            customer = self._a_customer()
            end = ends[number % len(ends)]
            age = self.random.randrange(20, 120)
            closed = end in ("won", "lost")
            close = self.today + timedelta(
                days=self.random.randrange(-12, 120) if not closed else -self.random.randrange(1, 15)
            )
            opportunity = self._id(f"opportunity {number}")
            yield self._wish(
                customer,
                "opportunity.create",
                {
                    "id": opportunity,
                    "title": self.random.choice(words.PRODUCTS),
                    "account_id": customer.id,
                    "contact_id": customer.contacts[0] if customer.contacts else None,
                    "amount": self.random.randrange(8, 480) * 10_000,
                    "expected_close": close.isoformat(),
                },
                key=f"opportunity {number}",
                ago=age,
            )
            steps = path[1 : path.index(end) + 1] if end in path else (*path[1 : self.random.randrange(2, 5)], end)
            for step, stage in enumerate(steps, start=1):
                reasons = {"lost": words.LOST_REASONS, "postponed": words.POSTPONED_REASONS}.get(stage)
                yield self._wish(
                    customer,
                    "opportunity.move",
                    {
                        "id": opportunity,
                        "stage_id": self.stages[stage],
                        "reason": self.random.choice(reasons) if reasons else None,
                    },
                    key=f"opportunity {number} to {stage}",
                    ago=max(age - age * step // (len(steps) + 1), 1),
                )
            if not closed:
                customer.opportunities.append(opportunity)

    def _activities(self) -> Iterator[Wish]:
        done = self.firm.size.activities * 3 // 4
        for number in range(self.firm.size.activities):
            customer = self._a_customer()
            about = {
                "account_id": customer.id,
                "contact_id": self.random.choice(customer.contacts) if customer.contacts else None,
                "opportunity_id": self.random.choice(customer.opportunities) if customer.opportunities else None,
            }
            name, payload = ("activity.log", self._done()) if number < done else ("activity.plan", self._planned())
            yield self._wish(customer, name, {**about, **payload}, key=f"activity {number}")

    def _done(self) -> Payload:
        kind = self.random.choice(("call", "call", "call", "visit", "visit", "email"))
        notes = words.VISIT_NOTES if kind == "visit" else words.CALL_NOTES
        day = self._workday(-self.random.randrange(1, 120))
        return {
            "type": kind,
            "note": self.random.choice(notes),
            "starts_at": self._at(day),
            "minutes": self.random.choice((5, 10, 15) if kind == "call" else (30, 45, 60)),
        }

    def _planned(self) -> Payload:
        kind = self.random.choice(("call", "call", "visit", "visit", "email", "task", "meeting"))
        # A few are overdue, many are today and this week, the rest in the weeks to come.
        offset = self.random.choice((-6, -3, -1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 7, 9, 12, 15, 20, 30))
        day = self._workday(offset)
        return {
            "type": kind,
            "subject": self.random.choice(words.PLANS[kind]),
            **({"starts_at": self._at(day)} if kind in ("visit", "meeting", "call") else {"day": day.isoformat()}),
            "minutes": 60 if kind in ("visit", "meeting") else 15,
        }

    def _leads(self) -> Iterator[Wish]:
        """In every state; some of them of a firm that is a customer already."""
        ends = ("new", "new", "assigned", "working", "working", "qualified", "qualified", "recycled", "dead", "dead")
        taken: set[str] = set()
        sources = ("referral", "web", "phone", "mail", "fair", "fair", "campaign")
        # Of its own, so that what was made before there were leads stays as it was.
        draw = random.Random(f"{self.firm.key} leads")  # noqa: S311 - the same demo every time
        for number in range(self.firm.size.leads):
            end = ends[number % len(ends)]
            unit, towns = draw.choice(self.firm.units)
            owner = draw.choice(self.sellers[unit])
            sector = draw.choice(tuple(words.TRADES))
            town, _, _, _, _, prefix = draw.choice(towns)
            name = draw.choice(words.TRADES[sector]).format(s=draw.choice(words.SURNAMES), x=draw.choice(words.PLACES))
            firm = "" if number % 7 == 6 or name in taken else name  # noqa: PLR2004
            taken.add(name)
            person = f"{draw.choice(words.GIVEN_NAMES)} {draw.choice(words.SURNAMES)} {draw.choice(words.SURNAMES)}"
            subject, lead = draw.choice(words.LEAD_SUBJECTS), self._id(f"lead {number}")
            local = fold(person).replace(" ", ".")
            age = draw.randrange(3, 60)
            # They come with what else there is of their owner's first customers.
            customer = _Customer("", owner, number // 2)
            maker = self.firm.people[0].email if end == "assigned" else owner
            facts = {
                "id": lead,
                "person": person,
                "firm": firm,
                "subject": subject,
                "phone": f"{prefix}{draw.randrange(100_000, 999_999)}",
                "email": f"{local}@correo{number % 7}.es" if number % 3 else None,
                "city": town,
                "source": draw.choice(sources),
                "referred_by": draw.choice(words.GIVEN_NAMES) if number % 5 == 0 else None,
                "tags": draw.choice(([], ["Feria 2026"], ["Urgente"])),
                "notes": draw.choice(words.LEAD_NOTES) or None,
            }
            made = self._wish(customer, "lead.create", facts, key=f"lead {number}", ago=age)
            yield Wish(made.turn, maker, made.operation)
            if end == "assigned":
                given = self._wish(
                    customer, "lead.assign", {"id": lead, "owner_id": self.users[owner]}, key=f"lead {number} given",
                    ago=age - 1,
                )  # fmt: skip
                yield Wish(given.turn, maker, given.operation)
            elif end != "new":
                yield self._wish(
                    customer, *self._end_of_lead(draw, end, facts), key=f"lead {number} {end}", ago=age // 2
                )

    def _end_of_lead(self, draw: random.Random, end: str, facts: Mapping[str, Any]) -> tuple[str, Payload]:
        lead = facts["id"]
        if end == "qualified":
            made = {"title": facts["subject"], "amount": draw.randrange(8, 300) * 10_000}
            account = {"new_account": facts["firm"]} if facts["firm"] else {}
            return "lead.qualify", {"id": lead, "new_contact": facts["person"], **account, "new_opportunity": made}
        if end in ("recycled", "dead"):
            reason = draw.choice(words.LOST_REASONS)
            return "lead.discard", {"id": lead, "reason": reason, "recycle": end == "recycled"}
        return "lead.begin", {"id": lead}

    def _a_customer(self) -> _Customer:
        # Some matter more than others: the first fifth gets half of everything.
        few = max(len(self.customers) // 5, 1)
        return self.random.choice(self.customers[:few] if self.random.random() < 0.5 else self.customers)  # noqa: PLR2004

    def _workday(self, offset: int) -> date:
        day = self.today + timedelta(days=offset)
        saturday = 5
        while offset and day.weekday() >= saturday:
            day += timedelta(days=1 if offset > 0 else -1)
        return day

    def _at(self, day: date) -> str:
        hour, minute = self.random.randrange(9, 19), self.random.choice((0, 15, 30, 45))
        return datetime.combine(day, time(hour, minute), MADRID).isoformat()

    def _id(self, thing: str) -> str:
        return id_of(self.firm, f"{thing} itself")

    def _wish(self, customer: _Customer, name: str, payload: Payload, *, key: str, ago: int | None = None) -> Wish:
        """What the customer's owner did, `ago` days ago."""
        noon = datetime.combine(self.today, time(12), MADRID)
        operation = Operation(
            name,
            {field: value for field, value in payload.items() if value is not None},
            id=id_of(self.firm, key),
            door=Door.OPERATOR,
            device_at=noon - timedelta(days=ago) if ago is not None else None,
        )
        return Wish(customer.turn, customer.owner, operation)
