"""Answers that are no messages: to taps, "typing…"."""

from bot.local.call import Call
from bot.local.methods.table import method
from bot.local.refusals import bad_request

_ACTIONS = (
    "cancel typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note record_audio upload_audio "
    "pick_up_location"
)
ACTIONS = frozenset(_ACTIONS.split())
MAX_ANSWER = 200


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
async def answer_callback_query(call: Call) -> bool:
    if len(call.text("text")) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = call.chat.taps.answer(call.text("callback_query_id"))
    call.chat.changes.add(
        tap["chat_id"],
        "answered",
        query_id=call.text("callback_query_id"),
        message_id=tap["message_id"],
        text=call.text("text"),
        show_alert=call.flag("show_alert"),
        url=call.text("url"),
    )
    return True


@method("sendChatAction", "business_connection_id chat_id message_thread_id action")
async def send_chat_action(call: Call) -> bool:
    if call.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat_id = call.chat.people.reachable(call.text("chat_id"))
    call.chat.changes.add(chat_id, "action", action=call.text("action").lower())
    return True
