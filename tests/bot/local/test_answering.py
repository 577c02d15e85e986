import pytest
from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.error import BadRequest

from bot.local.person import Answered, Person
from bot.local.refusals import QUERY_TOO_OLD
from tests.bot.local.conftest import Raw


async def tapped(bot: Bot, ana: Person) -> CallbackQuery:
    """The callback query of a tap of Ana's on a button of the bot's."""
    button = InlineKeyboardButton("Deshacer", callback_data="undo:1")
    await bot.send_message(ana.id, "Guardado", reply_markup=InlineKeyboardMarkup.from_button(button))
    await ana.touches("Deshacer")
    query = (await bot.get_updates(-1))[0].callback_query
    assert query is not None
    return query


async def test_a_tap_reaches_the_bot_with_its_message(bot: Bot, ana: Person) -> None:
    query = await tapped(bot, ana)
    assert (query.data, query.from_user.id, query.from_user.language_code) == ("undo:1", ana.id, "es")
    assert query.message is not None
    assert query.message.chat.id == ana.id
    assert query.chat_instance


async def test_the_answer_to_a_tap_reaches_the_person(bot: Bot, ana: Person) -> None:
    query = await tapped(bot, ana)
    assert await query.answer("Deshecho", show_alert=True)
    await ana.unheard()
    assert ana._answers == {query.id: Answered("Deshecho", True)}


async def test_a_tap_is_answered_once(raw: Raw, bot: Bot, ana: Person) -> None:
    query = await tapped(bot, ana)
    await query.answer()
    assert await raw.refused("answerCallbackQuery", callback_query_id=query.id) == f"Bad Request: {QUERY_TOO_OLD}"


async def test_a_late_answer_is_refused(raw: Raw, bot: Bot, ana: Person) -> None:
    query = await tapped(bot, ana)
    await raw.act("/control/taps/expire")
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await query.answer()


async def test_an_unknown_query_is_refused(raw: Raw) -> None:
    assert await raw.refused("answerCallbackQuery", callback_query_id="5") == f"Bad Request: {QUERY_TOO_OLD}"


async def test_an_answer_has_at_most_200_characters(raw: Raw, bot: Bot, ana: Person) -> None:
    query = await tapped(bot, ana)
    answer = await raw.refused("answerCallbackQuery", callback_query_id=query.id, text="x" * 201)
    assert answer == "Bad Request: MESSAGE_TOO_LONG"
    assert await query.answer("x" * 200)


async def test_only_buttons_that_are_there_can_be_tapped(raw: Raw, bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "Sin botones")
    response = await raw.act(f"/people/{ana.id}/callbacks", message_id=sent.message_id, data="x")
    assert (response.status_code, response.json()["error"]) == (400, "Bad Request: there is no such button")


async def test_chat_actions_are_taken_and_wrong_ones_refused(raw: Raw, bot: Bot, ana: Person) -> None:
    assert await bot.send_chat_action(ana.id, "typing")
    answer = await raw.refused("sendChatAction", chat_id=ana.id, action="dancing")
    assert answer == "Bad Request: wrong parameter action in request"
