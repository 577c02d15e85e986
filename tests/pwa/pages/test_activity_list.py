"""The list of activities: filtered, searched, added up, kept as a view, given to others in one go."""

import html
import re

import httpx
import pytest

from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.pages.test_lists import names
from tests.pwa.visitors import FRAGMENT, Visitors, hidden


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm, "manager")


async def test_activities_are_filtered_by_all_that_is_chosen(firm: Firm, browser: httpx.AsyncClient) -> None:
    acme = await firm.account(name="Acme")
    bar = await firm.account(name="Bar Núñez")
    sale = await firm.opportunity(account_id=bar, title="Twelve pumps")
    await firm.activity(account_id=acme, type="visit", day=day(-3))
    await firm.activity("manager", owner_id=firm.people["mate"], account_id=bar, opportunity_id=sale, day=day(0))
    await firm.do("activity.log", {"account_id": acme, "type": "call", "day": day(-200), "note": "x"})
    gone = await firm.activity(subject="Alone", day=day(400))
    await firm.do("activity.cancel", {"id": gone})
    everything = ("Acme", "Bar Núñez", "Alone")
    for query, expected in {
        "": set(everything),
        "owner=me": set(),
        f"owner={firm.people['mate']}": {"Bar Núñez"},
        "owner=team": set(everything),
        f"unit={firm.units['south']}": set(),
        "type=visit": {"Acme"},
        "state=planned": {"Acme", "Bar Núñez"},
        "state=late": {"Acme"},
        "state=done": {"Acme"},
        "state=cancelled": {"Alone"},
        "when=today": {"Bar Núñez"},
        f"account={acme}": {"Acme"},
        "account=acme": {"Acme"},
        "account=nunez": {"Bar Núñez"},
        "account=nobody": set(),
        f"opportunity={sale}": {"Bar Núñez"},
        "opportunity=Twelve+pumps+%C2%B7+Bar+N%C3%BA%C3%B1ez": {"Bar Núñez"},
        # What says nothing filters nothing.
        "state=x&when=never&owner=nobody&unit=1": set(everything),
    }.items():
        assert await names(browser, f"/activities?{query}", *everything) == expected, query


async def test_a_manager_s_day_leads_to_what_each_has_overdue(firm: Firm, browser: httpx.AsyncClient) -> None:
    await firm.activity(subject="Of the rep", day=day(-1))
    await firm.activity("manager", owner_id=firm.people["mate"], subject="Of the mate", day=day(-1))
    await firm.activity(subject="Not yet", day=day(0))
    link = re.search(r'href="([^"]+)" aria-label="One overdue activity of Rep"', (await browser.get("/today")).text)
    assert link
    assert await names(browser, html.unescape(link[1]), "Of the rep", "Of the mate", "Not yet") == {"Of the rep"}


async def test_what_is_filtered_is_added_up(firm: Firm, browser: httpx.AsyncClient) -> None:
    for minutes in (20, 40):
        await firm.do("activity.log", {"type": "call", "note": "x", "minutes": minutes, "day": day(0)})
    assert "2 in all · 1 h" in (await browser.get("/activities?state=done")).text
    assert "in all" not in (await browser.get("/activities")).text
    assert "in all" not in (await browser.get("/activities?state=planned")).text


async def test_a_search_finds_what_was_said_among_what_is_filtered(firm: Firm, browser: httpx.AsyncClient) -> None:
    await firm.do("activity.log", {"type": "call", "note": "They want a price for model B", "day": day(0)})
    await firm.activity(subject="Ask for the price", day=day(1))
    both = ("They want a price for model B", "Ask for the price")
    assert await names(browser, "/activities?q=price", *both) == set(both)
    assert await names(browser, "/activities?q=price&state=done", *both) == {both[0]}
    assert await names(browser, "/activities?q=lorry", *both) == set()


async def test_the_days_follow_each_other_over_the_pages_and_a_day_goes_by_its_hours(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    for number in range(42):
        await firm.activity(subject=f"Deed {number:02}", day=day(number))
    await firm.activity(subject="At ten", starts_at=f"{day(60)}T10:00:00+01:00")
    await firm.activity(subject="At nine", starts_at=f"{day(60)}T09:00:00+01:00")
    page = (await browser.get("/activities?sort=first")).text
    more = page.split('hx-get="/activities?')[-1].split('"')[0].replace("&amp;", "&")
    rest = (await browser.get(f"/activities?{more}", headers=FRAGMENT)).text
    assert "Deed 39" in page
    assert "Deed 40" not in page
    assert rest.index("Deed 40") < rest.index("Deed 41") < rest.index("At nine") < rest.index("At ten")
    assert rest.count("Done: ") == 4
    latest = (await browser.get("/activities")).text
    assert latest.index("At nine") < latest.index("At ten") < latest.index("Deed 41") < latest.index("Deed 40")


async def test_one_is_ticked_in_the_list_and_one_stays_there(firm: Firm, visitors: Visitors) -> None:
    rep = await visitors.of(firm, "rep")
    activity = await firm.activity(subject="Send it", day=day(0))
    page = (await rep.get("/activities?state=planned")).text
    done = await rep.post(
        f"/activities/{activity}/complete",
        data={"operation_id": hidden(page.split(f"/activities/{activity}/complete")[1])},
        headers={"Referer": "http://ronda.test/activities?state=planned"},
    )
    assert done.headers["location"] == "/activities?state=planned"
    assert await names(rep, "/activities?state=planned", "Send it") == set()


async def test_many_are_given_to_a_colleague_at_once_and_taken_back(firm: Firm, browser: httpx.AsyncClient) -> None:
    ids = [await firm.activity(subject=f"Deed {number}", day=day(1)) for number in range(3)]
    page = (await browser.get(f"/activities?select=1&chosen={ids[0]}&state=planned")).text
    assert page.count('name="ids"') == 3
    assert f'name="ids" value="{ids[0]}" checked' in page
    given = await browser.post(
        "/activities/assign",
        data={"operation_id": hidden(page), "ids": ids[:2], "owner_id": firm.people["mate"]},
        headers={"Referer": "http://ronda.test/activities?select=1&state=planned"},
    )
    assert given.headers["location"] == "/activities?state=planned"
    where = f"/activities?owner={firm.people['mate']}"
    told = (await browser.get(given.headers["location"])).text
    assert "Assigned to Mate: 2." in told
    assert await names(browser, where, "Deed 0", "Deed 1", "Deed 2") == {"Deed 0", "Deed 1"}
    undo = told.split('action="/operations/')[1].split("/undo")[0]
    await browser.post(f"/operations/{undo}/undo", data={"operation_id": hidden(told)})
    assert await names(browser, where, "Deed 0", "Deed 1", "Deed 2") == set()


async def test_nobody_gives_away_what_is_not_theirs_to_give(firm: Firm, visitors: Visitors) -> None:
    southern = await firm.activity("southerner", subject="Southern", day=day(1))
    rep = await visitors.of(firm, "rep")
    assert 'name="ids"' not in (await rep.get("/activities?select=1")).text
    refused = await rep.post("/activities/assign", data={"ids": southern, "owner_id": firm.people["rep"]})
    assert refused.status_code in (403, 404)
    manager = await visitors.of(firm, "manager")
    unseen = await manager.post("/activities/assign", data={"ids": southern, "owner_id": firm.people["rep"]})
    assert unseen.status_code == 404


async def test_a_view_keeps_the_record_that_was_typed(firm: Firm, browser: httpx.AsyncClient) -> None:
    acme = await firm.account(name="Acme")
    await firm.activity(account_id=acme, day=day(0))
    page = (await browser.get("/activities?account=acme&state=planned")).text
    assert 'name="account" value="Acme"' in page
    save = page.split('href="/views/new?')[1].split('"')[0].replace("&amp;", "&")
    assert f"account={acme}" in save
    form = (await browser.get(f"/views/new?{save}")).text
    sent = {"operation_id": hidden(form), "listing": "activity", "account": acme, "name": "With Acme", "shared": "me"}
    kept = await browser.post("/views", data=sent)
    shown = (await browser.get(kept.headers["location"])).text
    assert 'aria-current="true">With Acme' in shown


async def test_names_are_offered_of_what_one_may_see_alone(firm: Firm, visitors: Visitors) -> None:
    await firm.account(name="Acme North")
    await firm.account("southerner", name="Acme South")
    rep = await visitors.of(firm, "rep")
    offered = (await rep.get("/names/account?account=acme", headers=FRAGMENT)).text
    assert "Acme North" in offered
    assert "Acme South" not in offered
    assert (await rep.get("/names/user?user=a")).status_code == 404


async def test_the_agendas_list_and_today_lead_to_it(firm: Firm, browser: httpx.AsyncClient) -> None:
    assert 'href="/activities?owner=me"' in (await browser.get("/agenda?view=list")).text
    for number in range(9):
        await firm.activity("manager", subject=f"Late {number}", day=day(-number - 1))
    assert "/activities?owner=me&amp;state=late" in (await browser.get("/today")).text
