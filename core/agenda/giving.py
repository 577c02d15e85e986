"""An activity, or many, given to somebody else: all of them or none."""

from typing import Any

from core.agenda.changing import refuse_finished
from core.agenda.models import Activity
from core.agenda.steps import ActivityState, remind_at_of
from core.customers.giving import GiveMany
from core.operations import Result, operation
from core.ownership import OwnerGiven, assign
from core.payloads import IdField
from core.people.models import User
from core.policy import Permission
from core.work import Work


class AssignActivity(OwnerGiven):
    id: IdField


@operation("activity.assign", Permission.ACTIVITY_EDIT)
async def assign_activity(work: Work, payload: AssignActivity) -> Result:
    """Gives the activity to another agent or team."""
    activity = await work.edit(Activity, payload.id)
    await _give(work, activity, payload.model_dump(exclude_unset=True, exclude={"id"}))
    return {"id": activity.id, "day": activity.day.isoformat()}


@operation("activity.assign_many", Permission.RECORD_ASSIGN)
async def assign_activities(work: Work, payload: GiveMany) -> Result:
    """Gives all of these activities to a colleague. Each stays in its account's unit."""
    ids = list(dict.fromkeys(payload.ids))
    for activity_id in ids:
        await _give(work, await work.edit(Activity, activity_id), {"owner_id": payload.owner_id})
    owner = await work.load(User, payload.owner_id)
    return {"count": len(ids), "name": owner.name if owner else None}


async def _give(work: Work, activity: Activity, values: dict[str, Any]) -> None:
    await refuse_finished(work, activity)
    # An activity stands in its account's unit, whoever does it.
    await assign(work, activity, OwnerGiven.model_validate({"unit_id": activity.unit_id, **values}))
    if activity.state == ActivityState.PLANNED:
        work.change(activity, remind_at=await remind_at_of(work, activity.owner_id, activity.starts_at))
