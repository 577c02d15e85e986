"""What has served its time goes: old sessions, tickets, counters, and what left or came in long ago."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete

from core.agenda.reminding import DigestSent, ReminderSent
from core.database import EVERY_COMPANY, transaction
from core.outbox import InboxUpdate, OutboxMessage
from core.people.credentials import PasskeyChallenge
from core.people.models import RateCounter, Ticket, UserSession
from core.timings import PageTiming, StatementTiming

KEPT = timedelta(days=14)


async def clean_up(now: datetime | None = None) -> None:
    """Deletes what is over; what failed for good stays until somebody has looked at it."""
    now = now or datetime.now(UTC)
    over = (
        (UserSession, UserSession.expires_at < now),
        (Ticket, Ticket.expires_at < now - KEPT),
        (PasskeyChallenge, PasskeyChallenge.expires_at < now),
        (RateCounter, RateCounter.window_ends_at < now),
        (OutboxMessage, OutboxMessage.done_at < now - KEPT),
        (InboxUpdate, InboxUpdate.done_at < now - KEPT),
        (ReminderSent, ReminderSent.remind_at < now - KEPT),
        (DigestSent, DigestSent.day < (now - KEPT).date()),
        (PageTiming, PageTiming.day < (now - KEPT).date()),
        (StatementTiming, StatementTiming.day < (now - KEPT).date()),
    )
    for table, condition in over:
        async with transaction(EVERY_COMPANY) as session:
            await session.execute(delete(table).where(condition))
