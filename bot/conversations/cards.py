"""A photo of a business card: an answer at once, the photo kept and read elsewhere, then what is in doubt."""

from pathlib import PurePath
from typing import Any
from uuid import UUID

from telegram import Document, PhotoSize, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.answers import takes
from bot.card_albums import album_message
from bot.card_taps import answer_of
from bot.card_views import card_message
from bot.context import BotContext
from bot.identity import full
from core.chat_state import State
from core.customers.card_intake import answer, drop, leave_out
from core.customers.card_view import field_name
from core.customers.readings import CardReading, reading_of, readings_of_album
from core.documents.service import keep_bytes
from core.errors import CannotUndo, NotFound
from core.operations import Door

LARGEST = 20 * 1024 * 1024
"""What the Bot API lets a bot fetch."""
_UNNAMED = "application/octet-stream"
_PICTURES = (".heic", ".heif", ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")


async def take_photo(update: Update, context: BotContext) -> None:
    """A photo, of the sizes that there are the largest."""
    photo: PhotoSize = max(context.message.photo, key=lambda size: size.width * size.height)
    await _take_in(context, photo.file_id, f"card-{context.message.message_id}.jpg", "image/jpeg")


async def take_document(update: Update, context: BotContext) -> None:
    """A picture sent as a file keeps its sharpness; anything else is no card."""
    document, _ = context.message.document, context.translate
    if document is None or not _is_picture(document):
        await context.say(_("📎 I can only read photos of business cards. Other files belong into Ronda's pages."))
    elif (document.file_size or 0) > LARGEST:
        await context.say(_("That picture is larger than 20 MB. Send it as a photo, please."))
    else:
        name = " ".join((document.file_name or "card").split())[:200] or "card"
        await _take_in(context, document.file_id, name, document.mime_type or _UNNAMED)


def _is_picture(document: Document) -> bool:
    """By its type or, where the phone does not know that (HEIC often), by its name."""
    if (document.mime_type or _UNNAMED) != _UNNAMED:
        return str(document.mime_type).startswith("image/")
    return PurePath((document.file_name or "").lower()).suffix in _PICTURES


async def _take_in(context: BotContext, file_id: str, name: str, media_type: str) -> None:
    """Answers, keeps the photo, has it read. The waiting message becomes the result (see `outbox`)."""
    album = context.message.media_group_id
    waiting = await _waiting_for(context, album) if album else None
    said = None if waiting else (await context.say(context.translate("👀 Reading the card…"))).message_id
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
            "message_id": waiting or said,
            "album": album,
        },
        "card",
    )
    if outcome.repeated and said is not None:
        # After a restart: the first waiting message is the one that becomes the result.
        await _delete(context, said)


async def _waiting_for(context: BotContext, album: str) -> int | None:
    """The message that answers the album, where one of its photos has come already."""
    async with context.reading() as session:
        taken = await readings_of_album(session, context.viewer.user_id, context.chat_id, album)
    return taken[0].message_id if taken else None


async def choose(update: Update, context: BotContext) -> None:
    """A tap under a card that asks, or under an album's summary."""
    short_id, choice = context.matches[0].groups()  # type: ignore[index]
    card = await _own_card(context, full(short_id))
    if choice == "x":
        await drop(context.viewer.company_id, context.viewer.user_id, card.id)
        await _show(context, card.id)
    elif choice == "o":
        await _show_apart(context, card)
    elif choice == "u":
        await _undo(context, card)
    elif choice[0] == "w":
        await _ask_words(context, card, int(choice[1:]) if choice[1:] else None)
    elif choice[0] == "t":
        await leave_out(context.viewer.company_id, context.viewer.user_id, card.id, int(choice[1:]))
        await _show(context, card.id)
    else:
        await _answer(context, card, answer_of(card, choice))


async def _ask_words(context: BotContext, card: CardReading, place: int | None) -> None:
    """Asks for the name, or for the value of the doubt at this place."""
    _ = context.translate
    key = f"c{context.message.message_id}"
    question = {"kind": "card-words", "card": card.id, "place": place, "shown": context.message.message_id}
    if place is None:
        context.ask(key, question)
        await context.answer_tap(_("Write the name, please."))
        await context.say(_("✏️ Write the name as it is on the card."))
        return
    doubts = (card.card or {}).get("doubts") or []
    if place >= len(doubts):
        raise NotFound
    context.ask(key, question)
    await context.say(_("✏️ {field}: write it.", {"field": field_name(doubts[place]["field"], _)}))


@takes("card-words", anything=True)
async def take_words(context: BotContext, key: str, question: State, text: str) -> None:
    """What could not be read, or was read in doubt. A refused value may be written again."""
    card, words = await _own_card(context, question["card"]), " ".join(text.split())[:200]
    place = question["place"]
    await _answer(context, card, {"name": words} if place is None else {"doubts": {place: words}}, question["shown"])
    context.settle(key)


async def _answer(context: BotContext, card: CardReading, given: dict[str, Any], shown: int | None = None) -> None:
    """Passes the answer on; what was decided already is shown as it is."""
    if card.state == "asks":
        await answer(context.viewer.company_id, context.viewer.user_id, card.id, Door.CHAT, **given)
        context.bot_data.wake_outbox()
    await _show(context, card.id, shown)


async def _own_card(context: BotContext, reading_id: str) -> CardReading:
    async with context.reading() as session:
        card = await reading_of(session, reading_id)
    if card is None or card.user_id != context.viewer.user_id:
        raise NotFound
    return card


async def _show(context: BotContext, reading_id: str, shown: int | None = None) -> None:
    """The card's message as it is now and, with an album's card, the summary too."""
    async with context.reading() as session:
        card = await reading_of(session, reading_id)
        if card is None:
            raise NotFound
        text, buttons = await card_message(session, context.viewer, context.translate, card)
    await (context.turn_into(shown, text, buttons) if shown else context.show(text, buttons))
    if card.album and card.message_id:
        await _summarise(context, card, card.message_id)


async def _show_apart(context: BotContext, card: CardReading) -> None:
    """One card of an album in a message of its own."""
    async with context.reading() as session:
        text, buttons = await card_message(session, context.viewer, context.translate, card)
    await context.say(text, buttons)


async def _undo(context: BotContext, card: CardReading) -> None:
    """Takes one card of an album back, under the summary."""
    operation_id = card.operation_id
    if card.state != "saved" or operation_id is None or card.message_id is None:
        raise NotFound
    try:
        await context.perform("operation.undo", {"operation_id": operation_id}, "undo", operation_id)
    except CannotUndo as refused:
        await context.answer_tap(refused.say(context.translate), alert=True)
    await _summarise(context, card, card.message_id)


async def _summarise(context: BotContext, card: CardReading, message_id: int) -> None:
    async with context.reading() as session:
        text, buttons = await album_message(session, context.viewer, context.translate, card)
    await context.turn_into(message_id, text, buttons)


async def _delete(context: BotContext, message_id: int) -> None:
    try:
        await context.bot.delete_message(context.chat_id, message_id)
    except BadRequest:
        return


HANDLERS = [
    MessageHandler(filters.PHOTO & filters.UpdateType.MESSAGE, take_photo),
    MessageHandler(filters.Document.ALL & filters.UpdateType.MESSAGE, take_document),
    CallbackQueryHandler(choose, pattern=r"^c:([\w-]{22}):([xynkou]|w\d{0,2}|[tz]\d{1,2}|a\d{1,2}\.\d|\d)$"),
]
