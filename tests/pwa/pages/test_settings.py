"""One's own settings: what is chosen is kept, shown again, and kept to; what cannot be is said beside its field."""

import re
from datetime import UTC, datetime

import httpx
import pytest

from core.database import EVERY_COMPANY, reading, transaction
from core.people.credentials import Passkey
from core.people.personal import settings_of
from tests.builders.cast import Firm
from tests.pwa.shown_forms import forms_of
from tests.pwa.visitors import Visitors, asked_by, hidden

FORM = {
    "name": "Rosa", "locale": "", "theme": "dark", "timezone": "Atlantic/Canary", "works_from": "08:00",
    "works_until": "15:00", "digest": "chat", "digest_at": "07:00", "remind_minutes": "30",
}  # fmt: skip


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm)


async def test_everything_that_is_chosen_is_kept(firm: Firm, browser: httpx.AsyncClient) -> None:
    assert (await _save(browser, working_days=["2", "6"])).status_code == 303
    assert await _stored(firm) == {
        "name": "Rosa", "email": "rep@ebro.example", "locale": None, "timezone": "Atlantic/Canary", "theme": "dark",
        "digest_at": "07:00", "remind_minutes": 30, "working_days": [2, 6], "works_from": "08:00",
        "works_until": "15:00",
    }  # fmt: skip


async def test_what_the_page_shows_changes_nothing_when_it_is_saved(firm: Firm, browser: httpx.AsyncClient) -> None:
    await _save(browser, working_days=["2", "6"])
    kept = await _stored(firm)
    page = (await browser.get("/settings")).text
    shown = next(form for form in forms_of(page) if form.action == "/settings")
    days = re.findall(r'name="working_days" value="(\d)" aria-label="\w+" checked', page)
    sent = {name: value for name, value in shown.fields.items() if name != "working_days"}
    assert (await browser.post("/settings", data={**sent, "working_days": days})).status_code == 303
    assert await _stored(firm) == kept


async def test_a_week_without_a_working_day_is_refused_and_keeps_what_was_typed(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    before = await _stored(firm)
    refused = await _save(browser, working_days=[], works_until="08:00", remind_minutes="soon")
    assert refused.status_code == 422
    assert 'value="Rosa"' in refused.text
    assert 'value="soon"' in refused.text
    refused = await _save(browser, working_days=[])
    assert "Choose at least one day." in refused.text
    refused = await _save(browser, working_days=["1"], works_until="08:00")
    assert "The day has to end after it begins." in refused.text
    assert '<input type="checkbox" name="working_days" value="1" aria-label="Monday" checked>' in refused.text
    assert await _stored(firm) == before


async def test_the_digest_is_switched_off_and_its_hour_asked_for(firm: Firm, browser: httpx.AsyncClient) -> None:
    hourless = await _save(browser, working_days=["1"], digest_at="")
    assert (hourless.status_code, "At what hour?" in hourless.text) == (422, True)
    await _save(browser, working_days=["1"], digest="none")
    assert (await _stored(firm))["digest_at"] is None
    page = (await browser.get("/settings")).text
    assert 'name="digest" value="none" checked' in page
    assert 'value="07:30"' in page  # what it would be, were it wanted again


async def test_the_theme_stands_in_the_page_itself_so_that_nothing_flashes(
    firm: Firm, browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    await _save(browser, working_days=["1"])
    another_device = await visitors.of(firm)
    for path in ("/today", "/settings", "/accounts"):
        assert '<html lang="en" data-theme="dark">' in (await another_device.get(path)).text
    await _save(browser, working_days=["1"], theme="system")
    assert "data-theme=" not in (await another_device.get("/today")).text.split("<head>")[0]


async def test_the_short_form_leaves_working_hours_alone(firm: Firm, browser: httpx.AsyncClient) -> None:
    await _save(browser, working_days=["2"])
    assert (await browser.post("/settings", data={"theme": "light", "locale": "es"})).status_code == 303
    stored = await _stored(firm)
    assert (stored["working_days"], stored["digest_at"], stored["locale"]) == ([2], "07:00", "es")


async def test_no_page_asks_more_for_many_devices_and_passkeys(
    firm: Firm, browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    pages = ("/settings", "/passkeys", "/second-factor", "/sessions")
    few = await asked_by(browser, pages)
    for number in range(4):
        await visitors.of(firm)
        await _has_passkey(firm, f"Phone {number}")
    assert await asked_by(browser, pages) == few
    assert "Phone 3" in (await browser.get("/passkeys")).text


async def _has_passkey(firm: Firm, name: str) -> None:
    async with transaction(EVERY_COMPANY) as session:
        session.add(
            Passkey(
                user_id=firm.people["rep"], credential_id=name, public_key=b"x", name=name, created_at=datetime.now(UTC)
            )
        )


async def _save(browser: httpx.AsyncClient, **changed: object) -> httpx.Response:
    page = (await browser.get("/settings")).text
    return await browser.post("/settings", data={**FORM, "operation_id": hidden(page), **changed})


async def _stored(firm: Firm) -> dict[str, object]:
    async with reading(EVERY_COMPANY) as session:
        return await settings_of(session, firm.people["rep"])
