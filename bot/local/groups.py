"""Groups that the bot is in, with Telegram's privacy mode: it hears commands and answers to itself, nothing else."""

from bot.local.store import Json, Store

FIRST_ID = 4_000_000_001


class Groups:
    """The groups, as the Bot API's `Chat` objects."""

    def __init__(self, store: Store, username: str) -> None:
        self._store = store
        self._username = username

    def found(self, title: str) -> Json:
        """A new group with the bot in it; its number is negative, as on Telegram."""
        group = {"id": -self._store.next_number("group", FIRST_ID), "title": title, "type": "group"}
        self._store.put("group", group["id"], group)
        return group

    def find(self, chat_id: int) -> Json | None:
        group: Json | None = self._store.get("group", chat_id)
        return group

    def is_heard(self, message: Json) -> bool:
        """Whether the bot gets this message of a person's."""
        if message.get("reply_to_message", {}).get("from", {}).get("is_bot"):
            return True
        command, _, whose = message.get("text", "").split(maxsplit=1)[0].partition("@")
        return command.startswith("/") and whose.lower() in ("", self._username.lower())
