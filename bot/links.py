"""Links from the chat into the pages: signed in, once, for five minutes; made when somebody taps, never before."""

from urllib.parse import urlsplit

from bot.context import BotContext
from bot.identity import full, short
from bot.keyboards import Button
from core.listing import get
from core.people.sign_in import Purpose, new_ticket
from core.record_pages import page_of
from core.settings import settings

_LETTERS = {"account": "a", "contact": "c", "opportunity": "o", "activity": "v"}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}


def open_button(kind: str, record_id: str, context: BotContext) -> Button:
    """The button that makes the link."""
    return Button("🔗 " + context.translate("Open"), f"o:{_LETTERS[kind]}:{short(record_id)}")


async def fresh_link(context: BotContext, letter: str, short_id: str) -> str:
    """An address that opens the record's page signed in as this chat's person.

    Raises `NotFound` for a record that the person may not see.
    """
    kind, record_id = _KINDS[letter], full(short_id)
    async with context.reading() as session:
        await get(session, context.viewer, kind, record_id)
    facts = {"company_id": context.viewer.company_id, "path": page_of(kind, record_id)}
    secret = await new_ticket(Purpose.OPEN, context.viewer.user_id, facts)
    return f"{settings().base_url}/open/{secret}"


def fits_a_button(url: str) -> bool:
    """Telegram takes no address without a dot in its host, such as localhost."""
    host = urlsplit(url).hostname or ""
    return "." in host or ":" in host


def private_chat(username: str) -> str:
    """Where one talks to the bot alone."""
    here = settings()
    return f"http://{here.chat_host}:{here.chat_port}/{username}" if here.chat_is_local else f"https://t.me/{username}"
