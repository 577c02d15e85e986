"""Answers to inline queries, read as strictly as the Bot API server reads them; of the results only articles."""

import json
import re
from typing import Any

from bot.local.call import Call, expect_object
from bot.local.keyboards import inline_markup
from bot.local.methods.table import method
from bot.local.refusals import RefusedError, bad_request
from bot.local.store import Json
from bot.local.texts import message_text

MAX_RESULTS = 50
MAX_ID_BYTES = MAX_OFFSET_BYTES = 64
DAY_SECONDS = 24 * 60 * 60
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


@method("answerInlineQuery", "inline_query_id results cache_time is_personal next_offset button")
async def answer_inline_query(call: Call) -> bool:
    button = _button(call)
    results = _results(call)
    if len(call.text("next_offset").encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    person_id = call.chat.inline.answer(call.text("inline_query_id"), results)
    call.chat.changes.add(
        person_id,
        "offered",
        query_id=call.text("inline_query_id"),
        results=results,
        button=button,
        is_personal=call.flag("is_personal"),
        cache_time=call.integer("cache_time", 300, 0, DAY_SECONDS),
    )
    return True


def _results(call: Call) -> list[Json]:
    given = call.json("results", "inline query results")
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("expected an Array of inline query results")
    if len(given) > MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    try:
        results = [_result(call, value) for value in given]
    except RefusedError as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        raise bad_request(f"can't parse InlineQueryResult: {reason[:1].upper()}{reason[1:]}") from refusal
    ids = [result["id"] for result in results]
    if not all(0 < len(known.encode()) <= MAX_ID_BYTES for known in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if not all(result["title"].strip() for result in results):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    return results


def _result(call: Call, value: Any) -> Json:
    result = expect_object(value, "inline query result must be an object")
    kind = _field(result, "type")
    if kind != "article":
        raise bad_request(f'type "{kind}" is unsupported for the inline query result')
    known = {"id": _field(result, "id"), "title": _field(result, "title")}
    content = result.get("input_message_content")
    if content is None:
        raise bad_request("message content is not specified")
    content = expect_object(content, "input message content must be of type Object")
    if "message_text" not in content:
        raise bad_request("unsupported type of input message content")
    marks = {"text": str(content["message_text"]), "parse_mode": str(content.get("parse_mode", ""))}
    if result.get("reply_markup") is not None:
        marks["reply_markup"] = json.dumps(result["reply_markup"])
    inner = Call(call.method, call.chat, marks)
    keyboard = inline_markup(inner)
    message = message_text(inner) | ({"reply_markup": keyboard} if keyboard else {})
    return known | {"description": str(result.get("description", "")), "message": message}


def _field(result: Json, name: str) -> str:
    if name not in result:
        raise bad_request(f'can\'t find field "{name}"')
    if not isinstance(result[name], str):
        raise bad_request(f'field "{name}" must be of type String')
    return str(result[name])


def _button(call: Call) -> Json | None:
    value = call.json("button", "inline query results button")
    if value is None:
        return None
    button = expect_object(value, "inlineQueryResultsButton must be an Object")
    text = _field(button, "text")
    if "start_parameter" not in button:
        raise bad_request("inlineQueryResultsButton must have exactly one optional field")
    if not START_PARAMETER.fullmatch(str(button["start_parameter"])):
        raise bad_request("START_PARAM_INVALID")
    return {"text": text, "start_parameter": button["start_parameter"]}
