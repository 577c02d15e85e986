"""Where the chat with the bot is: its name is asked for once, from whichever Bot API server this installation has."""

import logging
import time
from dataclasses import dataclass

from core.settings import settings

_log = logging.getLogger(__name__)
_ASK_AGAIN_SECONDS = 10
_PATIENCE_SECONDS = 3


@dataclass(slots=True)
class _Known:
    username: str | None = None
    asked_at: float = float("-inf")


_known: dict[str, _Known] = {}


async def bot_username() -> str | None:
    """The bot's name without @; None while its server does not answer."""
    known = _known.setdefault(settings().telegram_bot_token, _Known())
    if known.username is None and time.monotonic() - known.asked_at > _ASK_AGAIN_SECONDS:
        known.asked_at = time.monotonic()
        known.username = await _ask()
    return known.username


def link_to_start(username: str, code: str) -> str:
    """The address that opens the chat and hands it the code."""
    if settings().chat_is_local:
        return f"http://{settings().chat_host}:{settings().chat_port}/{username}?start={code}"
    return f"https://t.me/{username}?start={code}"


async def _ask() -> str | None:
    import httpx  # noqa: PLC0415 - it brings a terminal's libraries along, which a page never needs

    address = f"{settings().telegram_api_url}/bot{settings().telegram_bot_token}/getMe"
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE_SECONDS) as client:
            answer = (await client.get(address)).json()
        return str(answer["result"]["username"])
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        # Without the address: the bot's token is part of it.
        _log.warning("The Bot API server does not say who the bot is")
        return None
