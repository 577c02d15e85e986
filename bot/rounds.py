"""Work that is looked for again and again: at once when there is news, else every so often, until it is told to end."""

import asyncio
import logging
from abc import ABC, abstractmethod
from contextlib import suppress

log = logging.getLogger(__name__)


class Rounds(ABC):
    """Looks for work; a look that fails is made again the next time."""

    def __init__(self, every: float) -> None:
        self._every = every
        """Seconds."""
        self._news = asyncio.Event()
        self._is_ending = False

    def wake(self) -> None:
        """There may be something to do."""
        self._news.set()

    def end(self) -> None:
        """Begins nothing more; `run` returns when what is at work is done."""
        self._is_ending = True
        self._news.set()

    async def run(self) -> None:
        """Looks until it is told to end."""
        while not self._is_ending:
            self._news.clear()
            try:
                await self.look()
            except Exception:
                log.exception("%s could not look for work", type(self).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), self._every)

    @abstractmethod
    async def look(self) -> None:
        """Does what there is to do, or begins it."""
