"""Nobody gets from the bot what is not theirs to see, by no command and no button, real or forged."""

import re
from collections.abc import AsyncIterator, Mapping
from itertools import count

import pytest
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.app import COMMANDS
from bot.conversations import HANDLERS
from bot.identity import short
from bot.local.person import Person
from core.inbox import store_update, this_bot
from tests.builders.cast import EBRO, RIVAL, Firm
from tests.builders.databases import at_work
from tests.builders.rows import business
from tests.system.doors import in_chat
from tests.system.faults import inbox_is_read
from tests.system.running import Ronda, installation
from tests.system.secrets import NAME, Secrets, nowhere, secrets_of

# What is written, by command; `zafir` and `oculta` are pieces of the rep's secrets.
SAID: Mapping[str, tuple[str, ...]] = {
    "start": ("/start", "/start 0123456789012345678901234567890123456789012"),
    "agenda": ("/agenda",),
    "opp": ("/opp", "/opp horno", "/opp zafir"),
    "find": ("/find zafir", "/find oculta", "/find horno"),
    "call": ("/call zafir",),
    "visit": ("/visit zafir",),
    "undo": ("/undo",),
    "cancel": ("/cancel",),
    "settings": ("/settings",),
    "help": ("/help",),
}
WORDS = ("llamé a zafir, quieren precio", "mueve el horno a propuesta", "¿qué tengo hoy?")

# What a button may say, by the pattern that takes it.
TAPPED: Mapping[str, tuple[str, ...]] = {
    r"^g:([tmw])$": ("g:t", "g:w"),
    r"^i:([\w-]{22})$": ("i:{activity}",),
    r"^d:([\w-]{22}):(\d+)$": ("d:{activity}:1",),
    r"^n:([\w-]{22})$": ("n:{activity}",),
    r"^l:([\w-]{22}):(\d+)$": ("l:{activity}:1",),
    r"^z:(\d+):([\w-]{22}):(\d+)$": ("z:60:{activity}:1",),
    r"^t:(\d+):([\w-]{22}):(\d+)$": ("t:1:{activity}:1",),
    r"^e:([\w-]{22})$": ("e:{operation}",),
    r"^ex:(\d+)$": ("ex:1",),
    r"^c:([\w-]{22}):([xwyn]|\d)$": ("c:{card}:x", "c:{card}:w", "c:{card}:n", "c:{card}:0"),
    r"^k:([\w-]{22})$": ("k:{contact}", "k:{operation}"),
    r"^k:([\w-]{22}):(name|job_title|phones|emails)$": ("k:{contact}:name", "k:{contact}:phones"),
    r"^f:([aco]):([\w-]{22})$": ("f:a:{account}", "f:c:{contact}", "f:o:{opportunity}"),
    r"^w:(call|visit):([\w-]{22})$": ("w:call:{account}", "w:visit:{account}"),
    r"^w:(\d+):(x|\d+)$": ("w:1:0",),
    r"^m:([\w-]{22})$": ("m:{opportunity}",),
    r"^m:([\w-]{22}):([\w-]{22}):(\d+)$": ("m:{opportunity}:{stage}:1",),
    r"^mr:(\d+):(x|\d)$": ("mr:1:0",),
    r"^o:([acov]):([\w-]{22})$": ("o:a:{account}", "o:c:{contact}", "o:o:{opportunity}", "o:v:{activity}"),
    r"^q:\d+:(x|\d+)$": ("q:1:0",),
    r"^s:$": ("s:",),
    r"^s:(lang|digest|remind|company|unlink)$": ("s:lang", "s:company"),
    r"^s:(lang|digest|remind|company|unlink)=([\w:-]{1,22})$": ("s:company={company}",),
    r"^p:(\d+):([yx])$": ("p:1:y",),
    r"^u:([\w-]{22})$": ("u:{operation}",),
}
RECORDS = ("account", "contact", "opportunity", "activity", "card", "operation", "company", "stage")
REFUSED = "🙏"
_numbers = count(900_000_001)


@pytest.fixture
async def ronda(sqlite_url: str) -> AsyncIterator[Ronda]:
    """The chat and the bot."""
    with installation(["chat", "bot"], DATABASE_URL=sqlite_url) as made:
        async with at_work(sqlite_url, made.settings.data_dir):
            yield made


def test_every_command_and_every_button_is_tried() -> None:
    commands = {name for one in HANDLERS if isinstance(one, CommandHandler) for name in one.commands}
    taps = [one.pattern for one in HANDLERS if isinstance(one, CallbackQueryHandler)]
    patterns = {pattern.pattern for pattern in taps if isinstance(pattern, re.Pattern)}
    assert len(patterns) == len(taps)
    assert set(SAID) == commands
    assert {name for name, _ in COMMANDS} <= commands
    assert set(TAPPED) == patterns


async def test_nobody_gets_from_the_bot_what_is_not_theirs_to_see(ronda: Ronda) -> None:
    firm, rival = await Firm.known(EBRO), await Firm.known(RIVAL)
    secrets = await secrets_of(firm)
    before = await business(firm)
    for whose, who in ((rival, "admin"), (firm, "southerner"), (firm, "mate")):
        async with in_chat(ronda, whose, who) as chatter:
            for text in (*(text for texts in SAID.values() for text in texts), *WORDS):
                await chatter.person.says(text)
            await inbox_is_read()
            unseen = await _answers(chatter.person, secrets.ids)
            never = await _answers(chatter.person, nowhere(secrets.ids))
            assert [text for text in unseen if REFUSED in text] == [text for text in never if REFUSED in text], who
            assert _given_away(await _said_to(chatter.person), secrets) == [], who
    assert await business(firm) == before


async def test_who_may_only_see_changes_nothing_by_chat(ronda: Ronda) -> None:
    firm = await Firm.known(EBRO)
    secrets = await secrets_of(firm)
    before = await business(firm)
    async with in_chat(ronda, firm, "reader") as chatter:
        await chatter.says(f"/find {NAME}")
        await chatter.hears(NAME)
        await chatter.says(f"llamé a {NAME}, quieren precio")
        await chatter.hears("🙏")
        await _answers(chatter.person, secrets.ids)
    assert await business(firm) == before


async def test_a_chat_that_is_nobodys_gets_nothing(ronda: Ronda) -> None:
    firm = await Firm.known(EBRO)
    secrets = await secrets_of(firm)
    async with await Person.arrives(ronda.chat_url) as person:
        for text in (*(text for texts in SAID.values() for text in texts), *WORDS):
            await person.says(text)
        await inbox_is_read()
        await _answers(person, secrets.ids)
        said = await _said_to(person)
    assert len(set(said)) == 2  # how to link the chat, and that a code is good no longer
    assert _given_away(said, secrets) == []


async def _answers(person: Person, ids: Mapping[str, str]) -> list[str]:
    """What the bot says anew when somebody sends a tap on every button that there could be, shown or not."""
    last = await person.last()
    names = {name: short(value) for name, value in ids.items() if name in RECORDS}
    for data in (data for several in TAPPED.values() for data in several):
        tapped = {
            "id": str(next(_numbers)),
            "from": {"id": person.id, "is_bot": False, "first_name": "Eva", "language_code": "es"},
            "message": {**last.raw, "chat": {"id": person.id, "type": "private"}},
            "chat_instance": "1",
            "data": data.format(**names),
        }
        await store_update(this_bot(), {"update_id": next(_numbers), "callback_query": tapped})
    await inbox_is_read()
    return [shown.text for shown in await person.sees() if shown.is_of_bot and shown.id > last.id]


async def _said_to(person: Person) -> list[str]:
    """Everything in the chat that the bot has said, with its buttons."""
    shown = [one for one in await person.sees() if one.is_of_bot]
    return [
        f"{one.text} {[button.get('callback_data') or button.get('url') for button in one.buttons]}" for one in shown
    ]


def _given_away(said: list[str], secrets: Secrets) -> list[str]:
    ids = [short(secrets.ids[name]) for name in RECORDS[:5]]
    return [word for word in (*secrets.words, *ids) if any(word in text for text in said)]
