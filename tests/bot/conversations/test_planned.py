"""A call that is told was often planned: it is done then, unless one says that it was another."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.local.person import Person
from core.database import EVERY_COMPANY, transaction
from core.outbox import InboxUpdate
from tests.bot.conftest import House
from tests.bot.tapping import taps_twice
from tests.builders.days import day

MADRID = ZoneInfo("Europe/Madrid")
CALL = "llamé a Acme Iberia, quieren precio"
LINE = "✅ La llamada prevista a las 10:00"
ANOTHER = "📞 Era otra llamada"


def ten(days: int = 0) -> str:
    """Ten o'clock of the day `days` from today."""
    return datetime.fromisoformat(f"{day(days)}T10:00").replace(tzinfo=MADRID).isoformat()


async def plan(house: House, account: str = "Acme Iberia S.A.", **given: Any) -> str:
    about = {"type": "call", "account_id": house.firm.accounts[account]}
    return str((await house.firm.do("activity.plan", {**about, "starts_at": ten(), **given}))["id"])


async def states(house: House) -> list[tuple[str, str]]:
    return [(one.state, one.note) for one in await house.activities()]


@pytest.fixture
async def planned(house: House, ana: Person) -> str:
    """Ana's call with Acme, today at ten."""
    return await plan(house)


async def test_the_call_that_was_planned_is_done_and_the_answer_says_so(
    house: House, ana: Person, planned: str
) -> None:
    await ana.says(CALL + ", volver a llamar mañana a las 9")
    answer = await ana.hears()
    assert answer.text.splitlines()[:2] == ["📞 Acme Iberia S.A.", LINE]
    assert answer.labels == ["↩️ Deshacer", "✏️ Editar", ANOTHER]
    done, following = await house.activities()
    assert (done.id, done.state, done.note) == (planned, "done", "quieren precio")
    assert (following.state, following.follows_id) == ("planned", planned)


async def test_what_was_planned_for_an_earlier_day_says_which(house: House, ana: Person) -> None:
    await plan(house, starts_at=ten(-1))
    await ana.says(CALL)
    line = (await ana.hears()).text.splitlines()[1]
    assert line.startswith("✅ La llamada prevista (ayer ")
    assert line.endswith(", 10:00)")


async def test_a_phone_in_english_hears_it_in_english(house: House) -> None:
    await plan(house)
    ana = await house.links(house.firm.ana, language="en")
    await ana.says("called Acme Iberia, they want a price")
    answer = await ana.hears()
    assert "✅ The call planned for 10:00" in answer.text
    assert answer.labels[-1] == "📞 It was another call"


async def test_one_tap_says_that_it_was_another_one(house: House, ana: Person, planned: str) -> None:
    await ana.says(CALL)
    saved = await ana.hears()
    await taps_twice(ana, ANOTHER, saved)
    answer = await ana.hears_that("aparte")
    assert answer.id == saved.id
    assert LINE not in answer.text
    await house.settled()
    assert await states(house) == [("planned", ""), ("done", "quieren precio")]
    await ana.taps("Deshacer", answer)
    await ana.hears_that("Deshecho")
    assert await states(house) == [("planned", "")]


async def test_what_was_another_one_stays_so_when_it_is_mended(house: House, ana: Person, planned: str) -> None:
    said = await ana.says(CALL)
    await ana.taps(ANOTHER, await ana.hears())
    await ana.hears_that("aparte")
    said = await ana.edits(said, "hoy he llamado a Acme Iberia y quieren dos precios")
    await ana.hears_that("Corregido")
    assert [state for state, _ in await states(house)] == ["planned", "done"]
    await ana.says("no, era con Marta Gil")
    assert "Marta Gil" in (await ana.hears_that("Corregido")).text
    assert [state for state, _ in await states(house)] == ["planned", "done"]


async def test_another_one_cannot_be_said_where_somebody_has_changed_it_since(
    house: House, ana: Person, planned: str
) -> None:
    await ana.says(CALL)
    saved = await ana.hears()
    await house.firm.do("activity.edit", {"id": planned, "note": "quieren dos"}, house.firm.boss)
    await ana.taps(ANOTHER, saved)
    await house.settled()
    assert await states(house) == [("done", "quieren dos")]


async def test_undo_opens_it_again(house: House, ana: Person, planned: str) -> None:
    await ana.says(CALL + ", volver a llamar mañana a las 9")
    await ana.hears()
    await ana.taps("Deshacer")
    await ana.hears_that("Deshecho")
    (again,) = await house.activities()
    assert (again.id, again.state, again.note) == (planned, "planned", "")
    assert again.starts_at == datetime.fromisoformat(ten())


async def test_an_edited_message_mends_what_was_planned_and_undo_opens_it_again(
    house: House, ana: Person, planned: str
) -> None:
    said = await ana.says(CALL)
    await ana.hears()
    for words in ("quieren dos", "quieren tres"):
        said = await ana.edits(said, f"hoy llamé a Acme Iberia, {words}")
        assert LINE in (await ana.hears_that(words)).text
        assert await states(house) == [("done", words)]
    await ana.taps("Deshacer")
    await ana.hears_that("Deshecho")
    assert await states(house) == [("planned", "")]


async def test_a_message_edited_to_another_customer_opens_it_again_and_does_what_was_planned_there(
    house: House, ana: Person, planned: str
) -> None:
    there = await plan(house, "Frío Norte")
    said = await ana.says(CALL)
    await ana.hears()
    await ana.edits(said, "llamé a Frío Norte, quieren precio")
    assert LINE in (await ana.hears_that("Frío Norte")).text
    assert {one.id: one.state for one in await house.activities()} == {planned: "planned", there: "done"}


async def test_a_plan_that_was_meant_as_done_is_not_what_was_planned(house: House, ana: Person) -> None:
    said = await ana.says("llamar a Acme Iberia hoy a las 23:30")
    await ana.hears()
    await ana.edits(said, "he llamado a Acme Iberia, quieren precio, volver a llamar hoy a las 23:30")
    await ana.hears_that("Corregido")
    assert await states(house) == [("done", "quieren precio"), ("planned", "")]
    await ana.edits(said, "llamé hoy a Acme Iberia, quieren dos, volver a llamar hoy a las 23:30")
    await ana.hears_that("Corregido")
    assert await states(house) == [("done", "quieren dos"), ("planned", "")]


async def test_a_correction_says_with_whom_it_was(house: House, ana: Person, planned: str) -> None:
    await ana.says(CALL)
    await ana.hears()
    await ana.says("no, era con Marta Gil, 20 minutos")
    answer = await ana.hears_that("Corregido")
    assert answer.labels[-1] == ANOTHER
    assert f"{LINE} · 20 min" in answer.text
    (done,) = await house.activities()
    assert (done.id, done.contact_id, done.minutes) == (planned, house.firm.contacts["Marta Gil"], 20)


@pytest.mark.parametrize("words", ["no, era con Frío Norte", "no, fue una visita"])
async def test_a_correction_to_another_customer_or_kind_opens_it_again(
    house: House, ana: Person, planned: str, words: str
) -> None:
    await ana.says(CALL)
    await ana.hears()
    await ana.says(words)
    answer = await ana.hears_that("Corregido")
    assert ANOTHER not in answer.labels
    assert await states(house) == [("planned", ""), ("done", "quieren precio")]
    await ana.says("no, 20 minutos")
    assert "20 min" in (await ana.hears_that("Corregido")).text


async def test_leaving_it_as_it_is_brings_the_answer_back(house: House, ana: Person, planned: str) -> None:
    await ana.says(CALL)
    saved = await ana.hears()
    await ana.taps("Editar")
    await ana.hears()
    await ana.taps("Dejarlo")
    back = await ana.hears()
    assert (back.text, back.labels) == (saved.text, saved.labels)


async def test_an_update_that_comes_again_after_a_crash_completes_once_and_logs_nothing(
    house: House, ana: Person, planned: str
) -> None:
    said = await ana.says(CALL)
    answer = await ana.hears()
    await _again(house)
    assert (await ana.hears()).text == answer.text
    assert await states(house) == [("done", "quieren precio")]
    await ana.edits(said, "llamé a Frío Norte, quieren precio")
    await ana.hears_that("Frío Norte")
    assert await states(house) == [("planned", ""), ("done", "quieren precio")]


async def test_a_tap_that_comes_again_after_a_crash_logs_once(house: House, ana: Person, planned: str) -> None:
    await ana.says(CALL)
    await ana.taps(ANOTHER, await ana.hears())
    await ana.hears_that("aparte")
    await _again(house)
    assert await states(house) == [("planned", ""), ("done", "quieren precio")]


async def _again(house: House) -> None:
    """As if the process had died between the operation and the mark of the last update."""
    await house.settled()
    await house.kills_bot()
    async with transaction(EVERY_COMPANY) as session:
        last = await session.scalar(select(InboxUpdate).order_by(InboxUpdate.update_id.desc()).limit(1))
        assert last is not None
        last.done_at = None
    house.starts_bot()
    await house.settled()
