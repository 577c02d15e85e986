"""One at a time: a name that a process holds for a while, so that of several clocks one is active."""

from datetime import datetime, timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import EVERY_COMPANY, Base, insert_into, transaction
from core.records import UtcDateTime


class Lease(Base):
    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    holder: Mapped[str] = mapped_column(String(120))
    until: Mapped[datetime] = mapped_column(UtcDateTime)
    done_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """For a periodic job: when it was last done."""


async def hold(name: str, holder: str, now: datetime, lasting: timedelta) -> bool:
    """Takes or keeps the lease; False while another holds it."""
    async with transaction(EVERY_COMPANY) as session:
        taken = await session.execute(
            insert_into(session, Lease)
            .values(name=name, holder=holder, until=now + lasting)
            .on_conflict_do_update(
                index_elements=["name"],
                set_={"holder": holder, "until": now + lasting},
                where=(Lease.until <= now) | (Lease.holder == holder),
            )
            .returning(Lease.name)
        )
        return taken.first() is not None


async def let_go(name: str, holder: str, now: datetime) -> None:
    """Gives the lease back before its time, so that the next one need not wait."""
    async with transaction(EVERY_COMPANY) as session:
        lease = await session.get(Lease, name, with_for_update=True)
        if lease is not None and lease.holder == holder:
            lease.until = now


async def note_done(name: str, holder: str, at: datetime) -> None:
    """For whoever holds the lease: what it stands for is done as of this moment."""
    async with transaction(EVERY_COMPANY) as session:
        lease = await session.get(Lease, name, with_for_update=True)
        if lease is not None and lease.holder == holder:
            lease.done_until = at
