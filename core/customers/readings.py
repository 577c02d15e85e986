"""Photos of business cards on their way to a contact: what was read, what is to be decided, what became of it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, String, Text, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import CompanyOwned, Id, Json, UtcDateTime, belongs_to, index, new_id

TAKEN_ABOUT_THEN = timedelta(minutes=3)
"""How far apart the photos of a card's two sides are taken, where they are not sent at once."""


class CardState(StrEnum):
    WAITING = "waiting"
    """Nobody has read it yet."""
    ASKS = "asks"
    """Read; a person must decide `question`."""
    SAVED = "saved"
    NO_CARD = "no_card"
    FAILED = "failed"
    DROPPED = "dropped"
    """Its person did not want it."""
    SIDE = "side"
    """It is the other side of the card that `front_id` is the reading of."""


class CardQuestion(StrEnum):
    NAME = "name"
    """No name was read."""
    DOUBTS = "doubts"
    """Some of what was read is in doubt."""
    CONTACT = "contact"
    """Several like this are there already."""
    UPDATE = "update"
    """It is the one candidate, who is to take from the card what its person chooses."""
    ACCOUNT = "account"
    """Several firms could be meant."""


_ASKING = text("state = 'asks'")


class CardReading(CompanyOwned, Base):
    """One photo's reading. The contact that comes of it is made by an operation; this only leads there."""

    __tablename__ = "card_readings"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    document_id: Mapped[str] = mapped_column(Id)
    user_id: Mapped[str] = mapped_column(Id)
    door: Mapped[str] = mapped_column(String(10))
    bot: Mapped[str | None] = mapped_column(String(64))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    """The message in the chat that waits for the result."""
    album: Mapped[str | None] = mapped_column(String(64))
    """Of the chat: the photos that were sent at once, and are answered in one message."""
    front_id: Mapped[str | None] = mapped_column(Id)
    """The reading of the same card's other side, which the contact comes from."""
    state: Mapped[str] = mapped_column(String(10), default=CardState.WAITING.value)
    picture: Mapped[str | None] = mapped_column(String(64))
    """Digest of the card's own picture: cut out of the photo, straight and upright; the photo stays as it was taken."""
    card: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What was read: a person's card or, where the state says so, a side without a name."""
    question: Mapped[str | None] = mapped_column(String(10))
    candidates: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    """Who or which firm it could be: id, name, detail, score; to be updated, also the `changes`."""
    answers: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """What its person has decided so far."""
    contact_id: Mapped[str | None] = mapped_column(Id)
    operation_id: Mapped[str | None] = mapped_column(Id)
    """The operation that made or updated the contact."""
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        belongs_to("documents", "document_id"),
        index("user_id", "created_at"),
        index("document_id"),
        Index("ix_card_readings_asking", "company_id", "user_id", sqlite_where=_ASKING, postgresql_where=_ASKING),
    )


async def readings_of_album(session: AsyncSession, user_id: str, chat_id: int, album: str) -> list[CardReading]:
    """The photos that a person sent at once, in the order in which they were sent."""
    statement = (
        select(CardReading)
        .where(CardReading.user_id == user_id, CardReading.chat_id == chat_id, CardReading.album == album)
        .order_by(CardReading.created_at, CardReading.id)
    )
    return list(await session.scalars(statement))


async def beside(session: AsyncSession, card: CardReading) -> list[CardReading]:
    """The photos that may show the same card: of the same album or else taken about then; the nearest first."""
    near = (
        CardReading.album == card.album
        if card.album
        else CardReading.created_at.between(card.created_at - TAKEN_ABOUT_THEN, card.created_at + TAKEN_ABOUT_THEN)
        & CardReading.album.is_(None)
    )
    here = CardReading.chat_id.is_(None) if card.chat_id is None else CardReading.chat_id == card.chat_id
    found = await session.scalars(
        select(CardReading).where(CardReading.user_id == card.user_id, CardReading.id != card.id, here, near)
    )
    return sorted(found, key=lambda one: abs(one.created_at - card.created_at))


async def reading_of(session: AsyncSession, reading_id: str, *, lock: bool = False) -> CardReading | None:
    """The reading with this id, if the company has it."""
    statement = select(CardReading).where(CardReading.id == reading_id)
    found: CardReading | None = await session.scalar(statement.with_for_update() if lock else statement)
    return found
