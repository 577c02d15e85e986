"""People are invited, placed, shut out and let in again."""

import re

import httpx

from core.people.sign_in import give_password
from core.records import new_id
from tests.builders.cast import Firm
from tests.pwa.pages.administration.forms import english, send, undo
from tests.pwa.visitors import Visitors

PASSWORD = "correct horse battery"


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
    assert "Restore access" in (await admin.get(path)).text
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
