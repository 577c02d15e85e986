"""`make bench`: SQLite and PostgreSQL at full size, pages and operations by 1 and 8 users; everybody's open pages, the
bot, a visit, an import, the start.

Arguments choose: `python -m tests.bench [sqlite] [postgresql] [live] [bot] [visit] [import] [start] [--small]
[--rows=20000]`.
"""

import asyncio
import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import psutil

from tests.bench.filling import Filled, Size
from tests.bench.pages import PAGES, signed_in_as
from tests.bench.processes import web
from tests.postgresql import shared_server

SMALL = Size(agents=10, accounts=1_000, contacts=4_000, opportunities=2_500, activities=10_000)
USERS = (1, 8)
ROWS = 2_000
"""Of the file that is imported."""


def main(arguments: list[str]) -> None:
    """Runs what the arguments name, or everything."""
    size = SMALL if "--small" in arguments else Size()
    chosen = [argument for argument in arguments if not argument.startswith("--")]
    with tempfile.TemporaryDirectory(prefix="ronda-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for factor in (1, 10):
            if not chosen or "sqlite" in chosen:
                _measure(f"SQLite ×{factor}", folder / f"sqlite{factor}", None, size.times(factor), factor)
        if not chosen or "live" in chosen:
            _measure_listening(folder / "sqlite1", size)
        if not chosen or "bot" in chosen:
            _measure_bot(folder / "sqlite1", size)
        if not chosen or "visit" in chosen:
            _measure_visit(folder / "sqlite1", size)
        if not chosen or "import" in chosen:
            _measure_import(folder / "sqlite1", size, _rows_of(arguments))
        if not chosen or "postgresql" in chosen:
            with shared_server(folder) as server, server.database() as url:
                _measure("PostgreSQL ×1", folder / "on-postgresql", url, size, 1)
        if not chosen or "start" in chosen:
            from tests.bench.starting import measure_start

            measure_start(folder / "start")


def _measure_listening(folder: Path, size: Size) -> None:
    from tests.bench.listening import measure_listening

    folder.mkdir(exist_ok=True)
    environment = {"RONDA_DATA": str(folder), "DATABASE_URL": ""}
    os.environ.update(environment)
    filled = _filled_before.get(folder) or asyncio.run(_fill(size))
    with web(environment) as (url, process):
        asyncio.run(measure_listening(url, process, filled))


def _measure_bot(folder: Path, size: Size) -> None:
    from tests.bench.chatting import measure_bot

    folder.mkdir(exist_ok=True)
    os.environ.update({"RONDA_DATA": str(folder), "DATABASE_URL": ""})
    filled = _filled_before.get(folder) or asyncio.run(_fill(size))
    asyncio.run(measure_bot(filled, size))


def _measure_visit(folder: Path, size: Size) -> None:
    from tests.bench.visiting import measure_visit

    folder.mkdir(exist_ok=True)
    environment = {"RONDA_DATA": str(folder), "DATABASE_URL": ""}
    os.environ.update(environment)
    filled = _filled_before.get(folder) or asyncio.run(_fill(size))
    with web(environment) as (url, _):
        measure_visit(url, filled)


def _measure_import(folder: Path, size: Size, rows: int) -> None:
    from tests.bench.importing import measure_import

    folder.mkdir(exist_ok=True)
    environment = {"RONDA_DATA": str(folder), "DATABASE_URL": ""}
    os.environ.update(environment)
    filled = _filled_before.get(folder) or asyncio.run(_fill(size))
    measure_import(environment, filled, rows)


def _rows_of(arguments: list[str]) -> int:
    return next((int(one.removeprefix("--rows=")) for one in arguments if one.startswith("--rows=")), ROWS)


_filled_before: dict[Path, Filled] = {}


def _measure(title: str, folder: Path, database_url: str | None, size: Size, factor: int) -> None:
    folder.mkdir()
    environment = {"RONDA_DATA": str(folder), "DATABASE_URL": database_url or ""}
    os.environ.update(environment)
    began = time.monotonic()
    filled = _filled_before[folder] = asyncio.run(_fill(size))
    print(f"\n{title}: {size}, filled in {time.monotonic() - began:.0f} s", flush=True)
    print(f"{'':30}{'users':>6} {'p50 ms':>8} {'p95 ms':>8} {'req/s':>8} {'CPU ms':>8} {'aim':>6}", flush=True)
    with web(environment) as (url, process):
        asyncio.run(_pages(url, [process, *_database_processes(database_url)], filled, quick=factor > 1))


async def _fill(size: Size) -> Filled:
    from core import database, migrations
    from core.settings import settings
    from tests.bench.filling import fill

    settings.cache_clear()
    await migrations.upgrade()
    try:
        return await fill(size)
    finally:
        await database.close()


async def _pages(url: str, processes: list[psutil.Process], filled: Filled, *, quick: bool) -> None:
    from tests.bench.load import measure

    for role, email in (("rep", filled.rep), ("manager", filled.manager), ("admin", filled.admin)):
        async with signed_in_as(url, email) as client:
            for page in (page for page in PAGES if page.by == role):
                for users in USERS[:1] if quick else USERS:
                    figures = await measure(
                        partial(page.request, client, filled), processes, users=users, requests=page.requests
                    )
                    print(f"{page.name:30}{users:6} {figures} {page.aim or '':>6}", flush=True)


def _database_processes(url: str | None) -> list[psutil.Process]:
    if url is None:
        return []
    return [one for one in psutil.process_iter(["name"]) if one.info["name"] == "postgres" and _is_first(one)]


def _is_first(process: psutil.Process) -> bool:
    above = process.parent()
    return above is None or above.name() != "postgres"


if __name__ == "__main__":
    main(sys.argv[1:])
