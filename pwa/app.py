"""The web process: pages, the live stream, the chat's webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

import core.all_operations  # noqa: F401 - registers them
from core import database
from core.recents import keep_recents_again_and_again
from core.settings import settings
from core.timings import keep_timings_again_and_again
from pwa import bundle
from pwa.errors import HANDLERS
from pwa.routes import ROUTES, UPLOADS, WEBHOOK
from pwa.security import BodyLimit, SameOrigin, SecurityHeaders
from pwa.sent_by_page import ToldWhereToGo


def create_app() -> ASGIApp:
    """The application, as `ronda web` serves it."""
    app = Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(SameOrigin, public_url=settings().public_url, exempt=WEBHOOK),
            Middleware(BodyLimit, uploads=UPLOADS),
            Middleware(ToldWhereToGo),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        ],
        exception_handlers=dict(HANDLERS),
        lifespan=_lifespan,
    )
    # Outermost, so that even the page of a failure has them.
    return SecurityHeaders(app, secure=settings().is_secure)


@asynccontextmanager
async def _lifespan(_: Starlette) -> AsyncIterator[None]:
    bundle.version()
    keeping = [
        asyncio.create_task(keep_timings_again_and_again(), name="timings"),
        asyncio.create_task(keep_recents_again_and_again(), name="recents"),
    ]
    yield
    for task in keeping:
        task.cancel()
    await asyncio.gather(*keeping, return_exceptions=True)
    await database.close()
