"""A local chat on a free port, a real python-telegram-bot client, and Ana, who has written to the bot."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.local.person import Person
from bot.local.running import running_chat
from core.settings import LOCAL_TOKEN


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a chat of this test's own."""
    async with running_chat(tmp_path) as url:
        yield url


@pytest.fixture
async def bot(chat: str) -> AsyncIterator[Bot]:
    """The library's own client of that chat."""
    async with client(chat) as bot:
        yield bot


@pytest.fixture
async def ana(chat: str, bot: Bot) -> AsyncIterator[Person]:
    """Somebody to whom the bot may write, since she has written first."""
    async with await Person.arrives(chat, "Ana", "es") as person:
        await person.says("/start")
        yield person


@pytest.fixture
async def raw(chat: str) -> AsyncIterator["Raw"]:
    """Calls as they are on the line."""
    async with httpx.AsyncClient(base_url=chat, trust_env=False) as http:
        yield Raw(http)


def client(url: str, token: str = LOCAL_TOKEN) -> Bot:
    return Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")


class Raw:
    """The Bot API without a library, to see Telegram's words unchanged."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def call(self, method: str, token: str = LOCAL_TOKEN, **parameters: Any) -> dict[str, Any]:
        """The whole answer, with `ok`."""
        response = await self.http.post(f"/bot{token}/{method}", json=parameters)
        answer: dict[str, Any] = response.json()
        assert response.status_code == answer.get("error_code", 200)
        return answer

    async def refused(self, method: str, **parameters: Any) -> str:
        """The description of a refusal with code 400; fails where the call is not refused so."""
        answer = await self.call(method, **parameters)
        assert answer.get("error_code") == 400, answer
        return str(answer["description"])

    async def act(self, path: str, **fields: Any) -> httpx.Response:
        """A request to the people's side of the chat."""
        return await self.http.post(path, json=fields)
