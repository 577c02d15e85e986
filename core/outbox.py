"""What must happen outside: written with the change that asks for it, done after the commit, exactly as often."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Index, String, Text, UniqueConstraint, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import CompanyOwned, Id, Json, UtcDateTime, new_id

_WAITING = text("done_at IS NULL AND failed_at IS NULL")
MAX_ATTEMPTS = 8
LEASED = timedelta(minutes=2)
"""How long whoever was handed a message has for it."""


class OutboxMessage(CompanyOwned, Base):
    """Something to do outside. `topic` says what (`chat.reminder`, `card.read`), `payload` has ids only."""

    __tablename__ = "outbox"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    topic: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    user_id: Mapped[str | None] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """Not before this; moved on when it is handed out, so that what nobody finished is handed out again."""
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Given up; `ronda failed` lists it."""
    error: Mapped[str | None] = mapped_column(Text)
    outside_id: Mapped[str | None] = mapped_column(String(300))
    """What the outside calls the thing that was made: a message id, an event uid."""

    __table_args__ = (
        Index("ix_outbox_waiting", "due_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_outbox_failed", "failed_at", sqlite_where=text("failed_at IS NOT NULL"),
              postgresql_where=text("failed_at IS NOT NULL")),
    )  # fmt: skip


class InboxUpdate(Base):
    """A chat update as it came, stored before it is acknowledged, drained by the bot's process."""

    __tablename__ = "inbox"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    bot: Mapped[str] = mapped_column(String(64))
    update_id: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        UniqueConstraint("bot", "update_id"),
        Index("ix_inbox_waiting", "update_id", sqlite_where=text("done_at IS NULL"),
              postgresql_where=text("done_at IS NULL")),
    )  # fmt: skip


async def is_anything_due(session: AsyncSession, now: datetime, *, chat: bool) -> bool:
    """Whether `hand_out` would find something, asked without locking anything."""
    return await session.scalar(select(OutboxMessage.id).where(*_due(now, chat=chat)).limit(1)) is not None


async def hand_out(
    session: AsyncSession,
    now: datetime,
    *,
    chat: bool,
    limit: int = 100,
    lease: timedelta = LEASED,
) -> list[OutboxMessage]:
    """The messages that are due, for the chat or for everything else; each is leased, so that two hands get two.

    A message that nobody marks done within `lease` is handed out again: whoever does it must be able to do it twice.
    """
    found = await session.scalars(
        select(OutboxMessage)
        .where(*_due(now, chat=chat))
        .order_by(OutboxMessage.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    messages = list(found)
    for message in messages:
        message.due_at = now + lease
    return messages


def _due(now: datetime, *, chat: bool) -> tuple[ColumnElement[bool], ...]:
    said_in_chat = OutboxMessage.topic.startswith("chat.")
    return (
        said_in_chat if chat else ~said_in_chat,
        OutboxMessage.due_at <= now,
        OutboxMessage.done_at.is_(None),
        OutboxMessage.failed_at.is_(None),
    )


def mark_done(message: OutboxMessage, now: datetime, outside_id: str | None = None) -> None:
    """It happened; `outside_id` is what the outside calls it."""
    message.done_at, message.outside_id, message.error = now, outside_id, None


def mark_failed(message: OutboxMessage, now: datetime, error: str, *, for_good: bool = False) -> None:
    """It did not happen: tried again later with back-off, or given up after eight tries or when it never can."""
    message.attempts += 1
    message.error = error[:2000]
    if for_good or message.attempts >= MAX_ATTEMPTS:
        message.failed_at = now
    else:
        message.due_at = now + timedelta(seconds=2**message.attempts)


async def failed(session: AsyncSession, limit: int = 100) -> list[OutboxMessage]:
    """What was given up, newest first."""
    found = await session.scalars(
        select(OutboxMessage)
        .where(OutboxMessage.failed_at.is_not(None))
        .order_by(OutboxMessage.failed_at.desc())
        .limit(limit)
    )
    return list(found)


async def retry(session: AsyncSession, now: datetime, ids: list[str] | None = None) -> int:
    """Puts what failed (all, or these), out or in, back in line; gives how many."""
    out = update(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    in_ = update(InboxUpdate).where(InboxUpdate.error.is_not(None), InboxUpdate.done_at.is_not(None))
    if ids is not None:
        out, in_ = out.where(OutboxMessage.id.in_(ids)), in_.where(InboxUpdate.id.in_(ids))
    sent = await session.execute(out.values(failed_at=None, attempts=0, due_at=now).returning(OutboxMessage.id))
    received = await session.execute(in_.values(done_at=None, attempts=0, error=None).returning(InboxUpdate.id))
    return len(sent.all()) + len(received.all())


async def failed_updates(session: AsyncSession, limit: int = 100) -> list[InboxUpdate]:
    """The chat updates that were given up, newest first."""
    found = await session.scalars(
        select(InboxUpdate)
        .where(InboxUpdate.error.is_not(None), InboxUpdate.done_at.is_not(None))
        .order_by(InboxUpdate.done_at.desc())
        .limit(limit)
    )
    return list(found)
