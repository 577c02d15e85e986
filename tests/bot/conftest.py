"""The bot's real application against the local Bot API server, over HTTP, on a real SQLite; all in the test's loop."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
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
from core import policy
from core.agenda.models import Activity
from core.customers.world import forget_worlds
from core.database import EVERY_COMPANY, close, reading, transaction
from core.inbox import this_bot, waiting
from core.outbox import OutboxMessage
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from tests.bot.firm import Firm, found_firm


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
def firm_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Firm, Path]]:
    folder = tmp_path_factory.mktemp("firm")
    with pytest.MonkeyPatch.context() as patch, _settings(patch, folder):
        firm = asyncio.run(found_firm())
    yield firm, folder


@pytest.fixture
async def house(
    firm_template: tuple[Firm, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """A house with the bot at work."""
    firm, template = firm_template
    data = tmp_path / "data"
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
        monkeypatch.setenv("RONDA_DATA", str(data))
        monkeypatch.setenv("TELEGRAM_API_URL", url)
        for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "PUBLIC_URL", "BROKER_URL"):
            monkeypatch.delenv(name, raising=False)
        settings.cache_clear()
        forget_worlds()
        policy._known.clear()
        house = House(firm, url)
        try:
            yield house
        finally:
            await house.closes()
            await close()
            settings.cache_clear()


class _settings:
    """The settings of a folder while inside."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self._patch, self._folder = patch, folder

    def __enter__(self) -> None:
        self._patch.setenv("RONDA_DATA", str(self._folder))
        self._patch.delenv("DATABASE_URL", raising=False)
        settings.cache_clear()

    def __exit__(self, *_: object) -> None:
        settings.cache_clear()
