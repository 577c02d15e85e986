"""In a group: one button into the private chat, for who speaks to the bot there, and nothing of anybody."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.context import BotContext, language_for
from bot.links import private_chat


async def point_to_private_chat(update: Update, context: BotContext) -> None:
    """Answers what is said to the bot; the rest of the group's talk is none of its business."""
    message = update.message
    if message is None or not _is_meant(message, context.bot.username, context.bot.id):
        return
    sender = message.from_user
    _ = language_for(None, sender.language_code if sender else None)
    button = InlineKeyboardButton(_("Talk to me in private"), url=private_chat(context.bot.username))
    await context.bot.send_message(message.chat_id, "🔒", reply_markup=InlineKeyboardMarkup.from_button(button))


def _is_meant(message: Message, username: str, bot_id: int) -> bool:
    """A command that names no other bot, the bot's name, or an answer to the bot; never what a bot says."""
    if message.via_bot is not None or (message.from_user is not None and message.from_user.is_bot):
        return False
    answered = message.reply_to_message.from_user if message.reply_to_message else None
    if answered is not None and answered.id == bot_id:
        return True
    words = (message.text or message.caption or "").lower().split()
    if not words:
        return False
    command, _, whose = words[0].partition("@")
    own = username.lower()
    return (command.startswith("/") and whose in ("", own)) or f"@{own}" in words
