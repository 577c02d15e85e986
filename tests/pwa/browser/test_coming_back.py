"""Whoever comes back to a long list finds the row there that was tapped."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.builders.cast import Firm
from tests.pwa.serving import Site

Enter = Callable[..., Page]
MORE = 52
"""So many rows that the list goes on; a page of it has forty."""
LISTS = ("/accounts", "/activities?sort=first")


async def fill(firm: Firm, number: int) -> None:
    for n in range(number):
        # Rows of one line and of several, so that none is as high as a browser guesses.
        name = f"Row {n:02} " + "of a firm with a very long name " * (n % 4)
        account = await firm.account(name=name[:200].strip())
        if number < MORE:
            about = {"account_id": account, "subject": "Something to be done " * (n % 3)}
            await firm.activity(day=f"2026-12-{n % 28 + 1:02}", **about)


def place_of(page: Page, row: str) -> float:
    """How far from the top of the screen the row stands."""
    box = page.get_by_role("link", name=row).first.bounding_box()
    assert box
    return box["y"]


def there_and_back(page: Page, tapped: Locator) -> None:
    with page.expect_navigation(url=lambda url: len(url.rpartition("/")[2]) == 36):
        tapped.tap()
    page.wait_for_timeout(500)
    with page.expect_navigation():
        page.evaluate("history.back()")
    page.wait_for_timeout(700)


@pytest.mark.parametrize("path", LISTS)
def test_the_row_that_was_opened_is_in_view_again(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter, path: str
) -> None:
    site.do(fill(firm, 44))
    page = enter(phone, path)
    tapped = page.locator("#results .row-name a").nth(34)
    tapped.scroll_into_view_if_needed()
    page.mouse.wheel(0, 150)
    page.wait_for_timeout(300)
    name = tapped.inner_text()
    before = place_of(page, name)
    there_and_back(page, tapped)
    after = place_of(page, name)
    assert abs(after - before) < 76


def test_so_is_one_that_came_with_more(site: Site, firm: Firm, phone: BrowserContext, enter: Enter) -> None:
    site.do(fill(firm, MORE))
    page = enter(phone, "/accounts")
    for _ in range(30):
        page.mouse.wheel(0, 800)
        page.wait_for_timeout(60)
        if page.get_by_role("link", name="Row 48").count():
            break
    tapped = page.get_by_role("link", name="Row 48").first
    tapped.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    there_and_back(page, tapped)
    expect(page.get_by_role("link", name="Row 48").first).to_be_in_viewport(timeout=10_000)
