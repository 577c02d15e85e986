"""A new opportunity from the chat, told in one message or asked for step by step."""

from typing import Any

from bot.local.person import Person
from core.database import reading
from core.sales.queries import opportunities
from core.viewers import viewer_of
from tests.bot.conftest import House


async def test_an_opportunity_told_in_one_message_is_made_at_once(house: House, ana: Person) -> None:
    await ana.says("nueva oportunidad con Talleres Núñez: 10 bombas modelo C, 12k")
    answer = await ana.hears()
    assert answer.marked("bold") == ["10 bombas modelo C"]
    assert await sale(house, "10 bombas modelo C") == ("Talleres Núñez S.L.", 1_200_000)
    assert await house.activities() == []


async def test_undo_takes_the_opportunity_and_its_new_account_back(house: House, ana: Person) -> None:
    await ana.says("nueva oportunidad con Hornos Perales: 4 hornos, 8.500 €")
    question = await ana.hears()
    await ana.taps("Crear", question)
    answer = await ana.hears()
    assert answer.id == question.id
    assert await sale(house, "4 hornos") == ("Hornos Perales", 850_000)
    await ana.taps("Deshacer")
    await ana.hears()
    assert await sale(house, "4 hornos") is None
    await ana.says("/find hornos perales")
    assert "Hornos Perales" not in (await ana.hears()).marked("bold")


async def test_between_two_accounts_nobody_guesses(house: House, ana: Person) -> None:
    await ana.says("nueva oportunidad con Vega: tubos, 900 €")
    question = await ana.hears()
    assert {"Aceros Vega", "Vega Instalaciones"} <= set(question.labels)
    await ana.taps("Aceros Vega")
    await ana.hears()
    assert await sale(house, "tubos") == ("Aceros Vega", 90_000)


async def test_whoever_has_none_is_led_to_the_first_by_the_hand(house: House) -> None:
    luis = await house.links(house.firm.luis, "Luis")
    await luis.says("/opp")
    await luis.hears()
    await luis.taps("Nueva oportunidad")
    await luis.hears()
    await luis.taps("Sin cuenta")
    await luis.hears()
    await luis.says("mantenimiento anual de 3 cámaras, 4.500 euros")
    assert (await luis.hears()).marked("bold") == ["mantenimiento anual de 3 cámaras"]
    assert await sale(house, "mantenimiento anual de 3 cámaras", house.firm.luis) == (None, 450_000)


async def test_two_taps_on_an_account_make_one(house: House, ana: Person) -> None:
    await ana.says("nueva oportunidad con Vega: tubos, 900 €")
    question = await ana.hears()
    await ana.taps("Aceros Vega", question)
    await house.repeats_last_update()
    await ana.hears()
    await house.settled()
    async with reading(house.firm.company) as session:
        sees = await viewer_of(session, house.firm.company, house.firm.ana)
        found = await opportunities(session, sees, owner_id=house.firm.ana)
    assert [one["title"] for one in found].count("tubos") == 1


async def sale(house: House, title: str, user: str = "") -> tuple[Any, int] | None:
    """The account's name and the amount of the opportunity with this title."""
    user = user or house.firm.ana
    async with reading(house.firm.company) as session:
        sees = await viewer_of(session, house.firm.company, user)
        found = {one["title"]: one for one in await opportunities(session, sees, owner_id=user)}
    return (found[title]["account"] or None, found[title]["amount"]) if title in found else None
