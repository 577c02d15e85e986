"""`ronda up` with a Procfile of the test's own, in a folder of the test's own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

from tests.services import free_port

PATIENCE_SECONDS = 30
_AS_ON_A_TERMINAL = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL); "
"""The tests may have been started with nohup, which the supervisor would inherit and obey."""


class Installation:
    """A supervisor at work and the lines that it has printed so far."""

    def __init__(
        self, folder: Path, processes: dict[str, str], output: IO[bytes] | int, environment: dict[str, str]
    ) -> None:
        self.folder = folder
        self.lines: list[str] = []
        procfile = folder / "Procfile"
        procfile.write_text("".join(f"{name}: {command}\n" for name, command in processes.items()))
        self._command = [
            *(sys.executable, "-c"),
            f"{_AS_ON_A_TERMINAL}from pathlib import Path; from workers.up import run; "
            f"run(Path({str(procfile)!r}), steps=())",
        ]
        ports = {"PORT": str(free_port()), "CHAT_PORT": str(free_port())}
        self._environment = os.environ | {"RONDA_DATA": str(folder / "data"), "LC_ALL": "C", **ports} | environment
        self.port = self._environment["PORT"]
        self.process = self._start(output)
        self._reader = Thread(target=self._read)
        self._reader.start()

    def start_again(self) -> subprocess.CompletedProcess[str]:
        """A second `ronda up` beside the first, to its end."""
        return subprocess.run(
            self._command, env=self._environment, capture_output=True, text=True, check=False, timeout=30
        )

    def until(self, text: str, times: int = 1) -> list[str]:
        """Waits until so many lines hold `text`, and gives them."""
        wait_for(lambda: len(self._with(text)) >= times, f"{times} × {text!r}", self)
        return self._with(text)

    def pids(self, name: str) -> list[int]:
        """The numbers that a process which says `pid N` at its start has had so far."""
        return [int(line.rsplit(" ", 1)[1]) for line in self._with(f"{name} ") if " pid " in line]

    def end(self, signal: int) -> int:
        """Sends the signal, waits for the end, gives the exit code."""
        self.process.send_signal(signal)
        code = self.process.wait(PATIENCE_SECONDS)
        self._reader.join()
        return code

    def _with(self, text: str) -> list[str]:
        return [line for line in self.lines if text in line]

    def _start(self, output: IO[bytes] | int) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._command,
            env=self._environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def _read(self) -> None:
        if self.process.stdout is None:
            return
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line.rstrip("\n"))


@contextmanager
def installation(
    processes: dict[str, str], output: IO[bytes] | int = subprocess.PIPE, **environment: str
) -> Iterator[Installation]:
    """An installation that is stopped at the end, whatever happens; its lines are kept unless it writes elsewhere."""
    with tempfile.TemporaryDirectory(prefix="ronda-") as folder:  # pytest's own are too long for a socket
        made = Installation(Path(folder), processes, output, environment)
        try:
            yield made
        finally:
            if made.process.poll() is None:
                made.end(15)


def saying_pid(then: str) -> str:
    """A command that says its number and goes on with `then`."""
    return f"""sh -c 'echo "pid $$"; {then}'"""


def is_running(pid: int) -> bool:
    """Whether there is such a process, not counting one that only waits to be buried."""
    status = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(status.stdout.strip()) and not status.stdout.startswith("Z")


def wait_for(condition: Callable[[], bool], what: str, made: Installation | None = None) -> None:
    """Waits until the condition holds; fails with what was waited for after half a minute."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        said = "\n".join(made.lines) if made else ""
        assert time.monotonic() < end, f"waited in vain for {what}\n{said}"
        time.sleep(0.02)
