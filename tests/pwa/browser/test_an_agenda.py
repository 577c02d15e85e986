"""The agenda as people use it: a rep's thumb on the phone, a manager's mouse at the desk."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.serving import Site

Enter = Callable[..., Page]
MADRID = ZoneInfo("Europe/Madrid")


def at(hour: str, days: int = 0) -> str:
    return datetime.fromisoformat(f"{day(days)}T{hour}").replace(tzinfo=MADRID).isoformat()


def next_monday() -> int:
    """How many days from now the week after this begins."""
    return 7 - datetime.now(MADRID).date().weekday()


def test_a_visit_is_told_and_the_next_planned_with_one_form(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    account = site.do(firm.account(name="Talleres Núñez"))
    site.do(firm.activity(starts_at=at("10:00", 1), type="visit", account_id=account))
    page = enter(phone, f"/agenda?day={day(1)}")
    page.get_by_role("link", name="Talleres Núñez").click()
    sheet = page.locator("#sheet[open]")
    sheet.get_by_label("How did it go?").fill("They want twelve.")
    sheet.get_by_text("Result and minutes").click()
    sheet.get_by_role("combobox", name="Result").fill("Wants a quote")
    sheet.get_by_text("Next step").click()
    sheet.get_by_role("radio", name="Call").check(force=True)
    sheet.locator("[name=next_day]").fill(day(8))
    sheet.locator("[name=next_hour]").fill("09:30")
    sheet.get_by_role("button", name="Done").click()
    toast = page.locator("[data-toast]")
    expect(toast).to_contain_text("Done.")
    page.goto(f"{site.url}/agenda?day={day(8)}")
    expect(page.locator("#agenda")).to_contain_text("Talleres Núñez")
    page.go_back()
    page.goto(f"{site.url}/accounts/{account}")
    expect(page.get_by_text("They want twelve.")).to_be_visible()


def test_days_follow_each_other_and_back_leads_back(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    site.do(firm.activity(day=day(1), subject="Only tomorrow"))
    page = enter(phone, "/agenda")
    page.get_by_role("link", name="After").click()
    expect(page.get_by_text("Only tomorrow")).to_be_visible()
    page.get_by_role("link", name="Month").click()
    expect(page.locator("table.month")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Only tomorrow")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Only tomorrow")).not_to_be_visible()
    page.go_forward()
    expect(page.get_by_text("Only tomorrow")).to_be_visible()


def test_a_finger_plans_in_free_time_and_carries_what_is_planned(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    site.do(firm.account(name="Talleres Núñez"))
    page = enter(phone, f"/agenda?day={day(next_monday())}")
    page.get_by_role("link", name="Plan at 09:00").click()
    sheet = page.locator("#sheet[open]")
    sheet.get_by_role("radio", name="Visit").check(force=True)
    sheet.get_by_label("With whom?").fill("nunez")
    expect(sheet.locator("[name=hour]")).to_have_value("09:00")
    sheet.get_by_role("button", name="Save").click()
    row = page.locator("#agenda .row:not(.is-lifted)", has_text="Talleres Núñez")
    expect(row).to_contain_text("09:00")
    finger, free = phone.new_cdp_session(page), page.locator(".free").last
    expect(free).to_contain_text("free: 8 h 30 min")
    start, end = _middle(row), _middle(free)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [_point(*start)]})
    page.wait_for_selector(".row.is-lifted")
    for step in range(1, 6):
        along = [a + (b - a) * step / 5 for a, b in zip(start, end, strict=True)]
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [_point(*along)]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("[data-toast]").last).to_contain_text("Moved.")
    expect(row).to_contain_text("09:30")
    page.locator("[data-toast]").last.get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("09:00")


def test_a_mouse_carries_it_to_another_day_and_what_somebody_else_moved_is_put_back(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    monday = next_monday()
    activity = site.do(firm.activity(starts_at=at("10:30", monday), subject="Model B"))
    page = enter(desk, f"/agenda?view=week&day={day(monday)}")
    row = page.locator(f"#activity-{activity}:not(.is-lifted)")
    _drag(page, row, _slot(page, day(monday + 2), "12:00"))
    expect(page.locator("[data-toast]").last).to_contain_text("Moved.")
    expect(_slot(page, day(monday + 2), "12:00").locator(row)).to_contain_text("12:30")
    page.reload()
    expect(_slot(page, day(monday + 2), "12:00").locator(row)).to_be_visible()
    site.do(firm.do("activity.reschedule", {"id": activity, "starts_at": at("17:00", monday + 1)}, "manager"))
    expect(_slot(page, day(monday + 1), "17:00").locator(row)).to_be_visible()
    row.evaluate("row => { row.dataset.revision = '1' }")  # as on a page that was not told
    _drag(page, row, _slot(page, day(monday + 4), "09:00"))
    expect(page.locator("[data-toast]").last).to_contain_text("Manager has moved it meanwhile.")
    expect(_slot(page, day(monday + 1), "17:00").locator(row)).to_be_visible()


def test_a_manager_plans_for_a_rep_and_hands_it_over(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    monday = next_monday()
    page = enter(desk, f"/agenda?view=week&day={day(monday)}", "manager")
    page.get_by_role("link", name="Rep", exact=True).click()
    page.wait_for_url(f"**whose={firm.people['rep']}**")
    _slot(page, day(monday), "16:00").click()
    sheet = page.locator("#sheet[open]")
    expect(sheet).to_contain_text("For Rep")
    expect(sheet.locator("[name=hour]")).to_have_value("16:00")
    sheet.get_by_role("radio", name="Call").check(force=True)
    sheet.get_by_label("Subject").fill("Price of model B")
    page.keyboard.press("Control+Enter")
    expect(_slot(page, day(monday), "16:00")).to_contain_text("Price of model B")
    page.get_by_role("link", name="Price of model B").click()
    page.locator("#sheet[open]").get_by_role("link", name="Hand over").click()
    page.locator("#sheet[open]").get_by_role("radio", name="Mate").check(force=True)
    page.locator("#sheet[open]").get_by_role("button", name="Hand over").click()
    expect(page.locator("[data-toast]")).to_contain_text("Handed over.")
    page.goto(f"{site.url}/agenda?view=week&day={day(monday)}&whose={firm.people['mate']}")
    expect(page.get_by_text("Price of model B")).to_be_visible()


def _slot(page: Page, on: str, hour: str) -> Locator:
    return page.locator(f'.slot[data-day="{on}"][data-hour="{hour}"]')


def _middle(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 3, box["y"] + box["height"] / 2


def _point(x: float, y: float) -> dict[str, float]:
    return {"x": x, "y": y}


def _drag(page: Page, row: Locator, target: Locator) -> None:
    page.mouse.move(*_middle(row))
    page.mouse.down()
    page.mouse.move(*_middle(target), steps=8)
    page.mouse.up()
