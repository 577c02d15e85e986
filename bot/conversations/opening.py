"""Open: the tapped button becomes a link into the pages, good once and for five minutes."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler

from bot.context import BotContext
from bot.links import fits_a_button, fresh_link


async def make_link(update: Update, context: BotContext) -> None:
    """Makes the link and puts it where the button was."""
    _ = context.translate
    url = await fresh_link(context, *context.matches[0].groups())  # type: ignore[index]
    hint = _("Tap again to open it. The link works once, for five minutes.")
    markup = context.message.reply_markup
    if markup is None or not fits_a_button(url):
        await context.answer_tap()
        await context.say(f"🔗 {url}\n{hint}")
        return
    tapped = context.query.data if context.query else None
    rows = [
        [_opened(url, _("Open in Ronda")) if button.callback_data == tapped else button for button in row]
        for row in markup.inline_keyboard
    ]
    try:
        await context.message.edit_reply_markup(InlineKeyboardMarkup(rows))
    except BadRequest:
        await context.say(f"🔗 {url}")
    await context.answer_tap(hint)


def _opened(url: str, label: str) -> InlineKeyboardButton:
    return InlineKeyboardButton("↗️ " + label, url=url)


HANDLERS = [CallbackQueryHandler(make_link, pattern=r"^o:([acov]):([\w-]{22})$")]
