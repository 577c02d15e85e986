"""A company at work: everybody has a page open, one logs a call each half second and looks at Today.

What that costs the server a change, after how long those are told who may know, and how long Today takes meanwhile.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import httpx
import psutil
from sqlalchemy import select

from core.database import EVERY_COMPANY, transaction
from core.people.models import User
from core.people.sign_in import open_session
from pwa.cookies import name_of
from tests.bench.filling import Filled
from tests.bench.pages import get, log_a_call
from tests.bench.processes import cpu_seconds, memory

SECONDS = 20
_BETWEEN_CHANGES = 0.5
_SETTLING = 2.0


@dataclass(slots=True)
class _Told:
    """How long after the last change each page was told."""

    delays: list[float] = field(default_factory=list)
    changed_at: float = 0

    def hear(self) -> None:
        self.delays.append(time.perf_counter() - self.changed_at)


async def measure_listening(url: str, process: psutil.Process, filled: Filled) -> None:
    """Prints a line without listeners and one with all of them."""
    print(f"\n{'Open pages':30} {'':>8} {'told after ms':>17} {'Today, ms':>17} {'CPU ms':>8} {'MB':>6}")
    print(f"{'':30} {'changes':>8} {'p50':>8} {'p95':>8} {'p50':>8} {'p95':>8} {'a change':>8} {'web':>6}", flush=True)
    for name, listeners in (("nobody", ()), ("50 reps, manager, admin", (*filled.reps, filled.manager, filled.admin))):
        figures = await _measure(url, [process], filled, listeners)
        web = sum(memory(process).values())
        print(f"{f'  {name}':30} {figures} {web:6.0f}", flush=True)


async def _measure(url: str, processes: list[psutil.Process], filled: Filled, listeners: Iterable[str]) -> str:
    told, waits = _Told(), list[float]()
    async with AsyncExitStack() as stack:
        for secret in await _opened(listeners):
            await stack.enter_async_context(_listening(url, secret, told))
        (secret,) = await _opened([filled.rep])
        rep = await stack.enter_async_context(_browser(url, secret))
        await log_a_call(rep, filled)
        await asyncio.sleep(_SETTLING)
        told.delays.clear()
        cpu, began, changes = cpu_seconds(processes), time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS:
            told.changed_at = time.perf_counter()
            await log_a_call(rep, filled)
            changes += 1
            asked = time.perf_counter()
            await get("/today")(rep, filled)
            waits.append(time.perf_counter() - asked)
            await asyncio.sleep(max(0.0, began + changes * _BETWEEN_CHANGES - time.perf_counter()))
        spent = (cpu_seconds(processes) - cpu) / changes * 1000
    parts = " ".join(f"{part:>8}" for times in (told.delays, waits) for part in _parts(times))
    return f"{changes:8} {parts} {spent:8.1f}"


def _parts(times: list[float]) -> tuple[str, str]:
    if not times:
        return "", ""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2] * 1000:.0f}", f"{ordered[int(len(ordered) * 0.95)] * 1000:.0f}"


async def _opened(emails: Iterable[str]) -> list[str]:
    """A device's secret each: signing in by password is slowed down after a few from one address."""
    async with transaction(EVERY_COMPANY) as session:
        found = dict((await session.execute(select(User.email, User.id).where(User.email.in_(list(emails))))).all())
        return [await open_session(session, user_id, "bench") for user_id in found.values()]


def _browser(url: str, secret: str) -> httpx.AsyncClient:
    headers = {"Origin": url, "Accept-Language": "es"}
    return httpx.AsyncClient(base_url=url, headers=headers, cookies={name_of(): secret}, timeout=60, trust_env=False)


@asynccontextmanager
async def _listening(url: str, secret: str, told: _Told) -> AsyncIterator[None]:
    """A page that is open, as its browser holds the stream of what changes."""
    async with _browser(url, secret) as client, client.stream("GET", "/live") as stream:
        assert stream.status_code == httpx.codes.OK, stream.status_code
        reading = asyncio.create_task(_hear(stream, told))
        try:
            yield
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)


async def _hear(stream: httpx.Response, told: _Told) -> None:
    async for line in stream.aiter_lines():
        if line == "event: changed":
            told.hear()
