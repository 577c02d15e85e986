"""Messages without files: text, places, visiting cards."""

from bot.local.call import Call, expect_object
from bot.local.keyboards import reply_markup
from bot.local.methods.table import SENDING, method
from bot.local.refusals import bad_request
from bot.local.store import Json
from bot.local.texts import message_text

MAX_LATITUDE, MAX_LONGITUDE = 90, 180
PHONE_DIGITS = 5


@method("sendMessage", SENDING, "text parse_mode entities link_preview_options disable_web_page_preview")
async def send_message(call: Call) -> Json:
    return send(call, message_text(call))


@method(
    "sendLocation",
    SENDING,
    "latitude longitude horizontal_accuracy live_period heading proximity_alert_radius",
)
async def send_location(call: Call) -> Json:
    return send(call, {"location": location(call)})


@method(
    "sendVenue",
    SENDING,
    "latitude longitude title address foursquare_id foursquare_type google_place_id google_place_type",
)
async def send_venue(call: Call) -> Json:
    place = location(call)
    venue = {"location": place, "title": call.required("title"), "address": call.required("address")}
    return send(call, {"location": place, "venue": venue})


@method("sendContact", SENDING, "phone_number first_name last_name vcard")
async def send_contact(call: Call) -> Json:
    contact = {"phone_number": call.required("phone_number"), "first_name": call.required("first_name")}
    if sum(character.isdigit() for character in contact["phone_number"]) < PHONE_DIGITS:
        raise bad_request("PHONE_NUMBER_INVALID")
    optional = {name: call.text(name) for name in ("last_name", "vcard") if call.text(name)}
    return send(call, {"contact": contact | optional})


def send(call: Call, content: Json) -> Json:
    """A message of the bot with this content, to the chat and with the keyboard and reply that the
    call names.
    """
    chat_id = call.chat.people.reachable(call.text("chat_id"))
    keyboard = reply_markup(call)
    return call.chat.say(chat_id, replied_to(call, chat_id) | content, keyboard)


def replied_to(call: Call, chat_id: int) -> Json:
    """`reply_to_message` of what is being sent; empty without a reply.

    Raises RefusedError for an unknown message.
    """
    given = call.json("reply_parameters", "reply parameters")
    if given is None:
        given = {name: call.text(name) for name in ("allow_sending_without_reply",)}
        given["message_id"] = call.integer("reply_to_message_id")
    reply = expect_object(given, "object expected as reply parameters")
    if not reply.get("message_id"):
        return {}
    original = call.chat.messages.find(chat_id, int(reply["message_id"]))
    if original is None:
        if reply.get("allow_sending_without_reply") in (True, "true", "True"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: original.message[key] for key in original.message if key != "reply_to_message"}}


def location(call: Call) -> Json:
    """The place that a call names. Raises RefusedError where there is none on earth."""
    latitude, longitude = call.decimal("latitude"), call.decimal("longitude")
    if abs(latitude) > MAX_LATITUDE or abs(longitude) > MAX_LONGITUDE:
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}
