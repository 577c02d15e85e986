"""What is in doubt on a card, or wrong, is mended with a tap or a word."""

from bot.local.person import Person
from core.customers.cards import Doubt
from tests.bot.conftest import House
from tests.bot.conversations.photographing import CARD, changed, contacts, photographed


async def test_what_is_in_doubt_is_marked_and_confirmed_with_one_tap(house: House, ana: Person) -> None:
    doubts = (Doubt("name", "Elena Sanchis Roig"), Doubt("phones", "+34963334455"))
    _, question = await photographed(house, ana, changed(doubts=doubts))
    assert [line for line in question.text.splitlines() if line.startswith("⚠️")] == [
        "⚠️ Nombre: Elena Sanchis Roig",
        "⚠️ Teléfono: 963 33 44 55",
    ]
    assert await contacts(house, "Elena Sanchis Roig") == []
    await ana.taps("✅", question)
    await ana.hears_that("contacto nuevo")
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [phone["number"] for phone in contact["phones"]] == ["+34600111222", "+34963334455"]


async def test_the_other_readers_reading_is_taken_with_one_tap(house: House, ana: Person) -> None:
    doubts = (Doubt("phones", "+34963334455", ("+34963334465",)),)
    _, question = await photographed(house, ana, changed(doubts=doubts))
    await ana.taps("➡️ 963 33 44 65", question)
    await ana.hears_that("contacto nuevo")
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [phone["number"] for phone in contact["phones"]] == ["+34600111222", "+34963334465"]


async def test_a_doubtful_value_is_written_anew_or_left_out(house: House, ana: Person) -> None:
    doubts = (Doubt("emails", "elena@ceramicasturia.es"), Doubt("phones", "+34963334455"))
    _, question = await photographed(house, ana, changed(doubts=doubts))
    await ana.taps("✏️ Correo", question)
    await ana.hears()
    await ana.says("no es un correo")
    assert "no es una dirección de correo" in (await ana.hears()).text.lower()
    await ana.says("elena.sanchis@ceramicasturia.es")
    left = await ana.hears()
    assert [line[:10] for line in left.text.splitlines() if line.startswith("⚠️")] == ["⚠️ Teléfono"[:10]]
    await ana.taps("🗑", left)
    await ana.hears_that("contacto nuevo")
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [email["address"] for email in contact["emails"]] == ["elena.sanchis@ceramicasturia.es"]
    assert [phone["number"] for phone in contact["phones"]] == ["+34600111222"]


async def test_a_phone_that_could_not_be_read_is_said(house: House, ana: Person) -> None:
    _, question = await photographed(house, ana, changed(doubts=(Doubt("phones"),)))
    assert "no he podido leer" in question.text
    await ana.taps("Seguir sin", question)
    await ana.hears_that("contacto nuevo")


async def test_a_name_that_was_not_read_is_written_by_its_person(house: House, ana: Person) -> None:
    _, question = await photographed(house, ana, changed(full_name=None, given=None, family=None))
    await ana.taps("Escribir el nombre", question)
    await ana.hears()
    await ana.says("Elena Sanchis")
    assert (await ana.hears()).marked("bold") == ["Elena Sanchis"]


async def test_a_field_is_mended_with_one_tap_and_a_word(house: House, ana: Person) -> None:
    await photographed(house, ana, CARD)
    await ana.taps("Editar")
    await ana.hears()
    await ana.taps("Cargo")
    await ana.hears()
    await ana.says("Gerente")
    assert "Gerente" in (await ana.hears()).text
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert contact["job_title"] == "Gerente"


async def test_a_phone_that_is_none_is_explained_and_asked_again(house: House, ana: Person) -> None:
    await photographed(house, ana, CARD)
    await ana.taps("Editar")
    await ana.hears()
    await ana.taps("Teléfono")
    await ana.hears()
    await ana.says("no tiene")
    assert "no es un número" in (await ana.hears()).text.lower()
    await ana.says("600 99 88 77")
    assert "+34 600 99 88 77" in (await ana.hears()).text
