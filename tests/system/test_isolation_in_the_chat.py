"""Nobody gets from the bot what is not theirs to see, by no command and no button, real or forged."""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack

import pytest
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.conversations import HANDLERS
from bot.identity import short
from bot.local.person import Person, Shown
from bot.menu import COMMANDS
from core.local_time import now_in
from tests.builders.cast import EBRO, RIVAL, Firm
from tests.builders.databases import at_work
from tests.builders.rows import business
from tests.system.doors import in_chat
from tests.system.hearing import Prober
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
# What the words make is taken back, so that the next round hears the same.
WORDS = (
    "llamé a oculta, quieren precio", "mueve el horno a propuesta", "¿qué tengo hoy?",
    "nueva oportunidad con Zafir: 3 hornos", "deshaz eso", "no, era con Oculta",
)  # fmt: skip

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
    r"^a:([\w-]{22})$": ("a:{operation}",),
    r"^ex:(\d+)$": ("ex:1",),
    r"^c:([\w-]{22}):([xynkou]|w\d{0,2}|[tz]\d{1,2}|a\d{1,2}\.\d|\d)$": tuple(
        f"c:{{card}}:{choice}" for choice in ("x", "y", "n", "k", "o", "u", "w", "w0", "t0", "z0", "a0.0", "0")
    ),
    r"^b:(\d+):(x|\d+)$": ("b:1:0",),
    r"^y:([\w-]{22})?$": ("y:", "y:{account}"),
    r"^y:(\d+):(x|\d+)$": ("y:1:0",),
    r"^wl:(\d+)$": ("wl:1",),
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
OUTSIDERS = ((RIVAL, "admin"), (EBRO, "southerner"), (EBRO, "mate"))
"""Another company, another unit, a peer whose reach is the own and the team's."""


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


async def test_one_hears_the_same_whether_or_not_there_is_what_one_may_not_see(ronda: Ronda) -> None:
    firms = {key: await Firm.known(key) for key in (EBRO, RIVAL)}
    async with AsyncExitStack() as doors:
        probers = {}
        for key, who in OUTSIDERS:
            await _has_something(firms[key], who)
            chatter = await doors.enter_async_context(in_chat(ronda, firms[key], who))
            probers[key, who] = Prober(chatter.person)
        without = {whom: await _hears_everything(prober, firms[whom[0]], whom[1]) for whom, prober in probers.items()}
        secrets = await secrets_of(firms[EBRO])
        before = await business(firms[EBRO])
        for (key, who), prober in probers.items():
            assert await _hears_everything(prober, firms[key], who) == without[key, who], (key, who)
            unseen = await prober.taps(_forged(secrets.ids))
            never = await prober.taps(_forged(nowhere(secrets.ids)))
            assert unseen == never, (key, who)
            assert not any("🔗" in text for text in unseen), (key, who)  # nor a link that would be refused
            assert _given_away(prober.heard, secrets) == [], (key, who)
            assert await _offered(prober.person) == {"🏢 Zafiro Propio", "📈 Cámara Propia"}, (key, who)
            assert any("Zafiro Propio" in text for text in without[key, who])
    assert await business(firms[EBRO]) == before


async def test_who_may_only_see_changes_nothing_by_chat(ronda: Ronda) -> None:
    firm = await Firm.known(EBRO)
    secrets = await secrets_of(firm)
    before = await business(firm)
    async with in_chat(ronda, firm, "reader") as chatter:
        prober = Prober(chatter.person)
        assert any(NAME in text for text in await prober.says([f"/find {NAME}"]))
        assert any("🙏" in text for text in await prober.says([f"llamé a {NAME}, quieren precio"]))
        assert any(NAME in text for text in await prober.taps(_forged(secrets.ids)))
    assert await business(firm) == before


async def test_a_chat_that_is_nobodys_gets_nothing(ronda: Ronda) -> None:
    firm = await Firm.known(EBRO)
    secrets = await secrets_of(firm)
    async with await Person.arrives(ronda.chat_url) as person:
        prober = Prober(person)
        said = await prober.says(_everything())
        said += await prober.taps(_forged(secrets.ids))
    assert len(set(said)) == 2  # how to link the chat, and that a code is good no longer
    assert _given_away(prober.heard, secrets) == []


async def _offered(person: Person) -> set[str]:
    """What any piece of the secrets' names brings to light, typed into some chat."""
    return {
        title
        for words in ("zafir", "ocult", "callado", "propi", "hilaria")
        for title in (await person.asks(words)).titles
    }


async def _has_something(firm: Firm, who: str) -> None:
    """What is the person's own, found by the same pieces of words as the rep's secrets."""
    account = await firm.account(who, name="Zafiro Propio")
    await firm.opportunity(who, title="Cámara Propia", account_id=account)
    await firm.activity(who, subject="Visita Propia", day=now_in("Europe/Madrid").date().isoformat())


async def _hears_everything(prober: Prober, firm: Firm, who: str) -> list[str]:
    """What is heard to every command; `/undo` takes back a setting."""
    await firm.do("settings.edit", {"theme": "dark"}, who)
    return await prober.says(_everything())


def _everything() -> list[str]:
    return [*(text for texts in SAID.values() for text in texts), *WORDS, "/cancel"]


def _forged(ids: Mapping[str, str]) -> list[str]:
    """Every button that there could be, with these ids."""
    names = {name: short(value) for name, value in ids.items() if name in RECORDS}
    return [data.format(**names) for several in TAPPED.values() for data in several]


def _given_away(heard: Iterable[Shown], secrets: Secrets) -> list[str]:
    """The secrets that stand in what was heard, or behind its buttons."""
    ids = [short(secrets.ids[name]) for name in RECORDS[:5]]
    told = [
        f"{one.text} {[button.get('callback_data') or button.get('url') for button in one.buttons]}" for one in heard
    ]
    return [word for word in (*secrets.words, *ids) if any(word in text for text in told)]
