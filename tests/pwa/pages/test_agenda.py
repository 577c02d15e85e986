"""The agenda: the days that are asked for, of whom one may look at, in one's own time."""

import re
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlalchemy import insert, select

from core.agenda.agenda_view import MOST
from core.agenda.models import Activity
from core.database import transaction
from core.records import new_id
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors, asked_by

THURSDAY = date(2026, 11, 26)
SCALES = ("day", "week", "month", "list")


async def page(browser: httpx.AsyncClient, **query: str) -> str:
    """The agenda as its address asks for it."""
    answer = await browser.get("/agenda", params={"day": THURSDAY.isoformat(), **query})
    assert answer.status_code == 200, query
    return answer.text


async def test_each_scale_shows_its_days_and_no_others(firm: Firm, visitors: Visitors) -> None:
    days = {"before": -4, "monday": -3, "thursday": 0, "sunday": 3, "next": 4, "after": 27, "far": 28}
    for name, distance in days.items():
        await firm.activity(day=(THURSDAY + timedelta(days=distance)).isoformat(), subject=f"<{name}>")
    browser = await visitors.of(firm)
    shown = {
        "day": {"thursday"},
        "week": {"monday", "thursday", "sunday"},
        "month": {"thursday"},
        "list": {"thursday", "sunday", "next", "after"},
    }
    for scale in SCALES:
        html = await page(browser, view=scale)
        assert {name for name in days if f"&lt;{name}&gt;" in html} == shown[scale], scale


async def test_a_month_counts_what_is_planned_and_what_is_done(firm: Firm, visitors: Visitors) -> None:
    for _ in range(3):
        await firm.activity(day="2026-11-03")
    await firm.do("activity.complete", {"id": await firm.activity(), "starts_at": "2026-11-03T10:00:00+01:00"})
    await firm.do("activity.cancel", {"id": await firm.activity(day="2026-11-04")})
    html = await page(await visitors.of(firm), view="month")
    assert "Tuesday, 3 November 2026: 3 things planned, one done" in html
    assert "Wednesday, 4 November 2026: 0 things planned, 0 done" in html


async def test_an_hour_is_the_reader_s_own(firm: Firm, visitors: Visitors) -> None:
    await firm.activity(starts_at="2026-11-26T10:30:00+01:00", subject="Oven")
    await firm.do("settings.edit", {"timezone": "America/Mexico_City"}, "manager")
    assert ">10:30<" in await page(await visitors.of(firm))
    there = await page(await visitors.of(firm, "manager"), whose=firm.people["rep"])
    assert ">03:30<" in there
    assert "Oven" in there


@pytest.mark.parametrize(
    ("moment", "shown"),
    [("2027-03-28T00:30:00+00:00", "01:30"), ("2027-03-28T01:30:00+00:00", "03:30"),
     ("2026-10-25T00:30:00+00:00", "02:30"), ("2026-10-25T01:30:00+00:00", "02:30")],
)  # fmt: skip
async def test_the_night_that_clocks_change_shows_the_hour_on_the_wall(
    firm: Firm, visitors: Visitors, moment: str, shown: str
) -> None:
    await firm.activity(starts_at=moment)
    for scale in ("day", "week"):
        assert f">{shown}<" in await page(await visitors.of(firm), view=scale, day=moment[:10])


async def test_one_looks_at_one_s_own_and_at_those_below(firm: Firm, visitors: Visitors) -> None:
    for who in ("rep", "mate", "manager", "southerner"):
        await firm.activity(who, day=THURSDAY.isoformat(), subject=f"<{who}>")

    async def seen(by: str, whose: str) -> set[str] | int:
        answer = await (await visitors.of(firm, by)).get(f"/agenda?day={THURSDAY}&whose={whose}")
        found = re.findall("&lt;([a-z]+)&gt;", answer.text)
        return set(found) if answer.status_code == 200 else answer.status_code

    people = firm.people
    assert await seen("rep", "me") == await seen("rep", people["rep"]) == {"rep"}
    assert await seen("manager", "me") == {"manager"}
    assert await seen("manager", "team") == {"manager", "rep", "mate"}
    assert await seen("manager", people["rep"]) == {"rep"}
    assert await seen("admin", people["southerner"]) == {"southerner"}
    for by, whose in (
        ("rep", "team"), ("rep", people["mate"]), ("rep", people["manager"]), ("rep", "all"), ("rep", new_id()),
        ("colleague", people["rep"]), ("manager", people["southerner"]), ("manager", people["admin"]),
        ("manager", "all"), ("rep", "nobody"),
    ):  # fmt: skip
        assert await seen(by, whose) == 404, (by, whose)


async def test_an_account_s_agenda_is_everybody_s_as_far_as_it_is_seen(
    firm: Firm, rival: Firm, visitors: Visitors
) -> None:
    account = await firm.account(by="manager", name="Acme")
    for who in ("rep", "manager"):
        await firm.do("activity.plan", {"day": THURSDAY.isoformat(), "subject": f"<{who}>", "account_id": account},
                      "manager" if who == "manager" else "admin")  # fmt: skip
    await firm.activity("manager", day=THURSDAY.isoformat(), subject="<without>")
    browser = await visitors.of(firm, "manager")
    html = await page(browser, account=account)
    assert set(re.findall("&lt;([a-z]+)&gt;", html)) == {"rep", "manager"}
    assert "Acme" in html
    mine = await page(browser, account=account, whose="me")
    assert set(re.findall("&lt;([a-z]+)&gt;", mine)) == {"manager"}
    for other in (await visitors.of(firm, "rep"), await visitors.of(rival, "admin")):
        for wrong in (account, "x", new_id()):
            assert (await other.get(f"/agenda?account={wrong}")).status_code == 404


async def test_every_way_out_of_a_page_leads_to_an_agenda(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(by="manager")
    await firm.activity("manager", day=THURSDAY.isoformat(), account_id=account)
    browser = await visitors.of(firm, "manager")
    ways: set[str] = set()
    for query in ({}, {"whose": "team"}, {"whose": firm.people["rep"]}, {"account": account}, {"day": "2199-12-31"}):
        for scale in SCALES:
            html = await page(browser, view=scale, **query)
            links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/agenda\?[^"]*)"', html)}
            assert len(links) > 5
            ways |= links
    for link in ways:
        assert (await browser.get(link)).status_code == 200, link


async def test_the_address_of_an_agenda_is_kept_from_day_to_day(firm: Firm, visitors: Visitors) -> None:
    html = await page(await visitors.of(firm, "manager"), view="week", whose="team")
    for rel, day in (("prev", "2026-11-19"), ("next", "2026-12-03")):
        assert f'href="/agenda?view=week&amp;day={day}&amp;whose=team" rel="{rel}"' in html


async def test_a_slot_is_planned_in_with_its_time(firm: Firm, visitors: Visitors) -> None:
    later = date(datetime.now(UTC).year + 1, 1, 12)
    later -= timedelta(days=later.weekday())  # a working day, an hour ahead of UTC
    await firm.activity(starts_at=f"{later}T10:00:00+01:00", minutes=90)
    browser = await visitors.of(firm, "rep")
    html = await page(browser, day=later.isoformat())
    assert "free: 6 h 30 min" in html
    address = re.findall(r'href="(/activities/new\?[^"]*hour=11:30)"', html)[0].replace("&amp;", "&")
    form = (await browser.get(address)).text
    assert f'name="day" type="date" value="{later}"' in form
    assert 'name="hour" type="time" value="11:30"' in form


async def test_who_may_only_look_is_offered_nothing_to_do(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(by="manager")
    await firm.activity("manager", day=THURSDAY.isoformat(), account_id=account, subject="Oven")
    html = await page(await visitors.of(firm, "reader"), account=account)
    assert "Oven" in html
    for offer in ("/activities/new", "/complete", "data-moves", "data-plan"):
        assert offer not in html


async def test_a_page_has_an_end_and_says_so(firm: Firm, visitors: Visitors) -> None:
    await _like(firm, await firm.activity(day=THURSDAY.isoformat()), MOST)
    html = await page(await visitors.of(firm))
    assert html.count('id="activity-') == MOST
    assert "There is more than fits here." in html
    assert "301 things planned" in await page(await visitors.of(firm), view="month")


async def test_no_agenda_asks_more_when_there_is_more(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(by="manager")
    browser = await visitors.of(firm, "manager")
    addresses = [
        f"/agenda?day={THURSDAY}&view={scale}{more}"
        for scale in SCALES
        for more in ("", "&whose=team", f"&whose={firm.people['rep']}", f"&account={account}")
    ]
    few = await asked_by(browser, addresses)
    for number in range(8):
        at = f"{THURSDAY + timedelta(days=number % 3)}T{8 + number:02}:00:00+01:00"
        for who in ("rep", "mate", "manager"):
            await firm.activity(who, starts_at=at)
        await firm.activity("manager", starts_at=at, account_id=account)
    assert await asked_by(browser, addresses) == few


async def _like(firm: Firm, activity_id: str, number: int) -> None:
    """So many more that are as this one is."""
    async with transaction(firm.company_id) as session:
        rows = Activity.__table__
        row = (await session.execute(select(rows).where(rows.c.id == activity_id))).one()
        await session.execute(insert(Activity), [{**row._mapping, "id": new_id()} for _ in range(number)])
