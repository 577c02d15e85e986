"""The order of a start: the pages first, everything else as soon as they are there.

All at once would share the machine's cores, and whoever starts Ronda looks at a page.
"""

import socket
import time
from collections.abc import Callable, Iterable
from contextlib import closing

from supervisor.process import Subprocess
from supervisor.states import ProcessStates

from core.settings import Settings

PAGES = "web"
"""The process's name in the Procfile."""
LONGEST_WAIT_SECONDS = 30
UNDER_WAY = (ProcessStates.STARTING, ProcessStates.RUNNING)


class PagesFirst:
    """Holds back a supervisor's other processes until the pages answer, have failed, or take too long.

    `then` is called once, when that is so; where there are no pages, at the first look.
    """

    def __init__(self, processes: Iterable[Subprocess], chosen: Settings, then: Callable[[], None]) -> None:
        by_name = {process.config.name: process for process in processes}
        self._pages = by_name.pop(PAGES, None)
        self._address = (chosen.host, chosen.port)
        self._held_back = list(by_name.values()) if self._pages else []
        self._then: Callable[[], None] | None = then
        for process in self._held_back:
            process.config.autostart = False

    def look(self) -> None:
        """Lets the others start when it is time; to be called again and again, after the first processes have started."""  # noqa: E501
        if self._then is None or self._are_coming():
            return
        for process in self._held_back:
            process.config.autostart = True
        self._then()
        self._then = None

    def _are_coming(self) -> bool:
        if self._pages is None:
            return False
        is_young = time.time() - self._pages.laststart < LONGEST_WAIT_SECONDS
        return is_young and self._pages.state in UNDER_WAY and not _answers(self._address)


def _answers(address: tuple[str, int]) -> bool:
    try:
        with closing(socket.create_connection(address, timeout=0.1)):
            return True
    except OSError:
        return False
