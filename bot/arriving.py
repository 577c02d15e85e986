"""Before any conversation: whose chat is it, in which language; a chat that is nobody's gets one sentence."""

from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import InlineQuery, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.context import BotContext, Turn, language_for
from bot.groups import point_to_private_chat
from core.chat_state import state_of
from core.database import EVERY_COMPANY, reading
from core.errors import NotFound
from core.people.chats import linked
from core.viewers import viewer_of


async def arrive(update: Update, context: BotContext) -> None:
    """Fills the context; stops here for groups, and for unlinked chats that do not begin with a code."""
    if update.inline_query is not None:
        await _arrive_inline(update, context)
        return
    chat, message = update.effective_chat, update.effective_message
    if chat is not None and chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
        await point_to_private_chat(update, context)
    if chat is None or chat.type != ChatType.PRIVATE or message is None or message.via_bot is not None:
        raise ApplicationHandlerStop
    desk = context.bot_data
    context.arrived = update
    context.turn = desk.turns.setdefault(update.update_id, Turn())
    context.turn.context = context
    phone = update.effective_user.language_code if update.effective_user else None
    async with reading(EVERY_COMPANY) as session:
        context.turn.state = await state_of(session, desk.bot, chat.id)
        await _recognise(session, context, chat.id)
    context.translate = language_for(context._viewer, phone)  # noqa: SLF001 - None where nobody is linked
    context.state["language"] = phone
    if context.who is None and not _is_start(update):
        await say_how_to_link(context)
        raise ApplicationHandlerStop


async def _arrive_inline(update: Update, context: BotContext) -> None:
    """Somebody types the bot's name in some chat: who it is, without what their own chat with the bot remembers."""
    query = cast("InlineQuery", update.inline_query)
    context.arrived = update
    context.turn = context.bot_data.turns.setdefault(update.update_id, Turn())
    async with reading(EVERY_COMPANY) as session:
        await _recognise(session, context, query.from_user.id)
    context.translate = language_for(context._viewer, query.from_user.language_code)  # noqa: SLF001


async def _recognise(session: AsyncSession, context: BotContext, chat_id: int) -> None:
    """Whose private chat this is; its number on Telegram is the person's own."""
    context.who = await linked(session, context.bot_data.bot, chat_id)
    if context.who is not None:
        try:
            context.viewer = await viewer_of(session, context.who.company_id, context.who.user_id)
        except NotFound:
            context.who = None


async def leave(update: Update, context: BotContext) -> None:
    """After every conversation: no button is left waiting."""
    await context.answer_tap()


async def say_how_to_link(context: BotContext) -> None:
    """All that an unlinked chat ever gets."""
    _ = context.translate
    await context.answer_tap()
    await context.say(_(
        "This chat is not linked to anybody yet. In Ronda, open <b>More → Your chat</b> and tap the link "
        "or scan the code; it is good for ten minutes."
    ))  # fmt: skip


def _is_start(update: Update) -> bool:
    text = update.message.text if update.message else None
    return bool(text) and text.split()[0].split("@")[0] == "/start"  # type: ignore[union-attr]
