"""The rooms of selling: an opportunity edited where its values stand, the pipeline as a list, leads."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from core.database import reading
from core.listing import get
from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.visitors import FRAGMENT, Visitors, asked_by, hidden


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm, "manager")


async def row(firm: Firm, kind: str, record_id: str) -> dict[str, object]:
    viewer = await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        return await get(session, viewer, kind, record_id)


async def names(browser: httpx.AsyncClient, path: str, *known: str) -> list[str]:
    """Which of the known names the list shows, in its order."""
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    results = answer.text.split('id="results"')[1]
    return sorted((name for name in known if f">{name}</a>" in results), key=results.index)


async def test_a_field_is_saved_where_its_value_stands(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity = await firm.opportunity(account_id=await firm.account(name="Inn"))
    await firm.account(name="Mill")
    await firm.contact(name="Laura Gil")
    path = f"/opportunities/{opportunity}"
    for field, sent, kept in (
        ("title", "Two ovens", ("title", "Two ovens")),
        ("amount", "1.234,50", ("amount", 123450)),
        ("expected_close", "2026-12-31", ("expected_close", "2026-12-31")),
        ("probability", "70", ("probability", 70)),
        ("notes", "", ("notes", None)),
        ("owner", firm.people["mate"], ("owner_id", firm.people["mate"])),
    ):
        shown = await browser.get(f"{path}/edit/{field}", headers=FRAGMENT)
        assert "<html" not in shown.text
        form = {name: hidden(shown.text, name) for name in ("operation_id", "base")}
        answer = await browser.post(f"{path}/edit/{field}", data={**form, field: sent}, headers=FRAGMENT)
        assert 'id="record-page"' in answer.text, field
        assert "data-toast" in answer.text, field
        assert (await row(firm, "opportunity", opportunity))[kept[0]] == kept[1]
    for field, sent in (("account", "mill"), ("contact", "laura gil")):
        await browser.post(f"{path}/edit/{field}", data={field: sent}, headers=FRAGMENT)
        assert f">{sent.title()}</a>" in (await browser.get(path)).text


async def test_what_is_wrong_with_a_field_stands_beside_it(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity = await firm.opportunity()
    for field, sent in (
        ("amount", "a lot"), ("probability", "120"), ("expected_close", "never"), ("title", ""), ("account", "Nobody"),
    ):  # fmt: skip
        address = f"/opportunities/{opportunity}/edit/{field}"
        answer = await browser.post(address, data={field: sent}, headers=FRAGMENT)
        assert answer.status_code == 422, field
        assert answer.headers["HX-Retarget"] == f"#in-place-{field}"
        assert "field-error" in answer.text, field
        assert f'value="{sent}"' in answer.text, field
    assert (await browser.get(f"/opportunities/{opportunity}/edit/stage_id", headers=FRAGMENT)).status_code == 404


async def test_without_a_script_a_field_is_saved_by_its_form(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity = await firm.opportunity(account_id=await firm.account(name="Inn"))
    page = (await browser.get(f"/opportunities/{opportunity}/edit")).text
    assert 'value="Inn"' in page
    sent = {"title": "Ovens", "account": "Inn", "amount": "5", "base": hidden(page, "base"), "currency": "usd"}
    assert (await browser.post(f"/opportunities/{opportunity}", data=sent)).status_code == 303
    kept = await row(firm, "opportunity", opportunity)
    assert (kept["title"], kept["amount"], kept["currency"]) == ("Ovens", 500, "USD")
    assert kept["account_id"] is not None


async def test_who_may_not_edit_finds_no_fields(firm: Firm, visitors: Visitors) -> None:
    opportunity = await firm.opportunity()
    reader = await visitors.of(firm, "reader")
    assert "/edit" not in (await reader.get(f"/opportunities/{opportunity}")).text
    rep = await visitors.of(firm)
    assert f"{opportunity}/edit/title" in (await rep.get(f"/opportunities/{opportunity}")).text
    assert f"{opportunity}/edit/owner" not in (await rep.get(f"/opportunities/{opportunity}")).text
    assert (await rep.get(f"/opportunities/{opportunity}/edit/owner", headers=FRAGMENT)).status_code == 403


async def test_the_page_tells_how_long_it_stood_in_each_stage_and_who_moved_it(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    now = datetime.now(UTC)
    made = await firm.perform("opportunity.create", {"title": "Horno"}, device_at=now - timedelta(days=12))
    opportunity = made.result["id"]
    move = {"id": opportunity, "stage_id": firm.stages["proposal"]}
    await firm.perform("opportunity.move", move, "manager", device_at=now - timedelta(days=5))
    page = (await browser.get(f"/opportunities/{opportunity}")).text
    stays = page.split('id="stays-title"')[1].split("</section>")[0]
    assert [stays.index(one) for one in ("Proposal", "Manager", "5 days", "Prospecting", "Rep", "7 days")] == sorted(
        stays.index(one) for one in ("Proposal", "Manager", "5 days", "Prospecting", "Rep", "7 days")
    )


async def test_a_call_is_planned_with_one_tap_where_nothing_is(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity = await firm.opportunity(by="manager")
    page = (await browser.get(f"/opportunities/{opportunity}")).text
    assert "What comes next is not decided yet." in page
    tomorrow = day(1)
    sent = {"type": "call", "opportunity_id": opportunity, "subject": "Horno", "day": tomorrow}
    answer = await browser.post(
        "/activities", data=sent, headers={"Referer": f"http://ronda.test/opportunities/{opportunity}"}
    )
    assert answer.headers["location"] == f"/opportunities/{opportunity}"
    assert "What comes next is not decided yet." not in (await browser.get(f"/opportunities/{opportunity}")).text


async def test_opportunities_are_filtered_sorted_and_added_up(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Inn")
    oven = await firm.opportunity(title="Oven", amount=300_000, expected_close=day(), account_id=account)
    await firm.opportunity(title="Fridge", amount=900_000, by="manager")
    await firm.opportunity(title="Stove", amount=100_000, currency="USD", expected_close="2020-01-01")
    await firm.opportunity(title="Secret", amount=1, by="southerner")
    await firm.activity(opportunity_id=oven)
    lost = await firm.opportunity(title="Dead", amount=1)
    await firm.do("opportunity.move", {"id": lost, "stage_id": firm.stages["lost"], "reason": "x"})
    all_of_them = ("Oven", "Fridge", "Stove", "Dead", "Secret")
    for query, found in (
        ("state=open&sort=amount", ["Fridge", "Oven", "Stove"]),
        ("state=open", ["Stove", "Oven", "Fridge"]),
        ("close=month", ["Oven"]),
        ("close=late", ["Stove"]),
        ("undated=1", ["Fridge", "Dead"]),
        ("amount=2.000", ["Oven", "Fridge"]),
        ("next=1&sort=name", ["Fridge", "Stove"]),
        ("owner=me", ["Fridge"]),
        ("owner=team&sort=name", ["Dead", "Fridge", "Oven", "Stove"]),
        (f"stage={firm.stages['lost']}", ["Dead"]),
        (f"pipeline={firm.pipeline_id}&state=lost", ["Dead"]),
        ("still=14", []),
        ("q=inn", ["Oven"]),
        ("q=oven&close=late", []),
    ):
        assert await names(browser, f"/opportunities/list?{query}", *all_of_them) == found, query
    page = (await browser.get("/opportunities/list?state=open")).text
    assert "€12,000 (2) + US$1,000 (1)" in page or "€12,000 (2) + $1,000 (1)" in page
    page = (await browser.get("/opportunities/list?close=month")).text
    assert "€3,000 (1)" in page


async def test_a_sorted_list_goes_on_without_doubles(firm: Firm, browser: httpx.AsyncClient) -> None:
    for number in range(43):
        close = f"2027-01-{number + 1:02}" if number < 30 else None
        await firm.opportunity(title=f"Oven {number:02}", amount=number // 2 * 100, expected_close=close)
    known = [f"Oven {number:02}" for number in range(43)]
    for sort in ("amount", "close", "new", "still", "name"):
        page = (await browser.get(f"/opportunities/list?sort={sort}")).text
        more = page.split('hx-get="/opportunities/list?')[-1].split('"')[0].replace("&amp;", "&")
        rest = (await browser.get(f"/opportunities/list?{more}", headers=FRAGMENT)).text
        first, second = ({name for name in known if f">{name}</a>" in part} for part in (page, rest))
        assert (len(first), len(second), first & second) == (40, 3, set()), sort


async def test_the_board_and_the_list_keep_what_is_looked_at(firm: Firm, browser: httpx.AsyncClient) -> None:
    await firm.opportunity(by="manager")
    board = (await browser.get("/opportunities?whose=me&filter=without-next")).text
    assert "/opportunities/list?owner=me&amp;state=open&amp;next=1" in board
    listed = (await browser.get("/opportunities/list?owner=me&next=1")).text
    assert "/opportunities?whose=me&amp;filter=without-next" in listed


async def test_many_opportunities_are_given_to_a_colleague(firm: Firm, browser: httpx.AsyncClient) -> None:
    ids = [await firm.opportunity(title=f"Oven {number}") for number in range(3)]
    page = (await browser.get("/opportunities/list?select=1")).text
    sent = {"ids": ids, "owner_id": firm.people["mate"], "operation_id": hidden(page)}
    assert (await browser.post("/opportunities/list/assign", data=sent)).status_code == 303
    assert {(await row(firm, "opportunity", one))["owner_id"] for one in ids} == {firm.people["mate"]}


async def test_a_lead_becomes_a_customer_in_one_form(firm: Firm, browser: httpx.AsyncClient) -> None:
    made = await browser.post("/leads", data={"person": "Carmen Ruiz", "firm": "Posada Real", "city": "Huesca"})
    path = made.headers["location"]
    assert await names(browser, "/leads?status=open&city=huesca", "Posada Real") == ["Posada Real"]
    page = (await browser.get(f"{path}/qualify")).text
    sent = {"account": "new", "contact": "new", "opportunity": "new", "title": "Ovens", "amount": "a lot"}
    wrong = await browser.post(f"{path}/qualify", data=sent)
    assert wrong.status_code == 422
    assert "field-error" in wrong.text
    sent |= {"amount": "1.500", "operation_id": hidden(page)}
    done = await browser.post(f"{path}/qualify", data=sent)
    assert done.headers["location"].startswith("/opportunities/")
    opportunity = (await browser.get(done.headers["location"])).text
    assert "Posada Real" in opportunity
    assert "€1,500" in opportunity
    lead = (await browser.get(path)).text
    assert "What came of it" in lead
    assert "/qualify" not in lead


async def test_a_lead_is_edited_where_its_values_stand(firm: Firm, browser: httpx.AsyncClient) -> None:
    lead = await firm.lead(firm="Inn", phone="976 123 456 ext. 7")
    for field, sent, kept in (
        ("phone", "974 111 222", ("phone", "+34974111222")), ("source", "fair", ("source", "fair")),
        ("firm", "Mill", ("title", "Mill")), ("owner", firm.people["mate"], ("status", "assigned")),
    ):  # fmt: skip
        address = f"/leads/{lead}/edit/{field}"
        shown = (await browser.get(address, headers=FRAGMENT)).text
        answer = await browser.post(address, data={"base": hidden(shown, "base"), field: sent}, headers=FRAGMENT)
        assert 'id="record-page"' in answer.text, field
        assert (await row(firm, "lead", lead))[kept[0]] == kept[1]
    wrong = await browser.post(f"/leads/{lead}/edit/email", data={"email": "nobody"}, headers=FRAGMENT)
    assert (wrong.status_code, "field-error" in wrong.text) == (422, True)


async def test_a_call_with_a_lead_is_logged_with_its_next_step(firm: Firm, browser: httpx.AsyncClient) -> None:
    path = f"/leads/{await firm.lead(by='manager', firm='Inn')}"
    sent = {"type": "call", "note": "They want ovens", "next_type": "visit", "next_day": ""}
    wrong = await browser.post(f"{path}/log", data=sent)
    assert (wrong.status_code, "field-error" in wrong.text) == (422, True)
    await browser.post(f"{path}/log", data={**sent, "next_day": "2030-12-01"})
    page = (await browser.get(path)).text
    assert "They want ovens" in page
    assert "In process" in page
    assert "1 Dec 2030" in page or "1 Dec" in page
    activity = page.split('id="activity-')[1].split('"')[0]
    assert f'href="{path}"' in (await browser.get(f"/activities/{activity}")).text


async def test_a_day_alone_is_a_next_step_too(firm: Firm, browser: httpx.AsyncClient) -> None:
    path = f"/leads/{await firm.lead(by='manager', firm='Inn')}"
    await browser.post(f"{path}/log", data={"type": "call", "next_type": "", "next_day": "2030-12-01"})
    assert "1 Dec 2030" in (await browser.get(path)).text


async def test_what_is_wrong_with_a_lead_stands_beside_its_field(firm: Firm, browser: httpx.AsyncClient) -> None:
    for sent, word in (
        ({"firm": "Inn", "phone": "soon"}, "soon"),
        ({"subject": "Ovens"}, "Ovens"),
        ({"firm": "Inn", "email": "x"}, "x"),
    ):
        answer = await browser.post("/leads", data=sent)
        assert answer.status_code == 422
        assert "field-error" in answer.text
        assert f'value="{word}"' in answer.text
    lead = await firm.lead(by="manager")
    answer = await browser.post(f"/leads/{lead}/discard", data={"reason": ""})
    assert (answer.status_code, "field-error" in answer.text) == (422, True)


async def test_no_page_of_selling_asks_more_when_there_is_more(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity, lead = await _fill(firm, 0), await firm.lead(firm="Inn 0", person="Laura", by="manager")
    pages = [
        f"/opportunities/{opportunity}", f"/leads/{lead}", f"/leads/{lead}/qualify", "/leads", "/leads?q=inn",
        "/opportunities/list?col=next&col=unit", "/opportunities/list?q=oven", "/opportunities/list?next=1",
    ]  # fmt: skip
    few = await asked_by(browser, pages)
    for number in range(1, 6):
        await _fill(firm, number)
        await firm.lead(firm=f"Inn {number}", person="Laura", by="manager")
        await firm.do("opportunity.edit", {"id": opportunity, "title": f"Oven {number}"}, "manager")
    assert await asked_by(browser, pages) == few


async def _fill(firm: Firm, number: int) -> str:
    account = await firm.account("manager", name=f"Inn {number}")
    contact = await firm.contact("manager", name=f"Laura {number}", account_id=account)
    opportunity = await firm.opportunity("manager", title=f"Oven {number}", account_id=account, contact_id=contact)
    await firm.activity("manager", opportunity_id=opportunity)
    await firm.opportunity("manager", title=f"Oven {number} too", account_id=account)
    return opportunity


async def test_an_opportunity_told_in_the_quick_log_is_shown_in_its_form_before_it_is_made(
    firm: Firm, visitors: Visitors
) -> None:
    account = await firm.account(name="Acme")
    browser = await visitors.of(firm)
    shown = (await browser.post("/quick-log", data={"words": "new opportunity with Acme: 10 pumps, 12,000 €"})).text
    assert all(f'value="{value}"' in shown for value in ("10 pumps", "Acme"))
    assert 'value="12000"' in shown
    assert "10 pumps" not in (await browser.get("/opportunities/list")).text
    form = {"operation_id": hidden(shown), "title": "10 pumps", "account": "Acme", "amount": "12000"}
    made = await browser.post("/opportunities", data=form)
    assert f'href="/accounts/{account}"' in (await browser.get(made.headers["location"])).text
    stranger = (await browser.post("/quick-log", data={"words": "new opportunity with Cold Perry: 10 pumps"})).text
    form = {name: hidden(stranger, name) for name in ("operation_id", "new_account")} | {"title": "10 pumps"}
    assert form["new_account"] == "Cold Perry"
    made = await browser.post("/opportunities", data=form)
    assert "Cold Perry" in (await browser.get(made.headers["location"])).text


async def test_who_may_make_no_opportunity_is_not_shown_its_form(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm, "reader")
    answer = await browser.post("/quick-log", data={"words": "new opportunity with Acme: 10 pumps"})
    assert 'name="title"' not in answer.text
