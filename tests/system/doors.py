"""The doors of a running Ronda, used as people use them: what does not get through is tried again, as the same."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import httpx

from bot.local.person import Person, Shown
from core.people.sign_in import Purpose, new_ticket
from tests.builders.cast import Firm
from tests.system.running import Ronda

T = TypeVar("T")
PAUSE_SECONDS = 0.2
ANSWER_SECONDS = 900.0
"""What a killed process was about to say is said by its successor; on a busy machine that may be killed too."""
FOUND = 303


class Browser:
    """Somebody who is signed in to the pages and sends their forms, as a browser does."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def opens(self, path: str, **headers: str) -> httpx.Response:
        """Looks at a page; asks again while nobody answers."""
        return await through(lambda: self.http.get(path, headers=headers))

    async def sends(
        self, path: str, fields: Mapping[str, Any], files: Mapping[str, Any] | None = None, **headers: str
    ) -> httpx.Response:
        """Sends a form; what was not answered is sent again as it is, with the id that it has."""
        return await through(lambda: self.http.post(path, data=dict(fields), files=files, headers=headers))


class Chatter:
    """Somebody who writes to the bot and hears its answers, also while the chat comes and goes."""

    def __init__(self, person: Person) -> None:
        self.person = person

    async def says(self, text: str) -> None:
        """Writes a message, once: where it is unknown whether it was sent, looks into the chat first."""
        await self._once(lambda: self.person.says(text), lambda shown: shown.text == text)

    async def sends_photo(self, content: bytes, caption: str) -> None:
        """Sends a photo, once."""
        await self._once(lambda: self.person.sends_photo(content, caption), lambda shown: shown.text == caption)

    async def hears(self, *words: str, seconds: float = ANSWER_SECONDS) -> Shown:
        """What the bot says with all these words. Looks at the whole chat: a restarted one counts its changes anew."""
        async with asyncio.timeout(seconds):
            while True:
                for shown in await through(self.person.sees):
                    if shown.is_of_bot and all(word in shown.text for word in words):
                        return shown
                await asyncio.sleep(PAUSE_SECONDS)

    async def _once(self, act: Callable[[], Awaitable[object]], is_it: Callable[[Shown], bool]) -> None:
        while True:
            try:
                await act()
            except httpx.TransportError:
                await asyncio.sleep(PAUSE_SECONDS)
                if not any(map(is_it, await through(self.person.sees))):
                    continue
            return


class Operator:
    """Somebody at the command line, who says the same again when it did not work."""

    def __init__(self, ronda: Ronda, email: str) -> None:
        self.ronda, self.email = ronda, email

    async def does(self, name: str, payload: Mapping[str, Any], operation_id: str) -> Mapping[str, Any]:
        """`ronda do`; gives the operation's result."""
        command = ("do", name, json.dumps(payload), "--as", self.email, "--id", operation_id)
        done = await asyncio.to_thread(self.ronda.do, *command)
        assert done.returncode == 0, done.stderr
        result: Mapping[str, Any] = json.loads(done.stdout)["result"]
        return result


async def through(ask: Callable[[], Awaitable[T]], seconds: float = ANSWER_SECONDS) -> T:
    """Asks until somebody answers."""
    async with asyncio.timeout(seconds):
        while True:
            try:
                return await ask()
            except httpx.TransportError:
                await asyncio.sleep(PAUSE_SECONDS)


def title_of(answer: httpx.Response) -> str:
    """The answer in a line: its status and what the page is called."""
    return f"{answer.status_code} {answer.request.url.path} {answer.text.partition('<title>')[2].partition('<')[0]}"


@asynccontextmanager
async def browser(ronda: Ronda, locale: str = "en") -> AsyncIterator[Browser]:
    """A browser in which nobody is signed in."""
    headers = {"Origin": ronda.url, "Sec-Fetch-Site": "same-origin", "Accept-Language": locale}
    async with httpx.AsyncClient(base_url=ronda.url, headers=headers, timeout=60, trust_env=False) as http:
        yield Browser(http)


@asynccontextmanager
async def signed_in(ronda: Ronda, firm: Firm, who: str, locale: str = "en") -> AsyncIterator[Browser]:
    """A browser in which one of the firm's people is signed in, by a link such as the chat gives."""
    facts = {"company_id": firm.company_id, "path": "/today"}
    code = await new_ticket(Purpose.OPEN, firm.people[who], facts)
    async with browser(ronda, locale) as made:
        answer = await made.sends(f"/open/{code}", {})
        assert answer.status_code == FOUND, title_of(answer)
        yield made


@asynccontextmanager
async def in_chat(ronda: Ronda, firm: Firm, who: str, language: str = "es") -> AsyncIterator[Chatter]:
    """One of the firm's people in the chat, linked to it by a code."""
    code = await new_ticket(Purpose.CHAT, firm.people[who], {"company_id": firm.company_id})
    async with await Person.arrives(ronda.chat_url, who.title(), language) as person:
        await person.says(f"/start {code}")
        await person.hears_that("👋", ANSWER_SECONDS)
        yield Chatter(person)
