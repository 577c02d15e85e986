"""The pages as a Telegram Mini App: signed in by what Telegram signed, refused in words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core.inbox import this_bot
from core.people.chats import link
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from tests.builders.cast import Firm
from tests.builders.telegram import bot_of_its_own, init_data
from tests.pwa.visitors import Visitors

PERSON = 4711


@pytest.fixture(autouse=True)
def own_bot(database: str) -> Iterator[None]:
    with bot_of_its_own():
        yield


@pytest.fixture
async def linked(firm: Firm) -> None:
    await link(this_bot(), PERSON, await new_ticket(Purpose.CHAT, firm.people["rep"]))


def _data(person: int = PERSON, minutes_ago: int = 0) -> dict[str, str]:
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    return {"data": init_data(settings().telegram_bot_token, person, at)}


@pytest.mark.usefixtures("linked")
async def test_whoever_is_linked_is_in(firm: Firm, visitors: Visitors) -> None:
    browser = visitors.stranger()
    assert "data-mini-app" in (await browser.get("/mini-app")).text
    answer = await browser.post("/mini-app", data=_data())
    assert (answer.status_code, answer.headers["location"]) == (303, "/today")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "Rep" in (await browser.get("/more")).text


@pytest.mark.usefixtures("linked")
async def test_whoever_is_not_is_told_what_to_do(firm: Firm, visitors: Visitors) -> None:
    for sent, said in (
        (_data(4712), "not linked yet"), (_data(minutes_ago=6), "too long ago"), ({"data": "x"}, "does not vouch"),
        ({}, "does not vouch"),
    ):  # fmt: skip
        browser = visitors.stranger()
        answer = await browser.post("/mini-app", data=sent)
        assert (answer.status_code in (401, 410), said in answer.text, "ronda" in browser.cookies) == (
            True, True, False,
        ), sent  # fmt: skip


@pytest.mark.usefixtures("linked")
async def test_a_page_that_was_kept_open_for_long_goes_on_with_its_session(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    answer = await browser.post("/mini-app", data=_data(minutes_ago=30))
    assert (answer.status_code, answer.headers["location"]) == (303, "/today")


@pytest.mark.usefixtures("linked")
async def test_another_site_s_page_cannot_sign_anybody_in(firm: Firm, visitors: Visitors) -> None:
    elsewhere = {"Origin": "https://evil.example"}
    assert (await visitors.stranger().post("/mini-app", data=_data(), headers=elsewhere)).status_code == 403
