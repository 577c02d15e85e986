"""Somebody in the chat who tries whatever there is to say and to tap, and notes all that is heard in return."""

import asyncio
import re
from collections.abc import Iterable
from itertools import count

from sqlalchemy import func, select

from bot.local.person import Person, Shown
from core.database import EVERY_COMPANY, reading
from core.inbox import store_updates, this_bot
from core.outbox import InboxUpdate
from tests.system.faults import SETTLING_SECONDS

_numbers = count(900_000_001)
_OWN_LINK = re.compile(r"/(open|start)/?\s*\S+")


class Prober:
    """Waits after each round until every word and tap of it was taken and answered: what is heard is then whole."""

    def __init__(self, person: Person, language: str = "es") -> None:
        self.person, self.language = person, language
        self.heard: list[Shown] = []
        """Everything since the start, each change of a message too."""

    async def says(self, texts: Iterable[str]) -> list[str]:
        """What is heard when all this is written, message after message."""
        expected = await self._arrived()
        for text in texts:
            await self.person.says(text)
            expected += 1
        return await self._hears(expected)

    async def taps(self, buttons: Iterable[str]) -> list[str]:
        """What is heard when buttons are tapped that were perhaps never shown; all under one message of the bot's."""
        await self.says(["/help"])
        under = await self.person.last()
        taps = [self._tap(data, under) for data in buttons]
        expected = await self._arrived() + len(taps)
        await store_updates(this_bot(), taps)
        return await self._hears(expected)

    async def _hears(self, expected: int) -> list[str]:
        async with asyncio.timeout(SETTLING_SECONDS):
            while await self._arrived(done=True) < expected:
                await asyncio.sleep(0.02)
        heard = await self.person.unheard()
        self.heard += heard
        return [_without_links(f"{shown.text} {shown.labels}") for shown in heard]

    async def _arrived(self, *, done: bool = False) -> int:
        """How many updates of this chat have come in, or are done with."""
        statement = select(func.count()).where(InboxUpdate.chat_id == self.person.id)
        async with reading(EVERY_COMPANY) as session:
            return (await session.scalar(statement.where(InboxUpdate.done_at.is_not(None)) if done else statement)) or 0

    def _tap(self, data: str, under: Shown) -> dict[str, object]:
        person = {"id": self.person.id, "is_bot": False, "first_name": "Eva", "language_code": self.language}
        tapped = {
            "id": str(next(_numbers)),
            "from": person,
            "message": {**under.raw, "chat": {"id": self.person.id, "type": "private"}},
            "chat_instance": "1",
            "data": data,
        }
        return {"update_id": next(_numbers), "callback_query": tapped}


def _without_links(text: str) -> str:
    """A link is another each time, also to the same."""
    return _OWN_LINK.sub("", text)
