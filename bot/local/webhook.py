"""Delivery of updates to the bot's own address, one at a time and in order, until it takes them."""

import asyncio
import time
from contextlib import suppress
from typing import Any

import httpx

from bot.local.chat import LocalChat
from bot.local.store import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0
IDLE = 3600.0


async def deliver(chat: LocalChat) -> None:
    """Delivers for ever, whenever there is a webhook and an update; a refused one is tried again after
    a pause.
    """
    pause = FIRST_PAUSE
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        while True:
            webhook = chat.store.get("setting", "webhook")
            updates = chat.updates.next(1) if webhook else []
            if not updates:
                await chat.updates.rung(IDLE)
            elif await _post(chat, client, webhook, updates[0]):
                chat.updates.confirm(updates[0]["update_id"])
                pause = FIRST_PAUSE
            else:
                await chat.updates.rung(pause)
                pause = min(pause * 2, LONGEST_PAUSE)


async def _post(chat: LocalChat, client: httpx.AsyncClient, webhook: Json, update: Any) -> bool:
    headers = {SECRET_HEADER: webhook["secret"]} if webhook["secret"] else {}
    try:
        response = await client.post(webhook["url"], json=update, headers=headers)
    except httpx.HTTPError as error:
        return _failed(chat, str(error) or type(error).__name__)
    if response.is_success:
        return True
    return _failed(chat, f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}")


def _failed(chat: LocalChat, reason: str) -> bool:
    chat.store.put("setting", "webhook_error", {"last_error_date": int(time.time()), "last_error_message": reason})
    return False


async def stop(task: asyncio.Task[None]) -> None:
    """Ends the delivery; what was not taken stays for the next start."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
