"""What people do through every door while things break, each deed with a word of its own by which it is found again."""

import string
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from core.local_time import now_in
from tests.builders.cast import Firm
from tests.system.cards import card_of
from tests.system.doors import FOUND, Browser, Chatter, Operator, title_of

Deed = Callable[[str, str], Awaitable[None]]
"""Takes the word and the operation's id."""
TIMEZONE, REMIND_MINUTES = "Europe/Madrid", 15
"""The cast's, and how long before an hour one is reminded unless one has chosen otherwise."""
ACCOUNTS = {"rep": "Talleres Núñez", "mate": "Bodegas Ferrer"}
"""Everybody's own."""


@dataclass
class Ledger:
    """What was done: what must be there exactly once when all is over."""

    activities: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    opportunities: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    reminders: list[str] = field(default_factory=list)
    """What was planned for so soon that somebody is to be reminded of it at once."""


class Words:
    """Words that nobody else says, and ids, from a seed."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311 - the same every time is what is wanted

    def word(self) -> str:
        """A word of ten letters that means nothing."""
        return "".join(self.random.choices(string.ascii_lowercase, k=10))

    def operation_id(self) -> str:
        return str(UUID(int=self.random.getrandbits(128), version=4))


class AtTheChat:
    """Says what was done in own words, now and then photographs a card."""

    def __init__(self, chatter: Chatter, ledger: Ledger, account: str) -> None:
        self.chatter, self.ledger, self.account = chatter, ledger, account
        self.deeds: tuple[Deed, ...] = (self.logs, self.photographs, self.logs, self.logs)

    async def logs(self, word: str, _: str) -> None:
        await self.chatter.says(f"llamé a {self.account}, quieren el catálogo {word}")
        await self.chatter.hears(word)
        self.ledger.activities.append(word)

    async def photographs(self, word: str, _: str) -> None:
        await self.chatter.sends_photo(card_of(f"Zoe {word.title()}", f"{word}@example.com"), word)
        self.ledger.contacts.append(word)
        await self.chatter.hears(word.title())


class AtThePages:
    """Plans, makes opportunities and moves them, photographs a card, wants to be reminded of something soon."""

    def __init__(self, browser: Browser, ledger: Ledger, account_id: str, stage_id: str) -> None:
        self.browser, self.ledger, self.account_id, self.stage_id = browser, ledger, account_id, stage_id
        self.deeds: tuple[Deed, ...] = (
            self.plans, self.makes_an_opportunity, self.moves_it, self.photographs, self.wants_a_reminder,
        )  # fmt: skip
        self._made = ""

    async def plans(self, word: str, operation_id: str) -> None:
        day = date.today() + timedelta(days=3)  # noqa: DTZ011 - any day to come
        fields = {"type": "visit", "subject": word, "day": day.isoformat(), "account_id": self.account_id}
        await self._sends("/activities", fields, operation_id)
        self.ledger.activities.append(word)

    async def wants_a_reminder(self, word: str, operation_id: str) -> None:
        soon = now_in(TIMEZONE) + timedelta(minutes=REMIND_MINUTES)
        when = {"day": soon.date().isoformat(), "hour": f"{soon:%H:%M}"}
        await self._sends("/activities", {"type": "call", "subject": word, **when}, operation_id)
        self.ledger.activities.append(word)
        self.ledger.reminders.append(word)

    async def makes_an_opportunity(self, word: str, operation_id: str) -> None:
        fields = {"title": word, "amount": "1234,50", "account_id": self.account_id}
        self._made = await self._sends("/opportunities", fields, operation_id)
        self.ledger.opportunities.append(word)

    async def moves_it(self, _: str, operation_id: str) -> None:
        await self._sends(f"{self._made}/move", {"stage": self.stage_id}, operation_id)
        self.ledger.moved.append(self._made.rpartition("/")[2])

    async def photographs(self, word: str, operation_id: str) -> None:
        photo = ("card.jpg", card_of(f"Zoe {word.title()}", f"{word}@example.com"), "image/jpeg")
        answer = await self.browser.sends("/cards", {"operation_id": operation_id}, {"photo": photo})
        assert answer.status_code == FOUND, title_of(answer)
        self.ledger.contacts.append(word)

    async def _sends(self, path: str, fields: dict[str, str], operation_id: str) -> str:
        answer = await self.browser.sends(path, {**fields, "operation_id": operation_id})
        assert answer.status_code == FOUND, title_of(answer)
        return str(answer.headers["location"])


class AtTheCommandLine:
    """Logs and makes opportunities by `ronda do`, each said twice."""

    def __init__(self, operator: Operator, ledger: Ledger, firm: Firm) -> None:
        self.operator, self.ledger, self.firm = operator, ledger, firm
        self.deeds: tuple[Deed, ...] = (self.logs, self.makes_an_opportunity)

    async def logs(self, word: str, operation_id: str) -> None:
        for _ in range(2):
            await self.operator.does("activity.log", {"type": "call", "note": word}, operation_id)
        self.ledger.activities.append(word)

    async def makes_an_opportunity(self, word: str, operation_id: str) -> None:
        await self.operator.does("opportunity.create", {"title": word, "amount": 99_00}, operation_id)
        self.ledger.opportunities.append(word)
