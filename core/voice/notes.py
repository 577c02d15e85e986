"""Spoken messages on their way to an entry: what was heard, and the chat that waits for it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import CompanyOwned, Id, UtcDateTime, belongs_to, index, new_id


class VoiceState(StrEnum):
    WAITING = "waiting"
    """Nobody has listened yet."""
    HEARD = "heard"
    """`text` is what was said."""
    SILENT = "silent"
    """Somebody listened, and there were no words."""
    UNHEARD = "unheard"
    """Nobody listens in this installation."""
    UNREADABLE = "unreadable"
    """It is no sound, or of a kind that the listener does not open."""
    FAILED = "failed"


class VoiceNote(CompanyOwned, Base):
    """One spoken message. The sound is a document; what comes of the words is done by an operation."""

    __tablename__ = "voice_notes"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    document_id: Mapped[str] = mapped_column(Id)
    user_id: Mapped[str] = mapped_column(Id)
    bot: Mapped[str | None] = mapped_column(String(64))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    said_in: Mapped[int | None] = mapped_column(BigInteger)
    """The person's message in the chat."""
    shown_in: Mapped[int | None] = mapped_column(BigInteger)
    """The message of ours that waits for the words."""
    phone_language: Mapped[str | None] = mapped_column(String(16))
    is_own: Mapped[bool] = mapped_column(default=True)
    """False: somebody else's words, forwarded; never read as an entry."""
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), default=VoiceState.WAITING.value)
    text: Mapped[str] = mapped_column(Text, default="")
    error: Mapped[str | None] = mapped_column(Text)
    """For the operator."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    heard_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        belongs_to("documents", "document_id"),
        index("user_id", "created_at"),
        index("document_id"),
    )


async def note_of(session: AsyncSession, note_id: str, *, lock: bool = False) -> VoiceNote | None:
    """The note with this id, if the company has it."""
    statement = select(VoiceNote).where(VoiceNote.id == note_id)
    found: VoiceNote | None = await session.scalar(statement.with_for_update() if lock else statement)
    return found
