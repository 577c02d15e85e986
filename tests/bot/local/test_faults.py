import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.local.person import Person
from tests.bot.local.conftest import Raw


@pytest.mark.filterwarnings("ignore:.*retry_after.*")
async def test_too_many_requests_say_how_long_to_wait(raw: Raw, bot: Bot, ana: Person) -> None:
    await raw.act("/control/faults", kind="429", method="sendMessage", retry_after=3)
    answer = await raw.http.post(f"/bot{bot.token}/sendMessage", json={"chat_id": ana.id, "text": "a"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3")
    assert answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    await raw.act("/control/faults", kind="429", method="sendMessage", retry_after=3)
    with pytest.raises(RetryAfter):
        await bot.send_message(ana.id, "a")
    assert await bot.send_message(ana.id, "a")


@pytest.mark.parametrize("kind", ["500", "502", "drop"])
async def test_a_failed_call_does_nothing(raw: Raw, bot: Bot, ana: Person, kind: str) -> None:
    await raw.act("/control/faults", kind=kind, times=2)
    for _ in range(2):
        with pytest.raises((NetworkError, TelegramError)):
            await bot.send_message(ana.id, "a")
    assert not [shown for shown in await ana.sees() if shown.is_of_bot]
    assert await bot.send_message(ana.id, "a")


async def test_a_lost_answer_is_of_a_call_that_was_done(raw: Raw, bot: Bot, ana: Person) -> None:
    await raw.act("/control/faults", kind="lost", method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "a")
    assert (await ana.hears()).text == "a"


async def test_faults_leave_polling_alone_unless_it_is_named(raw: Raw, bot: Bot) -> None:
    await raw.act("/control/faults", kind="500")
    assert await bot.get_updates() == ()
    await raw.act("/control/faults", kind="500", method="getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert await bot.get_updates() == ()


async def test_faults_can_be_called_off(raw: Raw, bot: Bot) -> None:
    await raw.act("/control/faults", kind="500", times=9)
    await raw.http.delete("/control/faults")
    assert await bot.get_me()


async def test_an_unknown_fault_is_refused(raw: Raw) -> None:
    assert (await raw.act("/control/faults", kind="rain")).status_code == 400
