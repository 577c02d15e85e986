"""What is full, late, failing or slow, as plain facts: for the operator everywhere, for an admin in one company."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.reminding import DigestSent
from core.database import EVERY_COMPANY, is_sqlite
from core.documents.models import Document
from core.leases import Lease
from core.outbox import LEASED, InboxUpdate, OutboxMessage
from core.people.models import Membership
from core.settings import settings
from core.timings import PageTiming, StatementTiming, slowest

Facts = dict[str, Any]
_MOST = 10
LATE = timedelta(minutes=5)
"""What should be gone at once, and waits longer, is late."""


async def outgoing(session: AsyncSession, now: datetime) -> Facts:
    """Of the session's company, or of all: how many messages wait to go out, since when, and how many were given up."""
    is_due = (
        OutboxMessage.done_at.is_(None) & OutboxMessage.failed_at.is_(None) & (OutboxMessage.due_at <= now + LEASED)
    )
    waiting = (
        await session.execute(
            select(func.count(), func.min(OutboxMessage.created_at)).select_from(OutboxMessage).where(is_due)
        )
    ).one()
    failed = await session.scalar(
        select(func.count()).select_from(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    )
    return {"waiting": waiting[0], "since": waiting[1], "failed": failed or 0}


async def incoming(session: AsyncSession) -> Facts:
    """How many chat updates wait to be done, since when, and how many were given up."""
    waiting = (
        await session.execute(
            select(func.count(), func.min(InboxUpdate.received_at)).where(InboxUpdate.done_at.is_(None))
        )
    ).one()
    failed = await session.scalar(
        select(func.count())
        .select_from(InboxUpdate)
        .where(InboxUpdate.error.is_not(None), InboxUpdate.done_at.is_not(None))
    )
    return {"waiting": waiting[0], "since": waiting[1], "failed": failed or 0}


async def leases(session: AsyncSession) -> list[Facts]:
    """Who holds what until when, and when it was last done."""
    rows = await session.execute(select(Lease.name, Lease.holder, Lease.until, Lease.done_until).order_by(Lease.name))
    return [dict(row) for row in rows.mappings()]


async def last_backup(session: AsyncSession) -> datetime | None:
    """When the last backup that succeeded was made."""
    found: datetime | None = await session.scalar(select(Lease.done_until).where(Lease.name == "backup"))
    return found


async def last_digests(session: AsyncSession) -> Facts:
    """The last day on which digests were posted, and to how many: to the session's company's people, or to all."""
    company_id = session.info["company_id"]
    statement = select(DigestSent.day, func.count()).group_by(DigestSent.day).order_by(DigestSent.day.desc()).limit(1)
    if company_id != EVERY_COMPANY:
        members = select(Membership.user_id).where(Membership.company_id == company_id)
        statement = statement.where(DigestSent.user_id.in_(members))
    row = (await session.execute(statement)).first()
    return {"day": row[0] if row else None, "people": row[1] if row else 0}


async def slow_pages(session: AsyncSession, now: datetime, days: int = 7) -> list[Facts]:
    """The pages that were slow or failed lately, in the session's company or in all; the worst first."""
    rows = await session.execute(slowest(PageTiming, now.date() - timedelta(days=days), _MOST))
    return [_timing(row) for row in rows.mappings()]


async def slow_statements(session: AsyncSession, now: datetime, days: int = 7) -> list[Facts]:
    """The statements that were slow lately, everywhere; the worst first."""
    rows = await session.execute(slowest(StatementTiming, now.date() - timedelta(days=days), _MOST))
    return [_timing(row) for row in rows.mappings()]


async def kept_documents(session: AsyncSession) -> Facts:
    """How many documents there are, and their bytes."""
    row = (await session.execute(select(func.count(), func.sum(Document.size)).select_from(Document))).one()
    return {"count": row[0], "bytes": int(row[1] or 0)}


async def database_bytes(session: AsyncSession) -> int:
    """How large the whole database is."""
    url = settings().database_url
    if is_sqlite(url):
        path = Path(url.partition("///")[2])
        return sum(one.stat().st_size for one in (path, Path(f"{path}-wal")) if one.exists())
    return int(await session.scalar(text("SELECT pg_database_size(current_database())")) or 0)


def _timing(row: Any) -> Facts:
    return {
        **{name: int(row[name]) for name in ("times", "slow", "failed", "longest")},
        "name": row["name"],
        "usual": int(row["milliseconds"]) // int(row["times"]),
    }
