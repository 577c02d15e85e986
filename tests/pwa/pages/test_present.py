"""Two people at one record know of each other, and of what each saves."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import update

from core.database import transaction
from core.presence import LASTS, Presence
from tests.builders.cast import Firm
from tests.builders.statements import executed
from tests.pwa.visitors import FRAGMENT, Visitors

_REST = {
    "accounts": {"kinds": "customer"},
    "contacts": {},
    "opportunities": {"amount": "1"},
    "leads": {"person": "Ana"},
    "activities": {"type": "call", "day": "2027-01-04"},
}


async def there(browser: httpx.AsyncClient, path: str) -> str:
    answer = await browser.get(f"{path}/here", headers=FRAGMENT)
    assert answer.status_code == 200
    return answer.text


async def made(firm: Firm, folder: str) -> str:
    make = {
        "accounts": firm.account,
        "contacts": firm.contact,
        "opportunities": firm.opportunity,
        "leads": firm.lead,
        "activities": firm.activity,
    }[folder]
    return f"/{folder}/{await make('rep')}"


@pytest.mark.parametrize("folder", ["accounts", "contacts", "opportunities", "leads", "activities"])
async def test_who_has_a_record_open_is_seen_by_the_others_until_shortly_after(
    firm: Firm, visitors: Visitors, folder: str
) -> None:
    path = await made(firm, folder)
    rep, manager = await visitors.of(firm), await visitors.of(firm, "manager")
    if folder != "activities":  # its page is shown in a sheet over others
        assert f'hx-get="{path}/here"' in (await rep.get(path)).text
    assert f'hx-get="{path}/here"' in (await rep.get(f"{path}/edit")).text
    assert "open too" not in await there(rep, path)
    assert "Rep has this open too" in await there(manager, path)
    assert "Manager has this open too" in await there(rep, path)
    async with transaction(firm.company_id) as session:
        gone = datetime.now(UTC) - timedelta(seconds=1)
        await session.execute(update(Presence).where(Presence.user_id == firm.people["rep"]).values(until=gone))
    assert "open too" not in await there(manager, path)
    assert timedelta(seconds=20) >= LASTS


async def test_one_s_own_other_tab_is_nobody_else_and_a_fresh_lease_is_not_written_again(
    firm: Firm, visitors: Visitors
) -> None:
    path = await made(firm, "accounts")
    phone, desk = await visitors.of(firm), await visitors.of(firm)
    await there(phone, path)
    assert "open too" not in await there(desk, path)
    with executed("INSERT") as said:
        await there(phone, path)
    assert not said


@pytest.mark.parametrize("folder", ["accounts", "contacts", "opportunities", "leads", "activities"])
async def test_the_form_that_is_read_again_says_who_has_changed_it(firm: Firm, visitors: Visitors, folder: str) -> None:
    path = await made(firm, folder)
    rep, manager = await visitors.of(firm), await visitors.of(firm, "manager")
    page = (await rep.get(f"{path}/edit")).text
    again = page.split(f'hx-get="{path}/edit?since=')[1].split('"')[0]
    field = {"opportunities": "title", "leads": "subject", "activities": "subject"}.get(folder, "name")
    value = "Cocina"
    assert 'data-by=""' in (await rep.get(f"{path}/edit?since={again}")).text
    await manager.post(path, data={**_REST[folder], field: value, "base": "1"})
    fresh = (await rep.get(f"{path}/edit?since={again}")).text
    assert 'data-by="Manager"' in fresh
    assert f'value="{value}"' in fresh
    assert 'data-by=""' in (await manager.get(f"{path}/edit?since={again}")).text
