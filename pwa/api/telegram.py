"""The chat's updates by webhook: stored as they came, then acknowledged; the bot's process does the rest."""

import hashlib
import json
from hmac import compare_digest

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from core.inbox import store_update, this_bot
from core.settings import settings

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


def webhook_secret() -> str:
    """What Telegram sends with each update, so that nobody else can: made of the bot's token, the same everywhere."""
    return hashlib.sha256(f"webhook:{settings().telegram_bot_token}".encode()).hexdigest()


async def receive(request: Request) -> Response:
    """Keeps one update. 403 without the secret, 400 for what is no update."""
    given = request.headers.get(SECRET_HEADER, "")
    if not compare_digest(given.encode(), webhook_secret().encode()):
        raise HTTPException(403)
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise HTTPException(400) from None
    await store_update(this_bot(), body)
    return Response(status_code=200)
