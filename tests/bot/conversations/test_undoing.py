"""Taking back: the button for ten minutes, /undo at any time."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from bot.local.person import Person
from core.database import transaction
from core.events import PerformedOperation
from tests.bot.conftest import House
from tests.bot.tapping import taps_twice


async def test_the_undo_button_takes_the_entry_back(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio, volver a llamar el jueves a las 10")
    saved = await ana.hears()
    await ana.taps("Deshacer")
    gone = await ana.hears()
    assert (gone.id, gone.labels) == (saved.id, [])
    assert await house.activities() == []


async def test_two_taps_on_undo_take_back_once(house: House, ana: Person) -> None:
    await ana.says("llamé a Muebles Ortega, todo bien")
    await ana.hears()
    await ana.says("llamé a Talleres Núñez, quieren precio")
    saved = await ana.hears()
    await taps_twice(ana, "↩️", saved)
    await ana.hears()
    await house.settled()
    assert len(await house.activities()) == 1


async def test_the_button_lasts_ten_minutes_and_undo_goes_on(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    earlier = datetime.now(UTC) - timedelta(minutes=11)
    async with transaction(house.firm.company) as session:
        await session.execute(
            update(PerformedOperation).where(PerformedOperation.name == "activity.log").values(at=earlier)
        )
        await session.execute(
            update(PerformedOperation)
            .where(PerformedOperation.name != "activity.log")
            .values(at=earlier - timedelta(hours=1))
        )
    answered = await ana.taps("Deshacer")
    assert answered.show_alert
    assert "/undo" in answered.text
    assert len(await house.activities()) == 1
    await ana.says("/undo")
    assert "Deshecho" in (await ana.hears()).text
    assert await house.activities() == []


async def test_undo_tells_why_it_cannot(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    (done,) = await house.activities()
    await house.firm.do("activity.edit", {"id": done.id, "note": "otra cosa"}, house.firm.boss)
    answered = await ana.taps("Deshacer")
    assert answered.show_alert
    assert "Rosa" in answered.text


async def test_an_undo_button_of_somebody_else_does_nothing(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    luis = await house.links(house.firm.luis, "Luis")
    await luis.says("/undo")
    assert "nada que deshacer" in (await luis.hears()).text
    assert len(await house.activities()) == 1
