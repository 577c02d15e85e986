"""Groups, with Telegram's privacy mode: what the bot hears, and that it may answer."""

from telegram import Bot
from telegram.constants import ChatType

from bot.local.person import Person


async def test_the_bot_hears_commands_and_answers_to_itself_and_nothing_else(bot: Bot, ana: Person) -> None:
    await bot.get_updates(-1)
    group = await ana.founds_group("Ventas")
    said = await bot.send_message(group, "Hello")
    await ana.says_in_group(group, "I called Acme")
    await ana.says_in_group(group, "/agenda@another_bot")
    await ana.says_in_group(group, "/agenda")
    await ana.says_in_group(group, "/agenda@Ronda_Bot now")
    await ana.says_in_group(group, "thanks", reply_to=said.message_id)
    updates = await bot.get_updates(1)
    heard = [update.message for update in updates if update.message and update.message.chat.id == group]
    assert [message.text for message in heard] == ["/agenda", "/agenda@Ronda_Bot now", "thanks"]
    assert {(message.chat.type, message.chat.title) for message in heard} == {(ChatType.GROUP, "Ventas")}
    assert group < 0


async def test_everybody_in_the_group_sees_what_is_said_there_and_nobody_elsewhere(bot: Bot, ana: Person) -> None:
    group = await ana.founds_group("Ventas")
    await ana.says_in_group(group, "Good morning")
    await bot.send_message(group, "Hello")
    assert [(shown.text, shown.is_of_bot) for shown in await ana.sees_in_group(group)] == [
        ("Good morning", False), ("Hello", True),
    ]  # fmt: skip
    assert [shown.text for shown in await ana.sees()] == ["/start"]
