"""What the chat offers beside its messages: the commands, and the button that opens the pages."""

import logging

from telegram import BotCommand, MenuButton, MenuButtonDefault, MenuButtonWebApp, WebAppInfo
from telegram.error import TelegramError
from telegram.ext import ExtBot

from core.i18n import LOCALES, N_, translator
from core.settings import Settings

log = logging.getLogger(__name__)

COMMANDS = (
    ("agenda", N_("What is planned")),
    ("opp", N_("Your opportunities")),
    ("find", N_("Find a customer, a person, an opportunity")),
    ("call", N_("Log a call step by step")),
    ("visit", N_("Log a visit step by step")),
    ("undo", N_("Take back the last change")),
    ("cancel", N_("Drop the open question")),
    ("settings", N_("Language, company, reminders")),
    ("help", N_("How to talk to me")),
)
MINI_APP = "/mini-app"


async def publish_menu(bot: "ExtBot[int]", here: Settings) -> None:
    """The commands in every language, and the button; a chat works without either."""
    try:
        for locale in LOCALES:
            _ = translator(locale, "bot")
            commands = [BotCommand(name, _(text)) for name, text in COMMANDS]
            await bot.set_my_commands(commands, language_code=None if locale == "es" else locale)
        await bot.set_chat_menu_button(menu_button=menu_button(here))
    except TelegramError as error:
        log.warning("The menu could not be published: %s", error)


def menu_button(here: Settings) -> MenuButton:
    """Telegram opens pages under https alone; elsewhere the button is Telegram's own."""
    if not here.is_secure:
        return MenuButtonDefault()
    return MenuButtonWebApp("Ronda", WebAppInfo(f"{here.public_url}{MINI_APP}"))
