"""Two people at one account: each sees the other there, and what the other saves, while writing."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.builders.cast import Firm
from tests.pwa.serving import Site

Enter = Callable[..., Page]


def test_what_another_saves_appears_in_the_form_and_what_one_has_typed_stays(
    site: Site, firm: Firm, desk: BrowserContext, phone: BrowserContext, enter: Enter
) -> None:
    account = site.do(firm.account(name="Ebro", sector="Motor", phones=[{"number": "976 123 456"}]))
    mine = enter(desk, f"/accounts/{account}/edit")
    theirs = enter(phone, f"/accounts/{account}/edit", who="manager")
    expect(mine.get_by_text("Manager has this open too")).to_be_visible(timeout=15_000)
    mine.get_by_label("Name").fill("Ebro y Cía")
    theirs.get_by_label("Name").fill("Ebro, S.A.")
    theirs.get_by_label("Sector").fill("Hostelería")
    theirs.get_by_label("Phone", exact=True).fill("976 000 111")
    theirs.get_by_label("Prospect").check(force=True)
    theirs.get_by_role("button", name="Save").click()
    expect(mine.get_by_label("Sector")).to_have_value("Hostelería")
    expect(mine.get_by_label("Phone", exact=True)).to_have_value("976 00 01 11")
    expect(mine.get_by_label("Prospect")).to_be_checked()
    expect(mine.get_by_label("Name")).to_have_value("Ebro y Cía")
    expect(
        mine.get_by_text("Manager has just changed this to “Ebro, S.A.”. Yours stays here: when you save, you choose.")
    ).to_be_visible()
    mine.get_by_role("button", name="Save").click()
    expect(mine.get_by_role("heading", name="Ebro, S.A.")).to_be_visible()
    expect(mine.get_by_text("Ebro y Cía")).to_be_visible()
    expect(mine.get_by_text("Hostelería", exact=True)).to_be_visible()
