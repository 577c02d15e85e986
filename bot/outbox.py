"""Sends what the outbox has for chats; what fails is tried again with back-off, what never can is given up at once."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from telegram import LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bot.announcements import TOPICS, Announcement
from bot.context import BotApplication, language_for, shortened
from bot.rounds import Rounds
from bot.views import bold
from core.chat_state import state_of
from core.database import EVERY_COMPANY, reading, transaction
from core.errors import NotFound
from core.outbox import OutboxMessage, hand_out, is_anything_due, mark_done, mark_failed
from core.people.chats import Linked, chat_of
from core.viewers import viewer_of

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
LEASE = timedelta(seconds=30)
"""How soon what a killed bot was about to say is said after all; a message in doubt may be said twice."""
_AT_ONCE = 5


class Sender(Rounds):
    """Works off the outbox's chat messages until it is told to end."""

    def __init__(self, application: BotApplication) -> None:
        super().__init__(LOOK_SECONDS)
        self._application = application
        self._bot = application.bot_data.bot
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def look(self) -> None:
        """Sends what is due."""
        now = datetime.now(UTC)
        async with reading(EVERY_COMPANY) as session:
            if not await is_anything_due(session, now, chat=True):
                return
        async with transaction(EVERY_COMPANY) as session:
            messages = await hand_out(session, now, chat=True, lease=LEASE)
        await asyncio.gather(*(self._send(message) for message in messages))

    async def _send(self, message: OutboxMessage) -> None:
        async with self._places:
            error, for_good, outside_id = "", False, None
            try:
                outside_id = await self._announce(message)
            except (Forbidden, NotFound) as refused:
                error, for_good = f"{type(refused).__name__}: {refused}", True
            except Exception as failure:  # noqa: BLE001 - one message must not stop the others
                error = f"{type(failure).__name__}: {failure}"
        if error:
            log.warning("%s could not be sent: %s", message.topic, error)
        async with transaction(EVERY_COMPANY) as session:
            key = {"company_id": message.company_id, "id": message.id}
            stored = await session.get(OutboxMessage, key)
            if stored is None:
                return
            if error:
                mark_failed(stored, datetime.now(UTC), error, for_good=for_good)
            else:
                mark_done(stored, datetime.now(UTC), outside_id)

    async def _announce(self, message: OutboxMessage) -> str | None:
        """Says it in the person's chat; None where there is no chat, or nothing to say any more."""
        make = TOPICS.get(message.topic)
        if make is None:
            raise NotFound
        async with reading(EVERY_COMPANY) as session:
            chat = await chat_of(session, self._bot, message.user_id or "")
            if chat is None:
                return None
            state = await state_of(session, self._bot, chat.chat_id)
        async with reading(message.company_id) as session:
            viewer = await viewer_of(session, message.company_id, chat.user_id)
            translate = language_for(viewer, state.get("language"))
            announcement = await make(session, viewer, translate, message)
        if announcement is None:
            return None
        if chat.company_id != message.company_id:
            # The buttons would work in the other company: without them, and with its name.
            text = f"{bold(viewer.company_name)}\n{announcement.text}"
            announcement = Announcement(text, None, announcement.edits)
        return str(await self._say(chat, announcement))

    async def _say(self, chat: Linked, announcement: Announcement) -> int:
        bot, text = self._application.bot, shortened(announcement.text)
        preview = LinkPreviewOptions(is_disabled=True)
        if announcement.edits is not None:
            try:
                await bot.edit_message_text(
                    text,
                    chat_id=chat.chat_id,
                    message_id=announcement.edits,
                    parse_mode=ParseMode.HTML,
                    reply_markup=announcement.keyboard,
                    link_preview_options=preview,
                )
            except BadRequest as refused:
                if "not modified" in str(refused):
                    return announcement.edits
            else:
                return announcement.edits
        said: Message = await bot.send_message(
            chat.chat_id,
            text,
            parse_mode=ParseMode.HTML,
            reply_markup=announcement.keyboard,
            link_preview_options=preview,
        )
        return said.message_id
