"""The button beside the chat's field opens the pages, where Telegram opens them."""

import dataclasses
from pathlib import Path

import pytest
from telegram import Bot, MenuButtonDefault, MenuButtonWebApp, WebAppInfo
from telegram.ext import ExtBot

from bot.local.running import running_chat
from bot.menu import COMMANDS, publish_menu
from core.settings import settings

TOKEN = "2000000003:a-bot-with-a-menu"


@pytest.mark.parametrize(
    ("public_url", "expected"),
    [
        ("https://ronda.example", MenuButtonWebApp("Ronda", WebAppInfo("https://ronda.example/mini-app"))),
        ("http://ronda.example", MenuButtonDefault()),
        ("", MenuButtonDefault()),
    ],
)
async def test_the_menu_button_opens_the_pages_under_https(
    tmp_path: Path, public_url: str, expected: MenuButtonWebApp | MenuButtonDefault
) -> None:
    async with running_chat(tmp_path, TOKEN) as url:
        here = dataclasses.replace(settings(), public_url=public_url)
        bot: ExtBot[None] = ExtBot(TOKEN, base_url=f"{url}/bot")
        async with bot:
            await publish_menu(bot, here)  # type: ignore[arg-type]
            assert await Bot.get_chat_menu_button(bot) == expected
            assert len(await Bot.get_my_commands(bot, language_code="en")) == len(COMMANDS)
