"""The live stream over real HTTP: at once, to whom it may concern, until the session ends."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from core.database import reading
from core.events import last_number
from tests.builders.cast import Firm
from tests.pwa.serving import PATIENCE_SECONDS, Site, served
from tests.pwa.visitors import secret_of


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The feed itself is tested on both kinds, in tests/core."""
    return sqlite_url


@pytest.fixture
async def site(firm: Firm) -> AsyncIterator[Site]:
    with served() as running:
        yield running


@asynccontextmanager
async def listening(site: Site, secret: str, since: int) -> AsyncIterator["Ear"]:
    async with (
        httpx.AsyncClient(base_url=site.url, timeout=PATIENCE_SECONDS, cookies={"ronda": secret}) as browser,
        browser.stream("GET", f"/live?since={since}", headers={"Accept": "text/event-stream"}) as stream,
    ):
        assert stream.status_code == 200
        assert "text/event-stream" in stream.headers["content-type"]
        yield Ear(stream)


class Ear:
    """Reads a stream's events."""

    def __init__(self, stream: httpx.Response) -> None:
        self.lines = stream.aiter_lines()

    async def next(self) -> dict[str, Any] | None:
        """The next event's data; None when the stream is over."""
        async for line in self.lines:
            if line.startswith("data: "):
                found: dict[str, Any] = json.loads(line[6:])
                return found
        return None


async def _now(firm: Firm) -> int:
    async with reading(firm.company_id) as session:
        return await last_number(session, firm.company_id)


def _news(*topics: str) -> dict[str, list[str]]:
    return {"topics": sorted(topics)}


async def test_a_change_reaches_an_open_page_and_only_who_may_see_it(firm: Firm, rival: Firm, site: Site) -> None:
    since, rivals = await _now(firm), await _now(rival)
    async with (
        listening(site, await secret_of(firm, "rep"), since) as rep,
        listening(site, await secret_of(firm, "southerner"), since) as southerner,
        listening(site, await secret_of(rival, "admin"), rivals) as stranger,
    ):
        account = await firm.account(by="rep")
        assert await rep.next() == _news("account", account, f"account:{firm.people['rep']}")
        theirs = await firm.account(by="southerner")
        assert await southerner.next() == _news("account", theirs, f"account:{firm.people['southerner']}")
        elsewhere = await rival.account(by="admin")
        assert await stranger.next() == _news("account", elsewhere, f"account:{rival.people['admin']}")


async def test_what_happened_before_the_stream_was_open_is_told_first(firm: Firm, site: Site) -> None:
    since = await _now(firm)
    account = await firm.account(by="rep")
    async with listening(site, await secret_of(firm, "rep"), since) as rep:
        assert await rep.next() == _news("account", account, f"account:{firm.people['rep']}")


async def test_the_stream_ends_with_the_session(firm: Firm, site: Site) -> None:
    secret = await secret_of(firm, "rep")
    async with listening(site, secret, await _now(firm)) as rep:
        async with httpx.AsyncClient(base_url=site.url, cookies={"ronda": secret}) as browser:
            await browser.post("/sign-out", headers={"Origin": site.url})
        assert await asyncio.wait_for(rep.next(), PATIENCE_SECONDS) is None


async def test_who_is_shut_out_hears_nothing_more(firm: Firm, site: Site) -> None:
    async with listening(site, await secret_of(firm, "mate"), await _now(firm)) as mate:
        await firm.do("member.disable", {"user_id": firm.people["mate"]}, "admin")
        assert await asyncio.wait_for(mate.next(), PATIENCE_SECONDS) is None


async def test_nobody_in_particular_hears_nothing(firm: Firm, site: Site) -> None:
    async with httpx.AsyncClient(base_url=site.url) as browser:
        answer = await browser.get("/live", headers={"Accept": "text/event-stream"})
        assert answer.status_code == 401
