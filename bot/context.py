"""What a conversation works with: who writes, in which company and language, its state, and ways to answer."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot

from bot.identity import operation_id
from core.chat_state import State
from core.database import reading
from core.i18n import LOCALES, Translator, translator
from core.operations import Door, Operation, Outcome
from core.people.chats import Linked
from core.performing import perform
from core.policy import Viewer

log = logging.getLogger(__name__)

LONGEST_TEXT = 4000
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_MOST_QUESTIONS = 12
_MOST_SAID = 40


@dataclass(slots=True)
class Turn:
    """One update at work: the chat's state before and after, and what went wrong."""

    state: State = field(default_factory=dict)
    error: Exception | None = None
    context: "BotContext | None" = None
    """The library hands its error handler another one."""


@dataclass(slots=True)
class Desk:
    """What the process knows: the bot's name in the database, and the updates at work by their number."""

    bot: str = ""
    turns: dict[int, Turn] = field(default_factory=dict)
    wake_outbox: Callable[[], None] = lambda: None


class BotContext(CallbackContext[ExtBot[int], dict[Any, Any], dict[Any, Any], Desk]):
    """The context of one update, filled by `bot.arriving` before any conversation sees it."""

    arrived: Update
    turn: Turn
    translate: Translator
    who: Linked | None = None
    _viewer: Viewer | None = None
    was_answered: bool = False

    @property
    def viewer(self) -> Viewer:
        """The linked person; only conversations that stand behind the link ask."""
        if self._viewer is None:
            raise RuntimeError("this chat is not linked")
        return self._viewer

    @viewer.setter
    def viewer(self, viewer: Viewer) -> None:
        self._viewer = viewer

    @property
    def state(self) -> State:
        return self.turn.state

    @property
    def chat_id(self) -> int:
        return cast("Any", self.arrived.effective_chat).id  # type: ignore[no-any-return]

    @property
    def message(self) -> Message:
        """The message that came, or under which a button was tapped."""
        return cast("Message", self.arrived.effective_message)

    @property
    def query(self) -> CallbackQuery | None:
        return self.arrived.callback_query

    @property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.viewer.timezone)).date()

    @property
    def language(self) -> str:
        return self.translate.locale

    def reading(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A session that reads the company which this chat writes to."""
        return reading(self.viewer.company_id)

    def operation_id(self, action: str, message: int | str | None = None) -> str:
        """The id of what this action on this message does; `message` where it is about another one."""
        return operation_id(
            self.bot_data.bot, self.chat_id, self.message.message_id if message is None else message, action
        )

    async def perform(
        self, name: str, payload: Mapping[str, Any], action: str, message: int | str | None = None
    ) -> Outcome:
        """Does an operation for the person, once for this action on this message. Raises the core's errors."""
        wish = Operation(name, payload, id=self.operation_id(action, message), door=Door.CHAT)
        outcome = await perform(wish, self.viewer.company_id, self.viewer.user_id)
        self.bot_data.wake_outbox()
        return outcome

    async def say(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> Message:
        """A new message in the chat."""
        said: Message = await self.bot.send_message(
            self.chat_id,
            shortened(text),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )
        return said

    async def turn_into(self, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Edits an own message into this; where that cannot be, says it anew. Gives the message's number."""
        try:
            await self.bot.edit_message_text(
                shortened(text),
                chat_id=self.chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as refused:
            if "not modified" in str(refused):
                return message_id
            return (await self.say(text, keyboard)).message_id
        return message_id

    async def show(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """After a tap: the tapped message becomes this; after a message: a new one. Gives its number."""
        if self.query is not None and self.query.message is not None:
            return await self.turn_into(self.query.message.message_id, text, keyboard)
        return (await self.say(text, keyboard)).message_id

    async def answer_tap(self, text: str = "", *, alert: bool = False) -> None:
        """Ends the waiting of a tapped button, with a passing word or none; a tap too old to answer is let be."""
        if self.query is None or self.was_answered:
            return
        self.was_answered = True
        try:
            await self.query.answer(text[:200] or None, show_alert=alert)
        except BadRequest as too_late:
            log.info("A tap could not be answered: %s", too_late)

    def ask(self, key: int | str, question: State) -> None:
        """Remembers an open question under the number of the message that it is about; what is typed next is for it."""
        questions = self.state.setdefault("questions", {})
        questions.pop(str(key), None)
        questions[str(key)] = question
        while len(questions) > _MOST_QUESTIONS:
            del questions[next(iter(questions))]
        self.state["asked"] = str(key)

    def question(self, key: int | str) -> State | None:
        """An open question."""
        return cast("State | None", self.state.get("questions", {}).get(str(key)))

    def settle(self, key: int | str) -> None:
        """The question is answered, or wanted no more."""
        self.state.get("questions", {}).pop(str(key), None)
        if self.state.get("asked") == str(key):
            self.state.pop("asked")

    def asked(self) -> tuple[str, State] | None:
        """The question that typed words would answer, with its key."""
        key = self.state.get("asked")
        question = self.question(key) if key is not None else None
        return (str(key), question) if question is not None else None

    def remember(self, message_id: int | str, what: State) -> None:
        """Remembers what a message of the person's led to, for corrections."""
        said = self.state.setdefault("said", {})
        said.pop(str(message_id), None)
        said[str(message_id)] = what
        while len(said) > _MOST_SAID:
            del said[next(iter(said))]

    def remembered(self, message_id: int | str) -> State | None:
        return cast("State | None", self.state.get("said", {}).get(str(message_id)))


def language_for(viewer: Viewer | None, phone: str | None) -> Translator:
    """The person's setting, else the phone's language where we speak it, else the company's."""
    spoken = phone if phone and phone[:2].lower() in LOCALES else None
    return translator(
        (viewer.locale if viewer else None) or spoken or (viewer.company_locale if viewer else "es"), "bot"
    )


def shortened(text: str) -> str:
    """The text cut after a whole line, so that marks stay whole, where Telegram would not take it."""
    if len(text) <= LONGEST_TEXT:
        return text
    return text[:LONGEST_TEXT].rpartition("\n")[0] + "\n…"


CONTEXT_TYPES = ContextTypes(context=BotContext, bot_data=Desk)
BotApplication = Application[ExtBot[int], BotContext, dict[Any, Any], dict[Any, Any], Desk, None]
