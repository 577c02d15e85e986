"""A photo of a card: an answer at once, the contact when it is read, a question where there is doubt."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.local.person import Answered, Person, Shown
from core.customers.card_intake import card_was_read, photo_of
from core.customers.cards import Address, Card, Doubt, Phone
from core.customers.models import Contact
from core.customers.queries import contacts_by_id
from core.customers.readings import CardReading
from core.database import reading, transaction
from core.documents.models import Document
from core.outbox import OutboxMessage
from core.policy import viewer
from tests.bot.conftest import House
from tests.bot.local.pictures import picture
from tests.bot.tapping import taps_twice
from workers.readers.errors import PhotoTooLarge

CARD = Card(
    given="Elena",
    family="Sanchis Roig",
    full_name="Elena Sanchis Roig",
    job_title="Directora de compras",
    company="Cerámicas Turia S.L.",
    emails=("elena@ceramicasturia.es",),
    phones=(Phone("+34600111222", "mobile"), Phone("+34963334455", "office", "12")),
    website="www.ceramicasturia.es",
    address=Address("Av. del Puerto 10", "46021", "Valencia", "ES"),
)
OTHER = Card(
    given="Marcos",
    family="Tena Vidal",
    full_name="Marcos Tena Vidal",
    company="Otra Cosa S.A.",
    emails=("mtena@otra.es",),
    phones=(Phone("+34655443322", "mobile"),),
)
BACK = Card(
    company="Cerámicas Turia",
    emails=("elena@ceramicasturia.es",),
    phones=(Phone("+34963334400", "office"),),
    website="www.ceramicasturia.es",
)


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
    assert "600 99 88 77" in (await ana.hears()).text


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


async def test_a_picture_sent_as_a_file_is_a_card_and_any_other_file_is_none(house: House, ana: Person) -> None:
    await ana.sends_document(picture(kind="PNG"), "tarjeta.png")
    assert "Leyendo" in (await ana.hears()).text
    await ana.sends_document(picture(), "IMG_0012.HEIC", mime_type="application/octet-stream")
    assert "Leyendo" in (await ana.hears()).text
    await ana.sends_document(b"%PDF-1.4", "oferta.pdf")
    assert "tarjetas" in (await ana.hears()).text
    assert len(await cards(house)) == 2


def changed(**values: Any) -> Card:
    """The card with other fields."""
    return Card(**{name: getattr(CARD, name) for name in CARD.__slots__} | values)


async def photographed(
    house: House, person: Person, card: Card | None, error: str | None = None
) -> tuple[Shown, Shown]:
    """Sends a photo that a worker reads as this card: the waiting message, and what it becomes."""
    await person.sends_photo(picture())
    waiting = await person.hears()
    await house.settled()
    (asked,) = await cards(house)
    await read(house, asked, card, error)
    return waiting, await person.hears()


async def read(
    house: House, waiting: CardReading, card: Card | None, error: str | None = None, *, back: Card | None = None
) -> None:
    """A worker has read the photo so."""
    await card_was_read(house.firm.company, waiting.id, card, error, back=back)


async def received(house: House, count: int) -> list[CardReading]:
    """The photos, once as many are there, in the order in which they came."""
    async with asyncio.timeout(20):
        while len(await cards(house)) < count:
            await asyncio.sleep(0.05)
    await house.settled()
    return sorted(await cards(house), key=lambda card: card.created_at)


async def cards(house: House) -> list[CardReading]:
    async with reading(house.firm.company) as session:
        return list(await session.scalars(select(CardReading)))


async def contacts(house: House, name: str | None = None) -> list[dict[str, Any]]:
    async with reading(house.firm.company) as session:
        sees = await viewer(session, house.firm.company, house.firm.ana)
        ids = list(
            await session.scalars(select(Contact.id).where(Contact.name == name if name else Contact.name != ""))
        )
        return await contacts_by_id(session, sees, ids)
