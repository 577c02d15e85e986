"""A rep's day on the phone, a manager's at the desk, as a browser does it."""

from collections.abc import Callable
from typing import Literal

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from core.agenda.mentions import Mention
from core.customers.card_intake import card_was_read
from core.customers.cards import Card
from core.database import reading
from core.operations import Door
from core.people.sign_in import give_password
from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.serving import Site
from tests.pwa.waiting import until

Enter = Callable[..., Page]
# A small, real picture.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def test_one_signs_in_and_out(site: Site, firm: Firm, phone: BrowserContext, problems: list[str]) -> None:
    site.do(give_password([firm.people["rep"]], "a short sentence"))
    page = phone.new_page()
    page.goto(site.url + "/opportunities")
    page.get_by_label("E-mail").fill("rep@ebro.example")
    page.get_by_label("Password").fill("a short sentence")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Sales")).to_be_visible()
    page.goto(site.url + "/more")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize(("motion", "has_transition"), [("no-preference", True), ("reduce", False)])
def test_pages_follow_each_other_in_a_transition_unless_the_system_asks_for_none(
    site: Site, chromium: Browser, enter: Enter, motion: Literal["no-preference", "reduce"], has_transition: bool
) -> None:
    context = chromium.new_context(reduced_motion=motion)
    context.add_init_script(
        "addEventListener('pagereveal', (event) => { globalThis.inTransition = !!event.viewTransition })"
    )
    page = enter(context)
    page.get_by_role("link", name="Customers").first.click()
    page.wait_for_url("**/accounts")
    until(page, "globalThis.inTransition !== undefined")
    assert page.evaluate("globalThis.inTransition") is has_transition
    context.close()


def test_what_is_done_in_the_chat_is_on_the_open_page(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    account = site.do(firm.account(name="Talleres Núñez"))
    page = enter(phone, f"/accounts/{account}")
    expect(page.get_by_text("Nothing has happened yet")).not_to_be_visible()
    said = {"account_id": account, "type": "call", "note": "They want a price."}
    site.do(firm.perform("activity.log", said, door=Door.CHAT))
    expect(page.get_by_text("They want a price.")).to_be_visible()


def test_today_an_activity_is_ticked_and_that_is_undone(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    site.do(firm.activity(day=day(), subject="Send the catalogue"))
    page = enter(phone)
    page.get_by_role("button", name="Done: Send the catalogue").click()
    toast = page.locator("[data-toast]")
    expect(toast).to_contain_text("Done.")
    toast.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-toast]")).to_contain_text("Undone.")
    expect(page.get_by_role("button", name="Done: Send the catalogue")).to_be_visible()


def test_a_call_is_logged_in_own_words(site: Site, firm: Firm, phone: BrowserContext, enter: Enter) -> None:
    site.do(firm.account(name="Talleres Núñez"))
    page = enter(phone)
    page.locator(".places-new").click()
    page.get_by_role("link", name="Log a call", exact=True).click()
    page.get_by_label("In your own words").fill("called Talleres Núñez, they want a price, call back tomorrow at 10")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(page.locator(".understood")).to_contain_text("tomorrow, 10:00")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    expect(page.get_by_text("They want a price", exact=False).first).to_be_visible()
    expect(page.locator("#planned")).to_contain_text("10:00")


def test_a_lost_opportunity_is_moved_with_its_reason(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    opportunity = site.do(firm.opportunity())
    page = enter(phone, f"/opportunities/{opportunity}")
    page.get_by_role("link", name="Move to…").click()
    page.get_by_role("radio", name="Lost").check()
    page.get_by_label("Why?").fill("price")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_text("Because: price")).to_be_visible()
    expect(page.locator("[data-toast]")).to_contain_text("is in Lost now")


def test_a_usual_reason_is_one_tap_and_can_be_gone_on_with(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    opportunity = site.do(firm.opportunity())
    page = enter(phone, f"/opportunities/{opportunity}")
    page.get_by_role("link", name="Move to…").click()
    expect(page.get_by_role("radio", name="Price")).to_be_hidden()
    page.get_by_role("radio", name="Postponed").check()
    expect(page.get_by_role("radio", name="Bad timing")).to_be_visible()
    page.get_by_role("radio", name="Lost").check()
    expect(page.get_by_role("radio", name="Bad timing")).to_be_hidden()
    page.get_by_role("group", name="Usual reasons").get_by_role("radio", name="Price").tap()
    why = page.get_by_label("Why?")
    expect(why).to_have_value("Price")
    why.press("End")
    why.press_sequentially(", by 12%")
    expect(page.get_by_role("radio", name="Price")).not_to_be_checked()
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_text("Because: Price, by 12%")).to_be_visible()


def test_what_was_sent_is_not_offered_again_as_a_draft(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter
) -> None:
    account = site.do(firm.account(name="Talleres Núñez"))
    page = enter(phone, f"/accounts/{account}/edit")
    page.get_by_label("Name").fill("Talleres Núñez e Hijos")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Talleres Núñez e Hijos")).to_be_visible()
    site.do(firm.do("account.edit", {"id": account, "name": "Núñez, S.A."}, "manager"))
    page.goto(f"{site.url}/accounts/{account}/edit")
    expect(page.get_by_label("Name")).to_have_value("Núñez, S.A.")
    page.get_by_label("Name").fill("Not sent yet")
    page.reload()
    expect(page.get_by_label("Name")).to_have_value("Not sent yet")


def test_a_card_is_dragged_to_another_stage(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    opportunity = site.do(firm.opportunity())
    page = enter(desk, "/opportunities")
    card, target = page.locator(f"#card-{opportunity}"), page.locator(f"#stage-{firm.stages['qualification']}")
    start, end = card.bounding_box(), target.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 40, start["y"] + 60)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + 120, steps=8)
    page.mouse.up()
    expect(page.locator("[data-toast]")).to_contain_text("is in Qualification now")
    expect(target.locator(f"#card-{opportunity}")).to_be_visible()
    page.reload()
    expect(target.locator(f"#card-{opportunity}")).to_be_visible()


def test_at_the_desk_list_and_account_stand_side_by_side(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter
) -> None:
    site.do(firm.account(name="Acme"))
    site.do(firm.account(name="Talleres Núñez"))
    page = enter(desk, "/accounts")
    page.get_by_role("link", name="Talleres Núñez").click()
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    expect(page.get_by_role("link", name="Acme")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    expect(page.get_by_role("link", name="Acme")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("acme")
    expect(page.locator("#results")).not_to_contain_text("Talleres")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_have_text("Talleres Núñez")
    page.keyboard.type("agenda")
    page.keyboard.press("Enter")
    page.wait_for_url("**/agenda")


def test_a_photo_becomes_a_contact_while_one_looks(site: Site, firm: Firm, phone: BrowserContext, enter: Enter) -> None:
    page = enter(phone, "/cards/new")
    page.locator("input[type=file]").set_input_files({"name": "card.png", "mimeType": "image/png", "buffer": PIXEL})
    page.get_by_role("button", name="Read the card").click()
    expect(page.get_by_role("heading", name="Reading the card…")).to_be_visible()
    reading_id = page.url.rpartition("/")[2]
    card = Card(full_name="Marta Gil", company="Hornos Gil", emails=("marta@gil.example",))
    site.do(card_was_read(firm.company_id, reading_id, card))
    expect(page.get_by_role("heading", name="Marta Gil")).to_be_visible()
    expect(page.get_by_role("link", name="Hornos Gil")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="No contact was made of this card")).to_be_visible()


def test_a_link_from_the_chat_opens_with_one_tap(
    site: Site, firm: Firm, phone: BrowserContext, problems: list[str]
) -> None:
    from core.people.sign_in import Purpose, new_ticket

    facts = {"company_id": firm.company_id, "path": "/opportunities"}
    link = f"{site.url}/open/{site.do(new_ticket(Purpose.OPEN, firm.people['rep'], facts))}"
    assert httpx.get(link).status_code == 200
    page = phone.new_page()
    page.goto(link)
    page.get_by_role("button", name="Open Ronda").click()
    expect(page.get_by_role("heading", name="Sales")).to_be_visible()


def test_no_room_breaks_the_policy_or_says_an_error(site: Site, firm: Firm, desk: BrowserContext, enter: Enter) -> None:
    account = site.do(firm.account(by="manager", name="Acme", addresses=[{"city": "Huesca"}]))
    opportunity = site.do(firm.opportunity(by="manager", account_id=account))
    activity = site.do(firm.activity(by="manager", account_id=account, opportunity_id=opportunity))
    contact = site.do(firm.contact(by="manager", account_id=account))
    page = enter(desk, "/today", "manager")
    for path in (
        "/accounts", f"/accounts/{account}", f"/accounts/{account}/edit", "/accounts/new", f"/contacts/{contact}",
        f"/contacts/{contact}/edit", "/opportunities?whose=all", f"/opportunities/{opportunity}",
        f"/opportunities/{opportunity}/move", f"/opportunities/{opportunity}/edit", f"/activities/{activity}",
        f"/activities/{activity}/edit", f"/activities/{activity}/move", f"/activities/{activity}/assign",
        "/activities", "/activities/new", "/agenda", "/agenda?view=week", "/agenda?view=month", "/agenda?view=list",
        "/quick-log", "/cards/new", "/more", "/settings", "/sessions", "/chat", "/new",
    ):  # fmt: skip
        answer = page.goto(site.url + path)
        assert answer is not None
        assert answer.status == 200, path
        until(page, "document.documentElement.classList.contains('has-script')")


def test_the_pages_can_be_installed_and_say_when_there_is_no_network(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter, problems: list[str]
) -> None:
    page = enter(phone)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    phone.set_offline(True)
    page.goto(site.url + "/accounts")
    expect(page.get_by_role("heading", name="No network")).to_be_visible()
    phone.set_offline(False)
    problems.clear()


@pytest.mark.parametrize("as_a_sheet", [False, True])
def test_a_colleague_is_named_in_ones_own_words_and_told(
    site: Site, firm: Firm, phone: BrowserContext, enter: Enter, as_a_sheet: bool
) -> None:
    site.do(firm.account(name="Talleres Núñez"))
    page = enter(phone, "/today" if as_a_sheet else "/quick-log?kind=call")
    if as_a_sheet:
        page.locator(".places-new").first.tap()
        page.get_by_role("link", name="Log a call", exact=True).tap()
    words = page.get_by_label("In your own words")
    words.press_sequentially("called Talleres Núñez, they want a price, @man")
    page.get_by_role("button", name="Manager").tap()
    expect(words).to_have_value("called Talleres Núñez, they want a price, @Manager ")
    words.press_sequentially("please look")
    page.get_by_role("button", name="Go on").tap()
    page.get_by_role("button", name="Save").tap()
    page.wait_for_url("**/accounts/*")
    expect(page.get_by_text("@Manager please look")).to_be_visible()
    assert site.do(waiting_for(firm, "manager")) == 1


async def waiting_for(firm: Firm, who: str) -> int:
    async with reading(firm.company_id) as session:
        mentions = select(Mention.id).where(Mention.user_id == firm.people[who], Mention.read_at.is_(None))
        return len(list(await session.scalars(mentions)))
