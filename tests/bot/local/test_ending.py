"""The end of the chat inside another program's loop: at once, and nobody stays behind in it."""

import asyncio
import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.local.app import create_app
from bot.local.running import GuestServer, running_chat
from core.settings import LOCAL_TOKEN
from tests.bot.local.conftest import client

AT_ONCE_SECONDS = 5
"""Far from the minute that a poll may last, and from what a busy machine takes."""


async def test_who_waits_for_updates_is_answered_when_the_chat_ends(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = GuestServer.of(create_app(tmp_path, LOCAL_TOKEN))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await server.is_ready.wait()
        async with client(f"http://127.0.0.1:{listener.getsockname()[1]}") as bot, asyncio.timeout(AT_ONCE_SECONDS):
            poll = asyncio.create_task(bot.get_updates(timeout=50))
            while not server.server_state.tasks:
                await asyncio.sleep(0)
            server.end()
            assert await poll == ()
            await serving


@pytest.mark.parametrize("turns", range(4))
async def test_who_comes_in_at_the_last_moment_is_seen_out_too(tmp_path: Path, turns: int) -> None:
    async with asyncio.timeout(AT_ONCE_SECONDS):
        async with running_chat(tmp_path) as url:
            address = urlsplit(url)
            line = socket.create_connection((address.hostname, address.port))
            line.setblocking(False)
            for _ in range(turns):
                await asyncio.sleep(0)
        with line, suppress(ConnectionResetError):
            assert await asyncio.get_running_loop().sock_recv(line, 1) == b""
