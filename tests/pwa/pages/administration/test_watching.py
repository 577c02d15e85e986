"""What failed, how it runs and who changed what, each of the own company alone."""

import re

import httpx
import pytest

from core.database import transaction
from core.outbox import failed
from core.pace import taken
from core.timings import keep_timings
from tests.builders.cast import Firm
from tests.pwa.pages.administration.forms import english, fail_to_send, send
from tests.pwa.visitors import Visitors


async def test_what_could_not_be_sent_is_seen_and_tried_again(
    firm: Firm, rival: Firm, admin: httpx.AsyncClient
) -> None:
    for company in (firm, firm, rival):
        await fail_to_send(company)
    page = (await admin.get("/admin/messages")).text
    assert page.count("chat not found") == 2
    one = re.findall(r'name="id" value="([^"]+)"', page)[0]
    assert (await send(admin, "/admin/messages", id=one)).count("chat not found") == 1
    assert "Everything has been sent." in await send(admin, "/admin/messages")
    async with transaction(rival.company_id) as session:
        assert len(await failed(session)) == 1


async def test_the_state_tells_of_the_own_company_alone(
    firm: Firm, rival: Firm, admin: httpx.AsyncClient, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken()
    await fail_to_send(rival)
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
