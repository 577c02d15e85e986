"""A card is moved by mouse, by touch and by keyboard; a stage that asks for a reason gets it first."""

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page

from tests.look.site import Site, sample
from tests.pwa.waiting import until

BOARD = "/opportunities"


def test_a_card_is_dragged_with_the_mouse(desk: BrowserContext) -> None:
    site, page = _board(desk)
    card, target = _card(page, 0, 0), _stage(page, 1)
    _drag(page, card, target)
    _moved(page, site, card, target)


def test_a_drag_that_ends_where_it_began_moves_nothing_and_opens_nothing(desk: BrowserContext) -> None:
    site, page = _board(desk)
    card = _card(page, 0, 0)
    _drag(page, card, _stage(page, 0))
    page.wait_for_timeout(100)
    assert site.posted == []
    assert page.url.endswith(BOARD)


def test_a_long_press_lifts_a_card_and_the_finger_carries_it(phone: BrowserContext) -> None:
    site, page = _board(phone)
    card, target = _card(page, 0, 0), _stage(page, 1)
    finger = phone.new_cdp_session(page)
    x, y = _middle(card)
    _touch(finger, "touchStart", x, y)
    page.wait_for_selector(".card.is-lifted")
    for step in range(1, 8):
        _touch(finger, "touchMove", x + (348 - x) * step / 7, y)
    until(page, "el => el.classList.contains('is-target')", target.element_handle())
    _touch(finger, "touchEnd")
    _moved(page, site, card, target)


def test_a_swipe_scrolls_the_board_and_lifts_nothing(phone: BrowserContext) -> None:
    site, page = _board(phone)
    finger = phone.new_cdp_session(page)
    x, y = _middle(_card(page, 0, 0))
    _touch(finger, "touchStart", x, y)
    for step in range(1, 12):
        _touch(finger, "touchMove", x - 12 * step, y)
    _touch(finger, "touchEnd")
    until(page, "document.querySelector('.board').scrollLeft > 50")
    assert page.locator(".is-lifted").count() == 0
    assert site.posted == []


def test_alt_and_an_arrow_move_the_card_in_focus(desk: BrowserContext) -> None:
    site, page = _board(desk)
    card, target = _card(page, 0, 0), _stage(page, 1)
    card.locator(".card-name a").focus()
    page.keyboard.press("Alt+ArrowRight")
    _moved(page, site, card, target)


def test_a_stage_that_asks_for_a_reason_is_asked_before_anything_moves(desk: BrowserContext) -> None:
    site, page = _board(desk)
    card = _card(page, 4, 0)
    site.pages[_move_address(card)] = sample("opportunities/move", "plain")
    card.locator(".card-name a").focus()
    page.keyboard.press("Alt+ArrowRight")
    page.locator("#sheet[open] form").wait_for()
    assert site.posted == []


def test_m_opens_the_menu_that_moves(desk: BrowserContext) -> None:
    site, page = _board(desk)
    card = _card(page, 0, 0)
    site.pages[_move_address(card)] = sample("opportunities/move", "plain")
    card.locator(".card-name a").focus()
    page.keyboard.press("m")
    sheet = page.locator("#sheet[open]")
    sheet.get_by_text("Propuesta").wait_for()
    assert not sheet.get_by_label("¿Por qué?").is_visible()
    sheet.get_by_label("Perdida").check(force=True)
    assert sheet.get_by_label("¿Por qué?").is_visible()


def test_a_refused_move_puts_the_card_back(desk: BrowserContext) -> None:
    site, page = _board(desk)
    card, home = _card(page, 0, 0), _stage(page, 0)
    site.status = 409
    card.locator(".card-name a").focus()
    page.keyboard.press("Alt+ArrowRight")
    page.locator("[data-toast=failed]").wait_for()
    assert home.locator(f"#{card.get_attribute('id')}").count() == 1


def _board(context: BrowserContext) -> tuple[Site, Page]:
    site = Site({BOARD: sample("opportunities/pipeline", "full")})
    return site, site.open(context, BOARD)


def _stage(page: Page, place: int) -> Locator:
    return page.locator(".stage").nth(place)


def _card(page: Page, stage: int, place: int) -> Locator:
    found = _stage(page, stage).locator("[data-card]").nth(place).get_attribute("id")
    return page.locator(f"#{found}:not(.is-lifted)")


def _move_address(card: Locator) -> str:
    return card.get_attribute("data-card") or ""


def _middle(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _drag(page: Page, card: Locator, target: Locator) -> None:
    page.mouse.move(*_middle(card))
    page.mouse.down()
    x, _ = _middle(target)
    page.mouse.move(x, 400, steps=8)
    page.mouse.up()


def _touch(finger: CDPSession, kind: str, x: float = 0, y: float = 0) -> None:
    points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def _moved(page: Page, site: Site, card: Locator, target: Locator) -> None:
    """It was put into `target` and told so once, with the revision it was seen at."""
    target.locator(f"#{card.get_attribute('id')}").wait_for(state="attached")
    until(page, "!document.querySelector('.htmx-request')")
    [(path, values)] = site.posted
    assert path == _move_address(card)
    assert values["stage"] == target.get_attribute("data-stage")
    assert values["revision"] == card.get_attribute("data-revision")
    assert len(values["operation_id"]) == 36
    assert site.problems == []
