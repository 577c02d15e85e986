"""Lists of accounts and contacts: searched, filtered, kept as views, with columns, given to others in one go."""

import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.visitors import FRAGMENT, Visitors, asked_by, hidden

RESULTS = {**FRAGMENT, "HX-Target": "results"}


async def names(browser: httpx.AsyncClient, path: str, *known: str) -> set[str]:
    """Which of the known names the list shows."""
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    results = answer.text.split('id="results"')[1]
    return {name for name in known if f">{name}</a>" in results}


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm, "manager")


async def test_accounts_are_filtered_by_all_that_is_chosen(firm: Firm, browser: httpx.AsyncClient) -> None:
    long_ago = day(-60)
    bar = await firm.account(name="Bar", tags=["Horeca"], addresses=[{"city": "Lérida"}], kinds=["prospect"])
    inn = await firm.account(name="Inn", tags=["horéca", "Key"], addresses=[{"city": "Huesca"}], by="mate")
    await firm.account(name="Mill", addresses=[{"city": "Huesca"}])
    await firm.do("activity.log", {"account_id": bar, "type": "call", "day": long_ago})
    await firm.do("activity.log", {"account_id": inn, "type": "call"}, "mate")
    await firm.opportunity(account_id=bar)
    everybody = ("Bar", "Inn", "Mill")
    for query, expected in {
        "tag=HORECA": {"Bar", "Inn"},
        "city=lerida": {"Bar"},
        "city=Huesca&tag=key": {"Inn"},
        "kind=customer": {"Inn", "Mill"},
        f"owner={firm.people['mate']}": {"Inn"},
        "owner=me": set(),
        "quiet=30": {"Bar", "Mill"},
        "quiet=90": {"Mill"},
        "open=1": {"Bar"},
        f"unit={firm.units['north']}": set(everybody),
        f"unit={firm.units['']}": set(everybody),
        f"unit={firm.units['south']}": set(),
        "q=huesca&tag=horeca": {"Inn"},
        # What says nothing filters nothing.
        "tag=&owner=nobody&kind=king&quiet=1&open=yes&unit=x&foo=bar": set(everybody),
    }.items():
        assert await names(browser, f"/accounts?{query}", *everybody) == expected, query


async def test_contacts_are_listed_and_filtered_alike(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Talleres Núñez")
    await firm.contact(name="Laura Pérez", account_id=account, tags=["Decides"], emails=[{"address": "l@x.example"}])
    await firm.contact(name="Marta Gil", by="mate")
    both = ("Laura Pérez", "Marta Gil")
    for query, expected in {
        "": set(both),
        "tag=decides": {"Laura Pérez"},
        f"owner={firm.people['mate']}": {"Marta Gil"},
        "q=perez": {"Laura Pérez"},
        "q=l%40x.example": {"Laura Pérez"},
        "q=laura+gil": set(),
    }.items():
        assert await names(browser, f"/contacts?{query}", *both) == expected, query
    page = (await browser.get("/contacts?col=account&col=tags")).text
    assert "Talleres Núñez" in page
    assert "Decides" in page


async def test_the_pages_of_a_filtered_list_follow_each_other(firm: Firm, browser: httpx.AsyncClient) -> None:
    for number in range(45):
        await firm.account(name=f"Account {number:02}", tags=["Fair" if number % 45 else "Other"])
    page = (await browser.get("/accounts?tag=fair&col=tags")).text
    more = page.split('hx-get="/accounts?')[-1].split('"')[0].replace("&amp;", "&")
    rest = (await browser.get(f"/accounts?{more}", headers=FRAGMENT)).text
    assert [f"Account {number:02}" in page for number in range(45)].count(True) == 40
    assert [f"Account {number:02}" in rest for number in range(45)].count(True) == 4
    assert rest.count('<span class="cell">Fair</span>') == 4
    assert "<html" not in rest


async def test_while_one_types_only_the_results_travel(firm: Firm, browser: httpx.AsyncClient) -> None:
    await firm.account(name="Talleres Núñez")
    found = (await browser.get("/accounts?q=nunes", headers=RESULTS)).text
    assert "Talleres Núñez" in found
    assert found.lstrip().startswith('<div id="results"')
    restored = await browser.get("/accounts?q=nunes", headers={**RESULTS, "HX-History-Restore-Request": "true"})
    assert "<html" in restored.text


async def test_a_view_is_kept_chosen_changed_and_deleted(firm: Firm, browser: httpx.AsyncClient) -> None:
    await firm.account(name="Bar", tags=["Horeca"])
    await firm.account(name="Mill")
    form = (await browser.get("/views/new?listing=account&tag=Horeca&col=tags&col=city")).text
    sent = {"operation_id": hidden(form), "listing": "account", "tag": "Horeca", "col": ["city", "tags"],
            "name": "Inns", "shared": "me"}  # fmt: skip
    made = await browser.post("/views", data=sent)
    again = await browser.post("/views", data=sent)
    assert made.headers["location"] == again.headers["location"]
    where = made.headers["location"]
    view_id = parse_qs(urlsplit(where).query)["view"][0]
    page = (await browser.get(where)).text
    assert 'aria-current="true">Inns' in page
    assert "Mill" not in page
    assert "The view “Inns” is saved." in page
    assert await names(browser, "/accounts", "Bar", "Mill") == {"Bar", "Mill"}

    await browser.post(f"/views/{view_id}/begin", data={})
    assert await names(browser, "/accounts", "Bar", "Mill") == {"Bar"}
    assert await names(browser, "/accounts?f=1", "Bar", "Mill") == {"Bar", "Mill"}
    assert await names(browser, "/accounts?q=mill", "Bar", "Mill") == {"Mill"}

    changed = (await browser.get(f"/views/new?listing=account&view={view_id}&f=1&kind=customer")).text
    assert "Update “Inns”" in changed
    await browser.post(f"/views/{view_id}", data={"listing": "account", "kind": "customer"})
    assert await names(browser, "/accounts", "Bar", "Mill") == {"Bar", "Mill"}
    renamed = await browser.post(f"/views/{view_id}", data={"name": "Buyers", "shared": "company"})
    assert 'aria-current="true">Buyers' in (await browser.get(renamed.headers["location"])).text

    await browser.post(f"/views/{view_id}/delete", data={})
    assert ">Buyers</a></li>" not in (await browser.get("/accounts")).text
    assert (await browser.get(f"/views/{view_id}/edit")).status_code == 404


async def test_a_view_needs_a_name_and_a_list(firm: Firm, browser: httpx.AsyncClient) -> None:
    refused = await browser.post("/views", data={"listing": "account", "tag": "Horeca", "name": " "})
    assert refused.status_code == 422
    assert 'id="name-error"' in refused.text
    assert 'name="tag" value="Horeca"' in refused.text
    for listing in ("", "user", "../account"):
        assert (await browser.post("/views", data={"listing": listing, "name": "x"})).status_code == 404
        assert (await browser.get("/views/new", params={"listing": listing})).status_code == 404


async def test_a_view_is_seen_by_whom_it_is_shared_with(firm: Firm, visitors: Visitors) -> None:
    team = (await firm.do("team.create", {"name": "Key accounts"}, "admin"))["id"]
    for who in ("rep", "mate"):
        await firm.do("team.add_member", {"team_id": team, "user_id": firm.people[who]}, "admin")
    views = {}
    for shared in ({"shared": "me"}, {"shared": "team", "team_id": team}, {"shared": "company"}):
        name = f"View for {shared['shared']}"
        views[shared["shared"]] = (await firm.do("view.save", {"listing": "account", "name": name, **shared}))["id"]
    for who, seen in {"rep": 3, "mate": 2, "southerner": 1, "admin": 1}.items():
        browser = await visitors.of(firm, who)
        page = (await browser.get("/accounts")).text
        assert page.count(">View for ") == seen, who
        allowed = [(await browser.get(f"/views/{one}/edit")).status_code == 200 for one in views.values()]
        assert allowed.count(True) == seen, who
        may = await browser.post(f"/views/{views['company']}", data={"name": "View for company", "shared": "company"})
        assert may.status_code == (303 if who in ("rep", "admin") else 403), who


async def test_selected_accounts_are_given_once_all_or_none_and_taken_back(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    mine = [await firm.account(name=f"Account {number}") for number in range(3)]
    await firm.account(name="Far away", by="southerner")
    page = (await browser.get("/accounts?select=1&q=account")).text
    assert page.count('type="checkbox" name="ids"') == 3
    sent = {"operation_id": hidden(page), "ids": mine, "owner_id": firm.people["mate"]}
    given = await browser.post(
        "/accounts/assign", data=sent, headers={"Referer": "http://ronda.test/accounts?select=1&q=account"}
    )
    assert given.headers["location"] == "/accounts?q=account"
    await browser.post("/accounts/assign", data=sent)
    mates = f"/accounts?owner={firm.people['mate']}"
    everybody = ("Account 0", "Account 1", "Account 2")
    page = (await browser.get(mates)).text
    assert all(f">{name}</a>" in page for name in everybody)
    assert "Assigned to Mate: 3." in page
    undo = page.split('action="/operations/')[1].split('"')[0]
    assert (await browser.post(f"/operations/{undo}", data={})).status_code == 303
    assert await names(browser, mates, *everybody) == set()

    unseen = await firm.account(name="Hidden", by="southerner")
    refused = await browser.post("/accounts/assign", data={"ids": [*mine, unseen], "owner_id": firm.people["mate"]})
    assert refused.status_code == 404
    assert await names(browser, mates, *everybody) == set()
    for ids, status in (([], 422), (["x"], 422), ([new_id()], 404), ([new_id() for _ in range(201)], 422)):
        answer = await browser.post("/accounts/assign", data={"ids": ids, "owner_id": firm.people["mate"]})
        assert answer.status_code == status, len(ids)
    for owner in ("", "x", "\x00", new_id(), "<script>"):
        answer = await browser.post("/accounts/assign", data={"ids": mine, "owner_id": owner})
        assert answer.status_code in (404, 422), owner
        assert "<script>alert" not in answer.text


async def test_who_may_give_nothing_away_selects_nothing(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(name="Bar")
    rep = await visitors.of(firm)
    page = (await rep.get("/accounts?select=1")).text
    assert 'name="ids"' not in page
    assert "select=1" not in page
    answer = await rep.post("/accounts/assign", data={"ids": account, "owner_id": firm.people["mate"]})
    assert answer.status_code == 403


async def test_a_filter_offers_the_words_of_what_one_sees(firm: Firm, visitors: Visitors) -> None:
    await firm.account(name="Bar", tags=["Horeca"], addresses=[{"city": "Huesca"}])
    await firm.account(name="Far", tags=["Secret"], by="southerner")
    browser = await visitors.of(firm)
    assert "Horeca" in (await browser.get("/accounts/words/tag", headers=FRAGMENT)).text
    assert "Huesca" in (await browser.get("/accounts/words/city", headers=FRAGMENT)).text
    assert "Secret" not in (await browser.get("/accounts/words/tag", headers=FRAGMENT)).text
    assert (await browser.get("/accounts/words/owner")).status_code == 404


async def test_no_list_asks_more_when_there_is_more(firm: Firm, browser: httpx.AsyncClient) -> None:
    await _fill(firm, 1)
    lists = [
        "/accounts?tag=fair&quiet=30&open=1&owner=me&kind=customer&city=huesca",
        "/accounts?col=last&col=open&col=owner&f=1",
        "/contacts", "/contacts?q=laura&tag=fair", "/accounts?select=1",
    ]  # fmt: skip
    few = await asked_by(browser, lists)
    await _fill(firm, 6)
    assert await asked_by(browser, lists) == few


async def _fill(firm: Firm, many: int) -> None:
    for number in range(many):
        account = await firm.account("manager", name=f"Bar {number}", tags=["Fair"], addresses=[{"city": "Huesca"}])
        await firm.contact("manager", name=f"Laura {number}", account_id=account, tags=["Fair"])
        await firm.opportunity("manager", account_id=account)
        await firm.do("view.save", {"listing": "account", "name": f"View {number}"}, "manager")


async def test_all_rows_that_are_shown_are_selected_with_one_link(firm: Firm, browser: httpx.AsyncClient) -> None:
    for number in range(3):
        await firm.account(name=f"Account {number}")
    page = (await browser.get("/accounts?q=account&select=1")).text
    assert "checked" not in page.split('id="results"')[1]
    address = re.findall(r'href="([^"]*chosen=all)"', page)[0].replace("&amp;", "&")
    page = (await browser.get(address)).text
    assert page.split('id="results"')[1].count(" checked>") == 3
