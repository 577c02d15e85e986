"""Changes of what the bot has said."""

from bot.local.call import Call
from bot.local.keyboards import inline_markup
from bot.local.messages import Kept
from bot.local.methods.media import input_media
from bot.local.methods.table import CAPTION, EDITING, method
from bot.local.refusals import NOT_MODIFIED, bad_request
from bot.local.store import Json
from bot.local.texts import call_caption, message_text

CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "reply_markup")
FILES = ("photo", "document")
MAX_DELETED = 100


@method("editMessageText", EDITING, "text parse_mode entities link_preview_options disable_web_page_preview")
async def edit_message_text(call: Call) -> Json:
    content, kept = message_text(call, "MESSAGE_TOO_LONG"), editable(call)
    if "text" not in kept.message:
        raise bad_request("there is no text in the message to edit")
    return replace(call, kept, content)


@method("editMessageCaption", EDITING, CAPTION)
async def edit_message_caption(call: Call) -> Json:
    content, kept = call_caption(call, "MEDIA_CAPTION_TOO_LONG"), editable(call)
    if not any(name in kept.message for name in (*FILES, "voice")):
        raise bad_request("there is no caption in the message to edit")
    return replace(call, kept, _files_of(kept) | content)


@method("editMessageMedia", EDITING, "media")
async def edit_message_media(call: Call) -> Json:
    call.required("media")
    media, kept = call.json("media", "input media"), editable(call)
    if isinstance(media, dict) and "media_group_id" in kept.message and media.get("type") not in kept.message:
        raise bad_request("can't change media type in the album")
    return replace(call, kept, await input_media(call, media, "MEDIA_CAPTION_TOO_LONG"))


@method("editMessageReplyMarkup", EDITING)
async def edit_message_reply_markup(call: Call) -> Json:
    kept = editable(call)
    return replace(call, kept, {name: kept.message[name] for name in CONTENT if name in kept.message})


@method("deleteMessage", "chat_id message_id")
async def delete_message(call: Call) -> bool:
    if not call.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not call.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat_id = call.chat.people.known(call.text("chat_id"))
    call.chat.delete(call.chat.message(chat_id, call.integer("message_id"), "message to delete"))
    return True


@method("deleteMessages", "chat_id message_ids")
async def delete_messages(call: Call) -> bool:
    numbers = call.json("message_ids", "message_ids")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if not isinstance(numbers, list) or not all(isinstance(number, int) for number in numbers):
        raise bad_request("expected an Array of message identifiers")
    if len(numbers) > MAX_DELETED:
        raise bad_request("too many message identifiers specified")
    chat_id = call.chat.people.known(call.text("chat_id"))
    for kept in filter(None, [call.chat.messages.find(chat_id, number) for number in numbers]):
        call.chat.delete(kept)
    return True


def editable(call: Call) -> Kept:
    """The message that an edit names.

    Raises RefusedError where there is none, where it is not the bot's, and where it changed the person's
    keyboard (such messages cannot be edited, as TDLib's `can_edit_message` has it).
    """
    if not call.text("chat_id") and not call.integer("message_id"):
        raise bad_request(
            "MESSAGE_ID_INVALID" if call.text("inline_message_id") else "message identifier is not specified"
        )
    chat_id = call.chat.people.known(call.text("chat_id"))
    kept = call.chat.message(chat_id, call.integer("message_id"), "message to edit")
    if not kept.is_of_bot or kept.keyboard:
        raise bad_request("message can't be edited")
    return kept


def replace(call: Call, kept: Kept, content: Json) -> Json:
    """The message with other content and the call's inline keyboard, or none.

    Raises RefusedError if nothing changes.
    """
    markup = inline_markup(call)
    content = {name: content[name] for name in content if name != "reply_markup"}
    content |= {"reply_markup": markup} if markup else {}
    if all(kept.message.get(name) == content.get(name) for name in CONTENT):
        raise bad_request(NOT_MODIFIED)
    unchanged = {name: kept.message[name] for name in kept.message if name not in CONTENT}
    return call.chat.change(kept, unchanged | content)


def _files_of(kept: Kept) -> Json:
    return {name: kept.message[name] for name in FILES if name in kept.message}
