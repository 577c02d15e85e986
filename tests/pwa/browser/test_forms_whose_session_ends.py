"""A session that ends while one writes takes nothing: the page stays, one signs in beside it, and sends it once."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect
from sqlalchemy import delete

from core.database import EVERY_COMPANY, transaction
from core.people.models import UserSession
from core.people.sign_in import give_password
from tests.builders.cast import Firm
from tests.pwa.serving import Site

Enter = Callable[..., Page]
PASSWORD = "a short sentence"
SIGNED_OUT = "You were signed out. Sign in again and send it: what you wrote is still here."


@pytest.fixture(autouse=True)
def english(site: Site, firm: Firm) -> None:
    """The people read English and have a password."""
    for who in ("rep", "manager"):
        site.do(firm.do("settings.edit", {"locale": "en"}, who))
    site.do(give_password([firm.people["rep"], firm.people["manager"]], PASSWORD))


@pytest.fixture(autouse=True)
def refused(problems: list[str]) -> Iterator[None]:
    """Browsers tell their console of what is answered with 401 or 409."""
    yield
    problems[:] = [one for one in problems if not re.search(r"status of 4(01|09)|Error Code 401|\[object Event", one)]


def test_it_is_still_there_and_is_sent_once_after_signing_in_beside_it(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    page = enter(desk, "/accounts/new")
    page.get_by_label("Name").fill("Talleres Núñez")
    sessions_end(site, firm)
    first = sent_by(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text(SIGNED_OUT)
    expect(page.get_by_label("Name")).to_have_value("Talleres Núñez")
    sign_in_beside(page, firm, "rep")
    again = sent_by(page, "Save")
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    assert operation_of(again) == operation_of(first)
    page.goto(site.url + "/accounts?q=Talleres")
    expect(page.locator("#results .row-name")).to_have_count(1)


def test_so_is_a_chosen_file(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    page = enter(desk, "/documents/new")
    page.locator("input[type=file]").set_input_files(
        {"name": "Tarifa 2027.txt", "mimeType": "text/plain", "buffer": "Bomba B: 1.250 €".encode()}
    )
    sessions_end(site, firm)
    page.locator("main [type=submit]").click()
    expect(page.get_by_role("alert")).to_contain_text(SIGNED_OUT)
    sign_in_beside(page, firm, "rep")
    page.locator("main [type=submit]").click()
    expect(page.get_by_role("heading", name="Tarifa 2027")).to_be_visible()


def test_nobody_else_saves_it(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    page = enter(desk, "/accounts/new")
    page.get_by_label("Name").fill("Talleres Núñez")
    sessions_end(site, firm)
    sent_by(page, "Save")
    sign_in_beside(page, firm, "manager")
    sent_by(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("is signed in now, and this was written by somebody else")
    expect(page.locator(".toast:visible")).to_have_count(1)
    expect(page.get_by_label("Name")).to_have_value("Talleres Núñez")
    other = page.context.new_page()
    other.goto(site.url + "/accounts?q=Talleres")
    expect(other.locator("#results .row-name")).to_have_count(0)
    sessions_end(site, firm)
    sent_by(page, "Save")
    sign_in_beside(page, firm, "rep")
    sent_by(page, "Save")
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()


def test_what_the_page_asks_for_meanwhile_takes_nobody_away(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    page = enter(desk, "/contacts/new")
    sessions_end(site, firm)
    with page.expect_response("**/accounts/names*") as names:
        page.get_by_label("Account", exact=True).press_sequentially("Ac")
    assert names.value.status == 286
    page.wait_for_timeout(300)
    expect(page.get_by_label("Account", exact=True)).to_have_value("Ac")
    expect(page.locator(".toast:visible")).to_have_count(0)


def test_a_value_that_is_edited_in_place_stays_too(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    opportunity = site.do(firm.opportunity())
    page = enter(desk, f"/opportunities/{opportunity}")
    page.locator(".edits").first.click()
    field = page.locator("[data-in-place] .input")
    field.fill("Bombas 2027")
    sessions_end(site, firm)
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(SIGNED_OUT)
    expect(field).to_have_value("Bombas 2027")
    sign_in_beside(page, firm, "rep")
    field.press("Enter")
    expect(page.get_by_role("heading", name="Bombas 2027")).to_be_visible()


def sessions_end(site: Site, firm: Firm) -> None:
    """Everybody is signed out, elsewhere: the browsers still have their cookies."""

    async def end() -> None:
        async with transaction(EVERY_COMPANY) as session:
            await session.execute(delete(UserSession).where(UserSession.user_id.in_(firm.people.values())))

    site.do(end())


def sign_in_beside(page: Page, firm: Firm, who: str) -> None:
    """Follows the notice to the sign-in, which opens another window, and comes back."""
    with page.context.expect_page() as opened:
        page.get_by_role("alert").get_by_role("link", name="Sign in").click()
    beside = opened.value
    beside.get_by_label("E-mail").fill(f"{who}@ebro.example")
    beside.get_by_label("Password").fill(PASSWORD)
    beside.keyboard.press("Enter")
    beside.wait_for_url("**/today")
    beside.close()


def sent_by(page: Page, button: str) -> Request:
    """What the button sends, once it is answered."""
    with page.expect_request_finished(lambda request: request.method == "POST") as sent:
        page.get_by_role("button", name=button).click()
    return sent.value


def operation_of(request: Request) -> str:
    """The id of the operation that is sent."""
    found = re.search(r"operation_id=([0-9a-f-]{36})", request.post_data or "")
    assert found
    return found[1]
