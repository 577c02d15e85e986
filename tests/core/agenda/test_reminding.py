"""A reminder is posted once, a digest once a day at its user's own hour, on the days that clocks change too."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from core.agenda.reminding import DigestSent, ReminderSent, post_due_digests, post_due_reminders
from core.cleaning import clean_up
from core.database import EVERY_COMPANY, reading
from core.outbox import OutboxMessage
from core.people import chats
from core.people.sign_in import Purpose, new_ticket
from tests.builders.cast import Firm

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


async def posted(topic: str) -> list[str]:
    async with reading(EVERY_COMPANY) as session:
        rows = await session.scalars(select(OutboxMessage).where(OutboxMessage.topic == topic))
        return [str(row.user_id) for row in rows]


async def plan(firm: Firm, starts_at: datetime) -> str:
    return await firm.activity(day=None, starts_at=starts_at.isoformat())


def noon_of_a_working_day() -> datetime:
    """The next one, in the middle of everybody's hours."""
    to_come = (datetime.now(ZoneInfo("Europe/Madrid")) + timedelta(days=days) for days in range(1, 4))
    return next(one.replace(hour=12, minute=0) for one in to_come if one.isoweekday() <= 5)


async def test_a_reminder_comes_before_the_hour_and_once(firm: Firm) -> None:
    start = datetime.now(UTC) + timedelta(hours=3)
    await plan(firm, start)
    assert await post_due_reminders(start - timedelta(minutes=16)) == 0
    due = start - timedelta(minutes=14)
    await asyncio.gather(*(post_due_reminders(due) for _ in range(4)))
    await post_due_reminders(due + timedelta(minutes=5))
    assert await posted("chat.reminder") == [firm.people["rep"]]


async def test_an_activity_put_off_reminds_again(firm: Firm) -> None:
    start = datetime.now(UTC) + timedelta(hours=3)
    activity = await plan(firm, start)
    await post_due_reminders(start)
    later = start + timedelta(days=1)
    await firm.do("activity.reschedule", {"id": activity, "starts_at": later.isoformat()})
    await post_due_reminders(start + timedelta(minutes=1))
    assert len(await posted("chat.reminder")) == 1
    await post_due_reminders(later)
    assert len(await posted("chat.reminder")) == 2


async def test_what_is_done_or_cancelled_reminds_nobody(firm: Firm) -> None:
    start = datetime.now(UTC) + timedelta(hours=3)
    done, cancelled = await plan(firm, start), await plan(firm, start)
    await firm.do("activity.complete", {"id": done})
    await firm.do("activity.cancel", {"id": cancelled})
    assert await post_due_reminders(start) == 0


async def test_what_nobody_could_be_told_in_time_is_not_told_the_day_after(firm: Firm) -> None:
    start = datetime.now(UTC) + timedelta(hours=3)
    await plan(firm, start)
    assert await post_due_reminders(start + timedelta(hours=13)) == 0


async def test_who_an_activity_is_given_to_is_reminded_at_his_or_her_own_time(firm: Firm) -> None:
    await firm.do("settings.edit", {"remind_minutes": 60}, "mate")
    start = noon_of_a_working_day()
    activity = await plan(firm, start)
    await firm.do("activity.assign", {"id": activity, "owner_id": firm.people["mate"]}, "manager")
    await post_due_reminders(start - timedelta(minutes=59))
    assert await posted("chat.reminder") == [firm.people["mate"]]


async def with_chat(firm: Firm, who: str, digest_at: str | None, timezone: str) -> None:
    every_day = {"working_days": list(range(1, 8))}
    await firm.do("settings.edit", {"digest_at": digest_at, "timezone": timezone, **every_day}, who)
    await chats.link("1", len(who), await new_ticket(Purpose.CHAT, firm.people[who]))


async def test_a_digest_comes_once_a_day_at_the_user_s_hour(firm: Firm) -> None:
    await with_chat(firm, "rep", "07:30", "Europe/Madrid")
    await with_chat(firm, "mate", "07:30", "America/Mexico_City")
    await with_chat(firm, "southerner", None, "Europe/Madrid")
    seven_in_madrid = datetime(2026, 11, 26, 6, 29, tzinfo=UTC)
    assert await post_due_digests(seven_in_madrid) == 0
    for minutes in (1, 2, 60):
        await post_due_digests(seven_in_madrid + timedelta(minutes=minutes))
    assert await posted("chat.digest") == [firm.people["rep"]]
    await asyncio.gather(*(post_due_digests(datetime(2026, 11, 26, 13, 30, tzinfo=UTC)) for _ in range(4)))
    assert sorted(await posted("chat.digest")) == sorted([firm.people["rep"], firm.people["mate"]])
    await post_due_digests(seven_in_madrid + timedelta(days=1, minutes=1))
    assert len(await posted("chat.digest")) == 3


async def test_no_digest_comes_on_a_day_that_one_does_not_work(firm: Firm) -> None:
    await with_chat(firm, "rep", "07:30", "Europe/Madrid")
    await firm.do("settings.edit", {"working_days": [1, 2, 3, 4, 5]})
    sunday = datetime(2026, 11, 29, 6, 31, tzinfo=UTC)
    assert await post_due_digests(sunday) == 0
    assert await post_due_digests(sunday + timedelta(days=1)) == 1


async def test_a_digest_s_day_is_the_user_s_own(firm: Firm) -> None:
    await with_chat(firm, "rep", "23:30", "America/Mexico_City")
    await firm.do("settings.edit", {"working_days": [5]})
    saturday_in_london = datetime(2026, 11, 28, 5, 31, tzinfo=UTC)
    assert await post_due_digests(saturday_in_london - timedelta(days=1)) == 0
    assert await post_due_digests(saturday_in_london) == 1


async def test_a_reminder_waits_for_the_working_day_where_there_is_time_left(firm: Firm) -> None:
    await firm.do("settings.edit", {"remind_minutes": 60, "working_days": [1, 2, 3, 4, 5]})
    madrid = ZoneInfo("Europe/Madrid")
    monday = datetime.now(madrid).replace(hour=9, minute=45, second=0, microsecond=0) + timedelta(days=14)
    monday -= timedelta(days=monday.weekday())
    await plan(firm, monday)
    assert await post_due_reminders(monday - timedelta(minutes=46)) == 0
    assert await post_due_reminders(monday - timedelta(minutes=45)) == 1


async def test_a_digest_is_not_told_hours_late(firm: Firm) -> None:
    await with_chat(firm, "rep", "07:30", "Europe/Madrid")
    assert await post_due_digests(datetime(2026, 11, 26, 11, 0, tzinfo=UTC)) == 0


@pytest.mark.parametrize(
    ("night", "hour"),
    [
        (datetime(2027, 3, 27, 22, tzinfo=UTC), "02:30"),
        (datetime(2026, 10, 24, 21, tzinfo=UTC), "02:30"),
        (datetime(2027, 3, 27, 22, tzinfo=UTC), "07:30"),
        (datetime(2026, 10, 24, 21, tzinfo=UTC), "07:30"),
    ],
    ids=["no such hour", "that hour twice", "spring", "autumn"],
)
async def test_the_night_that_clocks_change_has_one_digest(firm: Firm, night: datetime, hour: str) -> None:
    await with_chat(firm, "rep", hour, "Europe/Madrid")
    sent_at = []
    for quarter in range(4 * 12):
        now = night + timedelta(minutes=15 * quarter)
        if await post_due_digests(now):
            sent_at.append(now)
    assert len(sent_at) == len(await posted("chat.digest")) == 1


async def test_marks_of_long_ago_go(firm: Firm) -> None:
    await with_chat(firm, "rep", "07:30", "Europe/Madrid")
    start = datetime.now(UTC) + timedelta(hours=3)
    await plan(firm, start)
    await post_due_reminders(start)
    await post_due_digests(NOW)
    await clean_up(start + timedelta(days=13) if start > NOW else NOW)
    assert await marks() == (1, 1)
    await clean_up(max(start, NOW) + timedelta(days=40))
    assert await marks() == (0, 0)


async def marks() -> tuple[int, ...]:
    async with reading(EVERY_COMPANY) as session:
        counted = [await session.scalar(select(func.count()).select_from(kind)) for kind in (ReminderSent, DigestSent)]
    return tuple(number or 0 for number in counted)
