"""People at the pages, as their browsers: signed in, with cookies, from the same origin."""

import re
from collections.abc import Iterable

import httpx

from core.people.sign_in import Purpose, new_ticket, open_from_chat
from pwa.app import create_app
from tests.builders.cast import Firm
from tests.builders.statements import executed

ADDRESS = "http://ronda.test"
FRAGMENT = {"HX-Request": "true"}


class Visitors:
    """Makes browsers on one application."""

    def __init__(self) -> None:
        self.app = create_app()
        self.browsers: list[httpx.AsyncClient] = []

    def stranger(self) -> httpx.AsyncClient:
        """A browser of nobody."""
        browser = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, raise_app_exceptions=False),
            base_url=ADDRESS,
            headers={"Origin": ADDRESS, "Accept-Language": "en"},
        )
        self.browsers.append(browser)
        return browser

    async def of(self, firm: Firm, who: str = "rep") -> httpx.AsyncClient:
        """The browser of one of the firm's people, signed in."""
        browser = self.stranger()
        browser.cookies.set("ronda", await secret_of(firm, who))
        return browser

    async def leave(self) -> None:
        for browser in self.browsers:
            await browser.aclose()


async def secret_of(firm: Firm, who: str) -> str:
    """The secret of a new session of one of the firm's people."""
    ticket = await new_ticket(Purpose.OPEN, firm.people[who], {"company_id": firm.company_id})
    secret, _ = await open_from_chat(ticket, "a test's browser")
    return secret


def hidden(html: str, name: str = "operation_id") -> str:
    """The value of a form's hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, f"no field {name}"
    return found[1]


async def asked_by(browser: httpx.AsyncClient, rooms: Iterable[str]) -> dict[str, int]:
    """How many statements each of these pages says, when it was opened before."""
    counts = {}
    for room in rooms:
        await browser.get(room)
        with executed() as said:
            assert (await browser.get(room)).status_code == 200
        counts[room] = len(said)
    return counts
