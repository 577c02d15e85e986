"""What is tapped answers at once, before anything has come from afar; what is out of sight takes no time from it."""

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.look.site import Site, sample

MORE_ROWS = "list => { for (let n = 0; n < 60; n++) list.append(list.firstElementChild.cloneNode(true)); }"
IS_LAID_OUT = "row => row.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
OPACITY = "one => Number(getComputedStyle(one).opacity)"


@pytest.mark.parametrize("pressed", [".places a", ".row-name a", "[data-key-search]", "#day form button", ".link"])
def test_what_is_pressed_shows_it(desk: BrowserContext, pressed: str) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(desk, "/today")
    one = page.locator(pressed).first
    assert one.evaluate(OPACITY) == 1
    one.hover()
    page.mouse.down()
    assert one.evaluate(OPACITY) < 1


def test_a_link_whose_sheet_is_still_on_its_way_shows_that_it_was_tapped(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(phone, "/today")
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    page.route("**/activities/*", hold)
    link = page.locator("#day [data-opens-in=sheet]").first
    link.tap()
    page.locator("#day [data-opens-in=sheet][aria-busy=true]").wait_for()
    assert link.evaluate(OPACITY) < 1
    asked[0].fulfill(body=sample("activities/show", "planned"), content_type="text/html")
    page.locator("#sheet[open] h1").wait_for()
    assert link.get_attribute("aria-busy") is None


@pytest.mark.parametrize(
    ("view", "case", "rows"),
    [("lists/index", "accounts_full", ".rows"), ("opportunities/pipeline", "full", ".stage-cards")],
)
def test_on_a_phone_only_what_is_about_in_sight_is_laid_out(
    phone: BrowserContext, view: str, case: str, rows: str
) -> None:
    page = Site({"/list": sample(view, case)}).open(phone, "/list")
    many = page.locator(f"{rows}:has(a)").first
    many.evaluate(MORE_ROWS)
    first, last = many.locator("> *").first, many.locator("> *").last
    page.wait_for_timeout(100)
    assert (first.evaluate(IS_LAID_OUT), last.evaluate(IS_LAID_OUT)) == (True, False)
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(100)
    assert last.evaluate(IS_LAID_OUT)


def test_what_a_swipe_will_do_is_read_beside_the_row(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(phone, "/today")
    row = page.locator("[data-swipe]").first
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    x, y = box["x"] + 40, box["y"] + box["height"] / 2
    finger = phone.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 7):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + 20 * step, "y": y}]})
    page.locator("[data-swipe].is-swiping").wait_for()
    assert row.evaluate("row => getComputedStyle(row).contentVisibility") == "visible"
