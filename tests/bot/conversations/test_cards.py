"""A photo of a card: an answer at once, the contact when it is read, a question where there is doubt."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.local.person import Person
from core.customers.card_intake import card_was_read, photo_of
from core.customers.readings import CardReading
from core.database import reading, transaction
from core.documents.models import Document
from core.outbox import OutboxMessage
from tests.bot.conftest import House
from tests.bot.conversations.photographing import CARD, cards, changed, contacts, photographed, read, received
from tests.bot.local.pictures import picture
from tests.bot.tapping import taps_twice
from workers.readers.errors import PhotoTooLarge


async def test_a_photo_is_answered_at_once_and_kept(house: House, ana: Person) -> None:
    await ana.sends_photo(picture())
    assert "Leyendo" in (await ana.hears()).text
    await house.settled()
    (card,) = await cards(house)
    assert await photo_of(house.firm.company, card.id)
    async with reading(house.firm.company) as session:
        asked = await session.scalar(select(OutboxMessage).where(OutboxMessage.topic == "card.read"))
    assert asked is not None
    assert asked.payload == {"reading_id": card.id, "document_id": card.document_id}


async def test_a_card_read_without_doubt_becomes_a_contact_at_once(house: House, ana: Person) -> None:
    waiting, answer = await photographed(house, ana, CARD)
    assert answer.id == waiting.id
    assert answer.marked("bold") == ["Elena Sanchis Roig"]
    assert "Cerámicas Turia" in answer.text
    assert len(answer.text.splitlines()) <= 6
    assert [label.split()[0] for label in answer.labels] == ["↩️", "✏️", "🔗"]
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [phone["number"] for phone in contact["phones"]] == ["+34600111222", "+34963334455"]
    async with reading(house.firm.company) as session:
        kept = await session.scalar(select(Document.contact_id))
    assert kept == contact["id"]


async def test_a_known_firm_is_matched_not_made_again(house: House, ana: Person) -> None:
    await photographed(house, ana, changed(company="ACEROS VEGA, S.A."))
    (contact,) = await contacts(house, "Elena Sanchis Roig")
    assert [place["id"] for place in contact["accounts"]] == [house.firm.accounts["Aceros Vega"]]


async def test_a_known_person_is_offered_the_update_change_by_change(house: House, ana: Person) -> None:
    card = changed(full_name="Marta Gil", given="Marta", family="Gil", company="Acme Iberia S.A.")
    _, question = await photographed(house, ana, card)
    assert [line for line in question.text.splitlines() if line.startswith("☑️")] == [
        "☑️ Cargo: Directora de compras",
        "☑️ Teléfono: 600 11 12 22",
        "☑️ Teléfono: 963 33 44 55",
        "☑️ Correo: elena@ceramicasturia.es",
    ]
    await ana.taps("Correo: elena", question)
    await ana.hears_that("▫️ Correo")
    await ana.taps("✅ Actualizar a Marta Gil")
    await ana.hears_that("actualizado")
    (contact,) = await contacts(house, "Marta Gil")
    assert contact["job_title"] == "Directora de compras"
    assert len(contact["phones"]) == 3
    assert "elena@ceramicasturia.es" not in [email["address"] for email in contact["emails"]]


async def test_one_of_several_like_it_is_chosen_before_its_update(house: House, ana: Person) -> None:
    await house.firm.do(
        "contact.create", {"name": "Marta Gil Soto", "account_id": house.firm.accounts["Acme Iberia S.A."]}
    )
    card = changed(full_name="Marta Gil", given="Marta", family="Gil", company="Acme Iberia S.A.")
    _, question = await photographed(house, ana, card)
    await ana.taps("Marta Gil Soto", question)
    changes = await ana.hears_that("Nombre: Marta Gil Soto → Marta Gil")
    await ana.taps("Nombre", changes)
    await ana.hears_that("▫️ Nombre")
    await ana.taps("✅ Actualizar")
    await ana.hears_that("actualizado")
    assert len(await contacts(house, "Marta Gil Soto")) == 1


async def test_a_card_that_says_nothing_new_only_leaves_its_photo(house: House, ana: Person) -> None:
    await photographed(house, ana, CARD)
    async with transaction(house.firm.company) as session:
        await session.execute(update(CardReading).values(created_at=datetime.now(UTC) - timedelta(hours=1)))
    await ana.sends_photo(picture(500, 300))
    again = (await received(house, 2))[1]
    await read(house, again, CARD)
    question = await ana.hears_that("nada nuevo")
    await ana.taps("✅ Es Elena", question)
    await ana.hears_that("nada nuevo")
    assert len(await contacts(house, "Elena Sanchis Roig")) == 1


async def test_somebody_of_the_same_name_may_be_a_new_contact(house: House, ana: Person) -> None:
    card = changed(full_name="Marta Gil", given="Marta", family="Gil", company="Acme Iberia S.A.")
    _, question = await photographed(house, ana, card)
    await taps_twice(ana, "➕", question)
    await ana.hears_that("contacto nuevo")
    await house.settled()
    assert len(await contacts(house, "Marta Gil")) == 2


async def test_where_there_is_no_card_nothing_is_made(house: House, ana: Person) -> None:
    waiting, answer = await photographed(house, ana, None)
    assert answer.id == waiting.id
    assert "No veo ninguna tarjeta" in answer.text
    assert len(await contacts(house)) == 2


async def test_a_photo_that_cannot_be_read_says_so_and_makes_nothing(house: House, ana: Person) -> None:
    _, answer = await photographed(house, ana, None, error="not an image")
    assert "No he podido leer" in answer.text
    assert len(await contacts(house)) == 2


async def test_a_photo_that_is_too_large_says_why(house: House, ana: Person) -> None:
    _, answer = await photographed(house, ana, None, error=PhotoTooLarge.message)
    assert "200 megapíxeles" in answer.text


async def test_a_reading_reported_twice_makes_one_contact(house: House, ana: Person) -> None:
    await photographed(house, ana, CARD)
    (card,) = await cards(house)
    await card_was_read(house.firm.company, card.id, CARD)
    assert len(await contacts(house, "Elena Sanchis Roig")) == 1


async def test_undo_takes_the_contact_and_its_new_account_back(house: House, ana: Person) -> None:
    await photographed(house, ana, CARD)
    await ana.taps("Deshacer")
    assert "Deshecho" in (await ana.hears()).text
    assert await contacts(house, "Elena Sanchis Roig") == []


async def test_a_picture_sent_as_a_file_is_a_card_and_any_other_file_is_none(house: House, ana: Person) -> None:
    await ana.sends_document(picture(kind="PNG"), "tarjeta.png")
    assert "Leyendo" in (await ana.hears()).text
    await ana.sends_document(picture(), "IMG_0012.HEIC", mime_type="application/octet-stream")
    assert "Leyendo" in (await ana.hears()).text
    await ana.sends_document(b"%PDF-1.4", "oferta.pdf")
    assert "tarjetas" in (await ana.hears()).text
    assert len(await cards(house)) == 2
