"""Who opens the pages from the chat is who Telegram says, if Telegram says it, for this bot, just now."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest

from core.database import EVERY_COMPANY, reading
from core.errors import CrmError, Expired, SignInFailed
from core.inbox import this_bot
from core.people.chats import link, unlink
from core.people.devices import device
from core.people.mini_app import person_of, sign_in_from_mini_app
from core.people.sign_in import Purpose, new_ticket
from core.settings import settings
from tests.builders.cast import Firm
from tests.builders.telegram import bot_of_its_own, init_data

TOKEN, PERSON = "7000000001:of-this-bot", 4711
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def token(database: str) -> Iterator[str]:
    """The token of the installation's own bot."""
    with bot_of_its_own() as token:
        yield token


@pytest.mark.parametrize("age", [-59, 0, 299])
def test_what_telegram_signed_just_now_is_believed(age: int) -> None:
    assert person_of(init_data(TOKEN, PERSON, NOW - timedelta(seconds=age)), TOKEN, NOW) == PERSON


@pytest.mark.parametrize("age", [-61, 301, 86_400])
def test_what_is_old_or_to_come_is_refused(age: int) -> None:
    with pytest.raises(Expired):
        person_of(init_data(TOKEN, PERSON, NOW - timedelta(seconds=age)), TOKEN, NOW)


def _another_person(data: str) -> str:
    return data.replace(str(PERSON), "4712")


def _fresher(data: str) -> str:
    return data.replace(str(int(NOW.timestamp())), str(int(NOW.timestamp()) + 1))


def _with_more(data: str) -> str:
    return data + "&start_param=x"


def _said_twice(data: str) -> str:
    return data + "&" + data.split("&")[1]


def _unsigned(data: str) -> str:
    return data.rpartition("&hash=")[0]


def _not_hexadecimal(data: str) -> str:
    return _unsigned(data) + "&hash=" + quote("ñ" * 64)


@pytest.mark.parametrize("change", [_another_person, _fresher, _with_more, _said_twice, _unsigned, _not_hexadecimal])
def test_what_was_changed_on_the_way_is_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(SignInFailed):
        person_of(change(init_data(TOKEN, PERSON, NOW)), TOKEN, NOW)


def test_another_bot_s_signature_is_refused() -> None:
    with pytest.raises(SignInFailed):
        person_of(init_data("7000000002:another", PERSON, NOW), TOKEN, NOW)


@pytest.mark.parametrize(
    "more",
    [
        {"user": "{"}, {"user": "[]"}, {"user": "7"}, {"user": '{"id": "4711"}'}, {"user": '{"id": true}'},
        {"user": '{"id": -1}'}, {"user": '{"id": 1e99}'}, {"auth_date": "soon"}, {"auth_date": "9" * 30},
    ],
)  # fmt: skip
def test_what_is_signed_but_is_no_person_is_refused(more: dict[str, str]) -> None:
    with pytest.raises(CrmError):
        person_of(init_data(TOKEN, PERSON, NOW, **more), TOKEN, NOW)


async def test_what_is_signed_with_the_local_chat_s_token_opens_nothing(firm: Firm) -> None:
    """Everybody knows it."""
    forged = init_data(settings().telegram_bot_token, PERSON, datetime.now(UTC))
    await link(this_bot(), PERSON, await new_ticket(Purpose.CHAT, firm.people["rep"]))
    with pytest.raises(SignInFailed):
        await sign_in_from_mini_app(forged, "")


async def test_the_linked_person_comes_into_the_company_that_the_chat_writes_to(
    firm: Firm, rival: Firm, token: str
) -> None:
    await rival.do("member.invite", {"email": "rep@ebro.example", "name": "Rep", "role": "rep"}, "admin")
    rep, data = firm.people["rep"], init_data(token, PERSON, datetime.now(UTC))
    with pytest.raises(SignInFailed):
        await sign_in_from_mini_app(data, "")
    for company in (firm.company_id, rival.company_id):
        await link(this_bot(), PERSON, await new_ticket(Purpose.CHAT, rep, {"company_id": company}))
        secret = await sign_in_from_mini_app(data, "Telegram")
        async with reading(EVERY_COMPANY) as session:
            found = await device(session, secret)
        assert found is not None
        assert (found.user_id, found.company_id) == (rep, company)
    await unlink(rep)
    with pytest.raises(SignInFailed):
        await sign_in_from_mini_app(data, "")
