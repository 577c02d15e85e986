"""Messages with files: photos, documents, voice, albums."""

from typing import Any

from bot.local.call import ATTACHED, Call, Upload, expect_object
from bot.local.methods.sending import replied_to, send
from bot.local.methods.table import CAPTION, SENDING, method
from bot.local.refusals import bad_request
from bot.local.store import Json
from bot.local.texts import call_caption, caption

MAX_ALBUM = 10


@method("sendPhoto", SENDING, CAPTION, "photo has_spoiler")
async def send_photo(call: Call) -> Json:
    check_present(call, "photo")
    text = call_caption(call)
    call.chat.people.reachable(call.text("chat_id"))
    return send(call, await photo(call, call.text("photo"), call.upload("photo")) | text)


@method("sendDocument", SENDING, CAPTION, "document thumbnail disable_content_type_detection")
async def send_document(call: Call) -> Json:
    check_present(call, "document")
    text = call_caption(call)
    call.chat.people.reachable(call.text("chat_id"))
    return send(call, await document(call, call.text("document"), call.upload("document")) | text)


@method("sendVoice", SENDING, CAPTION, "voice duration")
async def send_voice(call: Call) -> Json:
    check_present(call, "voice")
    text = call_caption(call)
    call.chat.people.reachable(call.text("chat_id"))
    upload = call.upload("voice")
    if upload is None:
        raise wrong_reference(call.text("voice"))
    return send(call, {"voice": await call.chat.files.keep_voice(upload.content, call.integer("duration"))} | text)


@method("sendMediaGroup", SENDING, "media")
async def send_media_group(call: Call) -> list[Json]:
    call.required("media")
    media = call.json("media", "media")
    if not isinstance(media, list):
        raise bad_request("expected an Array of InputMedia")
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    if len({item.get("type") for item in media if isinstance(item, dict)}) > 1:
        raise bad_request("document can't be mixed with other media types")
    chat_id = call.chat.people.reachable(call.text("chat_id"))
    reply = replied_to(call, chat_id)
    contents = [await input_media(call, item) for item in media]
    album = {"media_group_id": str(call.chat.store.next_number("album", 13_000_000_001))} if len(media) > 1 else {}
    return [call.chat.say(chat_id, reply | album | content) for content in contents]


async def input_media(call: Call, value: Any, too_long: str = "message caption is too long") -> Json:
    """The content that an InputMedia stands for: a photo or a document with its caption."""
    item = expect_object(value, "can't parse InputMedia: expected an Object")
    kind, reference = item.get("type"), str(item.get("media", ""))
    if kind not in ("photo", "document"):
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    if not reference or (reference.startswith(ATTACHED) and call.attached(reference) is None):
        raise bad_request("can't parse InputMedia: media not found")
    text = caption(item, too_long)
    make = photo if kind == "photo" else document
    return await make(call, reference, call.attached(reference)) | text


async def photo(call: Call, reference: str, upload: Upload | None) -> Json:
    """The content of a photo message: a new file, or one kept before, by its id."""
    if upload:
        return {"photo": await call.chat.files.keep_photo(upload.content)}
    file = call.chat.files.known_as(_file_id(reference), "Photo")
    return {"photo": await call.chat.files.keep_photo(await call.chat.files.content(file))}


async def document(call: Call, reference: str, upload: Upload | None) -> Json:
    """The content of a document message: a new file, or one kept before, by its id."""
    if upload:
        return {"document": await call.chat.files.keep_document(upload.content, upload.name, upload.mime_type)}
    file = call.chat.files.known_as(_file_id(reference), "Document")
    name = str(file["file_path"]).rpartition("/")[2]
    return {"document": await call.chat.files.keep_document(await call.chat.files.content(file), name)}


def check_present(call: Call, name: str) -> None:
    """Raises RefusedError when a call that must bring a file brings none."""
    if not call.has(name) or (call.text(name).startswith(ATTACHED) and call.upload(name) is None):
        raise bad_request(f"there is no {name} in the request")


def wrong_reference(reference: str) -> Exception:
    """Why a file is not taken from where the call says: addresses are never fetched from here."""
    if reference.startswith(("http://", "https://")):
        return bad_request("failed to get HTTP URL content")
    return bad_request("wrong file identifier/HTTP URL specified")


def _file_id(reference: str) -> str:
    if reference.startswith(("http://", "https://")):
        raise wrong_reference(reference)
    return reference
