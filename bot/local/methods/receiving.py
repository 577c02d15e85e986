"""How the bot learns what there is: itself, updates, chats, files."""

import ipaddress
import re
from urllib.parse import urlsplit

from bot.local.call import Call
from bot.local.methods.table import method
from bot.local.refusals import RefusedError, bad_request, conflict
from bot.local.store import Json

LONGEST_POLL = 50
MAX_SECRET = 256


@method("getMe")
async def get_me(call: Call) -> Json:
    cannot = (
        "can_read_all_group_messages supports_inline_queries can_connect_to_business has_main_web_app "
        "has_topics_enabled allows_users_to_create_topics"
    )
    return call.chat.bot | {"can_join_groups": True} | dict.fromkeys(cannot.split(), False)


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(call: Call) -> list[Json]:
    if call.chat.store.get("setting", "webhook"):
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    call.chat.updates.allow(allowed_updates(call))
    offset = call.integer("offset", lowest=-(2**31))
    limit = call.integer("limit", default=100, lowest=1, highest=100)
    return await call.chat.updates.poll(offset, limit, call.integer("timeout", highest=LONGEST_POLL))


@method(
    "setWebhook",
    "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
)
async def set_webhook(call: Call) -> bool:
    url, secret = call.text("url"), call.text("secret_token")
    if url:
        check_webhook(url, secret)
    if call.flag("drop_pending_updates"):
        call.chat.updates.drop_all()
    call.chat.updates.allow(allowed_updates(call))
    webhook = {"url": url, "secret": secret, "max_connections": call.integer("max_connections", 40, 1, 100)}
    call.chat.store.put("setting", "webhook", webhook if url else None)
    call.chat.store.put("setting", "webhook_error", None)
    call.chat.updates.end_polls("terminated by setWebhook request")
    return True


@method("deleteWebhook", "drop_pending_updates")
async def delete_webhook(call: Call) -> bool:
    if call.flag("drop_pending_updates"):
        call.chat.updates.drop_all()
    call.chat.store.put("setting", "webhook", None)
    call.chat.updates.wake()
    return True


@method("getWebhookInfo")
async def get_webhook_info(call: Call) -> Json:
    webhook = call.chat.store.get("setting", "webhook") or {"url": ""}
    info = {
        "url": webhook["url"],
        "has_custom_certificate": False,
        "pending_update_count": call.chat.updates.count,
    }
    if webhook["url"]:
        info |= {"max_connections": webhook["max_connections"]}
        info |= call.chat.store.get("setting", "webhook_error") or {}
    if call.chat.updates.allowed:
        info |= {"allowed_updates": call.chat.updates.allowed}
    return info


@method("getChat", "chat_id")
async def get_chat(call: Call) -> Json:
    chat = call.chat.people.chat(call.chat.people.known(call.text("chat_id")))
    gifts = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    return chat | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts.split(), False),
    }


@method("getFile", "file_id")
async def get_file(call: Call) -> Json:
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    return call.chat.files.find(call.text("file_id"))


def allowed_updates(call: Call) -> list[str] | None:
    """The types of updates that a call asks for; None where it says nothing, as it does with what is
    no list.
    """
    try:
        types = call.json("allowed_updates", "allowed updates")
    except RefusedError:
        return None
    return [str(name) for name in types] if isinstance(types, list) else None


def check_webhook(url: str, secret: str) -> None:
    """Raises RefusedError for an address or a secret that Telegram would not take; plain HTTP on this
    machine is.
    """
    parts = urlsplit(url)
    if not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme != "https" and not _is_this_machine(parts.hostname):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
