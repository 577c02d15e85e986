"""A contact shared from the phone's address book: made a contact, if its person wants, unless it is there already."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.card_views import contact_lines
from bot.context import BotContext
from bot.conversations.contact_editing import edit_button
from bot.conversations.finding import show_contact
from bot.identity import short
from bot.keyboards import Button, keyboard
from bot.views import bold
from core.customers.channels import e164
from core.customers.duplicates import Likeness, similar_contacts
from core.customers.queries import contacts_by_id
from core.errors import Invalid


async def take_contact(update: Update, context: BotContext) -> None:
    """Shows who it may be already, or offers to make it."""
    shared, _ = context.message.contact, context.translate
    if shared is None:
        return
    name = " ".join(f"{shared.first_name} {shared.last_name or ''}".split())[:200]
    phone = _normal(shared.phone_number, context.viewer.country)
    async with context.reading() as session:
        phones = (phone,) if phone else ()
        same = await similar_contacts(session, context.viewer, Likeness(name=name, phones=phones), limit=1)
    key = str(context.message.message_id)
    known = [Button(_("See {name}", {"name": one.name}), f"f:c:{short(one.id)}") for one in same]
    make = [Button("➕ " + _("Create contact"), f"p:{key}:y"), Button("✖️ " + _("No"), f"p:{key}:x")]
    question = _("Somebody like this is here already.") if same else _("Shall I make a contact of it?")
    shown = await context.show(
        f"👤 {bold(name)} · {phone or ''}\n{question}".replace(" · \n", "\n"), keyboard(known, make)
    )
    asked = context.state.get("asked")
    context.ask(key, {"kind": "shared", "name": name, "phone": phone, "shown": shown})
    context.state["asked"] = asked  # its answer is a tap, never words


async def choose(update: Update, context: BotContext) -> None:
    """Yes or no."""
    key, choice = context.matches[0].groups()  # type: ignore[index]
    question, _ = context.question(key), context.translate
    if question is None:
        await context.answer_tap(_("That is settled already."))
        return
    context.settle(key)
    if choice == "x":
        await context.show(_("Dropped. No contact was made."))
        return
    phones = [{"number": question["phone"], "label": "mobile"}] if question["phone"] else []
    outcome = await context.perform("contact.create", {"name": question["name"], "phones": phones}, "shared", key)
    async with context.reading() as session:
        found = await contacts_by_id(session, context.viewer, [outcome.result["id"]])
    if not found:
        await show_contact(context, outcome.result["id"])
        return
    lines = contact_lines(found[0], _, context.viewer.country)
    lines[0] += " · " + _("new contact")
    undo = Button("↩️ " + _("Undo"), f"u:{short(outcome.operation_id)}")
    await context.show("\n".join(lines), keyboard([undo, edit_button(found[0]["id"], context)]))


def _normal(written: str, country: str) -> str | None:
    """Address books keep numbers as they like; Telegram leaves the plus sign out."""
    for attempt in (written, f"+{written.lstrip('+')}"):
        try:
            return e164(attempt, country)[0]
        except Invalid:
            continue
    return None


HANDLERS = [
    MessageHandler(filters.CONTACT & filters.UpdateType.MESSAGE, take_contact),
    CallbackQueryHandler(choose, pattern=r"^p:(\d+):([yx])$"),
]
