"""Cards that are photographed, and a worker that reads them as it is told."""

import asyncio
from typing import Any

from sqlalchemy import select

from bot.local.person import Person, Shown
from core.customers.card_intake import card_was_read
from core.customers.cards import Address, Card, Phone
from core.customers.models import Contact
from core.customers.queries import contacts_by_id
from core.customers.readings import CardReading
from core.database import reading
from core.viewers import viewer_of
from tests.bot.conftest import House
from tests.bot.local.pictures import picture

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
    """All photos, read or not."""
    async with reading(house.firm.company) as session:
        return list(await session.scalars(select(CardReading)))


async def contacts(house: House, name: str | None = None) -> list[dict[str, Any]]:
    """Those of this name, or all, as Ana sees them."""
    async with reading(house.firm.company) as session:
        sees = await viewer_of(session, house.firm.company, house.firm.ana)
        ids = list(
            await session.scalars(select(Contact.id).where(Contact.name == name if name else Contact.name != ""))
        )
        return await contacts_by_id(session, sees, ids)
