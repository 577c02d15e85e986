"""What an admin does with a mouse at the desk and with a thumb on the phone, as a browser does it."""

from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, expect

from core.people.sign_in import give_password
from tests.builders.cast import Firm
from tests.pwa.serving import Site

Enter = Callable[..., Page]


def test_a_unit_is_dragged_under_another_and_the_drag_is_undone(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}, "admin"))
    page = enter(desk, "/admin/units", "admin")
    page.locator(f'[data-unit="{firm.units["south"]}"]').drag_to(page.locator(f'[data-unit="{firm.units["north"]}"]'))
    expect(page.locator(".is-deep-2")).to_contain_text("south")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".is-deep-2")).to_have_count(0)


def test_a_long_press_lifts_a_unit_and_a_swipe_scrolls(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    page = enter(phone, "/admin/units", "admin")
    finger = phone.new_cdp_session(page)

    def touch(kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    (x, y), (_, above) = _middle(page, firm.units["south"]), _middle(page, firm.units["north"])
    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x, y - 15 * step))
    touch("touchEnd")
    page.wait_for_timeout(500)
    expect(page.locator(".is-lifted")).to_have_count(0)
    (x, y), (_, above) = _middle(page, firm.units["south"]), _middle(page, firm.units["north"])
    touch("touchStart", (x, y))
    page.locator(".is-lifted").wait_for()
    for step in range(1, 6):
        touch("touchMove", (x, y + (above - y) * step / 5))
    touch("touchEnd")
    expect(page.locator(".is-deep-2")).to_contain_text("south")


def test_a_unit_is_moved_by_its_arrows_and_by_its_menu(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}, "admin"))
    page = enter(desk, "/admin/units", "admin")
    page.get_by_role("link", name="Move south to…").focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator(".is-deep-2")).to_contain_text("south")
    expect(page.get_by_role("link", name="Move south to…")).to_be_focused()
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.locator(".is-deep-2")).to_have_count(0)
    expect(page.get_by_role("link", name="Move south to…")).to_be_focused()
    page.keyboard.press("m")
    page.locator("#sheet").get_by_label("north").check(force=True)
    page.locator("#sheet").get_by_role("button", name="Move").click()
    expect(page.locator(".is-deep-2")).to_contain_text("south")


def test_a_unit_is_moved_and_a_stage_put_in_order_by_keyboard_alone(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}, "admin"))
    page = enter(desk, "/admin/units", "admin")
    page.get_by_role("link", name="Edit south").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Under").focus()
    page.keyboard.type("north")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".is-deep-2")).to_contain_text("south")
    page.goto(site.url + "/admin/pipelines")
    page.get_by_role("button", name="Prospecting: down").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".row-name").first).to_have_text("Qualification")


def test_without_script_somebody_is_invited_and_comes_in_by_the_link(
    site: Site, firm: Firm, chromium: Browser, enter: Enter
) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}, "admin"))
    site.do(give_password([firm.people["admin"]], "correct horse battery"))
    plain = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = enter(plain, "/admin/members", "admin")
    page.get_by_role("link", name="Invite").click()
    page.get_by_label("Name").fill("Rosa Gil")
    page.get_by_label("E-mail").fill("rosa@ebro.example")
    page.get_by_role("button", name="Invite").click()
    link = page.locator(".notice .small").inner_text()
    rosa = chromium.new_context(java_script_enabled=False, locale="en")
    hers = rosa.new_page()
    hers.goto(site.url + link[link.index("/password/") :])
    for field in hers.locator("input[type=password]").all():
        field.fill("a short sentence")
    hers.get_by_role("button").first.click()
    expect(hers).to_have_url(site.url + "/today")
    plain.close()
    rosa.close()


def _middle(page: Page, unit: str) -> tuple[float, float]:
    box = page.locator(f'[data-unit="{unit}"]').bounding_box()
    assert box
    return box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
