"""Keyboards under messages and in place of the phone's own, checked as Telegram checks them."""

from typing import Any

from bot.local.call import Call, expect_object
from bot.local.refusals import bad_request
from bot.local.store import Json
from bot.local.urls import checked_url

MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100
MAX_COPY_TEXT = 256


def reply_markup(call: Call) -> Json | None:
    """The keyboard that comes with a call: `inline_keyboard`, `keyboard`, `remove_keyboard` or `force_reply`.

    None where there is none, and for an empty inline keyboard. Raises RefusedError for a malformed one.
    """
    value = call.json("reply_markup", "reply keyboard markup")
    if value is None:
        return None
    markup = expect_object(value, "object expected as reply markup")
    rows = _rows(markup, "keyboard", 'field "keyboard" must be an Array of Arrays', _reply_button)
    if rows:
        return {**markup, "keyboard": rows}
    rows = _rows(
        markup,
        "inline_keyboard",
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        _inline_button,
    )
    if rows:
        return {"inline_keyboard": rows}
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def inline_markup(call: Call) -> Json | None:
    """The inline keyboard of an edit. Raises RefusedError for any other kind."""
    markup = reply_markup(call)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(markup: Json, name: str, wrong: str, read: Any) -> list[list[Json]]:
    rows = markup.get(name, [])
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(wrong)
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return [[read(button) for button in row] for row in rows if row]


def _inline_button(value: Any) -> Json:
    button = expect_object(value, "can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = _button_text(button, "inline keyboard button")
    if button.get("url"):
        return {"text": text, "url": _button_url(str(button["url"]))}
    if button.get("callback_data"):
        data = str(button["callback_data"])
        if len(data.encode()) > MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": text, "callback_data": data}
    if "copy_text" in button:
        copied = expect_object(button["copy_text"], 'field "copy_text" must be of type Object').get("text", "")
        if not 0 < len(copied) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return {"text": text, "copy_text": {"text": copied}}
    raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _reply_button(value: Any) -> Json:
    if isinstance(value, str):
        value = {"text": value}
    button = expect_object(value, "can't parse keyboard button: KeyboardButton must be a String or an Object")
    wishes = {name: True for name in ("request_contact", "request_location") if button.get(name) is True}
    return {"text": _button_text(button, "keyboard button"), **wishes}


def _button_text(button: Json, what: str) -> str:
    if "text" not in button:
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request(f"{what} text must be non-empty")
    return button["text"]


def _button_url(link: str) -> str:
    try:
        return checked_url(link)
    except ValueError as error:
        raise bad_request(f"inline keyboard button {error}") from error
