"""Units, teams and roles say who sees and does what."""

import re

import httpx

from core.records import new_id
from tests.builders.cast import Firm
from tests.pwa.pages.administration.forms import send, undo
from tests.pwa.visitors import Visitors


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
