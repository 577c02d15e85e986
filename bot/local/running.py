"""The local chat inside another program's loop, for tests."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn

from bot.local.app import ChatServer, create_app
from core.settings import LOCAL_TOKEN

_TURNS_TO_COME_IN = 4
"""Of the loop, from the moment that a connection is taken until it is among those that the server knows."""
_TURN_SECONDS = 0.002
_LAST_ANSWERS_SECONDS = 5.0


class GuestServer(ChatServer):
    """A server that leaves signals to the program that it is a guest of, says when it is ready, and ends at once.

    uvicorn's own looks ten times a second whether it is to end, and as often whether everybody has gone.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_ready = asyncio.Event()
        self._is_over = asyncio.Event()

    def end(self) -> None:
        """Lets `serve` return as soon as what was asked is answered."""
        self.should_exit = True
        self._is_over.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_ready.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self._is_over.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.end_polls()
        listeners = sockets or []
        await _take_nobody_more(listeners)
        for server in self.servers:
            server.close()
        for listener in listeners:
            listener.close()
        await self._see_everybody_out()
        await self.lifespan.shutdown()

    async def _see_everybody_out(self) -> None:
        """Until nobody is connected: whoever stayed would go on asking a chat that nothing happens in any more."""
        here, until = self.server_state, time.monotonic() + _LAST_ANSWERS_SECONDS
        while here.connections or here.tasks:
            for connection in list(here.connections):
                if not connection.transport.is_closing():
                    connection.shutdown()
            if time.monotonic() > until:
                for task in here.tasks:
                    task.cancel()
            await asyncio.sleep(_TURN_SECONDS)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _take_nobody_more(listeners: list[socket.socket]) -> None:
    """Lets those come in who knocked already: asyncio forgets, unanswered, whom it has just let in."""
    for listener in listeners:
        asyncio.get_running_loop().remove_reader(listener)
    for _ in range(_TURNS_TO_COME_IN):
        await asyncio.sleep(0)


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
            server.end()
            await task
