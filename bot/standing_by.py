"""One bot at work, others standing by: the lease in the database says which."""

import asyncio
import logging
import socket
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import OperationalError

from core.leases import hold, let_go
from core.settings import Settings

log = logging.getLogger(__name__)

LASTING = timedelta(seconds=20)
RENEW_SECONDS = 5.0


class Place:
    """The place of the one bot that works; kept by whoever renews it."""

    def __init__(self, bot: str, here: Settings) -> None:
        self._name = f"bot:{bot}"[:60]
        # The machine and its data, not the process: what is started again after a crash goes on at once.
        self._holder = f"{socket.gethostname()}:{here.data_dir}"[:120]

    async def taken(self) -> None:
        """Returns when the place is ours."""
        stands_by = False
        while not await self._hold():
            if not stands_by:
                log.info("Another bot is at work; standing by")
                stands_by = True
            await asyncio.sleep(RENEW_SECONDS)

    async def lost(self) -> None:
        """Keeps the place; returns when another has taken it."""
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                if not await self._hold():
                    log.warning("Another bot has taken over")
                    return
            except OperationalError as error:
                log.warning("The lease could not be renewed: %s", type(error).__name__)

    async def left(self) -> None:
        """Gives the place to whoever waits."""
        await let_go(self._name, self._holder, datetime.now(UTC))

    async def _hold(self) -> bool:
        return await hold(self._name, self._holder, datetime.now(UTC), LASTING)
