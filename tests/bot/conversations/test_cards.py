"""A photo of a card: an answer at once, the contact when it is read, a question where there is doubt."""

from typing import Any

from sqlalchemy import select

from bot.local.person import Person, Shown
from core.customers.card_intake import card_was_read, photo_of
from core.customers.cards import Address, Card, Phone
from core.customers.models import Contact
from core.customers.queries import contacts_by_id
from core.customers.readings import CardReading
from core.database import reading
from core.documents.models import Document
from core.outbox import OutboxMessage
from core.policy import viewer
from tests.bot.conftest import House
from tests.bot.local.pictures import picture
from tests.bot.tapping import taps_twice

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


async def test_a_known_person_is_offered_for_update(house: House, ana: Person) -> None:
    card = changed(full_name="Marta Gil", given="Marta", family="Gil", company="Acme Iberia S.A.")
    _, question = await photographed(house, ana, card)
    assert any("Actualizar a Marta Gil" in label for label in question.labels)
    assert len(await contacts(house, "Marta Gil")) == 1
    await ana.taps("Actualizar")
    assert "actualizado" in (await ana.hears()).text
    (contact,) = await contacts(house, "Marta Gil")
    assert contact["job_title"] == "Directora de compras"
    assert len(contact["phones"]) == 3


async def test_somebody_of_the_same_name_may_be_a_new_contact(house: House, ana: Person) -> None:
    card = changed(full_name="Marta Gil", given="Marta", family="Gil", company="Acme Iberia S.A.")
    _, question = await photographed(house, ana, card)
    await taps_twice(ana, "➕", question)
    await ana.hears_that("contacto nuevo")
    await house.settled()
    assert len(await contacts(house, "Marta Gil")) == 2


async def test_a_name_in_doubt_is_asked_other_doubts_are_marked(house: House, ana: Person) -> None:
    _, question = await photographed(house, ana, changed(doubts=("name", "phones")))
    assert await contacts(house, "Elena Sanchis Roig") == []
    await ana.taps("Es «Elena", question)
    answer = await ana.hears()
    assert "Revisa" in answer.text
    assert "teléfono" in answer.text


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
    assert "+34600998877" in (await ana.hears()).text


async def test_every_card_of_an_album_is_one_of_its_own(house: House, ana: Person) -> None:
    await ana.sends_album([picture(), picture(500, 300), picture(300, 500)])
    for _ in range(3):
        assert "Leyendo" in (await ana.hears()).text
    await house.settled()
    assert len({card.message_id for card in await cards(house)}) == 3


async def test_a_picture_sent_as_a_file_is_a_card_and_any_other_file_is_none(house: House, ana: Person) -> None:
    await ana.sends_document(picture(kind="PNG"), "tarjeta.png")
    assert "Leyendo" in (await ana.hears()).text
    await ana.sends_document(b"%PDF-1.4", "oferta.pdf")
    assert "tarjetas" in (await ana.hears()).text
    assert len(await cards(house)) == 1


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
    await card_was_read(house.firm.company, asked.id, card, error)
    return waiting, await person.hears()


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
