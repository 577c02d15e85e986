"""/start: a code from the pages ties this chat to a person; without a code, hello."""

from telegram import Update
from telegram.ext import CommandHandler

from bot.arriving import say_how_to_link
from bot.context import BotContext, language_for
from bot.conversations.helping import say_hello
from bot.views import bold
from core.customers.world import warm
from core.database import EVERY_COMPANY, reading
from core.errors import Expired
from core.people.chats import link
from core.people.sign_in import companies_of
from core.viewers import viewer_of

HOW_TO_LINK = "link"
"""What a button outside the private chat hands over to /start: no code, but the wish for one."""


async def start(update: Update, context: BotContext) -> None:
    """Links the chat, or says hello to who is linked already."""
    code = context.args[0] if context.args else ""
    if code in ("", HOW_TO_LINK):
        await (say_hello(context) if context.who else say_how_to_link(context))
        return
    try:
        linked = await link(context.bot_data.bot, context.chat_id, code)
    except Expired as expired:
        await context.say("🙏 " + expired.say(context.translate))
        return
    context.turn.state = {"language": context.state.get("language")}
    await _say_linked(context, linked.company_id, linked.user_id)
    await warm(linked.company_id)


async def _say_linked(context: BotContext, company_id: str, user_id: str) -> None:
    async with reading(EVERY_COMPANY) as session:
        viewer = await viewer_of(session, company_id, user_id)
        companies = await companies_of(session, user_id)
    _ = context.translate = language_for(viewer, context.state.get("language"))
    names = {"name": bold(viewer.name), "company": bold(viewer.company_name)}
    lines = [
        _("👋 Hello, {name}. This chat now writes to {company}.", names),
        _("Tell me what you did, in your own words: “I called Acme, they want a price, call again on Thursday at 10”."),
        _("Or send me the photo of a business card. /help shows more."),
    ]  # fmt: skip
    if len(companies) > 1:
        lines.append(_("You work in several companies: /settings switches between them."))
    await context.say("\n".join(lines))


HANDLERS = [CommandHandler("start", start)]
