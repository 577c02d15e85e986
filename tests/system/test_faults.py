"""Processes are killed at random moments while people work through every door: nothing is lost, nothing is doubled."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from random import Random

import pytest

from core.local_time import now_in
from tests.builders.cast import Firm
from tests.builders.databases import at_work
from tests.system.deeds import ACCOUNTS, TIMEZONE, AtTheChat, AtTheCommandLine, AtThePages, Deed, Ledger, Words
from tests.system.doors import Chatter, Operator, in_chat, signed_in
from tests.system.faults import (
    VICTIMS,
    require_exactly,
    require_sound_books,
    require_told_once,
    settle,
    things_breaking,
)
from tests.system.running import PROCESSES, Ronda, installation

FEW, MANY = 6, 200
"""Deeds of each of five people."""
LONGEST_RUN_SECONDS = 7200
LONGEST_PAUSE_SECONDS = 3.0
"""Between one's deeds, so that something is broken at most of them."""


@pytest.fixture
async def ronda(sqlite_url: str) -> AsyncIterator[Ronda]:
    """Everything on SQLite and the embedded broker."""
    with installation(PROCESSES, DATABASE_URL=sqlite_url, CARD_READER="tesseract") as made:
        async with at_work(sqlite_url, made.settings.data_dir):
            yield made


@pytest.fixture
async def usual_ronda(sqlite_url: str) -> AsyncIterator[Ronda]:
    """The same with the card reader that everybody has, which takes longer."""
    with installation(PROCESSES, DATABASE_URL=sqlite_url) as made:
        async with at_work(sqlite_url, made.settings.data_dir):
            yield made


@pytest.fixture
async def large_ronda(postgresql_url: str, redis_url: str) -> AsyncIterator[Ronda]:
    """Everything on PostgreSQL and Redis, which stay up."""
    servers = {"DATABASE_URL": postgresql_url, "BROKER_URL": redis_url}
    with installation([*PROCESSES[1:]], **servers, CARD_READER="tesseract") as made:
        async with at_work(postgresql_url, made.settings.data_dir):
            yield made


@pytest.mark.parametrize("seed", ["ronda"])
async def test_nothing_is_lost_or_doubled_when_processes_are_killed(ronda: Ronda, seed: str) -> None:
    killed = await _work_while_things_break(ronda, seed, FEW, VICTIMS)
    assert set(killed) == set(VICTIMS)


async def test_nothing_is_lost_or_doubled_on_postgresql_and_redis(large_ronda: Ronda) -> None:
    await _work_while_things_break(large_ronda, "large", FEW, VICTIMS[:4])


@pytest.mark.soak
async def test_nothing_is_lost_or_doubled_in_a_thousand_operations(ronda: Ronda) -> None:
    await _work_while_things_break(ronda, "soak", MANY, VICTIMS)


@pytest.mark.soak
async def test_nothing_is_lost_or_doubled_in_a_thousand_operations_on_postgresql_and_redis(large_ronda: Ronda) -> None:
    await _work_while_things_break(large_ronda, "large soak", MANY, VICTIMS[:4])


@pytest.mark.soak
async def test_nothing_is_lost_or_doubled_with_the_usual_reader_of_cards(usual_ronda: Ronda) -> None:
    await _work_while_things_break(usual_ronda, "usual", FEW, VICTIMS)


async def _work_while_things_break(ronda: Ronda, seed: str, deeds: int, victims: tuple[str, ...]) -> Counter[str]:
    """Five people do so many things each; gives how often each process was killed."""
    firm, ledger = await Firm.known(), Ledger()
    for who in ACCOUNTS:
        every_day = {"working_days": list(range(1, 8)), "works_from": "00:00", "works_until": "23:59"}
        await firm.do("settings.edit", {"digest_at": f"{now_in(TIMEZONE):%H:%M}", **every_day}, who)
    async with AsyncExitStack() as doors:
        people: list[tuple[Deed, ...]] = []
        chatters: list[Chatter] = []
        for who, account in ACCOUNTS.items():
            account_id = await firm.account(who, name=account)
            chatters.append(await doors.enter_async_context(in_chat(ronda, firm, who)))
            people.append(AtTheChat(chatters[-1], ledger, account).deeds)
            browser = await doors.enter_async_context(signed_in(ronda, firm, who))
            people.append(AtThePages(browser, ledger, account_id, firm.stages["proposal"]).deeds)
        people.append(AtTheCommandLine(Operator(ronda, "manager@ebro.example"), ledger, firm).deeds)
        async with things_breaking(ronda, Random(seed), victims, max(1, deeds // 8)) as killed:  # noqa: S311
            async with asyncio.timeout(LONGEST_RUN_SECONDS):
                await asyncio.gather(*(_do(habits, Words(f"{seed} {n}"), deeds) for n, habits in enumerate(people)))
                await asyncio.gather(*(chatter.hears("☀️") for chatter in chatters))
                await asyncio.gather(*(_somebody_is_reminded(word, chatters) for word in ledger.reminders))
        await settle()
        await require_exactly(ledger, firm)
        await require_told_once(ledger, firm, [firm.people[who] for who in ACCOUNTS])
        await require_sound_books(firm)
    return killed


async def _somebody_is_reminded(word: str, chatters: Sequence[Chatter]) -> None:
    """Waits for the reminder in one of the chats; the digest, too, may name what is planned for today."""
    hearing = [asyncio.create_task(chatter.hears("🔔", word)) for chatter in chatters]
    heard, others = await asyncio.wait(hearing, return_when=asyncio.FIRST_COMPLETED)
    for other in others:
        other.cancel()
    for one in heard:
        one.result()


async def _do(habits: tuple[Deed, ...], words: Words, number: int) -> None:
    for place in range(number):
        await asyncio.sleep(words.random.uniform(0, LONGEST_PAUSE_SECONDS))
        await habits[place % len(habits)](words.word(), words.operation_id())
