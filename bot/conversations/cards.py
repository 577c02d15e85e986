"""A photo of a business card: an answer at once, the photo kept and read elsewhere, then what is in doubt."""

from typing import Any
from uuid import UUID

from telegram import PhotoSize, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.answers import takes
from bot.card_views import card_message
from bot.context import BotContext
from bot.identity import full
from core.chat_state import State
from core.customers.card_contact import name_on
from core.customers.card_intake import NEW, answer, drop
from core.customers.readings import CardReading, reading_of
from core.documents.service import keep_bytes
from core.errors import NotFound
from core.operations import Door

LARGEST = 20 * 1024 * 1024
"""What the Bot API lets a bot fetch."""


async def take_photo(update: Update, context: BotContext) -> None:
    """A photo, of the sizes that there are the largest."""
    photo: PhotoSize = max(context.message.photo, key=lambda size: size.width * size.height)
    await _take_in(context, photo.file_id, f"card-{context.message.message_id}.jpg", "image/jpeg")


async def take_document(update: Update, context: BotContext) -> None:
    """A picture sent as a file keeps its sharpness; anything else is no card."""
    document, _ = context.message.document, context.translate
    if document is None or not (document.mime_type or "").startswith("image/"):
        await context.say(_("📎 I can only read photos of business cards. Other files belong into Ronda's pages."))
    elif (document.file_size or 0) > LARGEST:
        await context.say(_("That picture is larger than 20 MB. Send it as a photo, please."))
    else:
        name = " ".join((document.file_name or "card").split())[:200] or "card"
        await _take_in(context, document.file_id, name, str(document.mime_type))


async def _take_in(context: BotContext, file_id: str, name: str, media_type: str) -> None:
    """Answers, keeps the photo, has it read. The waiting message becomes the result (see `outbox`)."""
    _ = context.translate
    waiting = await context.say(_("👀 Reading the card…"))
    file = await context.bot.get_file(file_id)
    content = bytes(await file.download_as_bytearray())
    digest, size = await keep_bytes(context.viewer.company_id, content)
    reading_id = str(UUID(context.operation_id("card-reading")))
    document = {"name": name, "media_type": media_type, "size": size, "digest": digest}
    outcome = await context.perform(
        "card.receive",
        {
            "id": reading_id,
            "document": document,
            "bot": context.bot_data.bot,
            "chat_id": context.chat_id,
            "message_id": waiting.message_id,
        },
        "card",
    )
    if outcome.repeated:
        # After a restart: the first waiting message is the one that becomes the result.
        await _delete(context, waiting.message_id)


async def choose(update: Update, context: BotContext) -> None:
    """A tap under a card that asks."""
    short_id, choice = context.matches[0].groups()  # type: ignore[index]
    card = await _own_card(context, full(short_id))
    _ = context.translate
    if choice == "x":
        await drop(context.viewer.company_id, context.viewer.user_id, card.id)
        await _show(context, card.id)
    elif choice == "w":
        context.ask(f"c{context.message.message_id}", _name_question(card, context))
        await context.answer_tap(_("Write the name, please."))
        await context.say(_("✏️ Write the name as it is on the card."))
    else:
        await _answer(context, card, _answer_of(card, choice))


@takes("card-name", anything=True)
async def take_name(context: BotContext, key: str, question: State, text: str) -> None:
    """The name that could not be read."""
    context.settle(key)
    card = await _own_card(context, question["card"])
    await _answer(context, card, {"name": " ".join(text.split())[:200]}, question["shown"])


async def _answer(context: BotContext, card: CardReading, given: dict[str, str], shown: int | None = None) -> None:
    """Passes the answer on; what was decided already is shown as it is."""
    if card.state == "asks":
        await answer(context.viewer.company_id, context.viewer.user_id, card.id, Door.CHAT, **given)
        context.bot_data.wake_outbox()
    await _show(context, card.id, shown)


def _answer_of(card: CardReading, choice: str) -> dict[str, str]:
    """Yes, it is that name; a new one; or the candidate at this place."""
    if choice == "y":
        return {"name": name_on(card.card or {})}
    about = "contact_id" if card.question == "contact" else "account_id"
    if choice == "n":
        return {about: NEW}
    if int(choice) >= len(card.candidates):
        raise NotFound
    return {about: card.candidates[int(choice)]["id"]}


def _name_question(card: CardReading, context: BotContext) -> dict[str, Any]:
    return {"kind": "card-name", "card": card.id, "shown": context.message.message_id}


async def _own_card(context: BotContext, reading_id: str) -> CardReading:
    async with context.reading() as session:
        card = await reading_of(session, reading_id)
    if card is None or card.user_id != context.viewer.user_id:
        raise NotFound
    return card


async def _show(context: BotContext, reading_id: str, shown: int | None = None) -> None:
    async with context.reading() as session:
        card = await reading_of(session, reading_id)
        if card is None:
            raise NotFound
        text, buttons = await card_message(session, context.viewer, context.translate, card)
    await (context.turn_into(shown, text, buttons) if shown else context.show(text, buttons))


async def _delete(context: BotContext, message_id: int) -> None:
    try:
        await context.bot.delete_message(context.chat_id, message_id)
    except BadRequest:
        return


HANDLERS = [
    MessageHandler(filters.PHOTO & filters.UpdateType.MESSAGE, take_photo),
    MessageHandler(filters.Document.ALL & filters.UpdateType.MESSAGE, take_document),
    CallbackQueryHandler(choose, pattern=r"^c:([\w-]{22}):([xwyn]|\d)$"),
]
