"""What a person does in the chat: the acts that the page and the tests send to the local server."""

from bot.local.call import Upload
from bot.local.chat import LocalChat
from bot.local.entities import trimmed, units, with_found
from bot.local.refusals import bad_request
from bot.local.store import Json
from bot.local.texts import MAX_CAPTION, MAX_TEXT

MAX_ALBUM = 10
MAX_PIECES = 20
MAX_QUERY = 256
EDITABLE = ("text", "photo", "document", "voice")
FORWARDED_AT = 1_700_000_000


def write(chat: LocalChat, person: Json, text: str, forwarded_from: str = "", reply_to: int = 0) -> Json:
    """A person writes, or forwards what somebody called `forwarded_from` wrote.

    A text over 4,096 units is cut into several messages, as phones do, of which the first is given. Raises
    RefusedError for an empty text.
    """
    context = _forwarded(forwarded_from) | _reply(chat, person, reply_to)
    messages = [chat.receive(person, context | _text(piece)) for piece in _pieces(text)]
    return messages[0]


def edit(chat: LocalChat, person: Json, message_id: int, text: str) -> Json:
    """A person changes the text or caption of a message of their own.

    Raises RefusedError where that cannot be.
    """
    kept = chat.message(person["id"], message_id, "message to edit")
    if kept.is_of_bot or not any(name in kept.message for name in EDITABLE):
        raise bad_request("message can't be edited")
    content = _text(text) if "text" in kept.message else _caption(text)
    dropped = ("text", "entities", "caption", "caption_entities")
    return chat.change(kept, {key: kept.message[key] for key in kept.message if key not in dropped} | content)


async def send_photos(chat: LocalChat, person: Json, photos: list[Upload], caption: str = "") -> list[Json]:
    """A person sends a photo, or up to ten as an album whose first bears the caption."""
    contents = [{"photo": await chat.files.keep_photo(photo.content)} for photo in _some(photos)]
    return _send_together(chat, person, contents, caption)


async def send_documents(chat: LocalChat, person: Json, files: list[Upload], caption: str = "") -> list[Json]:
    """A person sends files as they are, together when there are several."""
    contents = [
        {"document": await chat.files.keep_document(file.content, file.name, file.mime_type)} for file in _some(files)
    ]
    return _send_together(chat, person, contents, caption)


async def send_voice(chat: LocalChat, person: Json, voice: Upload, duration: int = 1, forwarded_from: str = "") -> Json:
    """A person sends a voice message of so many seconds, or forwards one."""
    kept = await chat.files.keep_voice(voice.content, duration, voice.mime_type or "audio/ogg")
    return chat.receive(person, _forwarded(forwarded_from) | {"voice": kept})


def share_location(chat: LocalChat, person: Json, latitude: float, longitude: float) -> Json:
    """A person shares a place, in degrees."""
    return chat.receive(person, {"location": {"latitude": latitude, "longitude": longitude}})


def share_contact(chat: LocalChat, person: Json, phone_number: str, first_name: str, last_name: str = "") -> Json:
    """A person shares a visiting card, their own when name and phone are theirs."""
    contact = {"phone_number": phone_number, "first_name": first_name}
    contact |= {"last_name": last_name} if last_name else {}
    is_own = first_name == person["first_name"]
    return chat.receive(person, {"contact": contact | ({"user_id": person["id"]} if is_own else {})})


def tap(chat: LocalChat, person: Json, message_id: int, data: str) -> str:
    """A person taps an inline button; gives the callback query's number.

    Raises RefusedError for no such button.
    """
    kept = chat.message(person["id"], message_id, "message")
    rows = kept.message.get("reply_markup", {}).get("inline_keyboard", [])
    if not any(button.get("callback_data") == data for row in rows for button in row):
        raise bad_request("there is no such button")
    return chat.tap(person, kept, data)


def write_in_group(chat: LocalChat, person: Json, group_id: int, text: str, reply_to: int = 0) -> Json:
    """A person writes in a group. Raises RefusedError where there is none, or nothing is said."""
    group = chat.groups.find(group_id)
    if group is None:
        raise bad_request("there is no such group")
    kept = chat.messages.find(group_id, reply_to)
    return chat.hear_in_group(person, group, _text(text) | ({"reply_to_message": kept.message} if kept else {}))


def ask_inline(chat: LocalChat, person: Json, query: str) -> str:
    """A person types `@ronda_bot` and these words into some chat; gives the inline query's number.

    Raises RefusedError for more than the 256 characters that phones send.
    """
    if len(query) > MAX_QUERY:
        raise bad_request("the query is too long")
    return chat.ask_inline(person, query)


def pick(chat: LocalChat, person: Json, query_id: str, result_id: str) -> Json:
    """A person picks one of the results in the chat with the bot, where it becomes a message of theirs."""
    return chat.receive(person, chat.inline.pick(person["id"], query_id, result_id) | {"via_bot": chat.bot})


def _send_together(chat: LocalChat, person: Json, contents: list[Json], caption: str) -> list[Json]:
    contents[0] |= _caption(caption)
    album = {"media_group_id": str(chat.store.next_number("album", 13_000_000_001))} if len(contents) > 1 else {}
    return [chat.receive(person, album | content) for content in contents]


def _some(uploads: list[Upload]) -> list[Upload]:
    if not 0 < len(uploads) <= MAX_ALBUM:
        raise bad_request("an album has two to ten items")
    return uploads


def _text(text: str) -> Json:
    plain, entities = trimmed(text, with_found(text, []))
    if not plain:
        raise bad_request("text must be non-empty")
    return {"text": plain} | ({"entities": entities} if entities else {})


def _caption(text: str) -> Json:
    if units(text.strip()) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    plain, entities = trimmed(text, with_found(text, []))
    if not plain:
        return {}
    return {"caption": plain} | ({"caption_entities": entities} if entities else {})


def _pieces(text: str) -> list[str]:
    if len(text) > MAX_PIECES * MAX_TEXT // 2:
        raise bad_request("message is too long")
    pieces, left = [""], MAX_TEXT
    for character in text:
        left -= units(character)
        if left < 0:
            pieces.append("")
            left = MAX_TEXT - units(character)
        pieces[-1] += character
    return pieces


def _forwarded(name: str) -> Json:
    if not name:
        return {}
    return {"forward_origin": {"type": "hidden_user", "sender_user_name": name, "date": FORWARDED_AT}}


def _reply(chat: LocalChat, person: Json, message_id: int) -> Json:
    kept = chat.messages.find(person["id"], message_id)
    return {"reply_to_message": {k: v for k, v in kept.message.items() if k != "reply_to_message"}} if kept else {}
