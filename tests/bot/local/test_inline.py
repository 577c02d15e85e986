"""Inline queries, with Telegram's strictness about their answers."""

import asyncio
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.local.person import Person
from bot.local.refusals import QUERY_TOO_OLD
from tests.bot.local.conftest import Raw

ACME = InlineQueryResultArticle(
    "a:1", "Acme", InputTextMessageContent("<b>Acme</b>", parse_mode="HTML"), description="Madrid"
)
TEXT = {"message_text": "x"}


async def asked(bot: Bot, ana: Person, words: str) -> tuple[InlineQuery, "asyncio.Task[Any]"]:
    """The query as the bot gets it, and what Ana waits for."""
    waiting = asyncio.create_task(ana.asks(words))
    while not (updates := await bot.get_updates(-1, allowed_updates=["inline_query"])) or not updates[0].inline_query:
        await asyncio.sleep(0.02)
    return updates[0].inline_query, waiting


async def test_what_the_bot_offers_reaches_who_asked_and_is_sent_when_chosen(bot: Bot, ana: Person) -> None:
    query, waiting = await asked(bot, ana, "acm")
    assert (query.query, query.from_user.id, query.offset) == ("acm", ana.id, "")
    undo = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Open", url="https://ronda.example"))
    more = InlineQueryResultArticle("a:2", "Aceros", InputTextMessageContent("Aceros"), reply_markup=undo)
    assert await query.answer([ACME, more], cache_time=0, is_personal=True)
    offered = await waiting
    assert (offered.titles, offered.is_personal, offered.cache_time) == (["Acme", "Aceros"], True, 0)
    sent = await ana.picks(offered, "Acme")
    assert (sent.text, sent.marked("bold"), sent.is_of_bot) == ("Acme", ["Acme"], False)
    assert sent.raw["via_bot"]["username"] == "ronda_bot"
    assert (await ana.picks(offered, "Aceros")).labels == ["Open"]


async def test_a_query_is_answered_once_and_in_time(raw: Raw, bot: Bot, ana: Person) -> None:
    query, waiting = await asked(bot, ana, "acm")
    await query.answer([], button=InlineQueryResultsButton("Link", start_parameter="link"))
    assert (await waiting).button == {"text": "Link", "start_parameter": "link"}
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer([ACME])
    late, never = await asked(bot, ana, "acme")
    await raw.act("/control/taps/expire")
    with pytest.raises(BadRequest, match="Query is too old"):
        await late.answer([ACME])
    never.cancel()
    assert await raw.refused("answerInlineQuery", inline_query_id="5", results=[]) == f"Bad Request: {QUERY_TOO_OLD}"


async def test_nobody_sends_what_was_offered_to_another(raw: Raw, bot: Bot, ana: Person, chat: str) -> None:
    query, waiting = await asked(bot, ana, "acm")
    await query.answer([ACME])
    offered = await waiting
    async with await Person.arrives(chat, "Eva") as eva:
        wish = {"query_id": offered.query_id, "result_id": "a:1"}
        answer = await raw.http.post(f"/people/{eva.id}/inline_picks", json=wish)
        assert (answer.status_code, answer.json()["error"]) == (400, "Bad Request: there is no such result")


def article(**changed: Any) -> dict[str, Any]:
    return {"type": "article", "id": "1", "title": "Acme", "input_message_content": TEXT} | changed


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"results": "["}, "can't parse inline query results JSON object"),
        ({"results": {}}, "expected an Array of inline query results"),
        ({"results": [article(id=str(n)) for n in range(51)]}, "too many inline query results specified"),
        ({"results": ["a"]}, "can't parse InlineQueryResult: Inline query result must be an object"),
        ({"results": [{"id": "1"}]}, "can't parse InlineQueryResult: Can't find field \"type\""),
        ({"results": [{"type": "article"}]}, "can't parse InlineQueryResult: Can't find field \"id\""),
        ({"results": [article(title=5)]}, 'can\'t parse InlineQueryResult: Field "title" must be of type String'),
        (
            {"results": [article(input_message_content=None)]},
            "can't parse InlineQueryResult: Message content is not specified",
        ),
        (
            {"results": [article(input_message_content={"message_text": ""})]},
            "can't parse InlineQueryResult: Message text is empty",
        ),
        (
            {"results": [article(input_message_content={"message_text": "<b>x", "parse_mode": "HTML"})]},
            "can't parse InlineQueryResult: Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"results": [article(id="")]}, "RESULT_ID_INVALID"),
        ({"results": [article(id="ñ" * 33)]}, "RESULT_ID_INVALID"),
        ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article(title=" ")]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [article()], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "Link"}}, "inlineQueryResultsButton must have exactly one optional field"),
        ({"results": [], "button": {"text": "Link", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
    ],
)
async def test_a_wrong_answer_is_refused_in_telegrams_words(raw: Raw, parameters: dict[str, Any], words: str) -> None:
    assert await raw.refused("answerInlineQuery", inline_query_id="1", **parameters) == f"Bad Request: {words}"
