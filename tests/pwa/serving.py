"""The web process in a thread, over real HTTP, with the cast's database: for browsers and streams."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import uvicorn

from core.database import close
from pwa.app import create_app
from tests.services import free_port

T = TypeVar("T")
PATIENCE_SECONDS = 60


class Site:
    """A running web process."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.port = free_port()
        self.server = uvicorn.Server(
            uvicorn.Config(
                create_app(), port=self.port, log_level="warning", timeout_graceful_shutdown=1, ssl_certfile=certificate
            )
        )
        self.thread = threading.Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def do(self, deed: Coroutine[Any, Any, T]) -> T:
        """Does something of the core in another loop, as another process would."""

        async def alone() -> T:
            try:
                return await deed
            finally:
                await close()

        found: list[T] = []
        thread = threading.Thread(target=lambda: found.append(asyncio.run(alone())))
        thread.start()
        thread.join(PATIENCE_SECONDS)
        assert found, "the deed failed; its thread says why"
        return found[0]

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        """Until it is told to end; what the pages had begun is over when it has."""
        before = set(threading.enumerate())
        await self.server.serve()
        begun = asyncio.all_tasks() - {asyncio.current_task()}
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)
        await close()
        # A statement that a browser left half-way still runs in a thread of its own, which answers to this loop.
        began = set(threading.enumerate()) - before
        left = [thread for thread in began if "_connection_worker_thread" in thread.name]
        await asyncio.gather(*(asyncio.to_thread(thread.join, 1) for thread in left))


@contextmanager
def served(certificate: Path | None = None) -> Iterator[Site]:
    """The site while it is needed; `certificate`: with its key in one file, for HTTPS."""
    site = Site(certificate)
    site.thread.start()
    waited = threading.Event()
    for _ in range(PATIENCE_SECONDS * 20):
        if site.server.started:
            break
        waited.wait(0.05)
    try:
        yield site
    finally:
        site.server.should_exit = True
        site.thread.join(PATIENCE_SECONDS)
