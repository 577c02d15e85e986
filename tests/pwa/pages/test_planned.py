"""The quick log offers what was planned, ticked, before anything is saved; what is saved is what was shown."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from core.agenda.models import Activity
from core.database import reading
from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.visitors import Visitors, hidden

WORDS = "called Acme, they want a price"


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm)


@pytest.fixture
async def acme(firm: Firm) -> str:
    return await firm.account(name="Acme")


async def states(firm: Firm) -> list[tuple[str, str]]:
    async with reading(firm.company_id) as session:
        found = await session.execute(select(Activity.state, Activity.note).order_by(Activity.created_at))
        return [(row.state, row.note) for row in found]


def confirmed(shown: str, **ticked: str) -> dict[str, Any]:
    """The form that shows what was understood, sent as it is."""
    names = ("words", "said_at", "planned")
    return {
        "operation_id": new_id(), "confirmed": "yes", **{name: hidden(shown, name) for name in names}, **ticked,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("when", "label"),
    [
        ({"starts_at": f"{day()}T10:00:00+01:00"}, "The call planned for 1"),
        ({"day": day()}, "The call planned for today"),
        ({"day": day(-1)}, "The call planned for yesterday"),
    ],
)
async def test_what_was_planned_is_offered_ticked_and_done_once_however_often_it_is_sent(
    firm: Firm, browser: httpx.AsyncClient, acme: str, when: dict[str, str], label: str
) -> None:
    planned = await firm.activity(account_id=acme, **when)
    shown = (await browser.post("/quick-log", data={"words": WORDS, "kind": "call"})).text
    assert label in shown
    assert 'name="is_planned" value="yes" checked' in shown
    assert hidden(shown, "planned") == planned
    assert await states(firm) == [("planned", "")]
    sent = confirmed(shown, is_planned="yes")
    for _ in range(2):
        saved = await browser.post("/quick-log", data=sent)
        assert saved.headers["location"].startswith(f"/accounts/{acme}")
    assert await states(firm) == [("done", "they want a price")]
    page = (await browser.get(saved.headers["location"])).text
    undo = page.split('action="/operations/')[1].split('"')[0]
    await browser.post(f"/operations/{undo}", data={"operation_id": new_id()})
    assert await states(firm) == [("planned", "")]


async def test_what_is_unticked_is_logged_by_itself(firm: Firm, browser: httpx.AsyncClient, acme: str) -> None:
    await firm.activity(account_id=acme, day=day())
    shown = (await browser.post("/quick-log", data={"words": WORDS, "kind": "call"})).text
    await browser.post("/quick-log", data=confirmed(shown))
    assert await states(firm) == [("planned", ""), ("done", "they want a price")]


async def test_what_was_not_offered_is_not_completed(firm: Firm, browser: httpx.AsyncClient, acme: str) -> None:
    shown = (await browser.post("/quick-log", data={"words": WORDS, "kind": "call"})).text
    assert "is_planned" not in shown
    await firm.activity(account_id=acme, day=day())
    await browser.post("/quick-log", data={"words": WORDS, "confirmed": "yes"})
    assert await states(firm) == [("planned", ""), ("done", "they want a price")]


async def test_what_is_done_meanwhile_is_said_and_nothing_is_logged(
    firm: Firm, browser: httpx.AsyncClient, acme: str
) -> None:
    planned = await firm.activity(account_id=acme, day=day())
    shown = (await browser.post("/quick-log", data={"words": WORDS, "kind": "call"})).text
    await firm.do("activity.complete", {"id": planned})
    refused = await browser.post("/quick-log", data=confirmed(shown, is_planned="yes"))
    assert refused.status_code == 422
    assert "already done" in refused.text
    assert await states(firm) == [("done", "")]


async def test_words_without_a_verb_on_an_account_s_page_offer_it_too(
    firm: Firm, browser: httpx.AsyncClient, acme: str
) -> None:
    await firm.activity(account_id=acme, day=day(), type="visit")
    start = {"kind": "visit", "account": acme}
    shown = (await browser.post("/quick-log", data={"words": "nobody there", **start})).text
    assert "The visit planned for today" in shown
    await browser.post("/quick-log", data=confirmed(shown, is_planned="yes") | start)
    assert await states(firm) == [("done", "nobody there")]


async def test_what_somebody_else_planned_is_completed_by_no_forged_form(
    firm: Firm, browser: httpx.AsyncClient, acme: str
) -> None:
    theirs = await firm.activity("mate", day=day())
    forged = {"words": WORDS, "confirmed": "yes", "is_planned": "yes", "planned": theirs}
    await browser.post("/quick-log", data=forged)
    assert sorted(await states(firm)) == [("done", "they want a price"), ("planned", "")]
