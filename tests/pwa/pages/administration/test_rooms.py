"""The rooms are there for who manages something; the company is set up; no room asks more when there is more."""

import httpx

from pwa.admin_rooms import ADMIN_ROOMS
from tests.builders.cast import Firm
from tests.pwa.pages.administration.forms import fail_to_send, send, undo
from tests.pwa.visitors import Visitors, asked_by


async def test_administration_is_on_more_for_who_has_any_of_it(firm: Firm, visitors: Visitors) -> None:
    for who, has in {"admin": True, "manager": False, "rep": False}.items():
        browser = await visitors.of(firm, who)
        assert ('href="/admin"' in (await browser.get("/more")).text) is has
        assert (await browser.get("/admin")).status_code == (200 if has else 403)


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


async def test_no_room_asks_more_when_there_is_more(firm: Firm, admin: httpx.AsyncClient) -> None:
    await _fill(firm, 0)
    rooms = (*(room.href for room in ADMIN_ROOMS), f"/admin/members/{firm.people['rep']}")
    few = await asked_by(admin, rooms)
    for number in range(1, 5):
        await _fill(firm, number)
    assert await asked_by(admin, rooms) == few


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
    await fail_to_send(firm)
