"""/settings: which company, which language, when the digest, how long before a reminder, and goodbye."""

from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.context import BotContext, language_for
from bot.identity import full, short
from bot.keyboards import Button, in_rows, keyboard, stacked
from bot.views import bold
from core.database import EVERY_COMPANY, reading
from core.people.chats import choose_company, unlink
from core.people.personal import settings_of
from core.people.sign_in import companies_of
from core.viewers import viewer_of

DIGEST_HOURS = ("06:30", "07:00", "07:30", "08:00", "08:30", "09:00")
REMINDER_MINUTES = (0, 5, 15, 30, 60, 120)
LANGUAGES = {"es": "Español", "en": "English"}


async def settings_command(update: Update, context: BotContext) -> None:
    """/settings"""
    await _show(context)


async def show_again(update: Update, context: BotContext) -> None:
    """Back to the list."""
    await _show(context)


async def offer(update: Update, context: BotContext) -> None:
    """The choices for one setting."""
    which, _ = context.matches[0].group(1), context.translate  # type: ignore[index]
    back = [Button("« " + _("Back"), "s:")]
    if which == "lang":
        languages = [Button(name, f"s:lang={code}") for code, name in LANGUAGES.items()]
        await context.show(_("Which language?"), keyboard(languages, back))
    elif which == "digest":
        hours = [Button(hour, f"s:digest={hour}") for hour in DIGEST_HOURS]
        rows = [*in_rows(hours, 3), [Button(_("Never"), "s:digest=no")]]
        await context.show(_("When shall I send you your day?"), keyboard(*rows, back))
    elif which == "remind":
        steps = [Button(_minutes(context, minutes), f"s:remind={minutes}") for minutes in REMINDER_MINUTES]
        await context.show(_("How long before an appointment shall I remind you?"), keyboard(*in_rows(steps, 2), back))
    elif which == "company":
        async with reading(EVERY_COMPANY) as session:
            companies = await companies_of(session, context.viewer.user_id)
        rows = stacked(Button("🏢 " + name, f"s:company={short(known)}") for known, name in companies)
        await context.show(_("For which company does this chat write?"), keyboard(*rows, back))
    else:
        sure = [Button("👋 " + _("Yes, unlink"), "s:unlink=yes"), *back]
        await context.show(_("Unlink this chat? You will get nothing here any more."), keyboard(sure))


async def change(update: Update, context: BotContext) -> None:
    """One choice was tapped."""
    name, value = context.matches[0].groups()  # type: ignore[index]
    if name == "unlink":
        await _unlink(context)
        return
    if name == "company":
        await choose_company(context.bot_data.bot, context.chat_id, full(value))
        language = context.state.get("language")
        # What was asked and said so far is another company's.
        context.turn.state = {"language": language}
        async with reading(EVERY_COMPANY) as session:
            context.viewer = await viewer_of(session, full(value), context.viewer.user_id)
        context.translate = language_for(context.viewer, language)
    else:
        # Each tap is a wish of its own: to Spanish, to English, and to Spanish again.
        await context.perform("settings.edit", _setting(name, value), f"setting:{update.update_id}")
        async with reading(EVERY_COMPANY) as session:
            context.viewer = await viewer_of(session, context.viewer.company_id, context.viewer.user_id)
        context.translate = language_for(context.viewer, context.state.get("language"))
    await _show(context)


async def _show(context: BotContext) -> None:
    viewer, _ = context.viewer, context.translate
    async with reading(EVERY_COMPANY) as session:
        companies = await companies_of(session, viewer.user_id)
        kept = await settings_of(session, viewer.user_id)
    language = LANGUAGES.get(viewer.locale or "") or _("as your phone")
    hour = kept["digest_at"] or _("never")
    lines = [
        f"⚙️ {bold(viewer.name)} · {bold(viewer.company_name)}",
        _("Language: {name}", {"name": language}),
        _("Your day: {hour}", {"hour": hour}),
        _("Reminder: {minutes}", {"minutes": _minutes(context, kept["remind_minutes"])}),
    ]
    rows = [
        [Button("🌍 " + _("Language"), "s:lang"), Button("☀️ " + _("Your day"), "s:digest")],
        [Button("🔔 " + _("Reminder"), "s:remind")],
        [Button("👋 " + _("Unlink this chat"), "s:unlink")],
    ]
    if len(companies) > 1:
        rows[1].append(Button("🏢 " + _("Company"), "s:company"))
    await context.show("\n".join(lines), keyboard(*rows))


def _setting(name: str, value: str) -> dict[str, Any]:
    if name == "lang":
        return {"locale": value}
    if name == "digest":
        return {"digest_at": None if value == "no" else value}
    return {"remind_minutes": int(value)}


async def _unlink(context: BotContext) -> None:
    _ = context.translate
    await context.show(_("👋 This chat is unlinked. Your data are safe in Ronda; link it again whenever you like."))
    await unlink(context.viewer.user_id)
    context.turn.state = {"language": context.state.get("language")}


def _minutes(context: BotContext, minutes: int) -> str:
    _ = context.translate
    if minutes == 0:
        return _("at the hour itself")
    return _("{n} min before", {"n": minutes}) if minutes < 60 else _("{n} h before", {"n": minutes // 60})  # noqa: PLR2004


HANDLERS = [
    CommandHandler("settings", settings_command),
    CallbackQueryHandler(show_again, pattern=r"^s:$"),
    CallbackQueryHandler(offer, pattern=r"^s:(lang|digest|remind|company|unlink)$"),
    CallbackQueryHandler(change, pattern=r"^s:(lang|digest|remind|company|unlink)=([\w:-]{1,22})$"),
]
