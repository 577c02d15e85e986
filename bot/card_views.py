"""What became of a card's photo, as the message that waited for it: the contact, a question, or that there is none."""

from html import escape
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import views
from bot.card_questions import Message, question
from bot.identity import short
from bot.keyboards import Button, keyboard
from core.customers.card_contact import name_on
from core.customers.queries import contacts_by_id
from core.customers.readings import CardReading, CardState, reading_of
from core.i18n import Translator
from core.policy import Viewer

_PHONES_SHOWN = 3


async def card_message(session: AsyncSession, viewer: Viewer, _: Translator, card: CardReading) -> Message:
    """The text and buttons for a reading in any state."""
    if card.state == CardState.SAVED and card.contact_id and card.operation_id:
        return await _saved(session, viewer, _, card)
    if card.state == CardState.ASKS and card.card is not None:
        return question(card, _, viewer.country)
    if card.state == CardState.SIDE and card.front_id:
        return await _other_side(session, _, card.front_id)
    said = {
        CardState.NO_CARD: _(
            "🤷 I see no business card in this photo. Try again: the card alone, straight, in good light."
        ),
        CardState.DROPPED: _("Dropped. No contact was made."),
        CardState.WAITING: _("👀 Reading the card…"),
    }
    failed = _("🙏 I could not read this photo. Try again: the card alone, straight, in good light.")
    if card.error:  # why, where the photo itself is at fault
        failed += f"\n{views.plain(_(card.error), 200)}"
    return said.get(CardState(card.state), failed), None


async def _saved(session: AsyncSession, viewer: Viewer, _: Translator, card: CardReading) -> Message:
    contact_id, operation_id = str(card.contact_id), str(card.operation_id)
    contacts = await contacts_by_id(session, viewer, [contact_id])
    if not contacts:
        return _("That contact is no longer there."), None
    lines = contact_lines(contacts[0], _)
    lines[0] += " · " + came_of(card, _)
    buttons = [
        Button("↩️ " + _("Undo"), f"u:{short(operation_id)}"),
        Button("✏️ " + _("Edit"), f"k:{short(contact_id)}"),
        Button("🔗 " + _("Open"), f"o:c:{short(contact_id)}"),
    ]
    return "\n".join(lines), keyboard(buttons)


async def _other_side(session: AsyncSession, _: Translator, front_id: str) -> Message:
    front = await reading_of(session, front_id)
    name = name_on((front.card if front else None) or {})
    return "↪️ " + _("The other side of {name}'s card: added to it.", {"name": views.bold(name)}), None


def came_of(card: CardReading, _: Translator) -> str:
    """What a saved card did, in two words."""
    if "update" not in card.answers:
        return _("new contact")
    return _("updated") if card.answers["update"] else _("nothing new")


def contact_lines(contact: dict[str, Any], _: Translator) -> list[str]:
    """A contact in at most five lines."""
    title = f" · {views.plain(contact['job_title'], 60)}" if contact["job_title"] else ""
    lines = [f"👤 {views.bold(contact['name'])}{title}"]
    lines += [f"🏢 {views.plain(place['name'], 60)}" for place in contact["accounts"][:1]]
    if contact["phones"]:
        numbers = [views.number_of(phone) for phone in contact["phones"][:_PHONES_SHOWN]]
        lines.append("☎️ " + " · ".join(numbers))
    if contact["emails"]:
        lines.append("✉️ " + escape(contact["emails"][0]["address"], quote=False))
    return lines
