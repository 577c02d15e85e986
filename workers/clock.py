"""The clock's process: of several, the one that holds the lease runs the schedule, the others stand by."""

import asyncio
import logging
import os
import signal
import socket
from datetime import UTC, datetime, timedelta

from core import database
from core.leases import hold, let_go
from core.settings import settings
from workers.broker import wait_until_alive
from workers.schedule import SCHEDULE, Job

LEASE = "clock"
LASTING = timedelta(seconds=10)
RENEWED_EVERY = 3.0

log = logging.getLogger("clock")


def main() -> None:
    """Runs until SIGTERM or SIGINT."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    wait_until_alive(settings().broker_url, seconds=10)
    asyncio.run(run())


async def run() -> None:
    """Takes the lease when it is free, runs every job while it is held, gives it back at the end."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    holder = f"{socket.gethostname()}:{os.getpid()}"
    jobs: list[asyncio.Task[None]] = []
    while not stop.is_set():
        held = await _hold(holder)
        if held and not jobs:
            jobs = [asyncio.create_task(_repeat(job), name=job.name) for job in SCHEDULE]
        elif not held:
            await _end(jobs)
        await _wait(stop, RENEWED_EVERY)
    await _end(jobs)
    await let_go(LEASE, holder, datetime.now(UTC))
    await database.close()


async def _hold(holder: str) -> bool:
    try:
        return await hold(LEASE, holder, datetime.now(UTC), LASTING)
    except Exception:
        log.exception("The database did not answer; trying again")
        return False


async def _repeat(job: Job) -> None:
    while True:
        try:
            await job.run()
        except Exception:
            log.exception("%s failed; it is tried again", job.name)
            await asyncio.sleep(1)
        await asyncio.sleep(job.seconds)


async def _end(jobs: list[asyncio.Task[None]]) -> None:
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    jobs.clear()


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass
