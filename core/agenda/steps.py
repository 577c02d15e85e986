"""What is to be done next: its day or hour, its reminder, its kind."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
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
from core.records import new_id
from core.sales.models import Opportunity
from core.work import Work


class ActivityState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


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


async def plan_step(work: Work, step: Step, about: Subjects, follows: str | None = None) -> Activity:
    """What is to be done, planned; `follows` is the activity that it comes after. Raises `Invalid` without a day."""
    if step.day is None and step.starts_at is None:
        raise invalid("day", N_("When? A day is needed."))
    day, starts_at = when_of(work, step.day, step.starts_at)
    return await work.add(
        Activity(
            id=step.id or new_id(),
            type_id=await type_id_of(work, step.type),
            state=ActivityState.PLANNED.value,
            day=day,
            starts_at=starts_at,
            follows_id=follows,
            remind_at=await remind_at_of(work, about.owner["owner_id"], starts_at) if step.remind else None,
            **step.model_dump(include={"subject", "note", "minutes"}),
            **about.as_values(),
        )
    )


async def plan_next(work: Work, activity: Activity, step: Step | None) -> str | None:
    """The step after an activity, about the same and its owner's; gives its id."""
    if step is None:
        return None
    owner = {"owner_id": activity.owner_id, "unit_id": activity.unit_id, "team_id": activity.team_id}
    about = Subjects(owner, activity.account_id, activity.contact_id)
    about.opportunity = await work.load(Opportunity, activity.opportunity_id)
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


async def remind_at_of(work: Work, owner_id: str | None, starts_at: datetime | None) -> datetime | None:
    """When its owner wants to be reminded, by his or her working hours; never of what has begun."""
    if starts_at is None or starts_at <= work.now or owner_id is None:
        return None
    owner = (
        await work.session.execute(
            select(User.remind_minutes, User.working_days, User.works_from, User.works_until, User.timezone).where(
                User.id == owner_id
            )
        )
    ).one()
    hours = WorkingHours.of(owner.working_days, owner.works_from, owner.works_until, owner.timezone)
    return reminder_before(starts_at, owner.remind_minutes, hours)


async def type_id_of(work: Work, key: str) -> str:
    """The id of a kind of activity. Raises `NotFound`."""
    found = await work.session.scalar(select(ActivityType.id).where(ActivityType.key == key))
    if found is None:
        raise NotFound(N_("There is no kind of activity “{key}” in your company."), key=key)
    return found
