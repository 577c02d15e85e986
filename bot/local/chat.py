"""Everything that the local chat knows, in one place."""

from pathlib import Path

from bot.local.changes import Changes
from bot.local.faults import Faults
from bot.local.files import Files
from bot.local.groups import Groups
from bot.local.inline import InlineQueries
from bot.local.messages import Kept, Messages
from bot.local.people import People
from bot.local.refusals import bad_request
from bot.local.store import Json, Store
from bot.local.taps import Taps
from bot.local.updates import Updates


class LocalChat:
    """The bot, its people, their messages and files, and the updates between them."""

    def __init__(self, folder: Path, token: str, username: str, name: str) -> None:
        self.token = token
        self.bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        self.store = Store(folder / "chat.db")
        self.files = Files(self.store, folder / "files")
        self.groups = Groups(self.store, username)
        self.people = People(self.store, self.groups)
        self.messages = Messages(self.store)
        self.updates = Updates(self.store)
        self.taps = Taps(self.store)
        self.inline = InlineQueries(self.store)
        self.changes = Changes()
        self.faults = Faults()

    def say(self, chat_id: int, content: Json, keyboard: Json | None = None) -> Json:
        """The bot's message appears in a chat; gives it."""
        with self.store.at_once():
            kept = self.messages.add(self.people.chat(chat_id), self.bot, content, keyboard)
        self.changes.add(chat_id, "message", message=kept.shown())
        return kept.message

    def receive(self, person: Json, content: Json) -> Json:
        """A person's message appears in their chat and waits for the bot; gives it."""
        with self.store.at_once():
            self.people.start(person["id"])
            kept = self.messages.add(self.people.chat(person["id"]), person, content)
            self.updates.add("message", kept.message)
        self.changes.add(person["id"], "message", message=kept.shown())
        return kept.message

    def hear_in_group(self, person: Json, group: Json, content: Json) -> Json:
        """A person's message appears in a group; the bot is told where privacy mode lets it hear. Gives it."""
        with self.store.at_once():
            kept = self.messages.add(group, person, content)
            if self.groups.is_heard(kept.message):
                self.updates.add("message", kept.message)
        self.changes.add(group["id"], "message", message=kept.shown())
        return kept.message

    def ask_inline(self, person: Json, query: str) -> str:
        """A person types the bot's name and words into some chat; gives the number of the inline query."""
        with self.store.at_once():
            number = self.inline.ask(person["id"])
            asked = {"id": number, "from": person, "query": query, "offset": "", "chat_type": "private"}
            self.updates.add("inline_query", asked)
        return number

    def change(self, kept: Kept, message: Json) -> Json:
        """A message is replaced by this one; a person's is told to the bot. Gives the new message."""
        with self.store.at_once():
            changed = self.messages.replace(kept, message)
            if not kept.is_of_bot:
                self.updates.add("edited_message", changed)
        self.changes.add(changed["chat"]["id"], "edited", message=kept.shown())
        return changed

    def delete(self, kept: Kept) -> None:
        """A message is gone from its chat; nobody tells the bot."""
        self.messages.delete(kept)
        self.changes.add(kept.message["chat"]["id"], "deleted", message_id=kept.message["message_id"])

    def tap(self, person: Json, kept: Kept, data: str) -> str:
        """A person taps an inline button; gives the number of the callback query."""
        with self.store.at_once():
            number = self.taps.add(person["id"], kept.message["message_id"])
            query = {
                "id": number,
                "from": person,
                "message": kept.message,
                "chat_instance": str(person["id"] * 7919),
                "data": data,
            }
            self.updates.add("callback_query", query)
        return number

    def message(self, chat_id: int, message_id: int, what_for: str) -> Kept:
        """A message that a call names. Raises RefusedError: "message to edit not found"."""
        kept = self.messages.find(chat_id, message_id)
        if kept is None:
            raise bad_request(f"{what_for} not found")
        return kept

    def stop_waiting(self) -> None:
        """Ends all long polls, so that the server can stop at once."""
        self.updates.close()
        self.changes.close()

    def close(self) -> None:
        self.store.close()
