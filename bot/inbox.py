"""Drains the inbox: each chat's updates strictly in their order, chats side by side; what cannot be done is given up.

An update is marked done in the transaction that keeps the chat's new state. A crash before that does it again, with
the same operation ids: answers may come twice, changes cannot.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

from telegram import Update
from telegram.error import TelegramError

from bot.context import BotApplication, Turn
from bot.failing import calm_sentence
from bot.rounds import Rounds
from core.chat_state import keep_state, state_of
from core.database import EVERY_COMPANY, reading, transaction
from core.i18n import translator
from core.inbox import waiting
from core.outbox import InboxUpdate

log = logging.getLogger(__name__)

PAUSES = (0.3, 2.0)
"""Seconds before the second and the third attempt, which is the last."""
ATTEMPTS = len(PAUSES) + 1
LOOK_SECONDS = 0.4
"""How often to look for what the web process has stored; our own polling wakes us at once."""
_AT_ONCE = 20


class Drain(Rounds):
    """Works off what `core.inbox` holds for one bot, until it is told to end."""

    def __init__(self, application: BotApplication) -> None:
        super().__init__(LOOK_SECONDS)
        self._application = application
        self._desk = application.bot_data
        self._chats: dict[int | None, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def run(self) -> None:
        """Looks for updates until it is told to end."""
        try:
            await super().run()
            await asyncio.gather(*self._chats.values(), return_exceptions=True)
        finally:
            for task in list(self._chats.values()):
                task.cancel()

    async def look(self) -> None:
        """Begins what the chats that are not at work have sent."""
        # A chat at work now may finish an update while we read: what we would see of it is stale.
        busy = set(self._chats)
        async with reading(EVERY_COMPANY) as session:
            rows = await waiting(session, self._desk.bot)
        by_chat: dict[int | None, list[InboxUpdate]] = {}
        for row in rows:
            by_chat.setdefault(row.chat_id, []).append(row)
        for chat_id, updates in by_chat.items():
            if chat_id not in busy:
                task = asyncio.create_task(self._work_off(updates))
                self._chats[chat_id] = task
                task.add_done_callback(lambda done, chat=chat_id: self._chat_ended(chat, done))  # type: ignore[misc]

    def _chat_ended(self, chat_id: int | None, task: "asyncio.Task[None]") -> None:
        del self._chats[chat_id]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("A chat's updates could not be worked off", exc_info=error)
        self.wake()

    async def _work_off(self, updates: list[InboxUpdate]) -> None:
        async with self._places:
            for row in updates:
                if self._is_ending:
                    return
                await self._work_off_one(row)

    async def _work_off_one(self, row: InboxUpdate) -> None:
        for pause in (*PAUSES, None):
            if await self._attempt(row) or pause is None:
                return
            await asyncio.sleep(pause)

    async def _attempt(self, row: InboxUpdate) -> bool:
        """Does one update; False when it is to be tried again."""
        turn = self._desk.turns[row.update_id] = Turn()
        try:
            await self._process(row.body)
        except Exception as error:  # noqa: BLE001 - a poisonous update must not stop the others
            turn.error = error
        finally:
            del self._desk.turns[row.update_id]
        if turn.error is None:
            await self._finish(row, turn.state)
            return True
        row.attempts += 1
        log.warning("Update %s failed (attempt %s)", row.update_id, row.attempts, exc_info=turn.error)
        is_over = row.attempts >= ATTEMPTS
        await self._note(row, turn.error, is_over=is_over)
        if is_over:
            await self._apologise(row)
        return is_over

    async def _process(self, body: dict[str, Any]) -> None:
        update = Update.de_json(body, self._application.bot)
        await self._application.process_update(update)

    async def _finish(self, row: InboxUpdate, state: dict[str, Any]) -> None:
        async with transaction(EVERY_COMPANY) as session:
            if state and row.chat_id is not None:
                await keep_state(session, self._desk.bot, row.chat_id, state)
            await self._mark(session, row, done_at=datetime.now(UTC), error=None)

    async def _note(self, row: InboxUpdate, error: Exception, *, is_over: bool) -> None:
        said = f"{type(error).__name__}: {error}"[:2000]
        async with transaction(EVERY_COMPANY) as session:
            await self._mark(
                session, row, attempts=row.attempts, error=said, done_at=datetime.now(UTC) if is_over else None
            )

    async def _mark(self, session: Any, row: InboxUpdate, **values: Any) -> None:
        stored = await session.get(InboxUpdate, row.id)
        if stored is not None:
            for name, value in values.items():
                setattr(stored, name, value)

    async def _apologise(self, row: InboxUpdate) -> None:
        if row.chat_id is None or row.chat_id < 0:
            return
        async with reading(EVERY_COMPANY) as session:
            state = await state_of(session, self._desk.bot, row.chat_id)
        try:
            await self._application.bot.send_message(
                row.chat_id, calm_sentence(translator(state.get("language") or "es", "bot"))
            )
        except TelegramError as error:
            log.warning("Nothing can be said in chat %s: %s", row.chat_id, error)
