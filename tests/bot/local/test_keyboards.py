import json

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.local.person import Person
from tests.bot.local.conftest import Raw


async def test_inline_buttons_are_part_of_the_message(bot: Bot, ana: Person) -> None:
    rows = [
        [InlineKeyboardButton("Sí", callback_data="x" * 64), InlineKeyboardButton("Ver", url="https://ronda.es/a")],
        [InlineKeyboardButton("Copiar", copy_text=CopyTextButton("ES12"))],
    ]
    sent = await bot.send_message(ana.id, "¿Seguro?", reply_markup=InlineKeyboardMarkup(rows))
    assert sent.reply_markup == InlineKeyboardMarkup(rows)
    assert (await ana.hears()).labels == ["Sí", "Ver", "Copiar"]


async def test_a_reply_keyboard_is_shown_and_removed(bot: Bot, ana: Person) -> None:
    keys = ReplyKeyboardMarkup([["Mi día", KeyboardButton("Aquí", request_location=True)]], resize_keyboard=True)
    sent = await bot.send_message(ana.id, "Elige", reply_markup=keys)
    assert sent.reply_markup is None
    assert (await ana.hears()).keyboard == ["Mi día", "Aquí"]
    await bot.send_message(ana.id, "Vale", reply_markup=ReplyKeyboardRemove())
    assert (await ana.hears()).raw["keyboard"]["remove_keyboard"] is True


def inline(button: object) -> dict[str, object]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        (json.dumps([]), "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [{}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (inline("x"), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (inline({}), "can't parse inline keyboard button: Can't find field \"text\""),
        (inline({"text": 5}), 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        (inline({"text": " ", "callback_data": "x"}), "inline keyboard button text must be non-empty"),
        (
            inline({"text": "a"}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (inline({"text": "a", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": "ñ" * 33}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "a", "url": "http://localhost:8080/"}),
            "inline keyboard button URL 'http://localhost:8080/' is invalid: Wrong HTTP URL",
        ),
        (
            inline({"text": "a", "url": "ftp://a.es"}),
            "inline keyboard button URL 'ftp://a.es' is invalid: Unsupported URL protocol",
        ),
        (inline({"text": "a", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "x"}] * 101]}, "reply markup is too long"),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
        ({"keyboard": [[5]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
    ],
)
async def test_a_wrong_keyboard_is_refused_in_telegrams_words(
    raw: Raw, ana: Person, markup: object, words: str
) -> None:
    answer = await raw.refused("sendMessage", chat_id=ana.id, text="a", reply_markup=markup)
    assert answer == f"Bad Request: {words}"


async def test_a_button_may_lead_to_an_address_of_this_machine(bot: Bot, ana: Person) -> None:
    button = InlineKeyboardButton("Abrir", url="http://127.0.0.1:8080")
    sent = await bot.send_message(ana.id, "a", reply_markup=InlineKeyboardMarkup.from_button(button))
    assert sent.reply_markup is not None
    assert sent.reply_markup.inline_keyboard[0][0].url == "http://127.0.0.1:8080/"
