"""Inline queries – `@ronda_bot words` typed into any chat – which the bot must answer once and in time."""

import time

from bot.local.refusals import QUERY_TOO_OLD, bad_request
from bot.local.store import Json, Store

PATIENCE = 10.0
"""Seconds in which Telegram takes an answer to an inline query."""


class InlineQueries:
    """The queries that wait for the bot's answer, and what was last offered to whom."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ask(self, person_id: int) -> str:
        """A new query; gives its number."""
        number = str(self._store.next_number("inline", 5_000_000_000_001))
        self._store.put("inline", number, {"person_id": person_id, "at": time.time()})
        return number

    def answer(self, number: str, results: list[Json]) -> int:
        """Takes the answer to a query; gives who asked.

        Raises RefusedError when it is unknown, answered already or too old.
        """
        asked = self._store.get("inline", number)
        self._store.remove("inline", number)
        if asked is None or time.time() - asked["at"] > PATIENCE:
            raise bad_request(QUERY_TOO_OLD)
        self._store.put("offered", number, {"person_id": asked["person_id"], "results": results})
        return int(asked["person_id"])

    def pick(self, person_id: int, number: str, result_id: str) -> Json:
        """The message of a result that was offered to this person. Raises RefusedError for any other."""
        offered = self._store.get("offered", number)
        for result in offered["results"] if offered and offered["person_id"] == person_id else []:
            if result["id"] == result_id:
                return dict(result["message"])
        raise bad_request("there is no such result")

    def grow_old(self) -> None:
        """All queries that wait are now too old to be answered."""
        for number in self._store.all("inline"):
            self._store.remove("inline", number)
