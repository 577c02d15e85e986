"""A contact mended from the chat: one field, tapped, then written."""

from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.answers import takes
from bot.card_views import contact_lines
from bot.context import BotContext
from bot.identity import full, short
from bot.keyboards import Button, in_rows, keyboard
from bot.saved import after_saving
from core.chat_state import State
from core.customers.queries import contacts_by_id
from core.errors import NotFound
from core.i18n import N_

_FIELDS = {
    "name": N_("Name"),
    "job_title": N_("Job title"),
    "phones": N_("Phone"),
    "emails": N_("E-mail"),
}


async def ask_field(update: Update, context: BotContext) -> None:
    """Edit: which field?"""
    short_id, _ = context.matches[0].group(1), context.translate  # type: ignore[index]
    contact = await _contact(context, full(short_id))
    fields = [Button(_(label), f"k:{short_id}:{name}") for name, label in _FIELDS.items()]
    text = "\n".join(contact_lines(contact, _, context.viewer.country)) + "\n" + _("What shall I change?")
    await context.show(text, keyboard(*in_rows(fields, 2), [Button("« " + _("Back"), f"f:c:{short_id}")]))


async def ask_value(update: Update, context: BotContext) -> None:
    """The field is chosen: its value?"""
    short_id, name = context.matches[0].groups()  # type: ignore[index]
    _, contact = context.translate, await _contact(context, full(short_id))
    text = (
        "\n".join(contact_lines(contact, _, context.viewer.country))
        + "\n"
        + _("✏️ {field}: write it.", {"field": _(_FIELDS[name])})
    )
    shown = await context.show(text)
    question = {"kind": "contact-field", "contact": contact["id"], "field": name, "shown": shown}
    context.ask(f"k{context.message.message_id}", question)


@takes("contact-field", anything=True)
async def take_value(context: BotContext, key: str, question: State, text: str) -> None:
    """Writes the value; a phone or an e-mail takes the place of the first one. A refused value may be written again."""
    contact, name = await _contact(context, question["contact"]), question["field"]
    outcome = await context.perform("contact.edit", {"id": contact["id"], **_change(contact, name, text)}, "field")
    context.settle(key)
    _ = context.translate
    lines = contact_lines(await _contact(context, contact["id"]), _, context.viewer.country)
    await context.turn_into(question["shown"], "\n".join(lines), after_saving(outcome, _, is_editable=False))


def _change(contact: dict[str, Any], name: str, text: str) -> dict[str, Any]:
    value = " ".join(text.split())[:200]
    if name == "name":
        return {"name": value, "given_name": "", "family_name": ""}
    if name == "job_title":
        return {"job_title": value}
    first = next(iter(contact[name]), None)
    known = {"id": first["id"], "label": first["label"]} if first else {}
    return {name: [{**known, "number" if name == "phones" else "address": value}]}


async def _contact(context: BotContext, contact_id: str) -> dict[str, Any]:
    async with context.reading() as session:
        found = await contacts_by_id(session, context.viewer, [contact_id])
    if not found:
        raise NotFound
    return found[0]


def edit_button(contact_id: str, context: BotContext) -> Button:
    """The button that begins it."""
    return Button("✏️ " + context.translate("Edit"), f"k:{short(contact_id)}")


HANDLERS = [
    CallbackQueryHandler(ask_field, pattern=r"^k:([\w-]{22})$"),
    CallbackQueryHandler(ask_value, pattern=r"^k:([\w-]{22}):(name|job_title|phones|emails)$"),
]
