"""History, audit and change feed in one: every change of a record is an event, numbered in commit order."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.people.models import CompanyCounter
from core.prepared import Statement, prepared, value
from core.records import CompanyOwned, Id, Json, UtcDateTime, belongs_to, index

AT_ONCE = 1000
"""So many events are read at a time."""
# Left out of history: what only counts or follows, what is the same for all, what is secret.
_NOT_HISTORY = frozenset({"revision", "next_day", "company_id", "password_hash"})


class PerformedOperation(CompanyOwned, Base):
    """An operation that was done, and its result: a repeat of the same id gets the same result."""

    __tablename__ = "operations"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    user_id: Mapped[str | None] = mapped_column(Id)
    door: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    device_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    result: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    undone_by: Mapped[str | None] = mapped_column(Id)

    __table_args__ = (index("user_id", "at"),)


class Event(CompanyOwned, Base):
    """One change of one record. A reader who has seen number N never misses one below it."""

    __tablename__ = "events"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    operation_id: Mapped[str] = mapped_column(Id)
    verb: Mapped[str] = mapped_column(String(60))
    """The operation's name."""
    change: Mapped[str] = mapped_column(String(10))
    """`created`, `changed` or `removed`."""
    subject_kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[str] = mapped_column(Id)
    revision: Mapped[int] = mapped_column()
    """The subject's, after the change."""
    account_id: Mapped[str | None] = mapped_column(Id)
    """The account in whose history it stands."""
    difference: Mapped[dict[str, Any]] = mapped_column(Json)
    """Field → [before, after]."""
    user_id: Mapped[str | None] = mapped_column(Id)
    door: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When the person did it: on the device, where that was before it came here."""
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        belongs_to("operations", "operation_id"),
        index("operation_id"),
        index("subject_id", "revision"),
        index("account_id", "at"),
    )


async def last_number(session: AsyncSession, company_id: str) -> int:
    """The number of the company's newest event; 0 when there is none."""
    number = await session.scalar(select(CompanyCounter.last_event).where(CompanyCounter.company_id == company_id))
    return number or 0


async def since(session: AsyncSession, number: int, limit: int = AT_ONCE) -> Sequence[Row[Any]]:
    """What changed after `number`, oldest first: (number, change, subject kind, subject id, account id)."""
    return (await _since(session, None, limit, number=number)).all()


@prepared
def _since(limit: int) -> Statement:
    return (
        select(Event.number, Event.change, Event.subject_kind, Event.subject_id, Event.account_id)
        .where(Event.number > value("number"))
        .order_by(Event.number)
        .limit(limit)
    )


async def newest_of(session: AsyncSession, subject_id: str, after_revision: int) -> list[Event]:
    """The events of a record after one of its revisions, oldest first."""
    found = await session.scalars(
        select(Event).where(Event.subject_id == subject_id, Event.revision > after_revision).order_by(Event.revision)
    )
    return list(found)


async def removal_of(session: AsyncSession, subject_id: str) -> Event | None:
    """The event by which a record was removed; its difference says what it was. None for what was never removed."""
    found = await session.scalars(
        select(Event).where(Event.subject_id == subject_id, Event.change == "removed").order_by(Event.number.desc())
    )
    return found.first()


def difference(before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    """Field → [before, after], for every field that is not the same."""
    old, new = before or {}, after or {}
    return {
        name: [old.get(name), new.get(name)]
        for name in {**old, **new}
        if name not in _NOT_HISTORY and old.get(name) != new.get(name)
    }
