"""The people who chat with the bot here; each is also a private chat with the same number."""

from bot.local.groups import Groups
from bot.local.refusals import bad_request, forbidden
from bot.local.store import Json, Store

FIRST_ID = 700_000_001


class People:
    """Local people, as the Bot API's `User` objects."""

    def __init__(self, store: Store, groups: Groups) -> None:
        self._store = store
        self._groups = groups
        self._people: dict[int, Json] = {int(key): person for key, person in store.all("person").items()}

    def all(self) -> list[Json]:
        return list(self._people.values())

    def find(self, person_id: int) -> Json | None:
        return self._people.get(person_id)

    def arrive(self, first_name: str, language_code: str, last_name: str = "", username: str = "") -> Json:
        """A new person; `language_code` is what the phone is set to, such as `es` or `en-GB`."""
        optional = {"last_name": last_name, "username": username, "language_code": language_code}
        person: Json = {
            "id": self._store.next_number("person", FIRST_ID),
            "is_bot": False,
            "first_name": first_name,
            **{name: value for name, value in optional.items() if value},
        }
        self._people[person["id"]] = person
        self._store.put("person", person["id"], person)
        return person

    def start(self, person_id: int) -> None:
        """From here on the bot may write to this person, who has written to it first."""
        self._store.put("started", person_id, True)
        self._store.remove("blocked", person_id)

    def block(self, person_id: int) -> None:
        """This person wants to hear nothing more, until they write again."""
        self._store.put("blocked", person_id, True)

    def chat(self, person_id: int) -> Json:
        """The `Chat` object of a person, or of a group."""
        if (group := self._groups.find(person_id)) is not None:
            return group
        person = self._people[person_id]
        names: Json = {key: person[key] for key in ("id", "first_name", "last_name", "username") if key in person}
        return {**names, "type": "private"}

    def reachable(self, chat_id: str) -> int:
        """The chat that the bot may write to.

        Raises RefusedError for an unknown one or one who blocked the bot.
        """
        person_id = self.known(chat_id)
        if self._store.get("blocked", person_id):
            raise forbidden("bot was blocked by the user")
        return person_id

    def known(self, chat_id: str) -> int:
        """The chat that the bot knows: a group, or a person who has written to it. Raises RefusedError otherwise."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        person_id = int(chat_id) if chat_id.lstrip("-").isdecimal() else 0
        if self._groups.find(person_id) is not None:
            return person_id
        if person_id not in self._people or not self._store.get("started", person_id):
            raise bad_request("chat not found")
        return person_id
