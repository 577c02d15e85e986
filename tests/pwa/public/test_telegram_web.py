"""Inside web.telegram.org the Mini App stands in a frame: Telegram's alone, with cookies of that frame's own."""

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from core.inbox import this_bot
from core.people.chats import link
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from pwa.telegram_web import ORIGINS
from tests.builders.cast import Firm
from tests.builders.telegram import bot_of_its_own, init_data
from tests.pwa.visitors import Visitors, hidden, secret_of

PERSON = 4711
FRAME = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "same-origin"}
IN_TELEGRAM = f"frame-ancestors {' '.join(ORIGINS)}"
NOWHERE = "frame-ancestors 'none'"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing here depends on the database's kind."""
    return sqlite_url


@pytest.fixture(autouse=True)
def own_bot(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PUBLIC_URL", "https://ronda.test")
    with bot_of_its_own():
        yield


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    """Of the rep, whose chat is linked; nobody is signed in."""
    await link(this_bot(), PERSON, await new_ticket(Purpose.CHAT, firm.people["rep"]))
    opened = visitors.stranger()
    opened.base_url = httpx.URL("https://ronda.test")
    opened.headers["Origin"] = "https://ronda.test"
    return opened


async def come_in(browser: httpx.AsyncClient, headers: dict[str, str]) -> httpx.Response:
    data = init_data(settings().telegram_bot_token, PERSON, datetime.now(UTC))
    return await browser.post("/mini-app", data={"data": data}, headers=headers)


async def test_the_entrance_stands_in_telegrams_frame_and_nothing_else_does(browser: httpx.AsyncClient) -> None:
    entrance = await browser.get("/mini-app", headers=FRAME)
    assert entrance.headers["content-security-policy"].endswith(IN_TELEGRAM)
    assert "x-frame-options" not in entrance.headers
    for path in ("/sign-in", "/today", "/nowhere", "/mini-app-of-others"):
        answer = await browser.get(path, headers=FRAME)
        assert answer.headers["content-security-policy"].endswith(NOWHERE), path
        assert answer.headers["x-frame-options"] == "DENY"


async def test_whoever_comes_in_there_has_that_frames_own_cookie_and_its_pages(browser: httpx.AsyncClient) -> None:
    answer = await come_in(browser, FRAME)
    kept = [one for one in answer.headers.get_list("set-cookie") if one.startswith("__Host-ronda-telegram=")]
    assert len(kept) == 1
    assert kept[0].endswith("; Path=/; Secure; HttpOnly; SameSite=None; Partitioned")
    assert not any(one.startswith("__Host-ronda=") for one in answer.headers.get_list("set-cookie"))
    page = await browser.get("/accounts/new", headers=FRAME)
    assert page.headers["content-security-policy"].endswith(IN_TELEGRAM)
    made = await browser.post(
        "/accounts", data={"operation_id": hidden(page.text), "name": "Acme", "kinds": "customer"}, headers=FRAME
    )
    assert made.status_code == 303
    told = await browser.get(made.headers["location"], headers=FRAME)
    assert "Undo" in told.text
    assert "Undo" not in (await browser.get(made.headers["location"], headers=FRAME)).text


async def test_no_password_is_typed_in_a_frame(browser: httpx.AsyncClient) -> None:
    await come_in(browser, FRAME)
    for path in ("/sign-in/code", "/password/x", "/open/x"):
        answer = await browser.get(path, headers=FRAME)
        assert answer.headers["content-security-policy"].endswith(NOWHERE), path


async def test_a_session_outside_a_frame_is_never_shown_in_one(
    browser: httpx.AsyncClient, firm: Firm, visitors: Visitors
) -> None:
    answer = await come_in(browser, {"Sec-Fetch-Dest": "document"})
    kept = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("__Host-ronda="))
    assert "SameSite=lax" in kept
    assert (await browser.get("/today")).headers["content-security-policy"].endswith(NOWHERE)
    browser.cookies.clear()
    browser.cookies.set("__Host-ronda", await secret_of(firm, "rep"))
    assert (await browser.get("/today")).headers["content-security-policy"].endswith(NOWHERE)


async def test_whoever_has_lost_the_session_is_told_so_in_the_frame(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/today", headers=FRAME)
    assert answer.headers["location"] == "/mini-app?ended=1"
    page = await browser.get("/mini-app?ended=1", headers=FRAME)
    assert page.headers["content-security-policy"].endswith(IN_TELEGRAM)
    assert "data-mini-app" not in page.text
    assert 'href="/sign-in" target="_blank"' in page.text
    await come_in(browser, FRAME)
    out = await browser.post("/sign-out", headers=FRAME)
    assert out.headers["location"] == "/mini-app?ended=1"
    assert (await browser.get("/today", headers=FRAME)).status_code == 303


async def test_without_https_there_is_no_frame(monkeypatch: pytest.MonkeyPatch, database: str) -> None:
    monkeypatch.setenv("PUBLIC_URL", "http://ronda.test")
    settings.cache_clear()
    elsewhere = Visitors()
    answer = await elsewhere.stranger().get("/mini-app", headers=FRAME)
    await elsewhere.leave()
    assert answer.headers["content-security-policy"].endswith(NOWHERE)
