"""Ronda's processes for a measurement, and what they cost: CPU time and memory, with all their children."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import psutil

PROGRAM = Path(sys.executable).parent / "ronda"
START_SECONDS = 60


def free_port() -> int:
    """A port that nobody has now."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def web(environment: dict[str, str]) -> Iterator[tuple[str, psutil.Process]]:
    """`ronda web` on a free port: its address and its process, until it answers and until the end."""
    port = free_port()
    process = subprocess.Popen([PROGRAM, "web"], env={**os.environ, **environment, "PORT": str(port)})
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/health")
        yield url, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(url: str, seconds: float = START_SECONDS) -> float:
    """Waits until the address answers; gives the seconds that it took."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        try:
            if httpx.get(url, timeout=2).status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                return time.monotonic() - began
        except httpx.HTTPError:
            time.sleep(0.02)
    raise TimeoutError(url)


def cpu_seconds(processes: list[psutil.Process]) -> float:
    """CPU time that these processes and their children have used so far, children that ended among them."""
    total = 0.0
    for process in processes:
        for one in [process, *process.children(recursive=True)]:
            try:
                times = one.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += times.user + times.system
    return total


def memory(process: psutil.Process) -> dict[str, float]:
    """PSS by process in MB, of this process and its children."""
    found = {}
    for one in [process, *process.children(recursive=True)]:
        name = " ".join(one.cmdline()[1:3]) or one.name()
        found[f"{Path(name).name} ({one.pid})"] = one.memory_full_info().pss / 1e6
    return found
