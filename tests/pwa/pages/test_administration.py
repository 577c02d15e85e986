"""The rooms of who manages a company: what is sent is done, what may not be is not, and each is undone by its toast."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import httpx
import pytest

from core.database import transaction
from core.outbox import OutboxMessage, failed
from core.pace import taken
from core.people.sign_in import give_password
from core.records import new_id
from core.timings import keep_timings
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors, statements

PASSWORD = "correct horse battery"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One of the two: what the rooms ask is asked of PostgreSQL by `test_every_form`, and by the core's own tests."""
    return sqlite_url


@pytest.fixture
async def admin(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await english(firm, visitors)


async def english(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    """The browser of a firm's admin, who reads English."""
    await firm.do("settings.edit", {"locale": "en"}, "admin")
    return await visitors.of(firm, "admin")


async def send(browser: httpx.AsyncClient, path: str, **fields: str) -> str:
    """Sends a form and gives the page that it leads to."""
    answer = await browser.post(path, data={"operation_id": new_id(), **fields})
    assert answer.status_code == 303, answer.text
    return (await browser.get(answer.headers["location"])).text


async def undo(browser: httpx.AsyncClient, page: str) -> None:
    path = re.findall(r'action="(/operations/[^"]+/undo)"', page)[0]
    assert (await browser.post(path, data={"operation_id": new_id()})).status_code == 303


async def test_administration_is_on_more_for_who_has_any_of_it(firm: Firm, visitors: Visitors) -> None:
    for who, has in {"admin": True, "manager": False, "rep": False}.items():
        browser = await visitors.of(firm, who)
        assert ('href="/admin"' in (await browser.get("/more")).text) is has
        assert (await browser.get("/admin")).status_code == (200 if has else 403)


async def test_who_is_invited_chooses_a_password_and_comes_in(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    form = {"operation_id": new_id(), "name": "Rosa Gil", "email": "rosa@ebro.example", "role": "rep",
            "unit_id": firm.units["north"], "reports_to": firm.people["manager"]}  # fmt: skip
    page = (await admin.post("/admin/members", data=form)).text
    path = re.findall(r"http\S+(/password/[\w-]+)", page)[0]
    assert "Rosa Gil" in (await admin.get("/admin/members")).text
    rosa = visitors.stranger()
    chosen = await rosa.post(path, data={"password": PASSWORD, "again": PASSWORD})
    assert chosen.headers["location"] == "/today"
    assert "Rosa Gil" in (await rosa.get("/more")).text


async def test_who_is_in_another_company_gets_a_place_and_nobody_a_link(
    firm: Firm, rival: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    await give_password([rival.people["rep"]], PASSWORD)
    form = {"operation_id": new_id(), "name": "Whoever", "email": "rep@rival.example", "role": "rep"}
    invited = await admin.post("/admin/members", data=form)
    assert invited.status_code == 303
    page = (await admin.get(invited.headers["location"])).text
    assert "/password/" not in page
    assert "keeps it" in page
    for kind in ("invitation", "reset"):
        refused = await admin.post(f"{invited.headers['location']}/link", data={"kind": kind})
        assert (refused.status_code, "/password/" in refused.text) == (422, False)
    there = await (await english(rival, visitors)).post(
        f"/admin/members/{rival.people['rep']}/link", data={"kind": "reset"}
    )
    assert there.status_code == 422
    signed_in = await visitors.stranger().post("/sign-in", data={"email": "rep@rival.example", "password": PASSWORD})
    assert signed_in.status_code == 303


async def test_a_person_is_placed_shut_out_and_let_in_again(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    mate, path = await visitors.of(firm, "mate"), f"/admin/members/{firm.people['mate']}"
    place = {"role": "reader", "unit_id": firm.units["south"], "reports_to": ""}
    page = await send(admin, path, **place)
    assert f'<option value="{firm.units["south"]}" selected>' in page
    await undo(admin, page)
    assert f'<option value="{firm.units["north"]}" selected>' in (await admin.get(path)).text
    await send(admin, f"{path}/disable")
    assert (await mate.get("/today")).status_code == 303
    assert "Let in again" in (await admin.get(path)).text
    await send(admin, f"{path}/enable")
    assert (await mate.get("/today")).status_code == 200


async def test_nobody_reports_to_oneself_by_way_of_others(firm: Firm, admin: httpx.AsyncClient) -> None:
    form = {"role": "manager", "unit_id": firm.units["north"], "reports_to": firm.people["rep"]}
    refused = await admin.post(f"/admin/members/{firm.people['manager']}", data=form)
    assert refused.status_code == 422
    assert 'id="reports_to-error"' in refused.text


async def test_the_devices_of_a_person_are_listed_and_signed_out(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    first, second, path = await visitors.of(firm), await visitors.of(firm), f"/admin/members/{firm.people['rep']}"
    page = (await admin.get(path)).text
    ids = re.findall(r'name="session" value="([^"]+)"', page)
    assert len(ids) == 2
    await send(admin, f"{path}/sessions", session=ids[0])
    assert sorted([(await one.get("/today")).status_code for one in (first, second)]) == [200, 303]
    await send(admin, f"{path}/sessions")
    assert [(await one.get("/today")).status_code for one in (first, second)] == [303, 303]


async def test_an_exception_in_a_unit_opens_what_is_there(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    account, rep = await firm.account(by="southerner", name="Sur"), await visitors.of(firm)
    path = f"/admin/members/{firm.people['rep']}/grant"
    assert (await rep.get(f"/accounts/{account}")).status_code == 404
    await send(admin, path, unit=firm.units["south"], access="see")
    assert (await rep.get(f"/accounts/{account}")).status_code == 200
    await send(admin, path, unit=firm.units["south"], access="")
    assert (await rep.get(f"/accounts/{account}")).status_code == 404


async def test_a_unit_is_made_renamed_and_moved_but_never_under_itself(firm: Firm, admin: httpx.AsyncClient) -> None:
    page = await send(admin, "/admin/units", name="East", parent_id=firm.units["north"])
    (east,) = re.findall(r'is-deep-2" data-unit="([^"]+)"', page)
    page = await send(admin, f"/admin/units/{east}", name="Far east", parent_id=firm.units[""])
    assert "Far east" in page
    assert "is-deep-2" not in page
    await undo(admin, page)
    page = (await admin.get("/admin/units")).text
    assert "Far east" not in page
    assert "is-deep-2" in page
    moved = await admin.post(f"/admin/units/{firm.units['north']}", data={"parent_id": east})
    assert moved.status_code == 422
    assert "cannot be under itself" in moved.text
    assert f'value="{east}"' not in (await admin.get(f"/admin/units/{firm.units['north']}")).text


async def test_people_join_and_leave_a_team(firm: Firm, admin: httpx.AsyncClient) -> None:
    made = await admin.post("/admin/teams", data={"operation_id": new_id(), "name": "Key accounts"})
    path = made.headers["location"]
    assert "Rep" in await send(admin, f"{path}/people", user=firm.people["rep"])
    assert "one person" in (await admin.get("/admin/teams")).text
    assert f'href="/admin/members/{firm.people["rep"]}"' not in await send(
        admin, f"{path}/people", user=firm.people["rep"], leaves="yes"
    )
    assert "Great accounts" in await send(admin, path, name="Great accounts")


async def test_what_a_role_may_do_is_ticked_and_holds_at_once(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    rep = await visitors.of(firm)
    form = {"operation_id": new_id(), "permissions": ["account.see"], "sees": "unit", "edits": "own"}
    assert (await admin.post(f"/admin/roles/{firm.roles['rep']}", data=form)).status_code == 303
    assert (await rep.post("/accounts", data={"name": "x", "kinds": "customer"})).status_code == 403
    assert (await admin.get(f"/admin/roles/{firm.roles['admin']}")).status_code == 403
    whole = await admin.post(f"/admin/roles/{firm.roles['admin']}", data={**form, "operation_id": new_id()})
    assert (whole.status_code, "stays as it is" in whole.text) == (422, True)


async def test_a_stage_is_named_in_both_languages_moved_and_put_away(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    names = {"name_es": "Prueba gratuita", "name_en": "Free trial", "outcome": "open", "probability": "35"}
    page = await send(admin, f"/admin/pipelines/{firm.pipeline_id}/stages", **names)
    assert page.index("Free trial") > page.index("Postponed")
    (stage,) = re.findall(r'href="/admin/stages/([^"]+)">Free trial', page)
    page = await send(admin, f"/admin/pipelines/{firm.pipeline_id}/arrange", id=stage)
    assert page.index("Free trial") < page.index("Postponed")
    await firm.opportunity()
    spanish = await visitors.of(firm, "manager")
    await firm.do("settings.edit", {"locale": "es"}, "manager")
    board = (await spanish.get("/opportunities?whose=all")).text
    assert "Prueba gratuita" in board
    assert "Free trial" not in board
    await send(admin, f"/admin/stages/{stage}/archive")
    assert "Prueba gratuita" not in (await spanish.get("/opportunities?whose=all")).text
    assert "Bring back" in (await admin.get("/admin/pipelines")).text
    wrong = await admin.post(f"/admin/stages/{firm.stages['won']}", data={**names, "outcome": "lost"})
    assert wrong.status_code == 422


async def test_a_name_that_stays_as_it_was_is_said_in_every_language(firm: Firm, admin: httpx.AsyncClient) -> None:
    path = f"/admin/stages/{firm.stages['proposal']}"
    page = (await admin.get(path)).text
    fields = dict(re.findall(r'name="(name_\w\w)" value="([^"]*)"', page))
    assert fields == {"name_es": "Propuesta", "name_en": "Proposal"}
    await send(admin, path, **fields, outcome="open", probability="55")
    assert "55%" in (await admin.get("/admin/pipelines")).text
    assert dict(re.findall(r'name="(name_\w\w)" value="([^"]*)"', (await admin.get(path)).text)) == fields


async def test_another_pipeline_begins_like_the_first_and_may_become_it(firm: Firm, admin: httpx.AsyncClient) -> None:
    page = await send(admin, "/admin/pipelines", name_es="Servicios", name_en="Services")
    assert page.count(">Proposal</a>") == 2
    (services,) = re.findall(r'id="pipeline-([^"]+)">Services', page)
    await send(admin, "/admin/pipelines/arrange", id=services)
    page = await send(admin, f"/admin/pipelines/{services}", name_es="Servicio técnico", name_en="Technical service")
    assert page.index("Technical service") < page.index(">Sales<")
    await send(admin, f"/admin/pipelines/{services}/archive")
    await send(admin, f"/admin/pipelines/{services}/archive", back="yes")
    last = await admin.post(f"/admin/pipelines/{firm.pipeline_id}/archive", data={})
    assert last.status_code == 303
    assert (await admin.post(f"/admin/pipelines/{services}/archive", data={})).status_code == 422


async def test_a_kind_of_activity_is_made_moved_and_put_away(firm: Firm, admin: httpx.AsyncClient) -> None:
    page = await send(admin, "/admin/activity-types", name_es="Comida", name_en="Lunch")
    (lunch,) = re.findall(r'href="/admin/activity-types/([^"]+)">Lunch', page)
    await send(admin, "/admin/activity-types/arrange", id=firm.types["call"], down="yes")
    assert "Lunch" in (await admin.get("/activities/new")).text.title()
    await send(admin, f"/admin/activity-types/{lunch}", name_es="Comida de trabajo", name_en="Business lunch")
    await send(admin, f"/admin/activity-types/{lunch}/archive")
    assert "lunch" not in (await admin.get("/activities/new")).text.lower()


async def test_the_company_is_set_up_and_what_is_wrong_stands_beside_its_field(
    firm: Firm, admin: httpx.AsyncClient
) -> None:
    form = {
        "name": "Ebro, S.A.",
        "country": "portugal",
        "currency": "eur",
        "locale": "es",
        "timezone": "Atlantic/Madeira",
    }
    page = await send(admin, "/admin/company", **form)
    assert 'value="Portugal"' in page
    assert "<option selected>Atlantic/Madeira</option>" in page
    assert 'value="yes" checked' not in page
    await undo(admin, page)
    assert 'value="Spain"' in (await admin.get("/admin/company")).text
    wrong = await admin.post("/admin/company", data={**form, "currency": "euros"})
    assert wrong.status_code == 422
    assert 'id="currency-error"' in wrong.text


async def test_what_could_not_be_sent_is_seen_and_tried_again(
    firm: Firm, rival: Firm, admin: httpx.AsyncClient
) -> None:
    for company in (firm, firm, rival):
        await _give_up(company)
    page = (await admin.get("/admin/messages")).text
    assert page.count("chat not found") == 2
    one = re.findall(r'name="id" value="([^"]+)"', page)[0]
    assert (await send(admin, "/admin/messages", id=one)).count("chat not found") == 1
    assert "Everything could be sent." in await send(admin, "/admin/messages")
    async with transaction(rival.company_id) as session:
        assert len(await failed(session)) == 1


async def _give_up(firm: Firm) -> None:
    now = datetime.now(UTC)
    message = {"topic": "chat.reminder", "payload": {}, "created_at": now, "due_at": now, "user_id": firm.people["rep"]}
    async with transaction(firm.company_id) as session:
        session.add(
            OutboxMessage(**message, company_id=firm.company_id, attempts=8, error="chat not found", failed_at=now)
        )


async def test_the_state_tells_of_the_own_company_alone(
    firm: Firm, rival: Firm, admin: httpx.AsyncClient, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken()
    await _give_up(rival)
    monkeypatch.setattr("core.pace.SLOW_PAGE", 0.0)
    other = await english(rival, visitors)
    await other.get("/accounts")
    await keep_timings()
    monkeypatch.undo()
    page = (await other.get("/admin/state")).text
    assert "accounts.index" in page
    assert "/admin/messages" in page
    page = (await admin.get("/admin/state")).text
    assert "accounts.index" not in page
    assert "/admin/messages" not in page


async def test_history_is_read_by_person_and_by_record_page_by_page(firm: Firm, admin: httpx.AsyncClient) -> None:
    account = await firm.account(name="Acme")
    for number in range(45):
        await firm.do("account.edit", {"id": account, "name": f"Acme {number}"})
    audit = f"/admin/audit?record={account}"
    assert f'href="{audit}"' in (await admin.get(f"/accounts/{account}")).text
    page = (await admin.get(audit)).text
    assert "<del>Acme 43</del> → <ins>Acme 44</ins>" in page
    more = re.findall(r'hx-get="(/admin/audit[^"]+)"', page)[-1].replace("&amp;", "&")
    rest = await admin.get(more, headers={"HX-Request": "true"})
    assert "<html" not in rest.text
    assert "Acme 0" in rest.text
    by_mate = (await admin.get(f"/admin/audit?user={firm.people['mate']}")).text
    assert "Nothing was changed." in by_mate


ROOMS = (
    "/admin/members", "/admin/units", "/admin/teams", "/admin/roles", "/admin/pipelines", "/admin/activity-types",
    "/admin/messages", "/admin/audit", "/admin/state",
)  # fmt: skip


async def test_no_room_asks_more_when_there_is_more(firm: Firm, admin: httpx.AsyncClient) -> None:
    await _fill(firm, 0)
    rooms = (*ROOMS, f"/admin/members/{firm.people['rep']}")
    few = await _asked(admin, rooms)
    for number in range(1, 5):
        await _fill(firm, number)
    assert await _asked(admin, rooms) == few


async def _fill(firm: Firm, number: int) -> None:
    """One more of everything."""
    email = f"p{number}@ebro.example"
    person = await firm.do("member.invite", {"email": email, "name": f"P {number}"}, "admin")
    unit = await firm.do("unit.create", {"name": f"U {number}", "parent_id": firm.units["north"]}, "admin")
    team = await firm.do("team.create", {"name": f"T {number}"}, "admin")
    for user in (person["user_id"], firm.people["rep"]):
        await firm.do("team.add_member", {"team_id": team["id"], "user_id": user}, "admin")
    grant = {"user_id": firm.people["rep"], "unit_id": unit["id"], "access": "see"}
    await firm.do("unit.grant", grant, "admin")
    pipeline = {"name": f"P {number}", "position": number + 1, "like": firm.pipeline_id}
    await firm.do("pipeline.create", pipeline, "admin")
    await firm.do("activity_type.create", {"key": f"t{number}", "name": f"T {number}"}, "admin")
    await firm.opportunity(account_id=await firm.account(), contact_id=await firm.contact())
    await _give_up(firm)


async def _asked(browser: httpx.AsyncClient, rooms: tuple[str, ...]) -> Mapping[str, int]:
    counts = {}
    for room in rooms:
        await browser.get(room)
        with statements() as said:
            assert (await browser.get(room)).status_code == 200
        counts[room] = len(said)
    return counts
