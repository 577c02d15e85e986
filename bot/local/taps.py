"""Taps on inline buttons, which the bot must answer once and in time."""

import time

from bot.local.refusals import QUERY_TOO_OLD, bad_request
from bot.local.store import Json, Store

PATIENCE = 30.0
"""Seconds in which Telegram takes an answer to a tap; it promises none, and clients give up about then."""


class Taps:
    """The taps that wait for the bot's answer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, chat_id: int, message_id: int) -> str:
        """A new tap; gives the number of its callback query."""
        number = str(self._store.next_number("tap", 4_000_000_000_001))
        self._store.put("tap", number, {"chat_id": chat_id, "message_id": message_id, "at": time.time()})
        return number

    def answer(self, number: str) -> Json:
        """Takes the answer to a tap. Raises RefusedError when it is unknown, answered already or too old."""
        tap: Json | None = self._store.get("tap", number)
        self._store.remove("tap", number)
        if tap is None or time.time() - tap["at"] > PATIENCE:
            raise bad_request(QUERY_TOO_OLD)
        return tap

    def grow_old(self) -> None:
        """All taps that wait are now too old to be answered."""
        for number in self._store.all("tap"):
            self._store.remove("tap", number)
