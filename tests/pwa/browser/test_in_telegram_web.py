"""Telegram Web shows the Mini App in a frame of its own; another site's page gets no frame and no session of it."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import BrowserContext, Frame, Page, Route, sync_playwright

from core.inbox import this_bot
from core.people.chats import link
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import pointed_at
from tests.builders.telegram import bot_of_its_own, init_data
from tests.pwa.serving import Site, served
from tests.services import BROWSER_ARGUMENTS, browser_program

PERSON, RONDA = 4711, "https://ronda.test"
TELEGRAM, EVIL = "https://web.telegram.org", "https://evil.test"
NEAR = "--disable-features=LocalNetworkAccessChecks"
"""A page from outside may show one of this machine, as here it only seems to be."""


@pytest.fixture
def site(fresh_sqlite: Callable[[Path], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The pages over HTTPS, with a bot of their own."""
    monkeypatch.setenv("PUBLIC_URL", RONDA)
    with ThreadPoolExecutor(1) as apart:
        url = apart.submit(fresh_sqlite, tmp_path / "ronda.db").result()
    with bot_of_its_own(), pointed_at(url, tmp_path), served(certificate(tmp_path)) as running:
        yield running


@pytest.fixture
def chrome(site: Site) -> Iterator[BrowserContext]:
    """A browser that finds Ronda under its name, and in which every other site is a page with Ronda in a frame."""
    firm = site.do(Firm.known(EBRO))
    site.do(link(this_bot(), PERSON, site.do(new_ticket(Purpose.CHAT, firm.people["rep"]))))
    rules = f"--host-resolver-rules=MAP ronda.test 127.0.0.1:{site.port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=[*BROWSER_ARGUMENTS, rules, NEAR])
        context = browser.new_context(ignore_https_errors=True, locale="en", viewport={"width": 900, "height": 800})
        for origin in (TELEGRAM, EVIL):
            context.route(f"{origin}/**", around)
        yield context
        browser.close()


def test_the_mini_app_is_at_work_inside_telegram_web(chrome: BrowserContext) -> None:
    page = chrome.new_page()
    frame = framed(page, TELEGRAM, entrance())
    frame.wait_for_url(f"{RONDA}/today")
    assert json.loads(page.evaluate("told[0]")) == {"eventType": "web_app_ready"}
    frame.locator(".places-new").first.click()
    frame.locator("#new-sheet a[href^='/accounts/new']").first.click()
    frame.locator("[name=name]").fill("Acme")
    frame.locator("form [type=submit]").first.click()
    frame.get_by_role("heading", name="Acme").wait_for()
    frame.get_by_role("button", name="Undo").first.wait_for()
    kept = {one["name"]: one for one in chrome.cookies(RONDA)}
    assert kept["__Host-ronda-telegram"]["sameSite"] == "None"
    assert kept["__Host-ronda-telegram"]["partitionKey"] == "https://telegram.org"
    assert "__Host-ronda" not in kept


def test_another_sites_page_shows_neither_the_entrance_nor_a_page(chrome: BrowserContext) -> None:
    page = chrome.new_page()
    framed(page, TELEGRAM, entrance()).wait_for_url(f"{RONDA}/today")
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    for path in (entrance(), f"{RONDA}/today", f"{RONDA}/sign-in"):
        refused.clear()
        framed(page, EVIL, path)
        page.wait_for_timeout(500)
        assert any("frame-ancestors" in one for one in refused), path
        assert not page.frames[1].url.startswith(RONDA)


def test_the_frames_session_is_no_session_anywhere_else(chrome: BrowserContext) -> None:
    page = chrome.new_page()
    framed(page, TELEGRAM, entrance()).wait_for_url(f"{RONDA}/today")
    page.goto(f"{RONDA}/today")
    assert page.url.startswith(f"{RONDA}/sign-in")


def test_nobody_signs_in_with_a_password_in_telegrams_frame(chrome: BrowserContext) -> None:
    page = chrome.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    framed(page, TELEGRAM, f"{RONDA}/sign-in")
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in one for one in refused)


def entrance() -> str:
    data = init_data(settings().telegram_bot_token, PERSON, datetime.now(UTC))
    return f"{RONDA}/mini-app#tgWebAppData={data.replace('%', '%25').replace('&', '%26').replace('=', '%3D')}"


def framed(page: Page, origin: str, address: str) -> Frame:
    """The address in a frame of a page of that origin."""
    page.goto(f"{origin}/k/")
    page.evaluate("(src) => { document.querySelector('iframe').src = src }", address)
    return page.frames[1]


def around(route: Route) -> None:
    route.fulfill(
        content_type="text/html",
        body="<!DOCTYPE html><title>.</title><script>told = []; onmessage = ({ data }) => told.push(data)</script>"
        '<iframe style="width: 380px; height: 700px"></iframe>',
    )


def certificate(folder: Path) -> Path:
    """One that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ronda.test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("ronda.test")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path
