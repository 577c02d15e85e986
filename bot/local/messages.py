"""The messages of all chats, as the Bot API's `Message` objects."""

import time
from dataclasses import dataclass

from bot.local.store import Json, Store


@dataclass(slots=True)
class Kept:
    """A message and what only its reader's screen needs: the keyboard that it shows or removes."""

    message: Json
    keyboard: Json | None = None

    @property
    def is_of_bot(self) -> bool:
        return bool(self.message["from"]["is_bot"])

    def shown(self) -> Json:
        """The message as a page shows it."""
        return self.message | ({"keyboard": self.keyboard} if self.keyboard else {})


class Messages:
    """Messages by chat and number; numbers run through all private chats of a bot, as on Telegram."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[int, Kept] = {
            int(key): Kept(**value) for key, value in sorted(store.all("message").items(), key=lambda row: int(row[0]))
        }

    def add(self, chat: Json, sender: Json, content: Json, keyboard: Json | None = None) -> Kept:
        """A new message with this content; an inline keyboard becomes part of it, another lies beside it."""
        message: Json = {
            "message_id": self._store.next_number("message"),
            "from": sender,
            "chat": chat,
            "date": int(time.time()),
            **content,
        }
        kept = Kept(message)
        if keyboard and "inline_keyboard" in keyboard:
            message["reply_markup"] = keyboard
        else:
            kept.keyboard = keyboard
        self._keep(kept)
        return kept

    def replace(self, kept: Kept, message: Json) -> Json:
        """A message changed; gives it with the time of the change."""
        kept.message = message | {"edit_date": int(time.time())}
        self._keep(kept)
        return kept.message

    def delete(self, kept: Kept) -> None:
        del self._kept[kept.message["message_id"]]
        self._store.remove("message", kept.message["message_id"])

    def find(self, chat_id: int, message_id: int) -> Kept | None:
        kept = self._kept.get(message_id)
        return kept if kept and kept.message["chat"]["id"] == chat_id else None

    def of_chat(self, chat_id: int) -> list[Kept]:
        """The messages of a chat, oldest first."""
        return [kept for kept in self._kept.values() if kept.message["chat"]["id"] == chat_id]

    def _keep(self, kept: Kept) -> None:
        self._kept[kept.message["message_id"]] = kept
        self._store.put("message", kept.message["message_id"], {"message": kept.message, "keyboard": kept.keyboard})
