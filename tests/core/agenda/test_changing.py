"""What becomes of an activity: moved with its reminder, corrected where that is allowed, done with what comes next."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from core.agenda.models import Activity
from core.database import reading
from core.errors import Conflict, Invalid, NotPermitted
from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.rows import business

MADRID = ZoneInfo("Europe/Madrid")
TODAY = datetime.now(MADRID).date()
SOON = datetime.combine(TODAY + timedelta(days=8 - TODAY.weekday()), time(12), MADRID).astimezone(UTC)
"""Noon of next Tuesday: within anybody's working hours."""


async def there(firm: Firm, activity_id: str) -> Any:
    """The activity as it is now."""
    async with reading(firm.company_id) as session:
        return (await session.execute(select(Activity.__table__).where(Activity.id == activity_id))).one()


async def reminder(firm: Firm, activity_id: str) -> int | None:
    """How many minutes before its hour it reminds."""
    row = await there(firm, activity_id)
    return int((row.starts_at - row.remind_at).total_seconds() // 60) if row.remind_at else None


@pytest.mark.parametrize(
    ("planned", "before", "after"),
    [({}, 15, 15), ({"remind_before": 60}, 60, 60), ({"remind_before": 0}, 0, 0), ({"remind": False}, None, None)],
)
async def test_a_reminder_keeps_its_distance_when_the_activity_is_moved(
    firm: Firm, planned: dict[str, Any], before: int | None, after: int | None
) -> None:
    activity = await firm.activity(starts_at=SOON.isoformat(), **planned)
    assert await reminder(firm, activity) == before
    later = SOON + timedelta(days=2)
    await firm.do("activity.reschedule", {"id": activity, "starts_at": later.isoformat()})
    assert await reminder(firm, activity) == after


async def test_the_usual_reminder_stays_the_usual_one_by_working_hours(firm: Firm) -> None:
    await firm.do("settings.edit", {"remind_minutes": 180})
    activity = await firm.activity(starts_at=SOON.isoformat())
    assert await reminder(firm, activity) == 180
    morning = SOON - timedelta(hours=2)  # ten: three hours before nobody is at work yet
    await firm.do("activity.reschedule", {"id": activity, "starts_at": morning.isoformat()})
    assert await reminder(firm, activity) == 60
    await firm.do("activity.reschedule", {"id": activity, "starts_at": SOON.isoformat()})
    assert await reminder(firm, activity) == 180


async def test_what_gets_an_hour_reminds_as_its_owner_likes_it_and_what_loses_it_does_not(firm: Firm) -> None:
    activity = await firm.activity(day=SOON.date().isoformat())
    assert (await there(firm, activity)).remind_at is None
    await firm.do("activity.reschedule", {"id": activity, "starts_at": SOON.isoformat()})
    assert await reminder(firm, activity) == 15
    await firm.do("activity.reschedule", {"id": activity, "day": SOON.date().isoformat()})
    assert (await there(firm, activity)).remind_at is None


async def test_a_reminder_is_set_and_taken_away_by_an_edit(firm: Firm) -> None:
    activity = await firm.activity(starts_at=SOON.isoformat())
    for given, wanted in (({"remind_before": 120}, 120), ({"remind": False}, None), ({"remind": True}, 15),
                          ({"remind": True, "remind_before": 5}, 5), ({"subject": "x"}, 5)):  # fmt: skip
        await firm.do("activity.edit", {"id": activity, **given})
        assert await reminder(firm, activity) == wanted, given


@pytest.mark.parametrize("name", ["activity.edit", "activity.assign"])
async def test_a_finished_activity_is_changed_only_where_the_company_allows_it(firm: Firm, name: str) -> None:
    done = (await firm.do("activity.log", {"type": "call", "note": "They want a price."}))["id"]
    payload = {"id": done, **({"subject": "Price"} if name == "activity.edit" else {"owner_id": firm.people["mate"]})}
    await firm.do("company.edit", {"finished_activities_editable": False}, "admin")
    with pytest.raises(NotPermitted, match="no longer be edited"):
        await firm.do(name, payload, "admin")
    await firm.do("company.edit", {"finished_activities_editable": True}, "admin")
    await firm.do(name, payload, "admin")


async def test_what_is_done_is_not_moved_by_an_edit(firm: Firm) -> None:
    done = (await firm.do("activity.log", {"type": "call"}))["id"]
    with pytest.raises(Invalid, match="Only what is planned"):
        await firm.do("activity.edit", {"id": done, "day": "2027-01-01"})


@pytest.mark.parametrize("name", ["activity.reschedule", "activity.edit"])
async def test_a_move_that_crosses_another_s_is_asked_about(firm: Firm, name: str) -> None:
    activity = await firm.activity(starts_at=SOON.isoformat())
    base = (await there(firm, activity)).revision
    theirs = SOON + timedelta(hours=2)
    await firm.do("activity.reschedule", {"id": activity, "starts_at": theirs.isoformat()}, "manager")
    mine = {"id": activity, "base": base, "starts_at": (SOON + timedelta(days=1)).isoformat()}
    with pytest.raises(Conflict, match=r"has moved it meanwhile.*Manager"):
        await firm.do(name, mine)
    day_only = {"id": activity, "base": base, "day": (SOON + timedelta(days=1)).date().isoformat()}
    with pytest.raises(Conflict):
        await firm.do(name, day_only)
    assert (await there(firm, activity)).starts_at == theirs
    await firm.do(name, mine | {"base": (await there(firm, activity)).revision})
    assert (await there(firm, activity)).starts_at == SOON + timedelta(days=1)


async def test_an_hour_that_one_left_as_one_found_it_does_not_undo_another_s_move(firm: Firm) -> None:
    activity = await firm.activity(starts_at=SOON.isoformat())
    base = (await there(firm, activity)).revision
    theirs = SOON + timedelta(hours=2)
    await firm.do("activity.reschedule", {"id": activity, "starts_at": theirs.isoformat()}, "manager")
    edit = {"id": activity, "base": base, "starts_at": SOON.isoformat(), "subject": "Price"}
    assert (await firm.do("activity.edit", edit))["conflicts"] == []
    found = await there(firm, activity)
    assert (found.starts_at, found.subject) == (theirs, "Price")


async def test_what_was_done_and_what_comes_next_are_one_operation_done_once_and_undone_whole(firm: Firm) -> None:
    activity = await firm.activity(account_id=await firm.account(), note="Ask for the warehouse.")
    before = await business(firm)
    payload = {
        "id": activity, "note": "They want twelve.", "result": "Wants a quote", "minutes": 25,
        "next": {"type": "visit", "starts_at": SOON.isoformat(), "remind_before": 30},
    }  # fmt: skip
    operation_id = new_id()
    first, second = [await firm.perform("activity.complete", payload, id=operation_id) for _ in range(2)]
    assert first.result == second.result
    done, following = await there(firm, activity), await there(firm, first.result["next_id"])
    assert (done.state, done.minutes, done.result) == ("done", 25, "Wants a quote")
    assert done.note == "Ask for the warehouse.\n\nThey want twelve."
    assert (following.state, following.follows_id, following.account_id) == ("planned", done.id, done.account_id)
    assert await reminder(firm, following.id) == 30
    await firm.do("operation.undo", {"operation_id": operation_id})
    assert await business(firm) == before


async def test_what_is_done_on_its_day_keeps_the_hour_that_has_come(firm: Firm) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    for starts_at, kept in ((now - timedelta(minutes=1), True), (now + timedelta(minutes=10), False),
                            (now - timedelta(days=3), False)):  # fmt: skip
        activity = await firm.activity(starts_at=starts_at.isoformat())
        await firm.do("activity.complete", {"id": activity})
        found = await there(firm, activity)
        is_today = found.day == starts_at.astimezone(MADRID).date()
        assert found.starts_at == (starts_at if kept and is_today else None)
        assert found.day == datetime.now(MADRID).date()


async def test_who_gets_an_activity_without_an_hour_gets_it_on_its_day(firm: Firm) -> None:
    activity = await firm.activity(day="2027-02-03")
    given = await firm.do("activity.assign", {"id": activity, "owner_id": firm.people["mate"]}, "manager")
    assert given["day"] == "2027-02-03"
    found = await there(firm, activity)
    assert (found.owner_id, found.day, found.remind_at) == (firm.people["mate"], date(2027, 2, 3), None)
