"""An album of cards in one message: a line a photo, and a button that leads to each."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot import views
from bot.card_questions import Message
from bot.card_views import came_of
from bot.identity import short
from bot.keyboards import Button, keyboard
from core.customers.card_contact import name_on
from core.customers.queries import contacts_by_id
from core.customers.readings import CardReading, CardState, readings_of_album
from core.i18n import Translator
from core.policy import Viewer


async def album_message(session: AsyncSession, viewer: Viewer, _: Translator, one: CardReading) -> Message:
    """The summary of the album that `one` came with, as far as it is read."""
    album = await readings_of_album(session, one.user_id, one.chat_id or 0, one.album or "")
    ids = [card.contact_id for card in album if card.contact_id]
    contacts = {contact["id"]: contact for contact in await contacts_by_id(session, viewer, ids)}
    there = [card for card in album if card.state == CardState.SAVED and card.contact_id in contacts]
    waiting = sum(card.state == CardState.WAITING for card in album)
    title = _.plural("{n} photo", "{n} photos", len(album)) + " · " + _.plural("{n} card", "{n} cards", len(there))
    lines = [f"🪪 {views.bold(title)}"]
    for number, card in enumerate(album, 1):
        lines.append(f"{number}. {_line(card, album, card in there, _)}")
    if waiting:
        lines.append("👀 " + _.plural("{n} is still being read…", "{n} are still being read…", waiting))
    return "\n".join(lines), keyboard(*(_buttons(card, number, _) for number, card in enumerate(album, 1)
                                        if card in there or card.state == CardState.ASKS))  # fmt: skip


def _line(card: CardReading, album: list[CardReading], is_there: bool, _: Translator) -> str:
    read = card.card or {}
    who = views.bold(name_on(read) or "…") + (f" · {views.plain(read['company'], 40)}" if read.get("company") else "")
    if card.state == CardState.SAVED:
        return f"👤 {who} · " + (came_of(card, _) if is_there else _("taken back"))
    if card.state == CardState.ASKS:
        return f"❓ {who} · " + _("asks something")
    if card.state == CardState.SIDE:
        front = next((number for number, one in enumerate(album, 1) if one.id == card.front_id), None)
        return "↪️ " + _("the other side of {n}", {"n": front or "…"})
    if card.state == CardState.WAITING:
        return "👀 …"
    if card.state == CardState.DROPPED:
        return "✖️ " + _("dropped")
    return "🤷 " + (_("no business card") if card.state == CardState.NO_CARD else _("could not be read"))


def _buttons(card: CardReading, number: int, _: Translator) -> list[Button]:
    name = name_on(card.card or {}) or "…"
    if card.state == CardState.ASKS:
        return [Button(f"❓ {number}. {name}", f"c:{short(card.id)}:o")]
    return [Button(f"👤 {number}. {name}", f"c:{short(card.id)}:o"), Button("↩️ " + _("Undo"), f"c:{short(card.id)}:u")]
