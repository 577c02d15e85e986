"""A day without a mouse: keys alone, and one always sees where one is."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.browser.keyboard import Hand
from tests.pwa.serving import Site

Enter = Callable[..., Page]


def test_a_call_is_logged_and_the_next_step_planned(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    site.do(firm.account(name="Talleres Núñez"))
    page = enter(desk)
    hand = Hand(page)
    hand.press("n")
    hand.to("Log a call")
    hand.press("Enter")
    hand.at("In your own words")
    hand.type("called Talleres Núñez, they want a price, call back tomorrow at 10")
    hand.press("Control+Enter")
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(page.locator("html.has-script")).to_have_count(1)
    hand.press("Control+Enter")
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    expect(page.locator("#planned")).to_contain_text("10:00")


def test_a_sheet_is_left_by_escape_and_gives_the_focus_back(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.activity(day=day(), subject="Send the catalogue"))
    page = enter(desk)
    hand = Hand(page)
    hand.to("Send the catalogue")
    hand.press("Enter")
    expect(page.locator("#sheet")).to_be_visible()
    hand.to("Move to…")
    hand.press("Escape")
    expect(page.locator("#sheet")).to_be_hidden()
    hand.at("Send the catalogue")
    hand.to("Done: Send the catalogue")
    hand.press("Enter")
    expect(page.locator("[data-toast]")).to_contain_text("Done.")
    hand.press("Control+z")
    expect(page.locator("[data-toast]")).to_contain_text("Undone.")


def test_a_card_changes_its_stage_and_is_lost_with_a_reason(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.opportunity(title="Horno mixto"))
    page = enter(desk, "/opportunities")
    hand = Hand(page)
    hand.to("Horno mixto")
    hand.press("Alt+ArrowRight")
    expect(page.locator("[data-toast]")).to_contain_text("is in")
    hand.at("Horno mixto")
    hand.press("m")
    expect(page.locator("#sheet")).to_be_visible()
    hand.to("Prospecting")
    for _ in range(4):
        hand.press("ArrowDown")
    expect(page.get_by_role("radio", name="Lost")).to_be_checked()
    hand.to("Price")
    hand.press("ArrowRight")
    expect(page.get_by_role("radio", name="No budget")).to_be_checked()
    expect(page.get_by_label("Why?")).to_have_value("No budget")
    hand.to("Why?")
    hand.type("price")
    hand.press("Control+Enter")
    expect(page.locator("[data-toast]")).to_contain_text("is in Lost now")


def test_customers_are_filtered_and_found(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    for name, city in (("Talleres Núñez", "Zaragoza"), ("Bodegas Aurora", "Haro")):
        site.do(firm.account(name=name, addresses=[{"street": "Mayor, 1", "city": city}]))
    page = enter(desk, "/accounts")
    hand = Hand(page)
    hand.press("/")
    hand.at("Search customers")
    hand.type("aurora")
    expect(page.get_by_role("link", name="Talleres Núñez")).to_have_count(0)
    hand.to("Bodegas Aurora")
    hand.press("Enter")
    expect(page.get_by_role("heading", name="Bodegas Aurora").first).to_be_visible()


def test_an_admin_puts_a_stage_further_down(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}, "admin"))
    page = enter(desk, "/admin/pipelines", "admin")
    hand = Hand(page)
    hand.to("Prospecting: down")
    hand.press("Enter")
    expect(page.locator("[data-toast]")).to_be_visible()
    hand.at("Prospecting: down")
