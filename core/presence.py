"""Who has a record open now: a lease of a few seconds a person and page, renewed by the page, gone when it is not.

In the database, so that it does not matter which process or machine a page is served by. No history: it says nothing
about the record.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, insert_into, transaction
from core.errors import NotFound
from core.people.models import User
from core.policy import Viewer, visible
from core.records import CompanyOwned, Id, UtcDateTime, index, model_of

LASTS: Final = timedelta(seconds=20)
RENEWED: Final = timedelta(seconds=8)
"""A lease that is younger is not written again."""


class Presence(CompanyOwned, Base):
    """A person who has a record open, on one device."""

    __tablename__ = "presences"

    record_id: Mapped[str] = mapped_column(Id, primary_key=True)
    session_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    user_id: Mapped[str] = mapped_column(Id)
    until: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (index("until"),)


async def present(
    session: AsyncSession, viewer: Viewer, kind: str, record_id: str, session_id: str, now: datetime
) -> tuple[list[dict[str, Any]], bool]:
    """The others who have the record open, by name, each once; and whether one's own lease is to be renewed.

    Raises `NotFound` for a record that the viewer may not see.
    """
    model: Any = model_of(kind)
    if await session.scalar(visible(select(model.id).where(model.id == record_id), viewer, model)) is None:
        raise NotFound
    rows = await session.execute(
        select(Presence.session_id, Presence.user_id, Presence.until, User.name)
        .join(User, User.id == Presence.user_id)
        .where(Presence.record_id == record_id, Presence.until > now)
        .order_by(User.name)
    )
    others: dict[str, str] = {}
    is_fresh = False
    for row in rows:
        if row.user_id != viewer.user_id:
            others[row.user_id] = row.name
        elif row.session_id == session_id and row.until > now + LASTS - RENEWED:
            is_fresh = True
    return [{"id": user_id, "name": name} for user_id, name in others.items()], not is_fresh


async def be_present(company_id: str, user_id: str, record_id: str, session_id: str, now: datetime) -> None:
    """Says for a while that this person has the record open on this device."""
    async with transaction(company_id) as session:
        line = insert_into(session, Presence).values(
            company_id=company_id, record_id=record_id, session_id=session_id, user_id=user_id, until=now + LASTS
        )
        await session.execute(
            line.on_conflict_do_update(
                index_elements=["company_id", "record_id", "session_id"],
                set_={"user_id": user_id, "until": now + LASTS},
            )
        )
