"""`ronda up`: from the command to the first page, at the first and the second start; and what idle processes need."""

import os
import subprocess
import time
from pathlib import Path

import psutil

from core.settings import Settings, read_settings
from tests.bench.processes import PROGRAM, cpu_seconds, free_port, memory, wait_for
from workers.demo import is_complete

IDLE_SECONDS = 20
PATIENCE_SECONDS = 300


def measure_start(folder: Path) -> None:
    """Prints the seconds of both starts, of the demo that the first one makes, and the memory when idle, as PSS."""
    folder.mkdir()
    environment = {
        **os.environ,
        "RONDA_DATA": str(folder), "DATABASE_URL": "", "PORT": str(free_port()), "CHAT_PORT": str(free_port()),
    }  # fmt: skip
    chosen = read_settings(environment)
    print(f"\n{'Start':42} {'seconds':>8} {'CPU s':>8} {'aim':>6}")
    process = _run(environment, chosen, "first, to the first page", aim=15)
    _wait_for_demo(chosen)
    _print("first, to the whole demo", process)
    _end(process)
    process = _run(environment, chosen, "second, to the first page", aim=3)
    time.sleep(IDLE_SECONDS)
    print(f"\n{'Memory, idle':42} {'PSS, MB':>8} {'aim':>6}")
    found = memory(process)
    for name, megabytes in sorted(found.items(), key=lambda item: -item[1]):
        print(f"{name:42} {megabytes:8.1f}")
    print(f"{'all':42} {sum(found.values()):8.1f} {500:6}", flush=True)
    _end(process)


def _run(environment: dict[str, str], chosen: Settings, title: str, aim: int) -> psutil.Process:
    process = psutil.Process(subprocess.Popen([PROGRAM, "up"], env=environment, stdout=subprocess.DEVNULL).pid)
    wait_for(f"{chosen.base_url}/sign-in", PATIENCE_SECONDS)
    _print(title, process, aim)
    return process


def _print(title: str, process: psutil.Process, aim: int | None = None) -> None:
    seconds = time.time() - process.create_time()
    print(f"{title:42} {seconds:8.1f} {cpu_seconds([process]):8.1f} {aim or '':>6}", flush=True)


def _wait_for_demo(chosen: Settings) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_complete(chosen):
        if time.monotonic() > end:
            raise TimeoutError("the whole demo")
        time.sleep(0.1)


def _end(process: psutil.Process) -> None:
    process.terminate()
    process.wait(timeout=60)
