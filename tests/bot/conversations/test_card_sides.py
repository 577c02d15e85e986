"""Several photos: an album of cards, the two sides of one, one twice."""

from dataclasses import replace

from bot.local.person import Answered, Person
from core.customers.cards import Card, Doubt
from tests.bot.conftest import House
from tests.bot.conversations.photographing import BACK, CARD, OTHER, contacts, read, received
from tests.bot.local.pictures import picture


async def test_an_album_is_one_contact_a_card_and_one_summary(house: House, ana: Person) -> None:
    await ana.sends_album([picture(), picture(500, 300), picture(300, 500), picture(400, 300)])
    waiting = await ana.hears()
    first, second, third, fourth = await received(house, 4)
    await read(house, first, CARD)
    await read(house, second, OTHER)
    await read(house, third, None)
    unsure = replace(OTHER, full_name="Luis Pla Soler", given="Luis", family="Pla Soler", emails=("lpla@otra.es",))
    await read(house, fourth, replace(unsure, phones=(), doubts=(Doubt("emails", "lpla@otra.es"),)))
    summary = await ana.hears_that("❓")
    assert (summary.id, summary.text.splitlines()[0]) == (waiting.id, "🪪 4 fotos · 2 tarjetas")
    lines = summary.text.splitlines()[1:]
    assert [line.split(" · ")[0] for line in lines] == [
        "1. 👤 Elena Sanchis Roig", "2. 👤 Marcos Tena Vidal", "3. 🤷 sin tarjeta de visita", "4. ❓ Luis Pla Soler",
    ]  # fmt: skip
    await ana.taps("❓ 4", summary)
    question = await ana.hears_that("⚠️")
    await ana.taps("✅", question)
    await ana.hears_that("4 fotos · 3 tarjetas")
    assert await ana.taps("Deshacer", summary) == Answered()
    await ana.hears_that("deshecho")
    assert await contacts(house, "Elena Sanchis Roig") == []
    assert len(await contacts(house, "Marcos Tena Vidal")) == 1


async def test_two_sides_of_one_card_are_one_contact(house: House, ana: Person) -> None:
    await ana.sends_album([picture(), picture(500, 300)])
    await ana.hears()
    front, back = await received(house, 2)
    await read(house, front, replace(CARD, emails=(), website=None))
    await read(house, back, None, back=BACK)
    await ana.hears_that("otro lado de 1")
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [email["address"] for email in contact["emails"]] == ["elena@ceramicasturia.es"]
    assert [phone["number"] for phone in contact["phones"]] == ["+34600111222", "+34963334455", "+34963334400"]


async def test_undo_after_two_sides_takes_all_back_at_once(house: House, ana: Person) -> None:
    await ana.sends_photo(picture())
    await ana.sends_photo(picture(500, 300))
    front, back = await received(house, 2)
    await read(house, front, replace(CARD, emails=()))
    await read(house, back, None, back=BACK)
    await ana.hears_that("El otro lado de la tarjeta de Elena Sanchis Roig")
    await house.settled()
    (saved,) = [shown for shown in await ana.sees() if "elena@ceramicasturia.es" in shown.text]
    await ana.taps("Deshacer", saved)
    await ana.hears_that("Deshecho")
    assert await contacts(house, "Elena Sanchis Roig") == []


async def test_the_back_photographed_first_waits_for_its_front(house: House, ana: Person) -> None:
    await ana.sends_photo(picture())
    await ana.sends_photo(picture(500, 300))
    back, front = await received(house, 2)
    await read(house, back, None, back=BACK)
    await ana.hears_that("No veo ninguna tarjeta")
    await read(house, front, replace(CARD, emails=()))
    await ana.hears_that("El otro lado")
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [email["address"] for email in contact["emails"]] == ["elena@ceramicasturia.es"]


async def test_a_card_photographed_twice_is_one_contact(house: House, ana: Person) -> None:
    await ana.sends_photo(picture())
    await ana.sends_photo(picture(500, 300))
    for one in await received(house, 2):
        await read(house, one, CARD)
    await ana.hears_that("El otro lado de la tarjeta de Elena Sanchis Roig")
    assert len(await contacts(house, "Elena Sanchis Roig")) == 1


async def test_a_side_of_another_firm_is_not_the_other_side(house: House, ana: Person) -> None:
    await ana.sends_photo(picture())
    await ana.sends_photo(picture(500, 300))
    front, back = await received(house, 2)
    await read(house, front, CARD)
    await read(house, back, None, back=Card(company="Otra Firma", website="www.otrafirma.es"))
    await ana.hears_that("No veo ninguna tarjeta")
