"""Where the chat server delivers updates when it is told to, and the secret that it shows: known to bot and web."""

import hashlib

from core.settings import Settings

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


def webhook_secret(here: Settings) -> str:
    """What comes with each update, so that nobody else can send one: made of the bot's token, the same everywhere."""
    return hashlib.sha256(f"webhook:{here.telegram_bot_token}".encode()).hexdigest()


def webhook_url(here: Settings) -> str | None:
    """The address to deliver to; None where updates are asked for instead: no public address, or the chat is local."""
    return f"{here.public_url}{PATH}" if here.public_url and not here.chat_is_local else None
