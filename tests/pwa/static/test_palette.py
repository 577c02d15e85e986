"""The search over everything, by the keyboard and for who listens, in a real browser."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.look.site import Site, sample

FIRST = "/accounts/0192f0c0-0000-7000-8000-000000000001"


def opened(context: BrowserContext) -> tuple[str, Page]:
    """The site's address and its page, the search open on it."""
    pages = {"/today": sample("today/show", "full"), "/search": sample("search/index", "full")}
    site = Site({**pages, FIRST: sample("accounts/show", "full")})
    page = site.open(context, "/today")
    page.keyboard.press("Control+k")
    page.get_by_role("option").first.wait_for()
    return site.address, page


def test_control_k_finds_and_the_arrows_choose(desk: BrowserContext) -> None:
    _, page = opened(desk)
    field = page.get_by_role("combobox", name="Buscar en todo")
    expect(field).to_be_focused()
    options = page.get_by_role("listbox").get_by_role("option")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(options).to_have_count(9)
    expect(chosen).to_have_text("Talleres Núñez")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_text("Marta Núñez")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(chosen).to_have_text("Anotar una llamada con Talleres Núñez")
    expect(page.locator("#palette").get_by_role("status")).to_have_text("9 resultados")
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).not_to_be_visible()


def test_enter_opens_and_with_control_it_opens_beside(desk: BrowserContext) -> None:
    address, page = opened(desk)
    page.get_by_role("combobox").fill("nuñez")
    with desk.expect_page():
        page.keyboard.press("Control+Enter")
    assert page.url == f"{address}/today"
    page.keyboard.press("Enter")
    page.wait_for_url(address + FIRST)


def test_enter_waits_for_what_was_typed(desk: BrowserContext) -> None:
    address, page = opened(desk)
    page.keyboard.type("agenda")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)  # the answer is of other words than were typed: nothing is opened
    assert page.url == f"{address}/today"
