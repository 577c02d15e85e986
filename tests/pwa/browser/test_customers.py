"""The lists of customers by thumb and by mouse: searched, filtered, kept as a view, given to a colleague."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.builders.cast import Firm
from tests.pwa.serving import Site

Enter = Callable[..., Page]


def test_on_the_phone_a_list_is_searched_and_filtered_and_stays_so(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    site.do(firm.account(name="Talleres Núñez", tags=["Horeca"], addresses=[{"city": "Huesca"}]))
    site.do(firm.account(name="Panadería Gil"))
    page = enter(phone, "/accounts")
    page.get_by_role("searchbox").press_sequentially("taleres")
    expect(page.get_by_role("link", name="Talleres Núñez")).to_be_visible()
    expect(page.get_by_role("link", name="Panadería Gil")).not_to_be_visible()
    expect(page).to_have_url(f"{site.url}/accounts?q=taleres")
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("link", name="Panadería Gil")).to_be_visible()
    expect(page).to_have_url(f"{site.url}/accounts")

    page.get_by_role("button", name="Filter").tap()
    page.get_by_role("combobox", name="Tag").tap()
    expect(page.locator("#words-tag option")).to_have_count(1)
    page.get_by_role("combobox", name="Tag").fill("horeca")
    page.get_by_role("button", name="Show").tap()
    expect(page).to_have_url(f"{site.url}/accounts?tag=horeca")
    expect(page.get_by_role("link", name="Panadería Gil")).not_to_be_visible()
    page.get_by_role("link", name="Talleres Núñez").tap()
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{site.url}/accounts?tag=horeca")
    page.get_by_role("link", name="Without “horeca”").tap()
    expect(page.get_by_role("link", name="Panadería Gil")).to_be_visible()


def test_at_the_desk_a_filter_becomes_a_view_with_its_columns(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.account(name="Talleres Núñez", tags=["Horeca"]))
    site.do(firm.account(by="mate", name="Panadería Gil"))
    page = enter(desk, "/accounts", "manager")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("combobox", name="Owner").select_option("Mate")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(f"{site.url}/accounts?owner={firm.people['mate']}")
    expect(page.get_by_role("link", name="Talleres Núñez")).not_to_be_visible()
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name="Unit", exact=True).check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".is-head")).to_contain_text("Unit")
    expect(page.get_by_role("link", name="Talleres Núñez")).not_to_be_visible()
    page.get_by_role("link", name="Save this view").click()
    page.get_by_label("Name", exact=True).fill("Mate’s customers")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-toast]")).to_contain_text("The view “Mate’s customers” is saved.")
    page.get_by_role("link", name="Everything").click()
    expect(page.get_by_role("link", name="Talleres Núñez")).to_be_visible()
    page.get_by_role("link", name="Mate’s customers").click()
    expect(page.get_by_role("link", name="Talleres Núñez")).not_to_be_visible()
    expect(page.locator(".is-head")).to_contain_text("Unit")
    page.get_by_role("link", name="Panadería Gil").click()
    expect(page.get_by_role("heading", name="Panadería Gil")).to_be_visible()
    expect(page.locator("#list")).to_contain_text("Panadería Gil")
    expect(page.locator("#list")).not_to_contain_text("Talleres Núñez")


def test_a_row_held_by_a_finger_begins_the_giving_of_many(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    for name in ("Acme", "Bar", "Cava"):
        site.do(firm.account(by="rep", name=name))
    page = enter(phone, "/accounts", "manager")
    box = page.get_by_text("Acme").bounding_box()
    assert box
    finger = phone.new_cdp_session(page)
    spot = {"x": box["x"] + 5, "y": box["y"] + 5}
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [spot]})
    page.wait_for_url("**select=1**")
    expect(page.get_by_label("Select Acme")).to_be_checked()
    page.get_by_label("Select Bar").tap()
    expect(page.get_by_label("Select Bar")).to_be_checked()
    page.get_by_label("Assign to").select_option("Mate")
    page.get_by_role("button", name="Assign", exact=True).tap()
    toast = page.locator("[data-toast]")
    expect(toast).to_contain_text("Assigned to Mate: 2.")
    page.goto(f"{site.url}/accounts?owner={firm.people['mate']}")
    expect(page.locator("#results")).to_contain_text("Acme")
    page.goto(f"{site.url}/accounts")
    expect(page.locator("[data-toast]")).to_have_count(0)
