"""Opened from the chat on a phone: signed in by itself, as light or dark as Telegram, back by Telegram's arrow."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from core.inbox import this_bot
from core.people.chats import link
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import pointed_at
from tests.builders.telegram import bot_of_its_own, init_data
from tests.pwa.serving import Site, served
from tests.pwa.waiting import until

PERSON = 4711
TELEGRAM = """
globalThis.told = [];
globalThis.TelegramWebviewProxy = { postEvent: (type, about) => told.push([type, JSON.parse(about)]) };
"""
NIGHT, DAY = {"bg_color": "#17212b"}, {"bg_color": "#ffffff"}


@pytest.fixture
def site(fresh_sqlite: Callable[[Path], str], tmp_path: Path) -> Iterator[Site]:
    """The pages with a bot of their own, to whose chat the rep has come."""
    with ThreadPoolExecutor(1) as apart:
        url = apart.submit(fresh_sqlite, tmp_path / "ronda.db").result()
    with bot_of_its_own(), pointed_at(url, tmp_path), served() as running:
        firm = running.do(Firm.known(EBRO))
        running.do(link(this_bot(), PERSON, running.do(new_ticket(Purpose.CHAT, firm.people["rep"]))))
        yield running


@pytest.mark.parametrize("path", ["/mini-app", "/"])
def test_it_is_signed_in_and_takes_the_light_and_the_arrow_of_telegram(
    site: Site, phone: BrowserContext, path: str
) -> None:
    page = opened(site, phone, path, entrance())
    page.wait_for_url("**/today")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    until(page, "told.length > 3")
    assert ["web_app_setup_back_button", {"is_visible": False}] in page.evaluate("told")
    page.goto(f"{site.url}/accounts")
    until(page, "told.length > 3")
    assert ["web_app_setup_back_button", {"is_visible": True}] in page.evaluate("told")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.evaluate("(colours) => Telegram.WebView.receiveEvent('theme_changed', { theme_params: colours })", DAY)
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.evaluate("Telegram.WebView.receiveEvent('back_button_pressed')")
    page.wait_for_url("**/today")


@pytest.mark.parametrize("wrong", ["stale", "forged"])
def test_who_telegram_does_not_vouch_for_is_told_to_open_it_from_the_chat_again(
    site: Site, phone: BrowserContext, wrong: str
) -> None:
    data = entrance(minutes_ago=10 if wrong == "stale" else 0)
    page = opened(site, phone, "/mini-app", data.replace("Ana", "Eva") if wrong == "forged" else data)
    expect(page.get_by_role("alert")).to_contain_text("Open Ronda from the chat again")
    expect(page.get_by_role("link", name="Sign in with your password")).to_be_visible()


def test_without_network_it_can_be_tried_again(site: Site, phone: BrowserContext) -> None:
    page = opened(site, phone, "/mini-app?", "")  # the entrance, before anything is there to send
    page.wait_for_url("**/sign-in")
    page.route("**/mini-app", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page = opened(site, phone, "/mini-app", entrance(), page)
    page.get_by_role("button", name="Try again").wait_for()
    page.unroute("**/mini-app")
    page.get_by_role("button", name="Try again").tap()
    page.wait_for_url("**/today")


def test_signed_out_it_leads_to_the_sign_in_as_no_other_window_signs_in_for_it(
    site: Site, phone: BrowserContext
) -> None:
    page = opened(site, phone, "/mini-app", entrance())
    page.wait_for_url("**/today")
    page.goto(f"{site.url}/accounts/new")
    until(page, "told.length > 3")
    phone.clear_cookies()
    page.locator("[name=name]").fill("Acme")
    page.locator("main [type=submit]").tap()
    page.wait_for_url("**/sign-in")


def entrance(minutes_ago: int = 0) -> str:
    return init_data(settings().telegram_bot_token, PERSON, datetime.now(UTC) - timedelta(minutes=minutes_ago))


def opened(site: Site, phone: BrowserContext, path: str, data: str, page: Page | None = None) -> Page:
    """The page as Telegram opens it: what it says stands behind the # of the address."""
    page = page or phone.new_page()
    page.add_init_script(TELEGRAM)
    page.set_extra_http_headers({"Accept-Language": "en"})
    said = f"#tgWebAppData={quote(data, safe='')}&tgWebAppThemeParams={quote(json.dumps(NIGHT))}" if data else ""
    page.goto(f"{site.url}{path}{said}")
    return page
