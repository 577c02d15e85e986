"""A value is edited where it stands: by mouse, keyboard and touch, saved once, left as it was by Esc."""

from playwright.sync_api import BrowserContext, Locator, Page

from pwa.in_place import InPlace
from pwa.portable.rendering import render
from tests.look.site import NOW, Site, sample
from tests.pwa.waiting import until

PATH = "/opportunities/0192f0c0-0000-7000-8000-0000000000aa"
FIELD = f"{PATH}/edit/amount"


def the_field(error: str | None = None) -> str:
    field = InPlace("", inputmode="decimal").view("amount", "Importe en EUR", "18420", PATH, 7)
    return render("records/_field.html", {"field": field, "error": error, "operation_id": "x"}, "es", NOW)


def opened(context: BrowserContext) -> tuple[Site, Page, Locator]:
    site = Site({PATH: sample("opportunities/show", "full"), FIELD: the_field()})
    page = site.open(context, PATH)
    return site, page, page.get_by_label("Importe en EUR")


def test_enter_saves_once_and_escape_leaves(desk: BrowserContext) -> None:
    site, page, field = opened(desk)
    page.locator("#fact-amount").click()
    field.wait_for()
    assert field.evaluate("field => field === document.activeElement")
    assert not page.locator("#fact-amount b").is_visible()
    page.keyboard.type("20000")
    page.keyboard.press("Escape")
    field.wait_for(state="detached")
    assert page.locator("#fact-amount b").is_visible()
    assert site.posted == []
    page.keyboard.press("Enter")  # the way back in has the focus
    _can_be_typed(page)
    field.fill("20000")
    site.pages[FIELD] = site.pages[PATH]
    page.keyboard.press("Enter")
    field.wait_for(state="detached")
    page.locator("#fact-amount .edits:focus").wait_for()
    assert [(path, sent["amount"], sent["base"]) for path, sent in site.posted] == [(FIELD, "20000", "7")]
    assert site.problems == []


def test_leaving_the_field_saves_what_was_changed_and_nothing_else(phone: BrowserContext) -> None:
    site, page, field = opened(phone)
    page.locator("#fact-amount").tap()
    _can_be_typed(page)
    page.locator("#planned-title").tap()
    field.wait_for(state="detached")
    assert site.posted == []
    page.locator("#fact-amount").tap()
    _can_be_typed(page)
    field.fill("20000")
    site.pages[FIELD] = site.pages[PATH]
    page.locator("#planned-title").tap()
    field.wait_for(state="detached")
    assert [sent["amount"] for _, sent in site.posted] == ["20000"]
    site.pages[FIELD] = the_field()
    page.locator("#fact-amount").tap()
    _can_be_typed(page)
    field.fill("1")
    page.get_by_role("button", name="Dejarlo como estaba").tap()
    field.wait_for(state="detached")
    assert len(site.posted) == 1


def _can_be_typed(page: Page) -> None:
    """Until the field has the focus: nobody types before."""
    until(page, "() => document.activeElement.matches('#fact-amount input')")
