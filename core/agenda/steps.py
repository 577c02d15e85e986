"""What is to be done next: its day or hour, its reminder, its kind."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field
from sqlalchemy import select

from core.agenda.models import Activity, ActivityType
from core.agenda.subjects import Subjects
from core.errors import NotFound, invalid
from core.i18n import N_
from core.operations import Payload
from core.payloads import Day, IdField, Minutes, Moment, ShortLine, Text
from core.people.models import User
from core.people.working_hours import WorkingHours, reminder_before
from core.prepared import Statement, prepared, value
from core.records import new_id
from core.sales.models import Lead, LeadActivity, Opportunity
from core.work import Work


class ActivityState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


RemindBefore = Annotated[int, Field(ge=0, le=7 * 24 * 60)]
"""Minutes before the hour."""


class Step(Payload):
    """What is to be done next, and when: a day, or a moment where somebody said an hour."""

    id: IdField | None = None
    type: ShortLine = "task"
    subject: Annotated[str, Field(max_length=300)] = ""
    day: Day | None = None
    starts_at: Moment | None = None
    minutes: Minutes | None = None
    note: Text = ""
    remind: bool = True
    remind_before: RemindBefore | None = None
    """None: as long before as its owner's settings say."""


async def plan_step(work: Work, step: Step, about: Subjects, follows: str | None = None) -> Activity:
    """What is to be done, planned; `follows` is the activity that it comes after. Raises `Invalid` without a day."""
    if step.day is None and step.starts_at is None:
        raise invalid("day", N_("When? A day is needed."))
    day, starts_at = when_of(work, step.day, step.starts_at)
    activity = await work.add(
        Activity(
            id=step.id or new_id(),
            type_id=await type_id_of(work, step.type),
            state=ActivityState.PLANNED.value,
            day=day,
            starts_at=starts_at,
            follows_id=follows,
            remind_at=(
                await remind_at_of(work, about.owner["owner_id"], starts_at, step.remind_before)
                if step.remind
                else None
            ),
            **step.model_dump(include={"subject", "note", "minutes"}),
            **about.as_values(),
        )
    )
    await about.tie(work, activity.id)
    return activity


async def plan_next(work: Work, activity: Activity, step: Step | None, lead: Lead | None = None) -> str | None:
    """The step after an activity, about the same and its owner's; gives its id. `lead`: of an activity just made."""
    if step is None:
        return None
    owner = {"owner_id": activity.owner_id, "unit_id": activity.unit_id, "team_id": activity.team_id}
    about = Subjects(owner, activity.account_id, activity.contact_id)
    about.opportunity = await work.load(Opportunity, activity.opportunity_id)
    of_lead = select(LeadActivity.lead_id).where(LeadActivity.activity_id == activity.id)
    about.lead = lead or await work.load(Lead, await work.session.scalar(of_lead))
    return (await plan_step(work, step, about, follows=activity.id)).id


def when_of(
    work: Work, day: date | None, starts_at: datetime | None, default: datetime | None = None
) -> tuple[date, datetime | None]:
    """The local day and the moment, of what was given; an hour decides its day."""
    if starts_at is None and day is None:
        starts_at = default
    if starts_at is not None:
        return starts_at.astimezone(ZoneInfo(work.viewer.timezone)).date(), starts_at
    if day is None:
        raise invalid("day", N_("When? A day is needed."))
    return day, None


async def remind_at_of(
    work: Work, owner_id: str | None, starts_at: datetime | None, minutes: int | None = None
) -> datetime | None:
    """So many minutes before, or when its owner usually wants to be reminded; never of what has begun."""
    if starts_at is None or starts_at <= work.now or owner_id is None:
        return None
    return await _usual(work, owner_id, starts_at) if minutes is None else starts_at - timedelta(minutes=minutes)


async def _usual(work: Work, owner_id: str, starts_at: datetime) -> datetime:
    """As the owner's settings say, by his or her working hours."""
    owner = (
        await work.session.execute(
            select(User.remind_minutes, User.working_days, User.works_from, User.works_until, User.timezone).where(
                User.id == owner_id
            )
        )
    ).one()
    hours = WorkingHours.of(owner.working_days, owner.works_from, owner.works_until, owner.timezone)
    return reminder_before(starts_at, owner.remind_minutes, hours)


async def remind_at_moved(work: Work, activity: Activity, starts_at: datetime | None) -> datetime | None:
    """The reminder of an activity that goes to another hour: the usual one again where it had that, else as long
    before as it was, and none where none was wanted.
    """
    owner_id, minutes = activity.owner_id, reminded_before(activity)
    if minutes is None and activity.starts_at is not None and activity.starts_at > work.now:
        return None
    if minutes is not None and owner_id is not None and activity.starts_at is not None:
        had_the_usual = activity.remind_at == await _usual(work, owner_id, activity.starts_at)
        minutes = None if had_the_usual else minutes
    return await remind_at_of(work, owner_id, starts_at, minutes)


def reminded_before(activity: Any) -> int | None:
    """How many minutes before its hour an activity (or a row with its `starts_at`, `remind_at`) reminds, if at all."""
    if activity.starts_at is None or activity.remind_at is None:
        return None
    return int((activity.starts_at - activity.remind_at).total_seconds() // 60)


async def type_id_of(work: Work, key: str) -> str:
    """The id of a kind of activity. Raises `NotFound`."""
    found = (await _type_of(work.session, None, key=key)).scalar()
    if found is None:
        raise NotFound(N_("There is no kind of activity “{key}” in your company."), key=key)
    return str(found)


@prepared
def _type_of() -> Statement:
    return select(ActivityType.id).where(ActivityType.key == value("key"))
