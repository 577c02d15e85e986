"""Selling by thumb and by mouse: values edited where they stand, a lead that becomes a customer."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.builders.cast import Firm
from tests.pwa.serving import Site

Enter = Callable[..., Page]


def test_an_amount_is_corrected_where_it_stands(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter, problems: list[str]
) -> None:
    account = site.do(firm.account(name="Talleres Núñez"))
    opportunity = site.do(firm.opportunity(title="Oven", amount=100_000, account_id=account))
    page = enter(phone, f"/opportunities/{opportunity}")
    amount = page.locator("#fact-amount")
    amount.tap()
    field = amount.get_by_role("textbox")
    expect(field).to_have_value("1000")
    field.fill("a lot")
    field.press("Enter")
    expect(amount.locator(".field-error")).to_contain_text("That is not an amount")
    expect(field).to_be_focused()
    assert [one for one in problems if "422" not in one] == []  # the browser itself tells of what was refused
    problems.clear()
    field.fill("2.500,00")
    field.press("Enter")
    expect(amount).to_contain_text("€2,500")
    expect(page.locator("[data-toast]")).to_contain_text("Saved.")
    page.get_by_role("button", name="Undo").tap()
    expect(amount).to_contain_text("€1,000")

    page.get_by_role("button", name="Tomorrow").tap()
    expect(page.locator("[data-toast]")).to_contain_text("Planned.")
    expect(page.locator(".rows .row-name", has_text="Talleres Núñez").first).to_be_visible()


def test_a_lead_becomes_a_customer_and_is_found_on_the_list(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.account(name="Posada Real, S.L.", phones=[{"number": "976 123 456"}]))
    page = enter(desk, "/leads")
    page.keyboard.press("n")
    page.locator("#new-sheet").get_by_role("link", name="New lead").click()
    page.get_by_label("Person").fill("Carmen Ruiz")
    page.get_by_label("Firm").fill("Posada Real")
    page.get_by_label("What are they interested in?").fill("Two ovens")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Posada Real")).to_be_visible()
    page.get_by_role("link", name="Log").click()
    page.get_by_label("How did it go?").fill("Wants a price")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("article")).to_contain_text("In process")
    expect(page.locator("article")).to_contain_text("Wants a price")
    page.get_by_role("link", name="Qualify").click()
    expect(page.get_by_role("radio", name="Posada Real, S.L.")).to_be_checked()
    expect(page.get_by_label("What may be sold?")).not_to_be_visible()
    page.get_by_role("radio", name="A new one").check()
    expect(page.get_by_label("What may be sold?")).to_have_value("Two ovens")
    page.get_by_label("Amount in EUR").fill("3000")
    page.get_by_role("button", name="Qualify").click()
    expect(page.get_by_role("heading", name="Two ovens")).to_be_visible()
    expect(page.locator("#fact-account")).to_contain_text("Posada Real, S.L.")
    expect(page.locator("#fact-contact")).to_contain_text("Carmen Ruiz")
    expect(page.locator("article")).to_contain_text("Wants a price")
    page.goto(f"{site.url}/opportunities")
    page.get_by_role("link", name="List").click()
    expect(page.locator("#results")).to_contain_text("€3,000 (1)")
    page.get_by_role("searchbox").press_sequentially("ovens")
    expect(page.locator("#results")).to_contain_text("One found")
