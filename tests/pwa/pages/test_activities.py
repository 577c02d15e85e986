"""Activities by their forms: planned for somebody, done with what comes next, corrected, moved, given away."""

import re
from datetime import UTC, datetime

import httpx
import pytest
from sqlalchemy import select

from core.agenda.models import Activity
from core.database import reading
from core.records import new_id
from pwa.operation_ids import operation_id_of
from tests.builders.cast import Firm
from tests.pwa.visitors import FRAGMENT, Visitors, hidden

# Days to come on which Madrid is an hour ahead.
DAY, LATER = (f"{datetime.now(UTC).year + 1}-01-{number}" for number in (19, 21))


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm)


async def number(firm: Firm) -> int:
    """How many activities there are."""
    async with reading(firm.company_id) as session:
        return len(list(await session.scalars(select(Activity.id))))


async def test_one_form_tells_what_was_done_and_what_comes_next(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Talleres Núñez")
    activity = await firm.activity(account_id=account)
    page = await browser.get(f"/activities/{activity}")
    sent = {
        "operation_id": hidden(page.text), "note": "They want twelve.", "result": "Wants a quote", "minutes": "25",
        "next_type": "visit", "next_day": DAY, "next_hour": "10:30", "next_subject": "Show model B",
        "next_reminder": "60",
    }  # fmt: skip
    answers = [await browser.post(f"/activities/{activity}/complete", data=sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert await number(firm) == 2
    done = (await browser.get(f"/activities/{activity}")).text
    for part in ("They want twelve.", "Wants a quote", "25 min"):
        assert part in done, part
    agenda = (await browser.get(f"/agenda?day={DAY}")).text
    following = re.findall(r'href="/activities/([0-9a-f-]{36})"', agenda)[0]
    planned = (await browser.get(f"/activities/{following}")).text
    for part in ("Talleres Núñez", "Show model B", "10:30", "1 h before"):
        assert part in planned, part
    undo = operation_id_of(sent["operation_id"])
    assert (await browser.post(f"/operations/{undo}/undo")).status_code == 303
    assert await number(firm) == 1
    assert "Done" in (await browser.get(f"/activities/{activity}")).text


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"next_type": "visit"}, "When? A day is needed."),
        ({"next_subject": "Show"}, "When? A day is needed."),
        ({"next_day": DAY, "next_hour": "25:00"}, "That is not a day or an hour."),
        ({"next_day": DAY, "next_minutes": "much"}, "That is not a number."),
        ({"next_day": DAY, "next_reminder": "99999"}, "This is too large."),
        ({"minutes": "-3"}, "That is not a number."),
    ],
)
async def test_what_is_wrong_with_the_next_step_is_told_beside_it_and_nothing_is_done(
    firm: Firm, browser: httpx.AsyncClient, sent: dict[str, str], wrong: str
) -> None:
    activity = await firm.activity()
    answer = await browser.post(f"/activities/{activity}/complete", data={"note": "They want twelve.", **sent})
    assert answer.status_code == 422
    field = next(name for name in ("minutes", *sent, "next_day") if f'id="{name}-error"' in answer.text)
    assert wrong in answer.text.split(f'id="{field}-error"')[1].split("</p>")[0]
    assert "They want twelve." in answer.text
    assert '<details class="section" open>' in answer.text
    assert await number(firm) == 1


async def test_what_somebody_else_has_done_meanwhile_is_told(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity()
    await firm.do("activity.complete", {"id": activity}, "manager")
    answer = await browser.post(f"/activities/{activity}/complete", data={"note": "They want twelve."})
    assert answer.status_code == 422
    assert "This is already done." in answer.text


async def test_an_account_is_named_in_one_s_own_words(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Talleres Núñez")
    await firm.account(name="Talleres Gil")
    await firm.account("southerner", name="Panadería Sur")
    plan = {"type": "visit", "day": DAY, "hour": "10:00"}

    async def made(name: str) -> httpx.Response:
        return await browser.post("/activities", data={**plan, "account": name})

    for name in ("talleres nunez", "nunez"):
        answer = await made(name)
        assert answer.status_code == 303, name
        assert f"/accounts/{account}" in (await browser.get(answer.headers["location"])).text
    several, nobody, unseen = await made("talleres"), await made("Bodegas"), await made("Panadería Sur")
    assert "Which one? " in several.text
    assert "Talleres Gil" in several.text
    for refused in (nobody, unseen):
        assert refused.status_code == 422
        assert "You have no account that is called so." in refused.text


async def test_one_plans_for_those_below_and_for_nobody_else(firm: Firm, visitors: Visitors) -> None:
    manager, rep = await visitors.of(firm, "manager"), await visitors.of(firm, "rep")
    form = await manager.get(f"/activities/new?owner_id={firm.people['rep']}&day={DAY}")
    assert "For Rep" in form.text
    plan = {"type": "call", "subject": "From above", "day": DAY, "owner_id": hidden(form.text, "owner_id")}
    assert (await manager.post("/activities", data=plan)).status_code == 303
    assert "From above" in (await rep.get(f"/agenda?day={DAY}")).text
    assert (await rep.get(f"/activities/new?owner_id={firm.people['mate']}")).status_code == 404
    for other in ("mate", "manager", "southerner"):
        refused = await rep.post("/activities", data=plan | {"owner_id": firm.people[other]})
        assert refused.status_code == 403, other


async def test_what_is_planned_is_corrected_in_one_form(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity(starts_at=f"{DAY}T10:00:00+01:00", note="x")
    form = (await browser.get(f"/activities/{activity}/edit")).text
    sent = {
        "base": hidden(form, "base"), "type": "visit", "subject": "Model B", "day": LATER, "hour": "16:15",
        "minutes": "45", "reminder": "", "note": "",
    }  # fmt: skip
    answer = await browser.post(f"/activities/{activity}", data=sent)
    assert answer.headers["location"] == f"/activities/{activity}"
    page = (await browser.get(f"/activities/{activity}")).text
    for part in ("Visit", "Model B", "16:15", "45 min"):
        assert part in page, part
    assert " before</p>" not in page
    wrong = await browser.post(f"/activities/{activity}", data={**sent, "day": "", "hour": "", "minutes": "many"})
    assert wrong.status_code == 422
    assert "Model B" in wrong.text


async def test_what_two_people_corrected_otherwise_is_asked_about_in_words(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    activity = await firm.activity(day=DAY)
    form = (await browser.get(f"/activities/{activity}/edit")).text
    await firm.do("activity.edit", {"id": activity, "type": "visit", "minutes": 30}, "manager")
    mine = {"base": hidden(form, "base"), "type": "meeting", "minutes": "45", "day": DAY}
    assert (await browser.post(f"/activities/{activity}", data=mine)).status_code == 303
    page = (await browser.get(f"/activities/{activity}")).text
    for field, ours, theirs in (("Kind", "meeting", "visit"), ("Minutes", "45", "30")):
        asked = page.split(f"{field}: two people changed it")[1].split("</form>")[0]
        assert f'value="mine">{ours}<' in asked
        assert f'value="theirs">{theirs}<' in asked


async def test_what_is_done_is_corrected_only_where_the_company_allows_it(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    done = (await firm.do("activity.log", {"type": "call", "note": "They want a price."}))["id"]
    address = f"/activities/{done}"
    assert f'href="{address}/edit"' in (await browser.get(address)).text
    form = (await browser.get(f"{address}/edit")).text
    sent = {"base": hidden(form, "base"), "type": "call", "subject": "Price", "note": "Two.", "result": "Sold"}
    assert (await browser.post(address, data=sent)).status_code == 303
    page = (await browser.get(address)).text
    for part in ("Price", "Two.", "Sold"):
        assert part in page, part
    await firm.do("company.edit", {"finished_activities_editable": False}, "admin")
    assert f'href="{address}/edit"' not in (await browser.get(address)).text
    refused = await browser.get(f"{address}/edit")
    assert refused.status_code == 403
    assert "what is done can no longer be edited" in refused.text
    assert "More → Administration → Company" in refused.text
    assert "Your role" not in refused.text
    assert (await browser.post(address, data=sent | {"subject": "Other"})).status_code == 403
    assert "Other" not in (await browser.get(address)).text


async def test_what_is_carried_by_hand_comes_back_with_the_agenda(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity(starts_at=f"{DAY}T10:00:00+01:00", subject="Model B")
    here = {"HX-Current-URL": f"http://ronda.test/agenda?view=week&day={LATER}"}
    sent = {"operation_id": new_id(), "day": LATER, "hour": "12:00", "revision": "1"}
    for _ in range(2):
        answer = await browser.post(f"/activities/{activity}/move", data=sent, headers=FRAGMENT | here)
        assert answer.status_code == 200
        assert 'id="agenda"' in answer.text
        assert "Moved." in answer.text
        assert "Model B" in answer.text
        assert ">12:00<" in answer.text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"day": "never"}, "That is not a day or an hour."),
        ({"day": ""}, "When? A day is needed."),
        ({"day": LATER, "hour": "11:00", "revision": "1"}, "Manager has moved it meanwhile."),
    ],
)
async def test_a_move_by_hand_that_is_refused_says_why_and_shows_what_is(
    firm: Firm, browser: httpx.AsyncClient, sent: dict[str, str], said: str
) -> None:
    activity = await firm.activity(starts_at=f"{DAY}T10:00:00+01:00")
    moved = {"id": activity, "starts_at": f"{DAY}T13:00:00+01:00"}
    await firm.do("activity.reschedule", moved, "manager")
    here = {"HX-Current-URL": f"http://ronda.test/agenda?day={DAY}"}
    answer = await browser.post(f"/activities/{activity}/move", data=sent, headers=FRAGMENT | here)
    assert answer.status_code == 200
    assert said in answer.text
    assert ">13:00<" in answer.text


async def test_a_move_by_form_that_crosses_another_s_is_asked_about(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity(starts_at=f"{DAY}T10:00:00+01:00")
    form = (await browser.get(f"/activities/{activity}/move")).text
    moved = {"id": activity, "starts_at": f"{DAY}T13:00:00+01:00"}
    await firm.do("activity.reschedule", moved, "manager")
    sent = {"revision": hidden(form, "revision"), "day": LATER, "hour": "09:30", "minutes": ""}
    asked = await browser.post(f"/activities/{activity}/move", data=sent)
    assert asked.status_code == 409
    assert "Manager has moved it meanwhile" in asked.text
    assert f'value="{LATER}"' in asked.text
    again = await browser.post(
        f"/activities/{activity}/move", data={**sent, "revision": hidden(asked.text, "revision")}
    )
    assert again.headers["location"] == f"/activities/{activity}"
    assert "09:30" in (await browser.get(f"/activities/{activity}")).text


async def test_later_keeps_the_hour(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity(starts_at=f"{DAY}T10:45:00+01:00")
    page = (await browser.get(f"/activities/{activity}")).text
    sent = {"hour": hidden(page, "hour"), "day": LATER}
    assert (await browser.post(f"/activities/{activity}/move", data=sent)).status_code == 303
    assert "10:45" in (await browser.get(f"/activities/{activity}")).text


async def test_a_manager_hands_an_activity_over(firm: Firm, visitors: Visitors) -> None:
    activity = await firm.activity(day=DAY, subject="Model B")
    manager, mate, rep = [await visitors.of(firm, who) for who in ("manager", "mate", "rep")]
    form = (await manager.get(f"/activities/{activity}/assign")).text
    assert "Southerner" in form  # who may assign gives it to anybody at work
    answer = await manager.post(f"/activities/{activity}/assign", data={"owner_id": firm.people["mate"]})
    assert answer.headers["location"] == f"/agenda?day={DAY}"
    assert "Handed over." in (await manager.get(answer.headers["location"])).text
    assert "Model B" in (await mate.get(f"/agenda?day={DAY}")).text
    assert "Model B" not in (await rep.get(f"/agenda?day={DAY}")).text
    assert (await rep.get(f"/activities/{activity}")).status_code == 404


async def test_who_may_not_hand_over_is_not_offered_it_and_refused(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity(day=DAY)
    address = f"/activities/{activity}/assign"
    assert address not in (await browser.get(f"/activities/{activity}")).text
    assert (await browser.get(address)).status_code == 403
    assert (await browser.post(address, data={"owner_id": firm.people["mate"]})).status_code == 403
    for nobody in ("", "x", new_id()):
        assert (await browser.post(address, data={"owner_id": nobody})).status_code in (404, 422)
