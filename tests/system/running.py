"""A real Ronda for a test: its own folder and ports, every process apart, so that a test can kill and restart each.

Nothing here is stubbed: the programs are started as the Procfile says, with the addresses in the environment.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import psutil

from core.settings import Settings, read_settings
from tests.services import free_port
from workers.broker import is_alive

PROGRAM = str(Path(sys.executable).parent / "ronda")
PROCESSES = ("broker", "chat", "web", "worker", "clock", "bot")
PATIENCE_SECONDS = 60.0
"""Generous: the machine may be busy with other tests."""
_SHOWN_OF_A_LOG = 6_000

running: list["Ronda"] = []
"""Those that run now, so that a failing test can show what they said."""


class Ronda:
    """An installation in a folder of its own, of which any number of processes run."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        ports = {"PORT": str(free_port()), "CHAT_PORT": str(free_port())}
        chosen = {"RONDA_DATA": str(folder / "data"), **ports, **environment}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")}
        self.environment = {**inherited, "PYTHONUNBUFFERED": "1", **chosen}
        self.settings: Settings = read_settings(self.environment)
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        """Where the pages are, without a final slash."""
        return f"http://{self.settings.host}:{self.settings.port}"

    @property
    def chat_url(self) -> str:
        """Where the chat is, without a final slash."""
        return f"http://{self.settings.chat_host}:{self.settings.chat_port}"

    def start(self, *names: str) -> None:
        """Starts processes of the Procfile (`web`, or `web.2` for a second one) and waits until all of them are at work."""  # noqa: E501
        said = {name: len(self.said(name)) for name in names}
        for name in names:
            self.start_slowly(name)
        for name in names:
            self.wait_until(lambda name=name: self.is_ready(name, said[name]), f"{name} to be ready")  # type: ignore[misc]
            self._note(f"{name} is ready")

    def start_slowly(self, name: str, *arguments: str) -> None:
        """Starts a process and does not wait for it; its output goes to a file."""
        with self._log(name).open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [PROGRAM, name.partition(".")[0], *arguments],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def is_ready(self, name: str, said_before: int = 0) -> bool:
        """Whether the process can be asked for what it is there for."""
        assert self.is_running(name), f"{name} ended by itself\n{self.said(name)[-_SHOWN_OF_A_LOG:]}"
        match name.partition(".")[0]:
            case "broker":
                return is_alive(self.settings.broker_url)
            case "web":
                return answers(f"{self.url}/health")
            case "chat":
                return answers(f"{self.chat_url}/")
            case "bot":
                return "asks for updates" in self.said(name)[said_before:]
            case "worker":
                return "Event loop is running" in self.said(name)[said_before:]
            case _:
                return True

    def is_running(self, name: str) -> bool:
        """Whether it was started and has not ended."""
        return name in self.processes and self.processes[name].poll() is None

    def kill(self, name: str) -> None:
        """Kills the process as a crash or the kernel would, then what it had started, as the supervisor does."""
        process = self.processes[name]
        self._note(f"kill {name}")
        process.kill()
        process.wait()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    def end(self, name: str, number: int = signal.SIGTERM) -> int:
        """Asks the process to end; gives its exit code."""
        self.processes[name].send_signal(number)
        return self.processes[name].wait(PATIENCE_SECONDS)

    def do(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """A command of the operator's, to its end."""
        return subprocess.run(
            [PROGRAM, *arguments],
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SECONDS * 2,
        )

    def said(self, name: str) -> str:
        """Everything that a process has printed, from its first start."""
        path = self._log(name)
        return path.read_text(errors="replace") if path.exists() else ""

    def logs(self) -> Iterator[tuple[str, str]]:
        """(name, the end of what it said) of every process that was ever started."""
        for path in sorted(self.folder.glob("*.log")):
            yield path.stem, path.read_text(errors="replace")[-_SHOWN_OF_A_LOG:]

    def all_processes(self) -> list[psutil.Process]:
        """Every process that belongs to this installation, children that outlived their parent among them."""
        data = self.environment["RONDA_DATA"]
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                # Valkey writes its title, which has the folder, over its environment.
                if process.environ().get("RONDA_DATA") == data or data in " ".join(process.cmdline()):
                    found.append(process)
        return [one for one in found if one.pid != os.getpid()]

    def wait_until(self, condition: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Waits until the condition holds; fails with what was waited for."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what}"
            time.sleep(0.05)

    def stop(self) -> None:
        """Kills every process, those too that outlived their parent: nobody looks at what they leave."""
        for started in self.processes.values():
            started.kill()
            started.wait(PATIENCE_SECONDS)
        while left := self.all_processes():
            for process in left:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
            psutil.wait_procs(left, PATIENCE_SECONDS)

    def _note(self, text: str) -> None:
        """Notes what the test did, to be read beside what the processes said."""
        with self._log("test").open("a") as log:
            log.write(f"{datetime.now(UTC):%H:%M:%S.%f} {text}\n")

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"


@contextmanager
def installation(start: Iterable[str] = (), **environment: str) -> Iterator[Ronda]:
    """An installation with these processes at work; all of them are gone at the end."""
    with tempfile.TemporaryDirectory(prefix="ronda-", ignore_cleanup_errors=True) as folder:
        made = Ronda(Path(folder), environment)
        running.append(made)
        try:
            made.start(*start)
            yield made
        finally:
            made.stop()
            running.remove(made)


def answers(url: str) -> bool:
    """Whether somebody answers there, and well."""
    try:
        return httpx.get(url, timeout=5, trust_env=False).status_code < httpx.codes.BAD_REQUEST
    except httpx.TransportError:
        return False
