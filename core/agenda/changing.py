"""What becomes of an activity before it is done, or after: it goes to another hour, is corrected."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Never

from pydantic import Field
from sqlalchemy import select

from core.agenda.models import Activity
from core.agenda.service import ResultWords
from core.agenda.steps import (
    ActivityState,
    RemindBefore,
    remind_at_moved,
    remind_at_of,
    reminded_before,
    type_id_of,
    when_of,
)
from core.customers.models import Account, Contact
from core.errors import Conflict, FinishedIsKept, Invalid, Marked, invalid
from core.i18n import N_
from core.merge import given, merge, weigh
from core.operations import Payload, Result, operation
from core.payloads import Day, IdField, Minutes, Moment, Revision, ShortLine, Text
from core.people.models import Company, User
from core.policy import Permission
from core.sales.models import Opportunity
from core.work import Work


class RescheduleActivity(Payload):
    id: IdField
    base: Revision | None = None
    day: Day | None = None
    starts_at: Moment | None = None
    minutes: Minutes | None = None


class EditActivity(Payload):
    id: IdField
    base: Revision | None = None
    type: ShortLine | None = None
    subject: Annotated[str, Field(max_length=300)] | None = None
    note: Text | None = None
    result: ResultWords | None = None
    day: Day | None = None
    starts_at: Moment | None = None
    minutes: Minutes | None = None
    remind: bool | None = None
    remind_before: RemindBefore | None = None
    account_id: IdField | None = None
    contact_id: IdField | None = None
    opportunity_id: IdField | None = None


@operation("activity.reschedule", Permission.ACTIVITY_EDIT)
async def reschedule_activity(work: Work, payload: RescheduleActivity) -> Result:
    """A planned activity goes to another day or hour; refused where somebody else moved it since `base`."""
    activity = await work.edit(Activity, payload.id)
    if payload.day is None and payload.starts_at is None:
        raise invalid("day", N_("When? A day is needed."))
    day = await _move(work, activity, payload)
    if payload.minutes is not None:
        work.change(activity, minutes=payload.minutes)
    return {"id": activity.id, "day": day.isoformat()}


@operation("activity.edit", Permission.ACTIVITY_EDIT)
async def edit_activity(work: Work, payload: EditActivity) -> Result:
    """Changes what the payload names; a finished one only where the company's setting allows it."""
    activity = await work.edit(Activity, payload.id)
    await refuse_finished(work, activity)
    wanted = given(payload, "type", "day", "starts_at", "remind", "remind_before")
    for name in ("subject", "note"):
        if name in wanted:
            wanted[name] = wanted[name] or ""
    if payload.type:
        wanted["type_id"] = await type_id_of(work, payload.type)
    for model, name in ((Account, "account_id"), (Contact, "contact_id"), (Opportunity, "opportunity_id")):
        if wanted.get(name):
            await work.see(model, wanted[name])
    if payload.day is not None or payload.starts_at is not None:
        await _move(work, activity, payload)
    await _remind(work, activity, payload)
    return {"id": activity.id, "conflicts": await merge(work, activity, wanted, payload.base)}


async def refuse_finished(work: Work, activity: Activity) -> None:
    """Refuses what is done, where the company keeps that as it is. Raises `FinishedIsKept`."""
    if activity.state != ActivityState.DONE:
        return
    company = await work.load(Company, work.viewer.company_id)
    if company is not None and not company.finished_activities_editable:
        raise FinishedIsKept


async def _move(work: Work, activity: Activity, payload: RescheduleActivity | EditActivity) -> date:
    """Puts the activity where the payload says, with its reminder; gives the day."""
    day, starts_at = when_of(work, payload.day, payload.starts_at)
    if (day, starts_at) == (activity.day, activity.starts_at):
        return day
    if activity.state != ActivityState.PLANNED:
        raise Invalid(N_("Only what is planned can be moved."))
    weighed = await weigh(work, activity, {"day": day, "starts_at": starts_at}, payload.base)
    if len(weighed.settled) < len(("day", "starts_at")):
        # Somebody else moved it. A day and its hour are not merged: who meant to move it too is asked once more.
        if weighed.conflicting or any(value != getattr(activity, name) for name, value in weighed.settled.items()):
            await _refuse_moved(work, weighed.conflicting)
        return activity.day
    work.change(activity, remind_at=await remind_at_moved(work, activity, starts_at), day=day, starts_at=starts_at)
    return day


async def _refuse_moved(work: Work, conflicting: Mapping[str, str | None]) -> Never:
    other_id = next(filter(None, conflicting.values()), None)
    name = await work.session.scalar(select(User.name).where(User.id == other_id)) if other_id else None
    raise Conflict(N_("{name} has moved it meanwhile. Move it all the same?"), name=name or Marked(N_("somebody")))


async def _remind(work: Work, activity: Activity, payload: EditActivity) -> None:
    """Sets the reminder that was asked for, if it is another than there is."""
    before = payload.remind_before
    if payload.remind is False:
        work.change(activity, remind_at=None)
    elif (payload.remind and before is None) or before not in (None, reminded_before(activity)):
        work.change(activity, remind_at=await remind_at_of(work, activity.owner_id, activity.starts_at, before))
