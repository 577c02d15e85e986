"""The local chat inside another program's loop, for tests."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn

from bot.local.app import ChatServer, create_app
from core.settings import LOCAL_TOKEN


class GuestServer(ChatServer):
    """A server that leaves signals to the program that it is a guest of, and says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def running_chat(data_dir: Path, token: str = LOCAL_TOKEN, port: int = 0) -> AsyncIterator[str]:
    """The chat, serving on loopback while inside; gives its address, without a final slash.

    With the same `data_dir` it goes on where it was; `port` 0 takes any free one.
    """
    with socket.create_server(("127.0.0.1", port)) as listener:
        server = GuestServer.of(create_app(data_dir, token))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        await server.is_ready.wait()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task
