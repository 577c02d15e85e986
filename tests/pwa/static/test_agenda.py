"""An activity is carried over the agenda by mouse, by touch and by keyboard; an empty hour is planned in."""

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page

from tests.look.site import Site, sample
from tests.pwa.waiting import until

AGENDA = "/agenda"
TODAY = "2026-11-26"
ELECTRO = "Electro Puig"


def test_an_activity_is_dragged_to_another_day_and_keeps_its_minutes(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    row = _row(page, TODAY, "10:00", ELECTRO)
    target = _slot(page, "2026-11-27", "16:00")
    _drag(page, row, target)
    _moved(page, site, row, target, "2026-11-27", "16:45")


def test_what_has_no_hour_takes_the_slot_s(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    row, target = page.locator("[data-moves]", has_text="Enviar catálogo"), _slot(page, TODAY, "13:00")
    row = page.locator(f"#{row.get_attribute('id')}:not(.is-lifted)")
    _drag(page, row, target)
    _moved(page, site, row, target, TODAY, "13:00")


def test_a_drag_that_ends_where_it_began_moves_nothing_and_opens_nothing(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    row = _row(page, TODAY, "10:00", ELECTRO)
    x, y = _middle(row)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 6, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert site.posted == []
    assert page.url.endswith(AGENDA)


def test_escape_puts_down_what_is_carried(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    row = _row(page, TODAY, "10:00", ELECTRO)
    page.mouse.move(*_middle(row))
    page.mouse.down()
    page.mouse.move(*_middle(_slot(page, "2026-11-27", "16:00")), steps=6)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert page.locator(".is-lifted").count() == 0
    assert site.posted == []


def test_a_long_press_carries_an_activity_to_free_time(phone: BrowserContext) -> None:
    site, page = _agenda(phone, "day")
    row, target = _row(page, TODAY, "10:00", ELECTRO), page.locator(".free").last
    target.scroll_into_view_if_needed()
    finger = phone.new_cdp_session(page)
    x, y = _middle(row)
    end = _middle(target)
    _touch(finger, "touchStart", x, y)
    page.wait_for_selector(".row.is-lifted")
    for step in range(1, 8):
        _touch(finger, "touchMove", x, y + (end[1] - y) * step / 7)
    until(page, "el => el.classList.contains('is-target')", target.element_handle())
    _touch(finger, "touchEnd")
    until(page, "() => !document.querySelector('.htmx-request')")
    [(path, values)] = site.posted
    assert path == row.get_attribute("data-moves")
    assert (values["day"], values["hour"]) == (TODAY, target.get_attribute("data-hour"))


def test_a_swipe_down_scrolls_and_carries_nothing(phone: BrowserContext) -> None:
    site, page = _agenda(phone, "week")
    finger = phone.new_cdp_session(page)
    x, y = _middle(_row(page, TODAY, "10:00", ELECTRO))
    _touch(finger, "touchStart", x, y)
    for step in range(1, 12):
        _touch(finger, "touchMove", x, y - 14 * step)
    _touch(finger, "touchEnd")
    until(page, "() => scrollY > 50")
    assert page.locator(".is-lifted").count() == 0
    assert site.posted == []


def test_alt_and_arrows_move_the_activity_in_focus(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    row = _row(page, TODAY, "10:00", ELECTRO)
    row.locator("a").focus()
    page.keyboard.press("Alt+ArrowDown")
    _moved(page, site, row, _slot(page, TODAY, "11:00"), TODAY, "11:45")


def test_m_asks_where_to(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    row = _row(page, TODAY, "10:00", ELECTRO)
    site.pages[row.get_attribute("data-moves") or ""] = sample("activities/move", "plain")
    row.locator("a").focus()
    page.keyboard.press("m")
    page.locator("#sheet[open]").get_by_label("Día").wait_for()
    assert site.posted == []


def test_a_refused_move_puts_the_activity_back(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    site.status = 403
    row, home = _row(page, TODAY, "10:00", ELECTRO), _slot(page, TODAY, "10:00")
    _drag(page, row, _slot(page, "2026-11-27", "16:00"))
    page.locator("[data-toast=failed]").wait_for()
    assert home.locator(f"#{row.get_attribute('id')}").count() == 1


def test_in_a_month_an_activity_is_dragged_onto_a_day(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "month")
    row = page.locator("[data-moves]", has_text="Enviar catálogo")
    cell = page.locator('td[data-day="2026-11-19"]')
    _drag(page, row, cell)
    until(page, "() => !document.querySelector('.htmx-request')")
    [(path, values)] = site.posted
    assert path.endswith("/move")
    assert (values["day"], values.get("hour", "")) == ("2026-11-19", "")


def test_an_empty_hour_is_planned_in_with_its_time(desk: BrowserContext) -> None:
    site, page = _agenda(desk, "week")
    site.pages["/activities/new"] = sample("activities/new", "plain")
    with page.expect_request("**/activities/new?*") as asked:
        _slot(page, "2026-11-27", "16:00").click()
    assert "day=2026-11-27&hour=16:00" in asked.value.url
    page.locator("#sheet[open]").get_by_label("Hora").wait_for()


def _agenda(context: BrowserContext, scale: str) -> tuple[Site, Page]:
    site = Site({AGENDA: sample("agenda/show", scale)})
    return site, site.open(context, AGENDA)


def _slot(page: Page, day: str, hour: str) -> Locator:
    return page.locator(f'.slot[data-day="{day}"][data-hour="{hour}"]')


def _row(page: Page, day: str, hour: str, name: str) -> Locator:
    found = _slot(page, day, hour).locator("[data-moves]", has_text=name).get_attribute("id")
    return page.locator(f"#{found}:not(.is-lifted)")


def _middle(element: Locator) -> tuple[float, float]:
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _drag(page: Page, row: Locator, target: Locator) -> None:
    page.mouse.move(*_middle(row))
    page.mouse.down()
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()


def _touch(finger: CDPSession, kind: str, x: float = 0, y: float = 0) -> None:
    points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def _moved(page: Page, site: Site, row: Locator, target: Locator, day: str, hour: str) -> None:
    """It stands in `target` at once, and was told so once, with the revision it was seen at."""
    target.locator(f"#{row.get_attribute('id')}").wait_for(state="attached")
    until(page, "() => !document.querySelector('.htmx-request')")
    [(path, values)] = site.posted
    assert path == row.get_attribute("data-moves")
    assert (values["day"], values["hour"], values["revision"]) == (day, hour, row.get_attribute("data-revision"))
    assert len(values["operation_id"]) == 36
    assert site.problems == []
