"""The updates that wait for the bot, and how it fetches them."""

import time

from bot.local.bell import Bell
from bot.local.refusals import conflict
from bot.local.store import Json, Store

_TYPES = (
    "message edited_message channel_post edited_channel_post inline_query chosen_inline_result "
    "callback_query shipping_query pre_checkout_query poll poll_answer my_chat_member chat_member "
    "chat_join_request message_reaction message_reaction_count chat_boost removed_chat_boost "
    "business_connection business_message edited_business_message deleted_business_messages "
    "purchased_paid_media"
)
TYPES = frozenset(_TYPES.split())
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REMEMBERED = 1000
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """A queue that loses nothing: an update stays until the bot confirms it with a higher offset."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: dict[int, Json] = {
            int(number): update for number, update in sorted(store.all("update").items(), key=lambda row: int(row[0]))
        }
        self._confirmed: dict[int, Json] = {}
        self._again: list[Json] = []
        self._bell = Bell()
        self._poll = 0
        self._ended_by = ""
        self._is_open = True

    @property
    def count(self) -> int:
        """How many updates wait."""
        return len(self._waiting)

    def waiting(self) -> list[Json]:
        """The updates that the bot has not confirmed, oldest first."""
        return list(self._waiting.values())

    def confirmed(self) -> list[Json]:
        """The last updates that it has confirmed since the start, oldest first."""
        return list(self._confirmed.values())

    @property
    def allowed(self) -> list[str]:
        """The types that the bot asked for; empty means Telegram's default."""
        return list(self._store.get("setting", "allowed_updates", []))

    def allow(self, types: list[str] | None) -> None:
        """Remembers the types that the bot wants from now on; None leaves it as it is."""
        if types is not None:
            self._store.put("setting", "allowed_updates", [name for name in types if name in TYPES])

    def add(self, kind: str, content: Json) -> int | None:
        """Queues an update and gives its number; None when the bot does not want that kind."""
        if kind not in (self.allowed or TYPES - NOT_BY_DEFAULT):
            return None
        number = self._store.next_number("update", 500_000_001)
        self._waiting[number] = {"update_id": number, kind: content}
        self._store.put("update", number, self._waiting[number])
        self._bell.ring()
        return number

    def repeat(self, number: int) -> bool:
        """Delivers an update once more under its old number, as Telegram does after a lost answer."""
        update = self._waiting.get(number) or self._confirmed.get(number)
        if update:
            self._again.append(update)
            self._bell.ring()
        return update is not None

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """At most `limit` updates from `offset` on, after `seconds` at most; those before it are confirmed.

        A negative offset counts from the end and forgets what is before. Raises RefusedError (409) when
        another poll begins meanwhile.
        """
        self.end_polls(OTHER_POLL)
        poll, until = self._poll, time.monotonic() + seconds
        self._confirm_before(offset)
        while True:
            found = self.next(limit)
            left = until - time.monotonic()
            if found or left <= 0 or not self._is_open:
                return found
            await self._bell.heard(left)
            if poll != self._poll:
                raise conflict(self._ended_by)

    def next(self, limit: int) -> list[Json]:
        """The first updates that wait, oldest first; those to be repeated before all others, once."""
        again, self._again = self._again[:limit], self._again[limit:]
        return again or list(self._waiting.values())[:limit]

    def confirm(self, number: int) -> None:
        """The bot has this update: it is not given again."""
        update = self._waiting.pop(number, None)
        if update is None:
            return
        self._store.remove("update", number)
        self._confirmed[number] = update
        while len(self._confirmed) > REMEMBERED:
            del self._confirmed[next(iter(self._confirmed))]

    def drop_all(self) -> None:
        """Forgets what waits, as `drop_pending_updates` asks."""
        for number in list(self._waiting):
            self.confirm(number)

    async def rung(self, seconds: float) -> None:
        """Returns when something may have come, or after so many seconds."""
        await self._bell.heard(seconds)

    def wake(self) -> None:
        """Lets those who wait look again."""
        self._bell.ring()

    def end_polls(self, reason: str) -> None:
        """Ends a poll that is under way with a conflict."""
        self._poll += 1
        self._ended_by = reason
        self._bell.ring()

    def close(self) -> None:
        """Ends all waiting, so that the server can stop at once."""
        self._is_open = False
        self._bell.ring()

    def _confirm_before(self, offset: int) -> None:
        numbers = list(self._waiting)
        past = numbers[:offset] if offset < 0 else [number for number in numbers if number < offset]
        for number in past:
            self.confirm(number)
