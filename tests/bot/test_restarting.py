"""Nothing is lost and nothing is doubled, whatever happens to the process or the line."""

from sqlalchemy import select

from bot.local.person import Person
from core.database import EVERY_COMPANY, reading, transaction
from core.events import PerformedOperation
from core.inbox import store_update, this_bot
from core.outbox import InboxUpdate, failed_updates
from tests.bot.conftest import House

CALL = "llamé a Talleres Núñez, quieren precio"


async def test_a_conversation_survives_a_restart_in_its_middle(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await house.kills_bot()
    house.starts_bot()
    await ana.taps("Aceros Vega", question)
    assert (await ana.hears()).marked("bold") == ["Aceros Vega"]
    assert len(await house.activities()) == 1


async def test_what_was_said_while_the_bot_was_away_is_taken_when_it_is_back(house: House, ana: Person) -> None:
    await house.settled()
    await house.kills_bot()
    await ana.says(CALL)
    await ana.says("llamé a Muebles Ortega, todo bien")
    house.starts_bot()
    heard = [(await ana.hears()).marked("bold") for _ in range(2)]
    assert heard == [["Talleres Núñez S.L."], ["Muebles Ortega"]]


async def test_an_update_delivered_twice_acts_once(house: House, ana: Person) -> None:
    await ana.says(CALL)
    await ana.hears()
    await house.repeats_last_update()
    await ana.says("gracias")
    await ana.hears_that("👍")
    assert len(await house.activities()) == 1


async def test_an_update_that_was_done_but_not_marked_is_done_again_without_doubling(house: House, ana: Person) -> None:
    await ana.says(CALL)
    await ana.hears()
    await house.settled()
    await house.kills_bot()
    await _forget_that_it_was_done()
    house.starts_bot()
    await ana.hears()
    await house.settled()
    assert len(await house.activities()) == 1


async def test_a_busy_server_is_waited_for(house: House, ana: Person) -> None:
    await house.orders_fault("sendMessage", "429")
    await ana.says(CALL)
    assert (await ana.hears()).marked("bold") == ["Talleres Núñez S.L."]
    assert len(await house.activities()) == 1


async def test_a_line_that_breaks_before_or_after_the_answer_doubles_no_entry(house: House, ana: Person) -> None:
    for kind in ("drop", "lost", "502"):
        await house.orders_fault("sendMessage", kind)
    await ana.says(CALL)
    await ana.hears()
    await house.settled()
    assert len(await house.activities()) == 1


async def test_a_malformed_update_stops_nobody(house: House, ana: Person) -> None:
    await store_update(this_bot(), {"update_id": 1, "message": {"chat": {"id": ana.id}, "date": "yesterday"}})
    await ana.says(CALL)
    await ana.hears_that("Talleres Núñez")
    assert len(await house.activities()) == 1


async def test_a_poisonous_update_is_given_up_with_one_calm_sentence_and_stays_listed(
    house: House, ana: Person
) -> None:
    await store_update(this_bot(), {"update_id": 1, "message": {"chat": {"id": ana.id}, "date": "yesterday"}})
    assert "a salvo" in (await ana.hears_that("🙏")).text
    await house.settled()
    async with reading(EVERY_COMPANY) as session:
        (given_up,) = await failed_updates(session)
    assert given_up.update_id == 1
    assert given_up.error


async def test_the_state_of_the_inbox_is_one_row_an_update(house: House, ana: Person) -> None:
    assert await store_update(this_bot(), {"update_id": 77})
    assert not await store_update(this_bot(), {"update_id": 77})
    assert not await store_update(this_bot(), {"no": "number"})
    assert not await store_update(this_bot(), ["no", "update"])


async def _forget_that_it_was_done() -> None:
    """As if the process had died between the operation and the mark."""
    async with transaction(EVERY_COMPANY) as session:
        last = await session.scalar(select(InboxUpdate).order_by(InboxUpdate.update_id.desc()).limit(1))
        assert last is not None
        last.done_at = None
        assert await session.scalar(select(PerformedOperation.id).where(PerformedOperation.name == "activity.log"))
