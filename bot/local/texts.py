"""Texts and captions that the bot sends: their marks read, their length checked."""

from bot.local.call import Call
from bot.local.entities import given_entities, trimmed, units, with_found
from bot.local.html_text import parsed_html
from bot.local.refusals import bad_request
from bot.local.store import Json

MAX_TEXT, MAX_CAPTION = 4096, 1024
MAX_SOURCE_BYTES = 1 << 15


def message_text(call: Call, too_long: str = "message is too long") -> Json:
    """`text` and `entities` of a message. Raises RefusedError for an empty, too long or badly marked text."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    given = call.json("entities", "entities") if call.has("entities") else None
    text, entities = marked_text(call.text("text"), call.text("parse_mode"), given)
    if not text:
        raise bad_request("text must be non-empty")
    if units(text) > MAX_TEXT:
        raise bad_request(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def caption(source: Json, too_long: str = "message caption is too long") -> Json:
    """`caption` and `caption_entities` from a call's parameters or an InputMedia; empty without a caption.

    Raises RefusedError for a too long or badly marked caption.
    """
    text, entities = marked_text(
        source.get("caption", ""), source.get("parse_mode", ""), source.get("caption_entities")
    )
    if units(text) > MAX_CAPTION:
        raise bad_request(too_long)
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def call_caption(call: Call, too_long: str = "message caption is too long") -> Json:
    """The caption that comes as a call's own parameters."""
    source = {name: call.text(name) for name in ("caption", "parse_mode")}
    return caption(source | {"caption_entities": call.json("caption_entities", "entities")}, too_long)


def marked_text(source: str, parse_mode: str, given: object) -> tuple[str, list[Json]]:
    """The plain text and all its entities. Of the parse modes only HTML is served; others are refused."""
    if len(source.encode(errors="surrogatepass")) > MAX_SOURCE_BYTES:
        raise bad_request("text is too long")
    if parse_mode.lower() == "html":
        text, entities = parsed_html(source)
    elif parse_mode.lower() in ("", "none"):
        text, entities = source, given_entities(source, given)
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, entities)
    return text, with_found(text, entities)
