"""/call and /visit, led by the hand; /find and what it leads to."""

from bot.local.person import Person
from tests.bot.conftest import House


async def test_a_call_is_led_by_the_hand_in_one_message(house: House, ana: Person) -> None:
    await ana.says("/call")
    first = await ana.hears()
    await ana.says("acme")
    await ana.hears_that("Acme")
    await ana.says("les gusta el modelo B")
    await ana.hears_that("Próxima acción")
    await ana.says("visita el jueves a las 9")
    answer = await ana.hears()
    assert answer.id == first.id
    done, planned = await house.activities()
    assert (done.note, planned.state) == ("les gusta el modelo B", "planned")
    assert "09:00" in answer.text


async def test_a_visit_may_end_without_a_next_step(house: House, ana: Person) -> None:
    await ana.says("/visit Muebles")
    await ana.hears()
    await ana.taps("Nada que anotar")
    await ana.hears()
    await ana.taps("Sin próxim")
    await ana.hears()
    (done,) = await house.activities()
    assert done.account_id == house.firm.accounts["Muebles Ortega"]


async def test_led_by_the_hand_over_a_restart(house: House, ana: Person) -> None:
    await ana.says("/visit Muebles")
    await ana.hears()
    await house.settled()
    await house.kills_bot()
    house.starts_bot()
    await ana.says("les enseño el catálogo")
    await ana.hears()
    await ana.taps("Sin próxim")
    await ana.hears()
    assert [one.note for one in await house.activities()] == ["les enseño el catálogo"]


async def test_an_account_is_found_with_phone_and_way(house: House, ana: Person) -> None:
    await ana.says("/find acme")
    await ana.hears()
    await ana.taps("Acme Iberia")
    account = await ana.hears()
    assert "+34 912 34 56 78" in account.text
    assert "Madrid" in account.text
    assert account.button("Cómo llegar")["url"].startswith("https://www.google.com/maps/")


async def test_two_calls_logged_from_one_card_are_two(house: House, ana: Person) -> None:
    await ana.says("/find muebles")
    found = await ana.hears()
    for words in ("primera", "segunda"):
        await ana.taps("📞", found)
        await ana.hears()
        await ana.says(words)
        await ana.hears()
        await ana.taps("Sin próxim")
        await ana.hears()
        await ana.says("/find muebles")
        found = await ana.hears()
    assert [one.note for one in await house.activities()] == ["primera", "segunda"]


async def test_a_bare_find_asks_what_for(house: House, ana: Person) -> None:
    await ana.says("/find")
    await ana.hears()
    await ana.says("laura")
    assert (await ana.hears()).marked("bold") == ["Laura Martínez"]
