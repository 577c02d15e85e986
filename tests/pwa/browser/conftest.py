"""Real pages from a real web process in a real browser: a phone's and a desk's."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from core.customers.world import forget_worlds
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import pointed_at
from tests.pwa.serving import Site, served
from tests.pwa.static.conftest import *  # noqa: F403
from tests.pwa.visitors import secret_of


@pytest.fixture
def site(fresh_sqlite: Callable[[Path], str], tmp_path: Path) -> Iterator[Site]:
    """The pages over the cast's database."""
    with ThreadPoolExecutor(1) as apart:  # the browser's loop runs in this thread
        url = apart.submit(fresh_sqlite, tmp_path / "ronda.db").result()
    with pointed_at(url, tmp_path), served() as running:
        forget_worlds()
        yield running


@pytest.fixture
def firm(site: Site) -> Firm:
    """A firm with people of every role."""
    return site.do(Firm.known(EBRO))


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What went wrong in a browser; nothing may."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def enter(site: Site, firm: Firm, problems: list[str]) -> Callable[..., Page]:
    """Opens a page in a browser, signed in as one of the firm's people."""

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(f"{message.text} ({message.location.get('url')})")

    def opened(context: BrowserContext, path: str = "/today", who: str = "rep") -> Page:
        secret = site.do(secret_of(firm, who))
        context.add_cookies([{"name": "ronda", "value": secret, "url": site.url}])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(site.url + path)
        return page

    return opened
