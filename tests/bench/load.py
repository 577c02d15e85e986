"""Requests by so many users at once, and the figures of them."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import psutil

from tests.bench.processes import cpu_seconds

WARM_UP = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """What a kind of request costs."""

    p50: float
    """Milliseconds."""
    p95: float
    per_second: float
    cpu: float
    """Milliseconds of CPU a request, of server and database."""

    def __str__(self) -> str:
        return f"{self.p50:8.1f} {self.p95:8.1f} {self.per_second:8.1f} {self.cpu:8.1f}"


async def measure(
    request: Callable[[], Awaitable[None]], processes: list[psutil.Process], *, users: int, requests: int
) -> Figures:
    """Lets `users` make `requests` in all, each one after the other, after a few that do not count."""
    for _ in range(WARM_UP):
        await request()
    remaining = iter(range(requests))
    times: list[float] = []

    async def user() -> None:
        for _ in remaining:
            began = time.perf_counter()
            await request()
            times.append(time.perf_counter() - began)

    cpu, began = cpu_seconds(processes), time.perf_counter()
    await asyncio.gather(*(user() for _ in range(users)))
    elapsed, spent = time.perf_counter() - began, cpu_seconds(processes) - cpu
    times.sort()
    return Figures(
        p50=times[len(times) // 2] * 1000,
        p95=times[int(len(times) * 0.95)] * 1000,
        per_second=requests / elapsed,
        cpu=spent / requests * 1000,
    )
