"""Keeps the processes of the Procfile running: starts what dies, shows what they say, stops all in order.

The `supervisor` library does it; here are its configuration, made from the Procfile, and five differences
from its ways: the pages start before the rest, all ends when the supervisor is killed, the output goes to one terminal,
a closed terminal stops us (it would restart), and it looks at its processes more often. A program of its own, light
enough to stay: `python -m workers.supervisor CONFIGURATION GREETING`, the greeting as a descriptor to read it from.
"""

import contextlib
import os
import signal
import sys
from pathlib import Path

from supervisor import events
from supervisor.medusa.asyncore_25 import ExitNow
from supervisor.options import ServerOptions
from supervisor.process import Subprocess
from supervisor.states import SupervisorStates
from supervisor.supervisord import Supervisor

from core.settings import settings
from workers.bound_processes import BindingOptions
from workers.console import Console
from workers.pages_first import PagesFirst
from workers.terminal import spoken

SECONDS_BETWEEN_LOOKS = 0.2

_ = spoken()


def run(configuration: Path, greeting: str) -> None:
    """Runs the processes until a signal to end or a closed terminal; returns when all are gone.

    `greeting` is shown as soon as there are pages to look at.
    """
    hangup = signal.getsignal(signal.SIGHUP)
    options = BindingOptions()
    options.realize(["-c", str(configuration), "-n"])
    options.first, options.test = True, False
    with contextlib.suppress(ExitNow):
        Foreground(options, greeting, ignores_hangup=hangup is signal.SIG_IGN).main()
    options.close_logger()


class Foreground(Supervisor):  # type: ignore[misc]  # the library has no types
    """A supervisor that lives on a terminal and ends with it."""

    def __init__(self, options: ServerOptions, greeting: str, *, ignores_hangup: bool) -> None:
        super().__init__(options)
        self._greeting = greeting
        self._ignores_hangup = ignores_hangup
        self._has_terminal = sys.stdout.isatty()

    def runforever(self) -> None:
        self._console = Console([process.config.name for process in self._processes()])
        self._start = PagesFirst(self._processes(), settings(), then=lambda: self._console.tell(self._greeting))
        events.subscribe(events.ProcessLogEvent, self._show)
        events.subscribe(events.ProcessStateEvent, self._tell)
        if self._ignores_hangup:  # started with nohup
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        poll = self.options.poller.poll
        self.options.poller.poll = lambda _seconds: poll(SECONDS_BETWEEN_LOOKS)
        for group in self.process_groups.values():
            group.transition()  # at once, not after the first look
        super().runforever()

    def tick(self, now: float | None = None) -> None:
        super().tick(now)
        self._start.look()

    def handle_signal(self) -> None:
        super().handle_signal()
        # A terminal that closes tells its first process only, and make keeps that to itself.
        is_left_alone = self._has_terminal and not sys.stdout.isatty()
        if self.options.mood == SupervisorStates.RESTARTING or is_left_alone:
            self.options.mood = SupervisorStates.SHUTDOWN

    def _processes(self) -> list[Subprocess]:
        return [process for group in self.process_groups.values() for process in group.processes.values()]

    def _show(self, event: events.ProcessLogEvent) -> None:
        self._console.write(event.process.config.name, event.data)

    def _tell(self, event: events.ProcessStateEvent) -> None:
        match event:
            case events.ProcessStateExitedEvent():
                self._end_group(event.process.pid)
                self._console.say(event.process.config.name, _("ended by itself; starting it again"))
            case events.ProcessStateBackoffEvent():
                self._end_group(event.process.pid)
                why = _("ended too soon") if event.process.pid else event.process.spawnerr
                again = _("starting it again in {n} s", {"n": event.process.backoff})
                self._console.say(event.process.config.name, f"{why}; {again}")
            case events.ProcessStateStoppedEvent():
                self._end_group(event.process.pid)
                self._console.say(event.process.config.name, _("stopped"))

    @staticmethod
    def _end_group(pid: int) -> None:
        """Ends the children that a process left behind; each process leads a group of its own."""
        if pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)


if __name__ == "__main__":
    with open(int(sys.argv[2]), encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor has no path
        greeting = pipe.read()
    run(Path(sys.argv[1]), greeting)
