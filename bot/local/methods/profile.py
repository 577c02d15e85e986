"""How the bot presents itself: commands, descriptions, the menu button."""

import json
import re
from collections.abc import Callable
from typing import Any

from bot.local.call import Call, expect_object
from bot.local.methods.table import Handler, method
from bot.local.refusals import bad_request
from bot.local.store import Json, Store
from bot.local.urls import checked_url

COMMAND = re.compile(r"[a-z0-9_]{1,32}", re.ASCII)
MAX_COMMANDS, MAX_COMMAND_DESCRIPTION = 100, 256
BROAD_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
DESCRIPTIONS = {"Description": 512, "ShortDescription": 120, "Name": 64}


@method("setMyCommands", "commands scope language_code")
async def set_my_commands(call: Call) -> bool:
    commands = call.json("commands", "commands") if call.text("commands") else []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.chat.store.put("commands", _commands_key(call), [_command(value) for value in commands])
    return True


@method("getMyCommands", "scope language_code")
async def get_my_commands(call: Call) -> list[Json]:
    return list(call.chat.store.get("commands", _commands_key(call), []))


@method("deleteMyCommands", "scope language_code")
async def delete_my_commands(call: Call) -> bool:
    call.chat.store.remove("commands", _commands_key(call))
    return True


@method("setChatMenuButton", "chat_id menu_button")
async def set_chat_menu_button(call: Call) -> bool:
    button = expect_object(
        call.json("menu_button", "menu button") or {"type": "default"}, "menuButton must be an Object"
    )
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if button["type"] == "web_app":
        button = _web_app_button(button)
    call.chat.store.put("menu", call.text("chat_id"), button)
    return True


@method("getChatMenuButton", "chat_id")
async def get_chat_menu_button(call: Call) -> Json:
    own = call.chat.store.get("menu", call.text("chat_id"))
    return dict(own or call.chat.store.get("menu", "", {"type": "commands"}))


def _web_app_button(button: Json) -> Json:
    text, app = button.get("text"), button.get("web_app")
    if not isinstance(text, str):
        raise bad_request("can't parse menu button: Can't find field \"text\"")
    if not isinstance(app, dict) or not isinstance(app.get("url"), str):
        raise bad_request("can't parse menu button: Can't find field \"web_app\"")
    if not text.strip():
        raise bad_request("menu button text must be non-empty")
    try:
        url = checked_url(app["url"])
    except ValueError as error:
        raise bad_request(f"menu button Web App {error}") from error
    if not url.startswith("https://"):
        raise bad_request(f"menu button Web App URL '{app['url']}' is invalid: Only HTTPS links are allowed")
    return {"type": "web_app", "text": text, "web_app": {"url": url}}


def commands_for(store: Store, person: Json) -> list[Json]:
    """The commands that a person sees in their private chat: the nearest scope first, their language
    before none.
    """
    scopes: list[Json] = [
        {"type": "chat", "chat_id": person["id"]},
        {"type": "all_private_chats"},
        {"type": "default"},
    ]
    for scope in scopes:
        for language in (person.get("language_code", "")[:2], ""):
            commands = store.get("commands", _key(scope, language))
            if commands:
                return list(commands)
    return []


def _commands_key(call: Call) -> str:
    scope = call.json("scope", "BotCommandScope")
    scope = expect_object(
        {"type": "default"} if scope is None else scope,
        "can't parse BotCommandScope: BotCommandScope must be an Object",
    )
    if scope.get("type") in BROAD_SCOPES:
        return _key({"type": scope["type"]}, _language(call))
    if scope.get("type") not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = call.chat.people.known(str(scope.get("chat_id", "")))
    return _key({"type": scope["type"], "chat_id": chat_id}, _language(call))


def _key(scope: Json, language: str) -> str:
    return json.dumps([scope, language], sort_keys=True)


def _language(call: Call) -> str:
    language = call.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def _command(value: Any) -> Json:
    command = expect_object(value, "can't parse BotCommand: expected an Object")
    name, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description.strip()) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _describe(name: str, most: int) -> tuple[Handler, Handler]:
    """`setMy…` and `getMy…` of one of the bot's texts, by language."""
    field = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    unset: Callable[[Call], str] = lambda call: call.chat.bot["first_name"] if name == "Name" else ""  # noqa: E731

    async def put(call: Call) -> bool:
        if len(call.text(field)) > most:
            raise bad_request(f"BOT_{'TITLE' if name == 'Name' else 'DESCRIPTION'}_INVALID")
        call.chat.store.put("described", f"{field} {_language(call)}", call.text(field))
        return True

    async def get(call: Call) -> Json:
        texts = [call.chat.store.get("described", f"{field} {language}") for language in (_language(call), "")]
        return {field: next(filter(None, texts), unset(call))}

    return method(f"setMy{name}", field, "language_code")(put), method(f"getMy{name}", "language_code")(get)


for _name, _most in DESCRIPTIONS.items():
    _describe(_name, _most)
