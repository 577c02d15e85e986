"""A file of many rows, a firm and a person each, on its whole way by the real processes, beside another user's day.

Sent, read, looked at, checked, its rows looked at, applied, taken back; meanwhile a rep opens Today and logs calls, and
the page of the import asks how far it is, as it does in a browser.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import httpx
import psutil

from core.seeds import words
from tests.bench.filling import Filled
from tests.bench.pages import get, log_a_call, signed_in_as
from tests.builders.tables import csv_of, xlsx_of
from tests.system.running import Ronda, installation

T = TypeVar("T")

PATIENCE_SECONDS = 3600
QUIET_SECONDS = 10
_POLLED = 2.0
"""Seconds between two questions of the import's page."""
_HEAD = ["Razón social", "NIF", "Teléfono", "Correo", "Dirección", "CP", "Población", "Contacto", "Cargo", "Móvil"]
_MAPPING = {
    name: f"column-{number}"
    for number, name in enumerate(
        ("account.name", "account.tax_id", "account.phone", "account.email", "account.street", "account.postcode",
         "account.city", "contact.name", "contact.job_title", "contact.mobile")
    )
}  # fmt: skip


def measure_import(environment: dict[str, str], filled: Filled, rows: int) -> None:
    """Prints the seconds of each step, what the other user waits meanwhile, and the most memory that was used."""
    print(f"\n{f'Import of {rows} rows':30} {'':>8} {'Today, ms':>17} {'a call, ms':>17} {'most MB':>17}")
    print(f"{'':30} {'seconds':>8} {'p50':>8} {'p95':>8} {'p50':>8} {'p95':>8} {'web':>8} {'worker':>8}", flush=True)
    with installation(["broker", "web", "worker", "clock"], **environment) as ronda:
        for name, content in (("clientes.csv", csv_of(_rows(rows, "csv"))), ("clientes.xlsx", _workbook(rows))):
            asyncio.run(_measure(ronda, filled, name, content))


def _workbook(rows: int) -> bytes:
    return xlsx_of({"Clientes": _rows(rows, "xlsx")})


def _rows(number: int, mark: str) -> list[list[str]]:
    """Firms with a person each; every hundredth has a telephone that is none."""
    surnames, given, places = words.SURNAMES, words.GIVEN_NAMES, words.NORTH + words.SOUTH
    rows = [_HEAD]
    for n in range(number):
        firm = f"{surnames[n % len(surnames)]} {surnames[n // 7 % len(surnames)]} {mark} {n}"
        town, _, postcode, *_ = places[n % len(places)]
        person = f"{given[n % len(given)]} {surnames[n // 3 % len(surnames)]} {surnames[n // 11 % len(surnames)]}"
        rows.append([
            firm, "", "12" if n % 100 == 99 else f"976 {n:06}", f"info@{mark}{n}.test", f"Calle Mayor {n % 90}",
            f"{postcode}01", town, person, words.JOBS[n % len(words.JOBS)][0], f"6{n:08}",
        ])  # fmt: skip
    return rows


@dataclass(slots=True)
class _Watch:
    """What the other user waited and what the processes used, since it was last asked."""

    today: list[float] = field(default_factory=list)
    call: list[float] = field(default_factory=list)
    web: float = 0
    worker: float = 0

    def line(self, name: str, seconds: float) -> str:
        waited = (_part(times, share) for times in (self.today, self.call) for share in (0.5, 0.95))
        used = (one or None for one in (self.web, self.worker))
        figures = " ".join(f"{'' if one is None else format(one, '.0f'):>8}" for one in (*waited, *used))
        return f"{name:30} {seconds:8.2f} {figures}"

    def begin(self) -> None:
        self.today, self.call, self.web, self.worker = [], [], 0, 0


def _part(times: list[float], share: float) -> float | None:
    return sorted(times)[int(len(times) * share)] * 1000 if times else None


async def _measure(ronda: Ronda, filled: Filled, name: str, content: bytes) -> None:
    async with signed_in_as(ronda.url, filled.rep) as rep, signed_in_as(ronda.url, filled.admin) as admin:
        for ask in (get("/today"), log_a_call):
            await ask(rep, filled)  # what a process does once, it has done
        watch = _Watch()
        async with _beside(_user(rep, filled, watch), _memory(ronda, watch)):
            await _its_way(watch, admin, name, content)


async def _its_way(watch: _Watch, admin: httpx.AsyncClient, name: str, content: bytes) -> None:
    kind = name.rpartition(".")[2]
    await _timed(watch, f"{kind}: nobody imports", lambda: asyncio.sleep(QUIET_SECONDS))
    page = await _timed(watch, f"  sent ({len(content) / 1e6:.1f} MB)", lambda: _send(admin, name, content))
    await _timed(watch, "  read", lambda: _until(admin, page))
    await _timed(watch, "  columns shown", lambda: _get(admin, f"{page}/edit"))
    await _map(admin, page)
    await _timed(watch, "  checked", lambda: _until(admin, page))
    await _timed(watch, "  first rows shown", lambda: _get(admin, f"{page}?show=all"))
    await _timed(watch, "  rows with errors shown", lambda: _get(admin, f"{page}?show=wrong"))
    await _timed(watch, "  their file", lambda: _get(admin, f"{page}/rows.csv?show=wrong"))
    await _step(admin, page, "start")
    await _timed(watch, "  applied", lambda: _until(admin, page))
    await _step(admin, page, "undo")
    await _timed(watch, "  taken back", lambda: _until(admin, page))


async def _timed(watch: _Watch, name: str, do: Callable[[], Awaitable[T]]) -> T:
    watch.begin()
    began = time.monotonic()
    found = await do()
    print(watch.line(name, time.monotonic() - began), flush=True)
    return found


async def _send(client: httpx.AsyncClient, name: str, content: bytes) -> str:
    answer = await client.post("/imports", data={"operation_id": str(uuid4())}, files={"file": (name, content)})
    assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
    return answer.headers["location"]


async def _map(client: httpx.AsyncClient, page: str) -> None:
    form = {"operation_id": str(uuid4()), "on_same": "fill", **{field: target for target, field in _MAPPING.items()}}
    answer = await client.post(page, data=form)
    assert answer.status_code == httpx.codes.SEE_OTHER, answer.text


async def _step(client: httpx.AsyncClient, page: str, step: str) -> None:
    answer = await client.post(f"{page}/step", data={"operation_id": str(uuid4()), "step": step})
    assert answer.status_code == httpx.codes.SEE_OTHER, answer.text


async def _get(client: httpx.AsyncClient, path: str) -> str:
    answer = await client.get(path)
    assert answer.status_code == httpx.codes.OK, (path, answer.status_code)
    return answer.text


async def _until(client: httpx.AsyncClient, page: str) -> None:
    """Asks as the page itself does, until the worker is no longer at it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while 'aria-busy="true"' in (await client.get(page)).text:
        assert time.monotonic() < end, page
        await asyncio.sleep(_POLLED)


@asynccontextmanager
async def _beside(*jobs: Awaitable[None]) -> AsyncIterator[None]:
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        yield
        for task in tasks:
            if task.done():
                task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _user(client: httpx.AsyncClient, filled: Filled, watch: _Watch) -> None:
    """Opens Today, logs a call, looks away for a moment."""
    today = get("/today")
    while True:
        for times, ask in (("today", today), ("call", log_a_call)):
            began = time.perf_counter()
            await ask(client, filled)
            getattr(watch, times).append(time.perf_counter() - began)
            await asyncio.sleep(0.2)


def _own_memory(process: psutil.Process) -> float:
    """MB of a process and its children that are theirs alone: without what they read of the database's file."""
    found = 0.0
    for one in [process, *process.children(recursive=True)]:
        with suppress(OSError, psutil.NoSuchProcess):
            lines = Path(f"/proc/{one.pid}/smaps_rollup").read_text().splitlines()
            found += next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1000
    return found


async def _memory(ronda: Ronda, watch: _Watch) -> None:
    while True:
        for name in ("web", "worker"):
            process = psutil.Process(ronda.processes[name].pid)
            used = await asyncio.to_thread(_own_memory, process)
            setattr(watch, name, max(getattr(watch, name), used))
        await asyncio.sleep(1)
