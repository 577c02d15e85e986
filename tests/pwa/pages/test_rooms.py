"""Each room as its people see it: what is theirs is there, what is not is as if it did not exist."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.customers.twins import sweep_for_twins
from core.documents.service import keep_bytes
from core.records import new_id
from pwa.ranges import whole_or_part
from tests.builders.cast import Firm
from tests.pwa.visitors import FRAGMENT, Visitors, asked_by


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Madrid")).date()


async def test_today_shows_what_is_next_overdue_and_without_a_next_step(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(name="Talleres Núñez")
    yesterday, tomorrow = today() - timedelta(days=1), today() + timedelta(days=1)
    await firm.activity(account_id=account, day=yesterday.isoformat(), subject="Price of model B")
    await firm.activity(day=today().isoformat(), subject="Catalogue")
    await firm.activity(day=tomorrow.isoformat(), subject="Only tomorrow")
    await firm.opportunity(title="Oven, 2 units", account_id=account)
    page = (await (await visitors.of(firm)).get("/today")).text
    assert "Price of model B" in page
    assert "Catalogue" in page
    assert "Only tomorrow" not in page
    assert page.count("Oven, 2 units") >= 1
    assert "Without a next step" in page


async def test_a_manager_sees_the_day_of_the_team(firm: Firm, visitors: Visitors) -> None:
    await firm.activity(by="rep", day=(today() - timedelta(days=1)).isoformat())
    await firm.opportunity(by="mate")
    page = (await (await visitors.of(firm, "manager")).get("/today")).text
    assert "Your team today" in page
    assert "Mate" in page
    assert "Your team today" not in (await (await visitors.of(firm, "rep")).get("/today")).text


async def test_an_account_is_seen_all_around(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(
        name="Talleres Núñez",
        kinds=["customer", "prescriber"],
        phones=[{"number": "976 123 456"}],
        addresses=[{"street": "Calle Mayor, 1", "postcode": "50001", "city": "Zaragoza"}],
    )
    contact = await firm.contact(name="Laura Pérez", account_id=account)
    opportunity = await firm.opportunity(account_id=account)
    await firm.activity(account_id=account, contact_id=contact, subject="Show model B")
    log = {"account_id": account, "type": "visit", "note": "They liked it", "contact_id": contact}
    await firm.do("activity.log", log)
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]})
    page = (await (await visitors.of(firm)).get(f"/accounts/{account}")).text
    for part in (
        "Customer, prescriber", "976 12 34 56", "Calle Mayor, 1, 50001 Zaragoza", "Laura Pérez", "Horno mixto",
        "Show model B", "They liked it", "Visit: Laura Pérez", "“Horno mixto” moved to Proposal", "openstreetmap",
        "google.com/maps/dir/?api=1&amp;destination=Calle%20Mayor",
    ):  # fmt: skip
        assert part in page, part


async def test_history_goes_on_where_the_page_ends(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account()
    for number in range(35):
        await firm.do("activity.log", {"account_id": account, "type": "call", "note": f"Call number {number}."})
    browser = await visitors.of(firm)
    page = (await browser.get(f"/accounts/{account}")).text
    more = page.split('hx-get="/accounts/')[-1].split('"')[0]
    rest = (await browser.get(f"/accounts/{more}", headers=FRAGMENT)).text
    assert "<html" not in rest
    for number in range(35):
        assert (f"Call number {number}." in page) != (f"Call number {number}." in rest), number


async def test_customers_are_found_by_name_city_and_phone(firm: Firm, visitors: Visitors) -> None:
    await firm.account(name="Talleres Núñez", addresses=[{"city": "Huesca"}], phones=[{"number": "976 123 456"}])
    await firm.contact(name="Marta Núñez")
    await firm.account(name="Panadería Gil")
    browser = await visitors.of(firm)
    for words in ("nunez", "huesca", "976123456"):
        page = (await browser.get("/accounts", params={"q": words})).text
        assert "Talleres Núñez" in page, words
        assert "Panadería Gil" not in page, words
    assert "Marta Núñez" in (await browser.get("/accounts", params={"q": "marta"})).text
    nobody = (await browser.get("/accounts", params={"q": "zzz<b>"})).text
    assert "“zzz&lt;b&gt;”" in nobody


async def test_the_list_goes_on_by_name_without_doubles(firm: Firm, visitors: Visitors) -> None:
    for number in range(45):
        await firm.account(name=f"Account {number:02}")
    browser = await visitors.of(firm)
    page = (await browser.get("/accounts")).text
    more = page.split('hx-get="/accounts?after=')[1].split('"')[0]
    rest = (await browser.get(f"/accounts?after={more}", headers=FRAGMENT)).text
    names = [f"Account {number:02}" for number in range(45)]
    assert [name for name in names if name in page] == names[:40]
    assert [name for name in names if name in rest] == names[40:]


async def test_the_board_adds_up_what_its_viewer_sees(firm: Firm, visitors: Visitors) -> None:
    await firm.opportunity(by="rep", title="Mine", amount=100_000)
    await firm.opportunity(by="southerner", title="Theirs", amount=900_000)
    page = (await (await visitors.of(firm, "rep")).get("/opportunities?whose=all")).text
    assert "Mine" in page
    assert "€1,000" in page
    assert "Theirs" not in page
    assert "€10,000" not in page
    everything = (await (await visitors.of(firm, "admin")).get("/opportunities?whose=all")).text
    assert "Theirs" in everything
    assert "10.000\xa0€" in everything  # this firm's admin reads Spanish


async def test_the_board_can_show_only_what_lacks_a_next_step(firm: Firm, visitors: Visitors) -> None:
    planned = await firm.opportunity(title="Planned one")
    await firm.opportunity(title="Forgotten one")
    await firm.activity(opportunity_id=planned)
    page = (await (await visitors.of(firm)).get("/opportunities?whose=me&filter=without-next")).text
    assert "Forgotten one" in page
    assert "Planned one" not in page


async def test_a_full_stage_goes_on(firm: Firm, visitors: Visitors) -> None:
    for number in range(23):
        await firm.opportunity(title=f"Oven {number:02}", stage_id=firm.stages["proposal"])
    browser = await visitors.of(firm)
    page = (await browser.get("/opportunities")).text
    more = page.split('hx-get="/opportunities/stage/')[1].split('"')[0].replace("&amp;", "&")
    rest = (await browser.get(f"/opportunities/stage/{more}", headers=FRAGMENT)).text
    assert page.count('class="card"') == 20
    assert rest.count('class="card"') == 3


Maker = Callable[[Firm], Awaitable[str]]


async def _account(firm: Firm) -> str:
    return f"/accounts/{await firm.account(by='southerner')}"


async def _contact(firm: Firm) -> str:
    return f"/contacts/{await firm.contact(by='southerner')}"


async def _opportunity(firm: Firm) -> str:
    return f"/opportunities/{await firm.opportunity(by='southerner')}"


async def _activity(firm: Firm) -> str:
    return f"/activities/{await firm.activity(by='southerner')}"


async def _document(firm: Firm) -> str:
    digest, size = await keep_bytes(firm.company_id, b"%PDF-secret")
    file = {"name": "offer.pdf", "media_type": "application/pdf", "size": size, "digest": digest}
    return f"/documents/{(await firm.do('document.attach', file, 'southerner'))['id']}"


@pytest.mark.parametrize("make", [_account, _contact, _opportunity, _activity, _document])
async def test_what_one_may_not_see_is_not_found(firm: Firm, rival: Firm, visitors: Visitors, make: Maker) -> None:
    path = await make(firm)
    assert (await (await visitors.of(firm, "southerner")).get(path)).status_code == 200
    for other in (await visitors.of(firm, "rep"), await visitors.of(rival, "admin")):
        assert (await other.get(path)).status_code == 404
        for deed in ("", "/move", "/complete", "/archive", "/postpone", "/cancel"):
            answer = await other.post(path + deed, data={"name": "x", "day": "2026-12-01", "operation_id": new_id()})
            assert answer.status_code in (404, 405), deed


async def test_what_one_sees_but_may_not_edit_offers_nothing_and_refuses(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(by="manager")
    browser = await visitors.of(firm, "reader")
    page = await browser.get(f"/accounts/{account}")
    assert page.status_code == 200
    assert "/edit" not in page.text
    assert (await browser.post(f"/accounts/{account}", data={"name": "x", "kinds": "customer"})).status_code == 403


async def test_a_picture_is_shown_and_anything_else_is_saved(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    for media_type, shown, disposition in (
        ("image/jpeg", "image/jpeg", "inline"),
        ("text/html", "application/octet-stream", "attachment"),
        ("image/svg+xml", "application/octet-stream", "attachment"),
    ):
        digest, size = await keep_bytes(firm.company_id, media_type.encode())
        file = {"name": 'a ñ".html', "media_type": media_type, "size": size, "digest": digest}
        found = await browser.get(f"/documents/{(await firm.do('document.attach', file))['id']}/file")
        assert found.headers["content-type"] == shown
        assert found.headers["content-disposition"].startswith(disposition)
        assert "sandbox" in found.headers["content-security-policy"]
        assert found.content == media_type.encode()


ROOMS = [
    "/today", "/accounts", "/opportunities?whose=all", "/accounts?q=acme", "/search", "/search?q=acme", "/inbox",
    "/documents",
]  # fmt: skip


async def test_no_page_asks_more_when_there_is_more(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(name="Acme 0", phones=[{"number": "976 123 456"}])
    opportunity = await _fill(firm, account, "0")
    browser = await visitors.of(firm, "manager")
    rooms = [f"/accounts/{account}", f"/opportunities/{opportunity}", *ROOMS]
    await sweep_for_twins()
    few = await asked_by(browser, rooms)
    for number in range(1, 7):
        await _fill(firm, account, str(number))
        await _fill(firm, await firm.account(name=f"Acme {number}"), str(number))
    await sweep_for_twins()
    assert await asked_by(browser, rooms) == few


async def _fill(firm: Firm, account: str, mark: str) -> str:
    """A bit of everything at an account; gives the opportunity."""
    contact = await firm.contact(name=f"Acme {mark}", account_id=account, emails=[{"address": f"a{mark}@x.example"}])
    opportunity = await firm.opportunity(account_id=account, title=f"Acme {mark}")
    about = {"account_id": account, "contact_id": contact, "opportunity_id": opportunity}
    await firm.activity(**about, day=(today() - timedelta(days=1)).isoformat())
    await firm.activity(**about, by="manager", day=(today() + timedelta(days=1)).isoformat())
    await firm.activity(**about, by="manager", starts_at=f"{today()}T23:58:00+01:00")
    await firm.do("activity.log", {**about, "type": "call", "note": "@Manager: acme"})
    digest, size = await keep_bytes(firm.company_id, b"x")
    file = {"name": "acme.txt", "media_type": "text/plain", "size": size, "digest": digest}
    await firm.do("document.attach", {**file, "account_id": account})
    await firm.do("account.edit", {"id": account, "base": 1, "notes": f"Theirs {mark}"})
    await firm.do("account.edit", {"id": account, "base": 1, "notes": f"Mine {mark}"}, "manager")
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]})
    await firm.opportunity(account_id=account, title=f"Acme {mark} without next")
    return opportunity


async def test_a_recording_plays_on_its_activity_and_its_account(firm: Firm, visitors: Visitors) -> None:
    sound, account = bytes(range(100)), await firm.account()
    digest, size = await keep_bytes(firm.company_id, sound)
    file = {"name": "voice-7.ogg", "media_type": "audio/ogg", "size": size, "digest": digest}
    document = (await firm.do("document.attach", file))["id"]
    said = {"type": "call", "account_id": account, "document_ids": [document]}
    activity = (await firm.do("activity.log", said))["id"]
    browser = await visitors.of(firm)
    for page in (f"/activities/{activity}", f"/accounts/{account}"):
        found = await browser.get(page)
        assert f'<audio class="recording" controls preload="none" src="/documents/{document}/file"' in found.text
        assert "media-src 'self'" in found.headers["content-security-policy"]
    whole = await browser.get(f"/documents/{document}/file")
    assert (whole.headers["content-type"], whole.headers["accept-ranges"], whole.content) == (
        "audio/ogg", "bytes", sound,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "status", "content", "told"),
    [
        ("bytes=0-1", 206, bytes([0, 1]), "bytes 0-1/100"),
        ("bytes=98-", 206, bytes([98, 99]), "bytes 98-99/100"),
        ("bytes=90-500", 206, bytes(range(90, 100)), "bytes 90-99/100"),
        ("bytes=-3", 206, bytes([97, 98, 99]), "bytes 97-99/100"),
        ("bytes=-500", 206, bytes(range(100)), "bytes 0-99/100"),
        ("bytes=100-", 416, b"", "bytes */100"),
        ("bytes=5-2", 416, b"", "bytes */100"),
        ("bytes=-0", 416, b"", "bytes */100"),
        ("bytes=0-1,5-6", 200, bytes(range(100)), None),
        ("lines=1-2", 200, bytes(range(100)), None),
        ("bytes=-", 200, bytes(range(100)), None),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(wanted: str, status: int, content: bytes, told: str | None) -> None:
    answer = whole_or_part(bytes(range(100)), wanted, "audio/ogg", {})
    assert (answer.status_code, answer.body, answer.headers.get("content-range")) == (status, content, told)


async def test_today_leads_to_what_else_has_no_next_step(firm: Firm, visitors: Visitors) -> None:
    for number in range(7):
        await firm.opportunity(title=f"Oven {number}")
    browser = await visitors.of(firm)
    page = (await browser.get("/today")).text
    assert "2 more without one" in page
    board = (await browser.get("/opportunities?whose=me&filter=without-next")).text
    assert all(f"Oven {number}" in board for number in range(7))


@pytest.mark.parametrize(
    "form", ["/quick-log", "/activities/new", "/accounts/new", "/contacts/new", "/opportunities/new", "/leads/new"]
)
async def test_a_form_is_opened_only_by_who_may_send_it(firm: Firm, visitors: Visitors, form: str) -> None:
    assert (await (await visitors.of(firm)).get(form)).status_code == 200
    assert (await (await visitors.of(firm, "reader")).get(form)).status_code == 403


async def test_who_may_only_read_is_offered_nothing_to_make_or_decide(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(by="manager", name="Acme", website="old.example")
    base = {"name": "Acme", "kinds": "customer", "base": "1"}
    for who, site in (("manager", "mine.example"), ("admin", "theirs.example")):
        browser = await visitors.of(firm, who)
        await browser.post(f"/accounts/{account}", data={**base, "website": site, "operation_id": new_id()})
    assert "/resolve" in (await browser.get(f"/accounts/{account}")).text
    assert 'href="/new"' in (await browser.get("/documents")).text
    reader = await visitors.of(firm, "reader")
    for path in (f"/accounts/{account}", "/today", "/documents", "/opportunities", "/leads"):
        page = (await reader.get(path)).text
        assert page.count("Acme") >= (path == f"/accounts/{account}")
        for link in ("/resolve", 'href="/new"', "/documents/new", "/quick-log", "/leads/new"):
            assert link not in page, path
