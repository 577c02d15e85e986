"""With a public address the server delivers updates to the web process; the bot's process works them off."""

import asyncio
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from bot.local.running import running_chat
from core.database import close
from core.settings import settings
from core.webhook import PATH
from pwa.api import telegram
from tests.bot.conftest import House, point_at
from tests.bot.firm import Firm

TOKEN = "2000000002:another-bot"


class Web(uvicorn.Server):
    """A web server that leaves signals to the tests."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def test_updates_that_come_by_webhook_are_answered(
    firm_template: tuple[Firm, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm, template = firm_template
    data = tmp_path / "data"
    shutil.copytree(template, data)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        web = Starlette(routes=[Route(PATH, telegram.receive, methods=["POST"])])
        server = Web(uvicorn.Config(web, log_level="warning", access_log=False))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        public = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with running_chat(data, TOKEN) as url:
            point_at(data, monkeypatch, TELEGRAM_API_URL=url, TELEGRAM_BOT_TOKEN=TOKEN, PUBLIC_URL=public)
            house = House(firm, url)
            house.starts_bot()
            try:
                ana = await house.links(firm.ana)
                await ana.says("llamé a Talleres Núñez, quieren precio")
                assert (await ana.hears()).marked("bold") == ["Talleres Núñez S.L."]
            finally:
                await house.closes()
        server.should_exit = True
        await serving
    await close()
    settings.cache_clear()
