"""Delivery to the bot's own address, against a real server that answers as it is told."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.local.person import Person
from bot.local.running import GuestServer
from tests.bot.local.conftest import Raw


class Hook:
    """The bot's side: remembers what comes, and answers with the next of `statuses`, else 200."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[tuple[dict[str, Any], str]] = asyncio.Queue()
        self.statuses: list[int] = []
        self.url = ""

    async def take(self, request: Request) -> Response:
        status = self.statuses.pop(0) if self.statuses else 200
        await self.came.put((await request.json(), request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")))
        return Response(status_code=status)

    async def next(self) -> tuple[dict[str, Any], str]:
        return await asyncio.wait_for(self.came.get(), 15)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    async with _serving(Starlette(routes=[Route("/hook", hook.take, methods=["POST"])])) as url:
        hook.url = f"{url}/hook"
        yield hook


@asynccontextmanager
async def _serving(app: Starlette) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = GuestServer(uvicorn.Config(_Plain(app), log_level="warning"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        await server.is_ready.wait()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.end()
        await task


class _Plain:
    """An application without a chat."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self._app(scope, receive, send)


async def test_updates_are_delivered_in_order_with_the_secret(bot: Bot, ana: Person, hook: Hook) -> None:
    await bot.set_webhook(hook.url, secret_token="s3cret-_", drop_pending_updates=True)
    await ana.says("uno")
    await ana.says("dos")
    came = [await hook.next(), await hook.next()]
    assert [update["message"]["text"] for update, _ in came] == ["uno", "dos"]
    assert [secret for _, secret in came] == ["s3cret-_", "s3cret-_"]


async def test_what_waited_before_is_delivered_first(bot: Bot, ana: Person, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    assert (await hook.next())[0]["message"]["text"] == "/start"


async def test_a_refused_update_comes_again_before_the_next(bot: Bot, ana: Person, hook: Hook) -> None:
    hook.statuses = [500, 503]
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await ana.says("uno")
    await ana.says("dos")
    texts = [(await hook.next())[0]["message"]["text"] for _ in range(4)]
    assert texts == ["uno", "uno", "uno", "dos"]


async def test_the_last_failure_is_told(bot: Bot, ana: Person, hook: Hook) -> None:
    hook.statuses = [500] * 100
    await bot.set_webhook(hook.url, max_connections=3)
    await hook.next()
    await hook.next()
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.max_connections) == (hook.url, 1, 3)
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert info.last_error_date is not None


async def test_there_is_no_polling_beside_a_webhook(bot: Bot, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    assert (await bot.get_webhook_info()).url == ""


async def test_setting_a_webhook_ends_a_poll(bot: Bot, hook: Hook) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await asyncio.sleep(0.05)
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await asyncio.wait_for(poll, 10)


async def test_an_update_can_be_delivered_twice_here_too(raw: Raw, bot: Bot, ana: Person, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    update, _ = await hook.next()
    await ana.says("otra")
    await hook.next()
    await raw.act("/control/updates/repeat", update_id=update["update_id"])
    assert (await hook.next())[0] == update


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("nowhere", "", "Invalid webhook url specified"),
        ("http://ronda.es/hook", "", "Bad webhook: an https url must be provided for webhook"),
        ("https://ronda.es/hook", "x" * 257, "Secret token is too long"),
        ("https://ronda.es/hook", "ñ", "Secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(bot: Bot, url: str, secret: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.set_webhook(url, secret_token=secret or None)
