"""The bot's real application against the local Bot API server, over HTTP, on a real SQLite; all in the test's loop."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from bot.app import run
from bot.local.person import Person
from bot.local.running import running_chat
from core.agenda.models import Activity
from core.customers.world import forget_worlds
from core.database import EVERY_COMPANY, close, reading, transaction
from core.inbox import this_bot, waiting
from core.outbox import OutboxMessage, failed
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from core.viewers import forget_viewers
from tests.bot.firm import Firm, found_firm
from tests.builders.databases import share_engine


class House:
    """The chat server, the bot and the firm; people come in by `links`."""

    def __init__(self, firm: Firm, url: str) -> None:
        self.firm, self.url = firm, url
        self._stack = AsyncExitStack()
        self._stop = asyncio.Event()
        self._bot: asyncio.Task[None] | None = None

    def starts_bot(self) -> None:
        self._stop = asyncio.Event()
        self._bot = asyncio.create_task(run(self._stop))

    async def stops_bot(self) -> None:
        """Ends the bot as a signal does."""
        if self._bot is not None:
            self._stop.set()
            await self._bot
            self._bot = None

    async def kills_bot(self) -> None:
        """Ends the bot in the middle of whatever it does."""
        if self._bot is not None:
            self._bot.cancel()
            await asyncio.gather(self._bot, return_exceptions=True)
            self._bot = None

    async def arrives(self, name: str = "Ana", language: str = "es") -> Person:
        """Somebody opens the chat, linked to nobody."""
        return await self._stack.enter_async_context(await Person.arrives(self.url, name, language))

    async def links(self, user_id: str, name: str = "Ana", language: str = "es") -> Person:
        """Somebody links the chat to a user."""
        person = await self.arrives(name, language)
        code = await new_ticket(Purpose.CHAT, user_id, {"company_id": self.firm.company})
        await person.says(f"/start {code}")
        await person.hears()
        return person

    async def activities(self, **having: Any) -> list[Activity]:
        """What the firm has of activities, oldest first."""
        async with reading(self.firm.company) as session:
            found = await session.scalars(select(Activity).filter_by(**having).order_by(Activity.created_at))
            return list(found)

    async def orders_fault(self, method: str, kind: str, times: int = 1) -> None:
        """The next calls of this method fail."""
        fault = {"method": method, "kind": kind, "times": times, "retry_after": 1}
        await self._control("POST", "/control/faults", fault)

    async def repeats_last_update(self) -> None:
        """The server delivers the last confirmed update once more."""
        seen = await self._control("GET", "/control/updates", None)
        number = [*seen["confirmed"], *seen["waiting"]][-1]["update_id"]
        await self._control("POST", "/control/updates/repeat", {"update_id": number})

    async def _control(self, verb: str, path: str, fields: dict[str, Any] | None) -> Any:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as http:
            answer = await http.request(verb, path, json=fields)
            return answer.raise_for_status().json()

    async def posts(self, topic: str, payload: dict[str, Any], user_id: str) -> None:
        """What a worker or the clock would put into the outbox."""
        now = datetime.now(UTC)
        async with transaction(self.firm.company) as session:
            session.add(
                OutboxMessage(
                    company_id=self.firm.company, topic=topic, payload=payload, user_id=user_id,
                    created_at=now, due_at=now,
                )
            )  # fmt: skip

    async def given_up(self) -> str:
        """Until a message to a chat was given up: why."""
        while True:
            async with reading(EVERY_COMPANY) as session:
                if messages := await failed(session):
                    return str(messages[0].error)
            await asyncio.sleep(0.02)

    async def settled(self) -> None:
        """Until every update that came is done."""
        while True:
            async with reading(EVERY_COMPANY) as session:
                if not await waiting(session, this_bot()):
                    return
            await asyncio.sleep(0.02)

    async def closes(self) -> None:
        await self.stops_bot()
        await self._stack.aclose()


@pytest.fixture(scope="session")
def firm_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Firm, Path]:
    """The firm in a folder of its own, which each test gets a copy of."""
    folder = tmp_path_factory.mktemp("firm")
    with pytest.MonkeyPatch.context() as patch:
        point_at(folder, patch)
        firm = asyncio.run(found_firm())
    settings.cache_clear()
    return firm, folder


@pytest.fixture
async def house(
    firm_template: tuple[Firm, Path], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[House]:
    """A house with the bot at work, always in the same place, so that all share one engine."""
    firm, template = firm_template
    data = tmp_path_factory.getbasetemp() / "house"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(template, data)
    async with _running(firm, data, monkeypatch) as made:
        made.starts_bot()
        yield made


@pytest.fixture
async def ana(house: House) -> Person:
    """The rep, linked; her phone speaks Spanish."""
    return await house.links(house.firm.ana)


@asynccontextmanager
async def _running(firm: Firm, data: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    async with running_chat(data) as url:
        point_at(data, monkeypatch, TELEGRAM_API_URL=url)
        share_engine(settings().database_url)
        forget_worlds()
        forget_viewers()
        house = House(firm, url)
        try:
            yield house
        finally:
            await house.closes()
            await close()
            settings.cache_clear()


def point_at(data: Path, patch: pytest.MonkeyPatch, **more: str) -> None:
    """The settings of this folder, with nothing from the machine that the tests run on."""
    for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "PUBLIC_URL", "BROKER_URL"):
        patch.delenv(name, raising=False)
    for name, value in {"RONDA_DATA": str(data), **more}.items():
        patch.setenv(name, value)
    settings.cache_clear()
