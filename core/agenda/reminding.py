"""What the clock says by itself: reminders of planned activities, and each user's daily digest at his or her hour."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Date, ForeignKey, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.agenda.models import Activity
from core.database import EVERY_COMPANY, Base, insert_into, reading, transaction
from core.outbox import OutboxMessage
from core.people.models import ChatLink, User
from core.records import CompanyOwned, Id, UtcDateTime

LATEST_REMINDER = timedelta(hours=12)
"""What nobody could be told in time (everything was off) is not told the day after."""
LATEST_DIGEST = timedelta(hours=4)


class ReminderSent(CompanyOwned, Base):
    """That a reminder was posted; apart from the activity, which it does not change."""

    __tablename__ = "reminders_sent"

    activity_id: Mapped[str] = mapped_column(Id, primary_key=True)
    remind_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)


class DigestSent(Base):
    """That a user's digest of a day was posted."""

    __tablename__ = "digests_sent"

    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)


async def post_due_reminders(now: datetime | None = None) -> int:
    """Posts `chat.reminder` for every planned activity whose time to be reminded has come; gives how many."""
    now = now or datetime.now(UTC)
    due = (
        select(Activity.company_id, Activity.id, Activity.owner_id, Activity.remind_at)
        .where(
            Activity.remind_at.between(now - LATEST_REMINDER, now),
            Activity.state == "planned",
            ~exists().where(
                ReminderSent.company_id == Activity.company_id,
                ReminderSent.activity_id == Activity.id,
                ReminderSent.remind_at == Activity.remind_at,
            ),
        )
        .limit(200)
    )
    async with reading(EVERY_COMPANY) as session:
        rows = (await session.execute(due)).all()
    if not rows:
        return 0
    async with transaction(EVERY_COMPANY) as session:
        for row in rows:
            key = {"company_id": row.company_id, "activity_id": row.id, "remind_at": row.remind_at}
            await _post_once(
                session, ReminderSent, key, row.company_id, row.owner_id, "chat.reminder", {"activity_id": row.id}, now
            )
    return len(rows)


async def post_due_digests(now: datetime | None = None) -> int:
    """Posts `chat.digest` for every user with a chat whose hour has come, once a working day; gives how many."""
    now = now or datetime.now(UTC)
    async with reading(EVERY_COMPANY) as session:
        people = (
            await session.execute(
                select(User.id, User.timezone, User.digest_at, User.working_days, ChatLink.company_id)
                .join(ChatLink, ChatLink.user_id == User.id)
                .where(User.digest_at.is_not(None), User.disabled_at.is_(None))
            )
        ).all()
        since = now.date() - timedelta(days=1)
        sent = {
            tuple(row)
            for row in await session.execute(select(DigestSent.user_id, DigestSent.day).where(DigestSent.day >= since))
        }
    due = []
    for person in people:
        local = now.astimezone(ZoneInfo(person.timezone))
        if local.isoweekday() not in person.working_days:
            continue
        hour = datetime.combine(local.date(), time.fromisoformat(person.digest_at), local.tzinfo)
        if hour <= local < hour + LATEST_DIGEST and (person.id, local.date()) not in sent:
            due.append((person, local.date()))
    if not due:
        return 0
    async with transaction(EVERY_COMPANY) as session:
        for person, day in due:
            key = {"user_id": person.id, "day": day}
            await _post_once(
                session,
                DigestSent,
                key,
                person.company_id,
                person.id,
                "chat.digest",
                {"user_id": person.id, "day": day.isoformat()},
                now,
            )
    return len(due)


async def _post_once(
    session: AsyncSession,
    mark: type[Base],
    key: dict[str, object],
    company_id: str,
    user_id: str,
    topic: str,
    payload: dict[str, str],
    now: datetime,
) -> None:
    # What comes back says whether it is new; a row count does not, on PostgreSQL.
    new = insert_into(session, mark).values(**key).on_conflict_do_nothing().returning(mark)
    if (await session.execute(new)).first() is not None:
        session.add(
            OutboxMessage(
                company_id=company_id, user_id=user_id, topic=topic, payload=payload, created_at=now, due_at=now
            )
        )
