"""What every answer says to the browser, and what is not listened to."""

import re

import httpx
import pytest

from core.database import EVERY_COMPANY, reading
from core.inbox import this_bot, waiting
from core.settings import settings
from core.webhook import webhook_secret
from pwa.api.telegram import SECRET_HEADER
from pwa.routes import ROUTES
from pwa.security import PAGE_TRANSITION
from tests.builders.cast import Firm
from tests.pwa.visitors import ADDRESS, Visitors

SITES = [
    ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, 403),
    ({"Sec-Fetch-Site": "same-site", "Origin": ADDRESS}, 403),
    ({"Sec-Fetch-Site": "none"}, 403),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": ""}, 403),
    ({"Sec-Fetch-Site": "same-origin"}, 303),
    ({"Origin": ADDRESS}, 303),
]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing here depends on the database's kind."""
    return sqlite_url


@pytest.mark.parametrize(("headers", "status"), SITES)
async def test_another_sites_page_cannot_act(
    firm: Firm, visitors: Visitors, headers: dict[str, str], status: int
) -> None:
    browser = await visitors.of(firm)
    del browser.headers["Origin"]
    answer = await browser.post("/accounts", data={"name": "Acme", "kinds": "customer"}, headers=headers)
    assert answer.status_code == status
    assert ("Acme" in (await browser.get("/accounts")).text) == (status == 303)


@pytest.mark.parametrize("path", ["/sign-in", "/today", "/accounts/x", "/static/ronda.css", "/health", "/nowhere"])
async def test_every_answer_has_the_headers(firm: Firm, visitors: Visitors, path: str) -> None:
    answer = await (await visitors.of(firm)).get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in answer.headers


async def test_pages_are_kept_by_nobody_and_files_with_a_version_for_ever(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    page = await browser.get("/today")
    assert page.headers["cache-control"] == "private, no-store"
    assert "HX-Request" in page.headers["vary"]
    style = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "immutable" in (await browser.get(style)).headers["cache-control"]


async def test_no_page_has_script_or_style_within_it_but_the_one_known_rule(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm, "manager")
    await firm.account()
    own = ("/more", "/settings", "/second-factor", "/passkeys", "/chat")
    for path in ("/today", "/accounts", "/opportunities", "/quick-log", *own):
        page = (await browser.get(path)).text
        assert re.findall(r"<style[^>]*>(.*?)</style>", page) == [PAGE_TRANSITION], path
        assert page.count("<style") == 1, path
        assert " style=" not in page, path
        assert " onclick=" not in page, path
        assert page.count("<script") == page.count("<script src="), path


async def test_a_failure_of_ours_is_told_without_a_trace(
    firm: Firm, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr("pwa.pages.today.today_view", broken)
    answer = await (await visitors.of(firm)).get("/today")
    assert answer.status_code == 500
    assert "secret inside" not in answer.text
    assert "Something failed" in answer.text
    assert "content-security-policy" in answer.headers


async def test_every_address_but_a_few_asks_who_it_is(firm: Firm, visitors: Visitors) -> None:
    public = {"home", "sign_in", "sign_in.create", "sign_in.code", "sign_in.code.create", "sign_in.passkey",
              "sign_in.passkey.options", "sign_out", "password", "password.update", "open", "open.create",
              "mini_app", "mini_app.create",
              "health", "telegram.webhook", "manifest", "service_worker", "offline", "stylesheet", "script",
              "portable", "static"}  # fmt: skip
    browser: httpx.AsyncClient = visitors.stranger()
    for route in ROUTES:
        if route.name in public:  # type: ignore[attr-defined]
            continue
        path = re.sub(r"\{\w+:uuid\}", "0192f0c0-0000-7000-8000-000000000001", route.path)  # type: ignore[attr-defined]
        path = re.sub(r"\{\w+(:str)?\}", "accounts", path)
        method = "POST" if "POST" in route.methods else "GET"  # type: ignore[attr-defined]
        answer = await browser.request(method, path)
        assert (answer.status_code, answer.headers.get("location", "")[:8]) == (303, "/sign-in"), path


@pytest.mark.usefixtures("firm")
async def test_the_local_chat_s_token_opens_no_webhook(visitors: Visitors) -> None:
    """Everybody knows it: who could deliver updates with it would speak as anybody who is linked."""
    forged = {SECRET_HEADER: webhook_secret(settings())}
    stranger = visitors.stranger()
    assert settings().chat_is_local
    assert (await stranger.post("/telegram/webhook", json={"update_id": 7}, headers=forged)).status_code == 403


@pytest.mark.usefixtures("firm")
async def test_the_webhook_wants_its_secret(visitors: Visitors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "2000000002:of-its-own")
    settings.cache_clear()
    telegram = visitors.stranger()
    del telegram.headers["Origin"]
    update = {"update_id": 7, "message": {"chat": {"id": 5}}}
    assert (await telegram.post("/telegram/webhook", json=update)).status_code == 403
    secret = {SECRET_HEADER: webhook_secret(settings())}
    assert (await telegram.post("/telegram/webhook", json=update, headers=secret)).status_code == 200
    broken = await telegram.post("/telegram/webhook", content=b"{", headers=secret)
    assert broken.status_code == 400
    async with reading(EVERY_COMPANY) as session:
        assert [one.update_id for one in await waiting(session, this_bot())] == [7]


async def test_what_a_browser_asks_about_at_each_visit_does_not_travel_again(visitors: Visitors) -> None:
    browser = visitors.stranger()
    worker = await browser.get("/service_worker.js")
    again = await browser.get("/service_worker.js", headers={"If-None-Match": worker.headers["etag"]})
    assert (worker.status_code, again.status_code, again.content) == (200, 304, b"")
    changed = await browser.get("/service_worker.js", headers={"If-None-Match": '"another"'})
    assert changed.text == worker.text
