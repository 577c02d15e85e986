"""What a person hears when something does not work: the core's own sentence, or one calm one; the rest is logged."""

import logging

from telegram import Update
from telegram.error import TelegramError

from bot.context import BotContext
from core.errors import CrmError, Invalid
from core.i18n import Translator

log = logging.getLogger(__name__)


async def explain(update: object, failed: BotContext) -> None:
    """The application's error handler. What the business refuses is said; the rest is tried again."""
    turn = failed.bot_data.turns.get(update.update_id) if isinstance(update, Update) else None
    if turn is None:
        log.error("An error outside any update", exc_info=failed.error)
        return
    error, context = failed.error, turn.context
    if not isinstance(error, CrmError) or context is None:
        turn.error = error
        return
    try:
        await context.answer_tap()
        await context.say(said(error, context))
    except TelegramError as unsaid:
        turn.error = unsaid


def said(error: CrmError, context: BotContext) -> str:
    """The error in the person's language; its fields' sentences where it has any."""
    _ = context.translate
    lines = [error.say(_)]
    if isinstance(error, Invalid):
        lines += sorted(set(error.say_fields(_).values()) - set(lines))
    return "🙏 " + "\n".join(lines)


def calm_sentence(translate: Translator) -> str:
    """What is said when an update was given up."""
    _ = translate
    return _(
        "🙏 Something went wrong on my side, and I have noted it. What was saved before is safe; try again in a while."
    )
