"""What changes in the chats, numbered, for the pages and tests that watch them."""

import time
from collections import deque
from secrets import token_hex

from bot.local.bell import Bell
from bot.local.store import Json

KEPT = 5000


class Changes:
    """The last changes of all chats; they live as long as the process, which `epoch` names."""

    def __init__(self) -> None:
        self.epoch = token_hex(8)
        self.last = 0
        self._kept: deque[Json] = deque(maxlen=KEPT)
        self._bell = Bell()
        self._is_open = True

    def add(self, chat_id: int, what: str, **facts: object) -> None:
        """Tells those who watch this chat: `what` is message, edited, deleted, answered, offered or action."""
        self.last += 1
        self._kept.append({"number": self.last, "chat_id": chat_id, "what": what, **facts})
        self._bell.ring()

    async def since(self, chat_id: int, number: int, seconds: float) -> list[Json]:
        """The changes of a chat after `number`; waits up to `seconds` for the first one."""
        until = time.monotonic() + seconds
        while True:
            found = [change for change in self._kept if change["number"] > number and change["chat_id"] == chat_id]
            left = until - time.monotonic()
            if found or left <= 0 or not self._is_open:
                return found
            await self._bell.heard(left)

    def close(self) -> None:
        """Ends all waiting, so that the server can stop at once."""
        self._is_open = False
        self._bell.ring()
