"""/help, /cancel, hello; and what the bot cannot take, said kindly."""

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.context import BotContext
from bot.views import bold


async def help_(update: Update, context: BotContext) -> None:
    """What the bot can do, with true examples."""
    _ = context.translate
    await context.say(_(
        "<b>Write as you speak</b>\n"
        "• I called Acme, they want a price, call again on Thursday at 10\n"
        "• Visited Talleres Núñez with Laura 40 min, demo went well, move to proposal\n"
        "• Call Aceros Vega tomorrow at 9\n"
        "• New opportunity with Acme: 10 pumps, 12,000 €\n"
        "Where I am in doubt I ask. Edit your message, or tap <i>Edit</i>, and I correct what I saved.\n\n"
        "<b>Or say it</b> in a voice message: I keep the recording with the entry.\n"
        "<b>Photograph a business card</b> and I make the contact.\n\n"
        "/agenda what is planned · /opp your opportunities\n"
        "/find a customer, a phone, the way there\n"
        "/call and /visit step by step\n"
        "/undo takes back your last change · /cancel drops my question\n"
        "/settings language, company, reminders, unlink\n\n"
        "<b>How I read it</b>\n"
        "• A weekday is the next one to come, or the last one for what you did; “at 5” is in the afternoon\n"
        "• “In 15 days” and “in a fortnight” are two weeks; 3/4 is the third of April\n"
        "• An opportunity moves on what happened, not on what they hope for; one move a message\n"
        "• What you had planned with them, for that day or up to a week before, is done with it; one tap if not\n"
        "• “No, it was with Marta” corrects your last entry"
    ))  # fmt: skip


async def cancel(update: Update, context: BotContext) -> None:
    """Drops the open questions; nothing saved is touched."""
    _ = context.translate
    had = bool(context.state.pop("questions", None))
    context.state.pop("asked", None)
    await context.say(_("Dropped. Nothing was saved.") if had else _("There was nothing to cancel."))


async def say_hello(context: BotContext) -> None:
    """Who is this, and where does this chat write."""
    _ = context.translate
    await context.say(_(
        "👋 Hello, {name}. You are in {company}.\nTell me what you did or what is to be done; /help shows how.",
        {"name": bold(context.viewer.name), "company": bold(context.viewer.company_name)},
    ))  # fmt: skip


async def see_place(update: Update, context: BotContext) -> None:
    """A location."""
    await context.say(context.translate("📍 Thank you, but I cannot use a place yet. Tell me whom you visited there."))


async def wonder(update: Update, context: BotContext) -> None:
    """A sticker, a video, a poll, anything else."""
    await context.say(
        context.translate("🙂 I can take words, voice messages and photos of business cards. /help shows how.")
    )


async def unknown_command(update: Update, context: BotContext) -> None:
    """A command that there is not."""
    await context.say(context.translate(
        "I do not know that command. /agenda, /opp, /find, /call, /visit, /undo, /settings and /help are there."
    ))  # fmt: skip


HANDLERS = [CommandHandler("help", help_), CommandHandler("cancel", cancel)]
LAST_HANDLERS = [
    MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, unknown_command),
    MessageHandler((filters.LOCATION | filters.VENUE) & filters.UpdateType.MESSAGE, see_place),
    MessageHandler(filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, wonder),
]
