"""The bot: from a message sent to its answer seen, over HTTP, in a company of full size; no card reading."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil
from sqlalchemy import select

from bot.local.person import Person
from core import database
from core.database import EVERY_COMPANY, reading
from core.people.models import User
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from tests.bench.filling import Filled, Size
from tests.bench.processes import PROGRAM, cpu_seconds, free_port, wait_for

TIMES = 60


async def measure_bot(filled: Filled, size: Size) -> None:
    """Prints p50, p95 and the bot's CPU a message for the things a rep says most; aim: p95 of 100 ms.

    The environment names the data folder, which is filled.
    """
    port = free_port()
    os.environ["CHAT_PORT"] = str(port)
    settings.cache_clear()
    code = await _code(filled.rep, filled.company_id)
    account = filled.account_name
    said = {
        "log a call": f"llamé a {account}, quieren precio, volver a llamar el jueves a las 10",
        "/agenda": "/agenda",
        "/find": f"/find {account.split()[0]}",
        "/help": "/help",
    }
    with _running("chat"):
        wait_for(f"http://127.0.0.1:{port}/")
        with _running("bot") as bot:
            async with await Person.arrives(f"http://127.0.0.1:{port}", first_name="Ana", language_code="es") as person:
                await person.says(f"/start {code}")
                await person.hears()
                print(
                    f"\nThe bot, {size.accounts} accounts\n{'':26}{'p50 ms':>8} {'p95 ms':>8} {'CPU ms':>8}", flush=True
                )
                for name, words in said.items():
                    await _measure(name, words, person, bot)
    await database.close()


async def _measure(name: str, words: str, person: Person, bot: psutil.Process) -> None:
    times: list[float] = []
    await _ask(person, words)
    cpu = cpu_seconds([bot])
    for _ in range(TIMES):
        began = time.perf_counter()
        await _ask(person, words)
        times.append((time.perf_counter() - began) * 1000)
    spent = (cpu_seconds([bot]) - cpu) / TIMES * 1000
    times.sort()
    print(f"{name:26}{times[TIMES // 2]:8.1f} {times[int(TIMES * 0.95)]:8.1f} {spent:8.1f}", flush=True)


async def _ask(person: Person, words: str) -> None:
    await person.says(words)
    await person.hears()


async def _code(email: str, company_id: str) -> str:
    async with reading(EVERY_COMPANY) as session:
        user_id = await session.scalar(select(User.id).where(User.email == email))
    return await new_ticket(Purpose.CHAT, str(user_id), {"company_id": company_id})


@contextmanager
def _running(command: str) -> Iterator[psutil.Process]:
    process = subprocess.Popen([PROGRAM, command], env=dict(os.environ))
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
