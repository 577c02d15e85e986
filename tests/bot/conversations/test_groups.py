"""In a group the bot is a button into the private chat: whoever speaks to it there, whatever is said."""

import asyncio

from bot.local.person import Person, Shown
from tests.bot.conftest import House

SPOKEN_TO = ("/agenda", "/find acme", "/start@ronda_bot", "/undo", "/settings")


async def test_whoever_speaks_to_the_bot_in_a_group_gets_a_button_and_nothing_else(house: House, ana: Person) -> None:
    group = await ana.founds_group("Ventas")
    for number, words in enumerate(SPOKEN_TO, start=1):
        await ana.says_in_group(group, words)
        answers = await _answers(ana, group, number)
        assert (answers[-1].text, answers[-1].labels) == ("🔒", ["Háblame en privado"])
        assert answers[-1].buttons[0]["url"].endswith("/ronda_bot")
    assert await ana.unheard() == []
    assert await house.activities() == []


async def test_a_stranger_is_answered_in_the_phone_s_language_and_told_no_more(house: House) -> None:
    zoe = await house.arrives("Zoe", "en")
    group = await zoe.founds_group("Sales")
    await zoe.says_in_group(group, "/find acme")
    [answer] = await _answers(zoe, group, 1)
    assert (answer.text, answer.labels) == ("🔒", ["Talk to me in private"])
    await zoe.says_in_group(group, "llamé a Acme", reply_to=answer.id)
    assert len(await _answers(zoe, group, 2)) == 2


async def test_what_is_not_said_to_the_bot_is_none_of_its_business(house: House, ana: Person) -> None:
    group = await ana.founds_group("Ventas")
    await ana.says_in_group(group, "llamé a Acme, quieren precio")
    await ana.says_in_group(group, "/agenda@another_bot")
    await house.settled()
    await ana.says_in_group(group, "/agenda")
    assert len(await _answers(ana, group, 1)) == 1


async def _answers(person: Person, group: int, least: int) -> list[Shown]:
    """What the bot has said in the group, once it has said so much."""
    async with asyncio.timeout(15):
        while len(said := [shown for shown in await person.sees_in_group(group) if shown.is_of_bot]) < least:
            await asyncio.sleep(0.02)
    return said
