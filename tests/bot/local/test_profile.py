from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.local.person import Person
from tests.bot.local.conftest import Raw


async def test_commands_are_kept_by_scope_and_language(bot: Bot, ana: Person) -> None:
    await bot.set_my_commands([BotCommand("call", "Log a call")])
    await bot.set_my_commands([BotCommand("call", "Apuntar una llamada")], language_code="es")
    await bot.set_my_commands([("start", "Empezar")], scope=BotCommandScopeChat(ana.id))
    assert await bot.get_my_commands() == (BotCommand("call", "Log a call"),)
    assert await bot.get_my_commands(language_code="es") == (BotCommand("call", "Apuntar una llamada"),)
    assert await bot.get_my_commands(BotCommandScopeChat(ana.id)) == (BotCommand("start", "Empezar"),)
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats()) == ()


async def test_a_person_sees_the_commands_nearest_to_them(raw: Raw, bot: Bot, ana: Person) -> None:
    async def seen() -> list[str]:
        page = (await raw.http.get(f"/chats/{ana.id}/messages")).json()
        return [command["description"] for command in page["commands"]]

    await bot.set_my_commands([BotCommand("call", "Log a call")])
    assert await seen() == ["Log a call"]
    await bot.set_my_commands([BotCommand("call", "Apuntar")], language_code="es")
    assert await seen() == ["Apuntar"]
    await bot.set_my_commands([BotCommand("start", "Empezar")], scope=BotCommandScopeChat(ana.id))
    assert await seen() == ["Empezar"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(ana.id))
    assert await seen() == ["Apuntar"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"commands": "["}, "can't parse commands JSON object"),
        ({"commands": {}}, "expected an Array of BotCommand"),
        ({"commands": "5"}, "expected an Array of BotCommand"),
        ({"commands": ["a"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "Call", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "call", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "call", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "call", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "spanish"}, "invalid language code specified"),
        ({"commands": [], "scope": "{"}, "can't parse BotCommandScope JSON object"),
        ({"commands": [], "scope": "[]"}, "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"commands": [], "scope": {"type": "x"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ],
)
async def test_wrong_commands_are_refused_in_telegrams_words(raw: Raw, parameters: dict[str, Any], words: str) -> None:
    answer = await raw.call("setMyCommands", **parameters)
    assert answer.get("description") == f"Bad Request: {words}"


async def test_descriptions_are_kept_by_language_with_one_for_the_rest(bot: Bot) -> None:
    await bot.set_my_description("A CRM")
    await bot.set_my_description("Un CRM", language_code="es")
    await bot.set_my_short_description("Ronda")
    assert (await bot.get_my_description()).description == "A CRM"
    assert (await bot.get_my_description("es")).description == "Un CRM"
    assert (await bot.get_my_description("fr")).description == "A CRM"
    assert (await bot.get_my_short_description()).short_description == "Ronda"


async def test_the_bot_has_its_own_name_until_it_takes_another(bot: Bot) -> None:
    assert (await bot.get_my_name()).name == "Ronda"
    await bot.set_my_name("Ronda de prueba")
    assert (await bot.get_my_name("es")).name == "Ronda de prueba"


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"type": "web_app"}, "can't parse menu button: Can't find field \"text\""),
        ({"type": "web_app", "text": "R"}, "can't parse menu button: Can't find field \"web_app\""),
        (
            {"type": "web_app", "text": " ", "web_app": {"url": "https://a.example"}},
            "menu button text must be non-empty",
        ),
        (
            {"type": "web_app", "text": "R", "web_app": {"url": "http://a.example"}},
            "menu button Web App URL 'http://a.example' is invalid: Only HTTPS links are allowed",
        ),
        (
            {"type": "web_app", "text": "R", "web_app": {"url": "https://localhost"}},
            "menu button Web App URL 'https://localhost' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_a_button_for_pages_is_taken_under_https_alone(raw: Raw, button: dict[str, Any], words: str) -> None:
    assert await raw.refused("setChatMenuButton", menu_button=button) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("method", "field", "most"), [("setMyDescription", "description", 512), ("setMyName", "name", 64)]
)
async def test_a_description_has_a_length(raw: Raw, method: str, field: str, most: int) -> None:
    assert (await raw.call(method, **{field: "x" * most}))["ok"]
    assert (await raw.refused(method, **{field: "x" * (most + 1)})).endswith("_INVALID")


async def test_the_menu_button_is_kept(raw: Raw, bot: Bot, ana: Person) -> None:
    assert await bot.set_chat_menu_button(ana.id, MenuButtonCommands())
    assert await bot.get_chat_menu_button(ana.id) == MenuButtonCommands()
    app = MenuButtonWebApp("Ronda", WebAppInfo("https://ronda.example/mini-app"))
    assert await bot.set_chat_menu_button(menu_button=app)
    assert await bot.get_chat_menu_button() == app
    answer = await raw.refused("setChatMenuButton", menu_button={"type": "x"})
    assert answer == "Bad Request: can't parse menu button: MenuButton has unsupported type"
