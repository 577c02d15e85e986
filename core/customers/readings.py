"""Photos of business cards on their way to a contact: what was read, what is to be decided, what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import CompanyOwned, Id, Json, UtcDateTime, belongs_to, index, new_id


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


class CardQuestion(StrEnum):
    NAME = "name"
    """No name was read, or one in doubt."""
    CONTACT = "contact"
    """Somebody like this is there already."""
    ACCOUNT = "account"
    """Several firms could be meant."""


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
    state: Mapped[str] = mapped_column(String(10), default=CardState.WAITING.value)
    card: Mapped[dict[str, Any] | None] = mapped_column(Json)
    question: Mapped[str | None] = mapped_column(String(10))
    candidates: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    """Who or which firm it could be: id, name, detail, score."""
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
    )


async def reading_of(session: AsyncSession, reading_id: str, *, lock: bool = False) -> CardReading | None:
    """The reading with this id, if the company has it."""
    statement = select(CardReading).where(CardReading.id == reading_id)
    found: CardReading | None = await session.scalar(statement.with_for_update() if lock else statement)
    return found
