"""A person with a phone, for tests: writes, taps, sends photos, and sees what the bot answers, over
real HTTP.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import httpx

from bot.local.store import Json

PATIENCE = 15.0
"""Seconds that a person waits for an answer before giving up; generous, since tests share a busy machine."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a person sees it."""

    raw: Json = field(repr=False)
    is_edited: bool = False

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Its text, or the caption of its picture or file."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def is_of_bot(self) -> bool:
        return bool(self.raw["from"]["is_bot"])

    @property
    def buttons(self) -> list[Json]:
        """The inline buttons, row by row, each with `text` and `callback_data` or `url`."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What is written on the inline buttons."""
        return [str(button["text"]) for button in self.buttons]

    @property
    def keyboard(self) -> list[str]:
        """What is written on the keys that this message puts in place of the phone's keyboard."""
        rows = (self.raw.get("keyboard") or {}).get("keyboard", [])
        return [str(key["text"]) for row in rows for key in row]

    def button(self, label: str) -> Json:
        """The first inline button with this label, or with one that contains it."""
        exact = [button for button in self.buttons if button["text"] == label]
        near = [button for button in self.buttons if label in button["text"]]
        if not exact + near:
            raise LookupError(f"no button {label!r} among {self.labels} under {self.text!r}")
        return (exact + near)[0]

    def marked(self, kind: str) -> list[str]:
        """The pieces of the text that bear an entity of this kind, such as `bold` or `text_link`."""
        units = self.text.encode("utf-16-le")
        entities = self.raw.get("entities") or self.raw.get("caption_entities") or []
        spans = [(2 * one["offset"], 2 * (one["offset"] + one["length"])) for one in entities if one["type"] == kind]
        return [units[start:end].decode("utf-16-le") for start, end in spans]


@dataclass(frozen=True, slots=True)
class Answered:
    """What the bot answers to a tap: nothing, a passing word, or an alert."""

    text: str = ""
    show_alert: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """What the bot offers for an inline query: results, and a button above them."""

    query_id: str
    results: list[Json]
    button: Json | None
    is_personal: bool
    cache_time: int

    @property
    def titles(self) -> list[str]:
        return [str(result["title"]) for result in self.results]


class Person:
    """Somebody in the local chat.

    Make one with `Person.arrives`; use it as an async context, or call `leaves`.
    """

    def __init__(self, http: httpx.AsyncClient, person: Json) -> None:
        self._http = http
        self._person = person
        self._place = 0
        self._unheard: list[Shown] = []
        self._answers: dict[str, Answered] = {}
        self._offers: dict[str, Offered] = {}

    @classmethod
    async def arrives(cls, url: str, first_name: str = "Ana", language_code: str = "es") -> Self:
        """A new person in the chat at `url`, whose phone is set to this language."""
        http = httpx.AsyncClient(base_url=url, timeout=60, trust_env=False)
        response = await http.post("/people", json={"first_name": first_name, "language_code": language_code})
        return cls(http, response.raise_for_status().json())

    async def leaves(self) -> None:
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.leaves()

    @property
    def id(self) -> int:
        """The person's number on Telegram, and their chat's."""
        return int(self._person["id"])

    async def says(self, text: str, forwarded_from: str = "", reply_to: int = 0) -> Shown:
        """Writes a message, or forwards what somebody else wrote."""
        return Shown(
            await self._act("messages", {"text": text, "forwarded_from": forwarded_from, "reply_to": reply_to})
        )

    async def edits(self, message: Shown, text: str) -> Shown:
        """Changes an own message."""
        return Shown(await self._act("edits", {"message_id": message.id, "text": text}), is_edited=True)

    async def sends_photo(self, content: bytes, caption: str = "") -> Shown:
        return (await self.sends_album([content], caption))[0]

    async def sends_album(self, photos: Sequence[bytes], caption: str = "") -> list[Shown]:
        """Sends several photos at once; the first bears the caption."""
        files = [("photo", (f"photo{number}.jpg", photo, "image/jpeg")) for number, photo in enumerate(photos)]
        return [Shown(raw) for raw in await self._upload("photos", files, {"caption": caption})]

    async def sends_document(self, content: bytes, name: str, caption: str = "", mime_type: str = "") -> Shown:
        """Sends a file as it is; a picture sent so keeps its size."""
        part = (name, content, mime_type) if mime_type else (name, content)
        return Shown((await self._upload("documents", [("document", part)], {"caption": caption}))[0])

    async def sends_voice(self, content: bytes, duration: int = 1, forwarded_from: str = "") -> Shown:
        """Sends a voice message, or forwards somebody else's."""
        part = ("voice.oga", content, "audio/ogg")
        fields = {"duration": str(duration), "forwarded_from": forwarded_from}
        return Shown(await self._upload("voices", [("voice", part)], fields))

    async def shares_location(self, latitude: float, longitude: float) -> Shown:
        return Shown(await self._act("locations", {"latitude": latitude, "longitude": longitude}))

    async def shares_contact(self, phone_number: str, first_name: str, last_name: str = "") -> Shown:
        card = {"phone_number": phone_number, "first_name": first_name, "last_name": last_name}
        return Shown(await self._act("contacts", card))

    async def blocks(self) -> None:
        """Wants to hear nothing more from the bot, until they write again."""
        await self._act("block", {})

    async def touches(self, label: str, message: Shown | None = None) -> str:
        """Taps an inline button of this message (or of the last that has it) and does not wait for the
        bot.
        """
        target = message or await self._last_with(label)
        data = {"message_id": target.id, "data": target.button(label)["callback_data"]}
        return str((await self._act("callbacks", data))["id"])

    async def taps(self, label: str, message: Shown | None = None, within: float = PATIENCE) -> Answered:
        """Taps an inline button and waits until the bot has answered the tap.

        Raises TimeoutError if it does not.
        """
        query = await self.touches(label, message)
        await self._until(lambda: query in self._answers, within, f"an answer to the tap on {label!r}")
        return self._answers.pop(query)

    async def asks(self, query: str, within: float = PATIENCE) -> Offered:
        """Types the bot's name and these words into some chat, and waits for what it offers.

        Raises TimeoutError if nothing comes.
        """
        number = str((await self._act("inline_queries", {"query": query}))["id"])
        await self._until(lambda: number in self._offers, within, f"an answer to the query {query!r}")
        return self._offers.pop(number)

    async def picks(self, offered: Offered, title: str) -> Shown:
        """Sends one of the results to the chat with the bot."""
        result = next(result for result in offered.results if result["title"] == title)
        return Shown(await self._act("inline_picks", {"query_id": offered.query_id, "result_id": result["id"]}))

    async def founds_group(self, title: str) -> int:
        """A new group with the bot in it; gives its number."""
        return int((await self._act("groups", {"title": title}))["id"])

    async def says_in_group(self, group: int, text: str, reply_to: int = 0) -> Shown:
        return Shown(await self._act("group_messages", {"group": group, "text": text, "reply_to": reply_to}))

    async def sees_in_group(self, group: int) -> list[Shown]:
        """Everything in the group, oldest first."""
        page = (await self._http.get(f"/groups/{-group}/messages")).raise_for_status().json()
        return [Shown(raw) for raw in page["messages"]]

    async def hears(self, within: float = PATIENCE) -> Shown:
        """The next message of the bot that is new or edited, in order.

        Raises TimeoutError when none comes.
        """
        await self._until(lambda: bool(self._unheard), within, "the bot to say something")
        return self._unheard.pop(0)

    async def hears_that(self, wanted: str | Callable[[Shown], bool], within: float = PATIENCE) -> Shown:
        """The next message of the bot that contains these words or fulfils this; those before it are
        passed over.
        """
        until = time.monotonic() + within
        while True:
            shown = await self.hears(max(until - time.monotonic(), 0.01))
            if wanted in shown.text if isinstance(wanted, str) else wanted(shown):
                return shown

    async def unheard(self) -> list[Shown]:
        """What the bot has said so far that was not heard yet; they count as heard now."""
        await self._look(0)
        heard, self._unheard = self._unheard, []
        return heard

    async def sees(self) -> list[Shown]:
        """The whole chat as it stands, oldest first."""
        page = (await self._http.get(f"/chats/{self.id}/messages")).raise_for_status().json()
        return [Shown(raw, is_edited="edit_date" in raw) for raw in page["messages"]]

    async def last(self) -> Shown:
        """The bot's last message as it stands now."""
        return [shown for shown in await self.sees() if shown.is_of_bot][-1]

    async def _last_with(self, label: str) -> Shown:
        for shown in reversed(await self.sees()):
            if any(label in text for text in shown.labels):
                return shown
        raise LookupError(f"no message has a button {label!r}")

    async def _until(self, is_there: Callable[[], bool], within: float, what: str) -> None:
        until = time.monotonic() + within
        while not is_there():
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"{self._person['first_name']} waited {within:g} s for {what}")
            await self._look(left)

    async def _look(self, wait: float) -> None:
        query: dict[str, str | float] = {"after": self._place, "wait": wait}
        try:
            response = await self._http.get(f"/chats/{self.id}/changes", params=query)
        except httpx.TransportError:  # the server is being restarted: look again
            await asyncio.sleep(0.1)
            return
        for change in response.raise_for_status().json()["changes"]:
            self._place = change["number"]
            self._notice(change)

    def _notice(self, change: Json) -> None:
        if change["what"] in ("message", "edited"):
            shown = Shown(change["message"], is_edited=change["what"] == "edited")
            if shown.is_of_bot:
                self._unheard.append(shown)
        elif change["what"] == "answered":
            self._answers[change["query_id"]] = Answered(change["text"], change["show_alert"])
        elif change["what"] == "offered":
            names = ("query_id", "results", "button", "is_personal", "cache_time")
            self._offers[change["query_id"]] = Offered(*(change[name] for name in names))

    async def _act(self, what: str, fields: Json) -> Any:
        response = await self._http.post(f"/people/{self.id}/{what}", json=fields)
        return response.raise_for_status().json()

    async def _upload(self, what: str, files: list[Any], fields: dict[str, str]) -> Any:
        response = await self._http.post(f"/people/{self.id}/{what}", files=files, data=fields)
        return response.raise_for_status().json()
