"""Opportunities from the chat: listed, searched, moved by a tap, with a reason where one is needed."""

from typing import Any

from bot.local.person import Person
from core.database import reading
from core.sales.queries import opportunities
from core.viewers import viewer_of
from tests.bot.conftest import House
from tests.bot.tapping import taps_twice


async def test_opp_lists_ones_own_open_ones(house: House, ana: Person) -> None:
    await house.firm.do("opportunity.create", {"title": "De la jefa"}, house.firm.boss)
    await ana.says("/opp")
    answer = await ana.hears()
    assert set(answer.marked("bold")) == {"Mantenimiento anual", "Modelo B", "Cámara frigorífica"}
    assert answer.labels == ["1", "2", "3", "➕ Nueva oportunidad"]


async def test_a_stage_is_one_tap_and_two_taps_are_one_move(house: House, ana: Person) -> None:
    await ana.says("/opp cámara")
    await taps_twice(ana, "Propuesta", await ana.hears())
    assert "Propuesta" in (await ana.hears()).text
    await house.settled()
    sale = await opportunity(house, "Cámara frigorífica")
    assert (sale["stage_key"], sale["revision"]) == ("proposal", 2)


async def test_there_and_back_and_there_again_are_three_moves(house: House, ana: Person) -> None:
    for stage in ("Propuesta", "Prospección", "Propuesta"):
        await ana.says("/opp cámara")
        await ana.hears()
        await ana.taps(stage)
        assert stage in (await ana.hears()).text
    assert (await opportunity(house, "Cámara frigorífica"))["stage_key"] == "proposal"


async def test_a_lost_one_is_asked_why_and_words_will_do(house: House, ana: Person) -> None:
    await ana.says("/opp modelo")
    await ana.hears()
    await ana.taps("Perdida")
    question = await ana.hears()
    assert (await opportunity(house, "Modelo B"))["stage_key"] == "prospecting"
    await ana.says("han elegido a otro proveedor")
    answer = await ana.hears()
    assert answer.id == question.id
    sale = await opportunity(house, "Modelo B")
    assert (sale["stage_key"], sale["reason"]) == ("lost", "han elegido a otro proveedor")


async def test_a_postponed_one_takes_a_reason_from_a_button(house: House, ana: Person) -> None:
    await ana.says("/opp modelo")
    await ana.hears()
    await ana.taps("Aplazada")
    await ana.hears()
    await ana.taps("Sin presupuesto")
    await ana.hears()
    sale = await opportunity(house, "Modelo B")
    assert (sale["stage_key"], sale["reason"]) == ("postponed", "Sin presupuesto")


async def test_what_the_company_usually_says_is_offered_first(house: House, ana: Person) -> None:
    for title in ("Mantenimiento anual", "Cámara frigorífica"):
        lost = {"stage_id": house.firm.stages["lost"], "reason": "Se lo hace su cuñado"}
        await house.firm.do("opportunity.move", {"id": house.firm.opportunities[title], **lost})
    await ana.says("perdida Modelo B")
    assert (await ana.hears()).labels[:2] == ["Se lo hace su cuñado", "Precio"]
    await ana.says("/opp modelo")
    await ana.hears()
    await ana.taps("Perdida")
    assert (await ana.hears()).labels[:2] == ["Se lo hace su cuñado", "Precio"]
    await ana.taps("Se lo hace su cuñado")
    await ana.hears()
    assert (await opportunity(house, "Modelo B"))["reason"] == "Se lo hace su cuñado"


async def test_what_one_may_not_see_is_not_found(house: House, ana: Person) -> None:
    luis = await house.links(house.firm.luis, "Luis")
    await luis.says("/opp modelo")
    assert "No encuentro" in (await luis.hears()).text
    await luis.says("/opp")
    assert "No tienes" in (await luis.hears()).text


async def opportunity(house: House, title: str) -> dict[str, Any]:
    async with reading(house.firm.company) as session:
        sees = await viewer_of(session, house.firm.company, house.firm.ana)
        (found,) = await opportunities(session, sees, ids=[house.firm.opportunities[title]])
    return found


async def test_two_moves_in_one_message_are_asked_for_and_neither_is_guessed(house: House, ana: Person) -> None:
    await ana.says("mueve Mantenimiento anual a propuesta y Cámara frigorífica a ganada")
    question = await ana.hears()
    assert "Son dos cambios" in question.text
    assert any("Cámara frigorífica" in label for label in question.labels)
    await ana.taps("Cámara frigorífica", question)
    await ana.taps("Propuesta", await ana.hears())
    assert "Propuesta" in (await ana.hears()).text
    assert (await opportunity(house, "Cámara frigorífica"))["stage_key"] == "proposal"
    assert (await opportunity(house, "Mantenimiento anual"))["stage_key"] != "proposal"


async def test_a_stage_that_wants_a_reason_asks_it_after_its_tap(house: House, ana: Person) -> None:
    await ana.says("mueve la oportunidad de Frío Norte")
    await ana.taps("Perdida", await ana.hears())
    await ana.taps("Precio", await ana.hears())
    await ana.hears()
    assert (await opportunity(house, "Cámara frigorífica"))["stage_key"] == "lost"
