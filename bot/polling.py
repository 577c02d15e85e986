"""Fetches updates and stores them as they came, before they are acknowledged by the next call's offset.

Raw, not by the library: one update that it cannot read would make it drop the whole batch.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import httpx

from core.inbox import store_updates

log = logging.getLogger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "inline_query"]
LONG_POLL_SECONDS = 25
_LONGEST_PAUSE = 30.0


class Poller:
    """Asks for updates until it is cancelled; `on_new` is called when some were stored."""

    def __init__(self, api_url: str, token: str, bot: str, on_new: Callable[[], None]) -> None:
        self._url = f"{api_url}/bot{token}/getUpdates"
        self._bot = bot
        self._on_new = on_new
        self._offset: int | None = None

    async def run(self) -> None:
        """Polls for ever; a server that is away or angry is asked again, ever more slowly."""
        pause = 0.5
        async with httpx.AsyncClient(timeout=LONG_POLL_SECONDS + 15) as client:
            while True:
                try:
                    updates = await self._fetch(client)
                except (httpx.HTTPError, ValueError) as error:
                    log.warning("Cannot fetch updates: %s", type(error).__name__)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)
                    continue
                except Refused as refused:
                    log.warning("The chat server refuses to give updates: %s", refused)
                    await asyncio.sleep(refused.seconds or pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)
                    continue
                pause = 0.5
                await self._take(updates)

    async def _fetch(self, client: httpx.AsyncClient) -> list[Any]:
        wishes: dict[str, Any] = {"timeout": LONG_POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
        if self._offset is not None:
            wishes["offset"] = self._offset
        answer = (await client.post(self._url, json=wishes)).json()
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise Refused(answer)
        return list(answer["result"])

    async def _take(self, updates: list[Any]) -> None:
        numbers = [update["update_id"] for update in updates if isinstance(update, dict) and "update_id" in update]
        if await store_updates(self._bot, updates):
            self._on_new()
        # After a quiet week the numbers begin anew somewhere: with nothing to acknowledge, no offset.
        self._offset = max(numbers) + 1 if numbers else None


class Refused(Exception):
    """The server answered, but not with updates; `seconds` where it says how long to wait."""

    def __init__(self, answer: Any) -> None:
        known = answer if isinstance(answer, dict) else {}
        super().__init__(str(known.get("description", "no answer"))[:200])
        wait = known.get("parameters", {}).get("retry_after", 0)
        self.seconds = float(wait) if isinstance(wait, int | float) else 0.0
