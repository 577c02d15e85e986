"""What the pages do beyond links and forms, in a real browser."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, expect

from tests.look.site import Site, sample


def test_the_plus_opens_a_sheet_and_escape_closes_it(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(phone, "/today")
    page.get_by_role("link", name="Nuevo").tap()
    sheet = page.locator("#new-sheet")
    assert sheet.get_by_role("link", name="Fotografiar una tarjeta").is_visible()
    page.keyboard.press("Escape")
    assert not sheet.is_visible()


def test_n_makes_something_new_but_not_while_writing(desk: BrowserContext) -> None:
    page = Site({"/settings": sample("settings/show", "plain")}).open(desk, "/settings")
    page.get_by_role("textbox").first.focus()
    page.keyboard.press("n")
    assert not page.locator("#new-sheet").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert page.locator("#new-sheet").is_visible()


def test_a_slash_goes_to_the_search_of_a_list(desk: BrowserContext) -> None:
    page = Site({"/accounts": sample("lists/index", "accounts_full")}).open(desk, "/accounts")
    page.keyboard.press("/")
    assert page.get_by_role("searchbox").evaluate("field => field === document.activeElement")


def test_what_was_typed_survives_a_reload_and_is_forgotten_once_saved(phone: BrowserContext) -> None:
    site = Site({"/quick-log": sample("quick_log/new", "plain"), "/saved": sample("quick_log/show", "understood")})
    page = site.open(phone, "/quick-log")
    page.get_by_label("Con tus palabras").fill("llamé a Núñez")
    page.reload()
    assert page.get_by_label("Con tus palabras").input_value() == "llamé a Núñez"
    page.goto(f"{site.address}/saved")
    page.goto(f"{site.address}/quick-log")
    assert page.get_by_label("Con tus palabras").input_value() == ""


def test_an_account_opens_beside_its_list_on_a_wide_screen(desk: BrowserContext) -> None:
    index = sample("lists/index", "accounts_full")
    account = _first_account(index)
    site = Site({"/accounts": index, account: sample("accounts/show", "full")})
    page = site.open(desk, "/accounts")
    page.get_by_role("link", name="Talleres Núñez").click()
    page.locator("#record h1", has_text="Talleres Núñez").wait_for()
    assert page.locator("#list .row").count() > 5
    assert page.url.endswith(account)
    assert site.problems == []


def test_a_toast_offers_undo_and_leaves_when_closed(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "manager")}).open(phone, "/today")
    toast = page.locator(".toast")
    assert toast.get_by_role("button", name="Deshacer").is_visible()
    toast.get_by_role("button", name="Cerrar").tap()
    toast.wait_for(state="detached")


def test_the_theme_changes_at_once(phone: BrowserContext) -> None:
    site = Site({"/more": sample("more/show", "full")})
    page = site.open(phone, "/more")
    page.get_by_label("Oscuro").check(force=True)
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.wait_for_timeout(50)
    assert [path for path, _ in site.posted] == ["/settings"]


def test_a_photo_is_shown_at_once_and_a_large_one_travels_smaller(phone: BrowserContext) -> None:
    page = Site({"/cards/new": sample("cards/new", "plain")}).open(phone, "/cards/new")
    photo = BytesIO()
    Image.effect_noise((3600, 2400), 90).convert("RGB").save(photo, "JPEG", quality=95)
    page.locator("input[type=file]").set_input_files(
        {"name": "card.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    )
    page.get_by_role("img", name="La foto que has hecho").wait_for()
    width, size = page.evaluate(
        """async () => {
            const [file] = document.querySelector('input[type=file]').files;
            return [(await createImageBitmap(file)).width, file.size];
        }"""
    )
    assert width == 2400
    assert size < len(photo.getvalue())


def test_a_swipe_to_the_right_does_the_row_and_a_short_one_does_not(phone: BrowserContext) -> None:
    site = Site({"/today": sample("today/show", "full")})
    page = site.open(phone, "/today")
    row = page.locator("[data-swipe]").first
    finger = phone.new_cdp_session(page)
    for far in (40, 140):
        box = row.bounding_box()
        assert box
        x, y = box["x"] + 60, box["y"] + box["height"] / 2
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for step in range(1, 8):
            point = {"x": x + far * step / 7, "y": y}
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(300)
        assert len(site.posted) == (1 if far > 96 else 0)
    assert site.posted[0][0].endswith("/complete")


@pytest.mark.parametrize("page", ["today/show", "opportunities/move", "cards/new", "quick_log/new", "sign_in/new"])
def test_every_form_that_writes_works_without_script(page: str) -> None:
    html = sample(page, "full" if page == "today/show" else "plain")
    forms = [form for form in html.split("<form")[1:] if 'method="post"' in form.split(">")[0]]
    assert forms
    for form in forms:
        assert 'action="/' in form.split(">")[0]
        assert 'name="operation_id"' in form or 'action="/sign-in' in form
        assert 'type="submit"' in form.split("</form>")[0]


def _first_account(index: str) -> str:
    start = index.index('href="/accounts/') + len('href="')
    return index[start : index.index('"', start)]


def test_who_fills_the_empty_row_gets_the_next_one(phone: BrowserContext) -> None:
    page = Site({"/accounts/new": sample("accounts/form", "new")}).open(phone, "/accounts/new")
    page.get_by_label("Teléfono", exact=True).fill("976 123 456")
    page.get_by_label("Teléfono", exact=True).last.fill("600 123 456")
    numbers = page.locator("input[type=tel]")
    assert [one.get_attribute("name") for one in numbers.all()] == [f"phones.new-{n}.number" for n in range(3)]
    assert [one.input_value() for one in numbers.all()] == ["976 123 456", "600 123 456", ""]
    assert page.locator("input[type=email]").count() == 1


def test_a_name_is_completed_after_an_at_sign_by_touch_and_by_keyboard(phone: BrowserContext) -> None:
    offered = '<li><button class="chip" type="button">Marta Soler</button></li>'
    page = Site({"/page": sample("activities/edit", "planned"), "/people/names": offered}).open(phone, "/page")
    note, name = page.get_by_label("Nota"), page.get_by_role("button", name="Marta Soler")
    note.fill("")
    note.press_sequentially("Con @mar")
    name.tap()
    assert note.input_value() == "Con @Marta Soler "
    expect(name).to_have_count(0)
    note.press_sequentially("y @")
    name.wait_for()
    note.press("Tab")
    page.keyboard.press("Enter")
    assert note.input_value() == "Con @Marta Soler y @Marta Soler "
