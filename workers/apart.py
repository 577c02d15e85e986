"""Work in a process of its own: the models need much memory, and it is all given back when nobody asks any more."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock, Timer
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SECONDS_KEPT = 60
"""How long the process waits for more work before it ends."""


class ProcessDied(Exception):
    """What was to be done brought the process down: out of memory, most often."""


class Apart:
    """One process for all threads, made at the first call; calls wait for each other."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: ProcessPoolExecutor | None = None
        self._end: Timer | None = None
        self._at_work = 0

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function gives there; it must be a module's own. Raises `ProcessDied`; the next call gets a new process."""  # noqa: E501
        process = self._take()
        try:
            return await asyncio.wrap_future(process.submit(function, *args, **kwargs))
        except BrokenProcessPool:
            self._drop(process)
            raise ProcessDied from None
        finally:
            self._give_back()

    def end(self) -> None:
        """Ends the process, unless it is at work."""
        with self._lock:
            if self._at_work or self._process is None:
                return
            ended, self._process, self._end = self._process, None, None
        ended.shutdown(wait=False)

    def _take(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._end is not None:
                self._end.cancel()
                self._end = None
            if self._process is None:
                self._process = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
            self._at_work += 1
            return self._process

    def _give_back(self) -> None:
        with self._lock:
            self._at_work -= 1
            if self._at_work == 0:
                self._end = Timer(SECONDS_KEPT, self.end)
                self._end.daemon = True
                self._end.start()

    def _drop(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._process is broken:
                self._process = None
