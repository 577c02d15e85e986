"""What became of a card's photo, as the message that waited for it: the contact, a question, or that there is none."""

from html import escape
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import InlineKeyboardMarkup

from bot import views
from bot.identity import short
from bot.keyboards import Button, cut, keyboard, stacked
from core.customers.card_contact import name_on
from core.customers.queries import contacts_by_id
from core.customers.readings import CardQuestion, CardReading, CardState
from core.i18n import N_, Translator
from core.policy import Viewer

Message = tuple[str, InlineKeyboardMarkup | None]

_FIELDS = {
    "name": N_("name"),
    "job_title": N_("job title"),
    "company": N_("company"),
    "emails": N_("e-mail"),
    "phones": N_("phone"),
    "website": N_("website"),
    "address": N_("address"),
    "tax_id": N_("tax number"),
}
_PHONES_SHOWN = 3


async def card_message(session: AsyncSession, viewer: Viewer, _: Translator, card: CardReading) -> Message:
    """The text and buttons for a reading in any state."""
    if card.state == CardState.SAVED and card.contact_id and card.operation_id:
        return await _saved(session, viewer, _, card)
    if card.state == CardState.ASKS and card.card is not None:
        return _question(card, card.card, _)
    if card.state == CardState.NO_CARD:
        return _("🤷 I see no business card in this photo. Try again: the card alone, straight, in good light."), None
    if card.state == CardState.DROPPED:
        return _("Dropped. No contact was made."), None
    if card.state == CardState.WAITING:
        return _("👀 Reading the card…"), None
    return _("🙏 I could not read this photo. Try again: the card alone, straight, in good light."), None


async def _saved(session: AsyncSession, viewer: Viewer, _: Translator, card: CardReading) -> Message:
    contact_id, operation_id = str(card.contact_id), str(card.operation_id)
    contacts = await contacts_by_id(session, viewer, [contact_id])
    if not contacts:
        return _("That contact is no longer there."), None
    is_update = card.answers.get("contact", "new") != "new"
    lines = contact_lines(contacts[0], _)
    lines[0] += " · " + (_("updated") if is_update else _("new contact"))
    if doubts := [_(_FIELDS[name]) for name in (card.card or {}).get("doubts", ()) if name in _FIELDS]:
        lines.append("⚠️ " + _("Check: {fields}", {"fields": ", ".join(doubts)}))
    buttons = [
        Button("↩️ " + _("Undo"), f"u:{short(operation_id)}"),
        Button("✏️ " + _("Edit"), f"k:{short(contact_id)}"),
        Button("🔗 " + _("Open"), f"o:c:{short(contact_id)}"),
    ]
    return "\n".join(lines), keyboard(buttons)


def contact_lines(contact: dict[str, Any], _: Translator) -> list[str]:
    """A contact in at most five lines."""
    title = f" · {views.plain(contact['job_title'], 60)}" if contact["job_title"] else ""
    lines = [f"👤 {views.bold(contact['name'])}{title}"]
    lines += [f"🏢 {views.plain(place['name'], 60)}" for place in contact["accounts"][:1]]
    if contact["phones"]:
        numbers = [_number(phone) for phone in contact["phones"][:_PHONES_SHOWN]]
        lines.append("☎️ " + " · ".join(numbers))
    if contact["emails"]:
        lines.append("✉️ " + escape(contact["emails"][0]["address"], quote=False))
    return lines


def _question(card: CardReading, read: dict[str, Any], _: Translator) -> Message:
    key, name = short(card.id), name_on(read)
    said = _as_read(read, _)
    drop = [Button("✖️ " + _("Drop it"), f"c:{key}:x")]
    if card.question == CardQuestion.NAME:
        keep = [Button("✅ " + _("It is “{name}”", {"name": cut(name, 24)}), f"c:{key}:y")] if name else []
        ask = _("Is the name right?") if name else _("I could not read the name. Whose card is it?")
        return f"{said}\n{ask}", keyboard(keep, [Button("✏️ " + _("Write the name"), f"c:{key}:w")], drop)
    candidates = [
        Button(
            (_("Update {name}", {"name": one["name"]}) if card.question == CardQuestion.CONTACT else one["name"])
            + (f" · {one['detail']}" if one["detail"] else ""),
            f"c:{key}:{place}",
        )
        for place, one in enumerate(card.candidates)
    ]
    if card.question == CardQuestion.CONTACT:
        new = [Button("➕ " + _("New contact"), f"c:{key}:n")]
        return f"{said}\n" + _("Somebody like this is here already."), keyboard(*stacked(candidates), new, drop)
    new = [Button("➕ " + _("Create “{name}”", {"name": cut(read.get("company") or "", 24)}), f"c:{key}:n")]
    return f"{said}\n" + _("Which account is it?"), keyboard(*stacked(candidates), new, drop)


def _as_read(read: dict[str, Any], _: Translator) -> str:
    """What the card says, before it is a contact."""
    head = [views.bold(name_on(read) or "…"), views.plain(read.get("job_title") or "", 60)]
    lines = ["🪪 " + " · ".join(filter(None, head))]
    lines += [f"🏢 {views.plain(read['company'], 60)}"] if read.get("company") else []
    reached = [phone["e164"] for phone in (read.get("phones") or ())[:2]] + list((read.get("emails") or ())[:1])
    lines += ["☎️ " + " · ".join(escape(one, quote=False) for one in reached)] if reached else []
    return "\n".join(lines)


def _number(phone: dict[str, Any]) -> str:
    extension = f" ({phone['extension']})" if phone["extension"] else ""
    return escape(phone["number"]) + extension
