"""What a made-up firm's wishes are written in: its customers as they come, the dice, days and ids."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from core.operations import Door, Operation
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


@dataclass(slots=True)
class Customer:
    """An account, and what hangs on it."""

    id: str
    owner: str
    turn: int
    contacts: list[str] = field(default_factory=list)
    opportunities: list[str] = field(default_factory=list)
    """Those that are open."""


class Book:
    """One firm's; the ids of stages by key, of users by e-mail."""

    def __init__(self, firm: Firm, today: date, stages: Mapping[str, str], users: Mapping[str, str]) -> None:
        self.firm, self.today, self.stages, self.users = firm, today, stages, users
        self.dice = random.Random(firm.key)  # noqa: S311 - the same demo every time
        self.customers: list[Customer] = []
        self.sellers: dict[str, list[str]] = {}
        """The e-mails of each unit's."""
        self.turns: Counter[str] = Counter()
        for person in firm.people:
            if person.role in ("rep", "manager"):
                self.sellers.setdefault(person.unit, []).append(person.email)

    def a_customer(self) -> Customer:
        """One of them by chance. Some matter more than others: the first fifth gets half of everything."""
        few = max(len(self.customers) // 5, 1)
        return self.dice.choice(self.customers[:few] if self.dice.random() < 0.5 else self.customers)  # noqa: PLR2004

    def workday(self, offset: int) -> date:
        """The day so many days from now, or the next workday beyond it."""
        day = self.today + timedelta(days=offset)
        saturday = 5
        while offset and day.weekday() >= saturday:
            day += timedelta(days=1 if offset > 0 else -1)
        return day

    def hour_of(self, day: date) -> str:
        """A moment of that day, at work."""
        hour, minute = self.dice.randrange(9, 19), self.dice.choice((0, 15, 30, 45))
        return datetime.combine(day, time(hour, minute), MADRID).isoformat()

    def id_of(self, thing: str) -> str:
        """The id of a record."""
        return id_of(self.firm, f"{thing} itself")

    def wish(self, customer: Customer, name: str, payload: Payload, *, key: str, ago: int | None = None) -> Wish:
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


def id_of(firm: Firm, key: str) -> str:
    """The id of what is called so in this firm: the same every time."""
    return str(uuid5(NAMESPACE_URL, f"demo:{firm.key}:{key}"))
