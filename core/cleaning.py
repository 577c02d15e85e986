"""What has served its time goes: old sessions, tickets, counters, and what left or came in long ago."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Select, delete, select

from core.agenda.reminding import DigestSent, ReminderSent
from core.database import EVERY_COMPANY, transaction
from core.imports.models import Import, ImportRow
from core.outbox import InboxUpdate, OutboxMessage
from core.people.credentials import PasskeyChallenge
from core.people.models import RateCounter, Ticket, UserSession
from core.presence import Presence
from core.timings import PageTiming, StatementTiming

KEPT = timedelta(days=14)


ROWS_KEPT = timedelta(days=90)
"""How long an import can be taken back, and its rows be looked at."""


async def clean_up(now: datetime | None = None) -> None:
    """Deletes what is over; what failed for good stays until somebody has looked at it."""
    now = now or datetime.now(UTC)
    over = (
        (UserSession, UserSession.expires_at < now),
        (Ticket, Ticket.expires_at < now - KEPT),
        (PasskeyChallenge, PasskeyChallenge.expires_at < now),
        (RateCounter, RateCounter.window_ends_at < now),
        (Presence, Presence.until < now),
        (OutboxMessage, OutboxMessage.done_at < now - KEPT),
        (ImportRow, ImportRow.import_id.in_(_old_imports(now))),
        (InboxUpdate, InboxUpdate.done_at < now - KEPT),
        (ReminderSent, ReminderSent.remind_at < now - KEPT),
        (DigestSent, DigestSent.day < (now - KEPT).date()),
        (PageTiming, PageTiming.day < (now - KEPT).date()),
        (StatementTiming, StatementTiming.day < (now - KEPT).date()),
    )
    for table, condition in over:
        async with transaction(EVERY_COMPANY) as session:
            await session.execute(delete(table).where(condition))


def _old_imports(now: datetime) -> Select[str]:
    return select(Import.id).where(Import.created_at < now - ROWS_KEPT)
