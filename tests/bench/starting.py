"""An installed Ronda: from `ronda up` to the first page, and what all its processes need when nobody uses them."""

import os
import subprocess
import time
from pathlib import Path

import psutil

from tests.bench.processes import PROGRAM, free_port, memory, wait_for

IDLE_SECONDS = 20


def measure_start(folder: Path) -> None:
    """Prints the seconds of the second start (the first one makes the demo) and the memory when idle, as PSS."""
    folder.mkdir()
    port = free_port()
    environment = {
        **os.environ, "RONDA_DATA": str(folder), "DATABASE_URL": "", "PORT": str(port), "CHAT_PORT": str(free_port()),
    }  # fmt: skip
    _start(environment, port, seconds=300)
    process, seconds = _run(environment, port)
    print(f"\nInstalled start to first page: {seconds:.1f} s")
    time.sleep(IDLE_SECONDS)
    found = memory(psutil.Process(process.pid))
    for name, megabytes in sorted(found.items(), key=lambda item: -item[1]):
        print(f"  {name:40} {megabytes:7.1f} MB")
    print(f"  {'all, idle (PSS)':40} {sum(found.values()):7.1f} MB", flush=True)
    _end(process)


def _start(environment: dict[str, str], port: int, seconds: float) -> None:
    process, _ = _run(environment, port, seconds)
    _end(process)


def _run(environment: dict[str, str], port: int, seconds: float = 60) -> tuple[subprocess.Popen[bytes], float]:
    process = subprocess.Popen([PROGRAM, "up"], env=environment, stdout=subprocess.DEVNULL)
    return process, wait_for(f"http://127.0.0.1:{port}/sign-in", seconds)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(timeout=60)
