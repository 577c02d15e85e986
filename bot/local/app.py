"""The local chat as an application: the Bot API, the people's API and the page."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.local.bot_api import bot_api_routes
from bot.local.chat import LocalChat
from bot.local.guard import Guard
from bot.local.page import page_routes
from bot.local.people_api import people_routes
from bot.local.webhook import deliver, stop
from core.settings import settings

USERNAME = "ronda_bot"
NAME = "Ronda"
HOSTS = ["127.0.0.1", "localhost"]


def create_app(data_dir: Path, token: str, username: str = USERNAME, name: str = NAME) -> Starlette:
    """The chat whose state lies in `data_dir/chat` and whose one bot has this token; `app.state.chat`
    is the state.
    """
    chat = LocalChat(data_dir / "chat", token, username, name)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        delivery = asyncio.create_task(deliver(chat))
        try:
            yield
        finally:
            await stop(delivery)
            chat.close()

    app = Starlette(
        routes=[
            *bot_api_routes(chat),
            *people_routes(chat),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
            *page_routes(chat),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS), Middleware(Guard)],
        lifespan=lifespan,
    )
    app.state.chat = chat
    return app


class ChatServer(uvicorn.Server):
    """A server that ends the long polls first, so that it stops at once."""

    @classmethod
    def of(cls, app: Starlette, host: str = "127.0.0.1", port: int = 0) -> Self:
        """A server for this application, silent but for warnings."""
        return cls(uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.end_polls()
        await super().shutdown(sockets)

    def end_polls(self) -> None:
        """Whoever waits for something to happen is answered now."""
        app = self.config.app
        if isinstance(app, Starlette):
            app.state.chat.stop_waiting()


def serve() -> None:
    """Runs the chat as the settings say, until it is told to stop."""
    here = settings()
    app = create_app(here.data_dir, here.telegram_bot_token)
    ChatServer.of(app, here.chat_host, here.chat_port).run()
