"""Activities: logged, planned, done, cancelled. What becomes of one in between is in `changing`."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from core.agenda.models import Activity
from core.agenda.steps import ActivityState, Step, plan_next, plan_step, type_id_of, when_of
from core.agenda.subjects import About, subjects_of
from core.customers.models import Contact
from core.documents.tying import DocumentIds, tie_to_activity
from core.errors import Invalid, invalid
from core.i18n import N_
from core.merge import merge
from core.operations import Payload, Result, operation
from core.payloads import LONGEST_TEXT, Cents, Currency, Day, IdField, Minutes, Moment, ShortLine, Text
from core.policy import Permission
from core.records import new_id
from core.sales.lead_states import is_worked_on
from core.sales.models import Opportunity
from core.sales.service import Reason, move
from core.work import Work

ResultWords = Annotated[str, Field(max_length=300)]


class StageChange(Payload):
    stage_id: IdField
    reason: Reason | None = None


class LogActivity(About):
    """Something that was done."""

    id: IdField | None = None
    type: ShortLine = "call"
    subject: Annotated[str, Field(max_length=300)] = ""
    note: Text = ""
    result: ResultWords | None = None
    day: Day | None = None
    starts_at: Moment | None = None
    """When it began; without it and without a day: now."""
    minutes: Minutes | None = None
    next: Step | None = None
    move: StageChange | None = None
    amount: Cents | None = None
    """The opportunity's new amount, where it was spoken of."""
    currency: Currency | None = None


class PlanActivity(About, Step):
    """Something to do."""


class CompleteActivity(Payload):
    """What was planned was done, with everything that may be told of it."""

    id: IdField
    note: Text | None = None
    result: ResultWords | None = None
    day: Day | None = None
    starts_at: Moment | None = None
    """When it began; without it and without a day: as planned, where that is today and has come."""
    minutes: Minutes | None = None
    contact_id: IdField | None = None
    opportunity_id: IdField | None = None
    next: Step | None = None
    move: StageChange | None = None
    amount: Cents | None = None
    """The opportunity's new amount, where it was spoken of."""
    currency: Currency | None = None
    document_ids: DocumentIds = []
    """Files of one's own that came with it: what was said aloud."""


class CancelActivity(Payload):
    id: IdField
    result: ResultWords | None = None


@operation("activity.log", Permission.ACTIVITY_EDIT)
async def log_activity(work: Work, payload: LogActivity) -> Result:
    """Something done, with what comes of it: the next step, the opportunity's new stage or amount – one operation."""
    about = await subjects_of(work, payload)
    day, starts_at = when_of(work, payload.day, payload.starts_at, default=work.at)
    activity = await work.add(
        Activity(
            id=payload.id or new_id(),
            type_id=await type_id_of(work, payload.type),
            state=ActivityState.DONE.value,
            day=day,
            starts_at=starts_at,
            done_at=starts_at or work.at,
            **payload.model_dump(include={"subject", "note", "result", "minutes"}),
            **about.as_values(),
        )
    )
    await tie_to_activity(work, payload.document_ids, activity)
    await about.tie(work, activity.id)
    if about.lead is not None:
        is_worked_on(work, about.lead)
    result = {"id": activity.id, **about.as_result()}
    result["next_id"] = await plan_next(work, activity, payload.next, about.lead)
    result["moved"] = await _follow_through(work, about.opportunity, payload.move)
    await _revalue(work, about.opportunity, payload)
    return result


@operation("activity.plan", Permission.ACTIVITY_EDIT)
async def plan_activity(work: Work, payload: PlanActivity) -> Result:
    """Something to do, on a day or at an hour, with a reminder before an hour."""
    about = await subjects_of(work, payload)
    activity = await plan_step(work, payload, about)
    await tie_to_activity(work, payload.document_ids, activity)
    return {"id": activity.id, **about.as_result()}


@operation("activity.complete", Permission.ACTIVITY_EDIT)
async def complete_activity(work: Work, payload: CompleteActivity) -> Result:
    """A planned activity was done: its result, whom and what it was about, and the next step with it."""
    activity = await work.edit(Activity, payload.id)
    if activity.state == ActivityState.DONE:
        raise Invalid(N_("This is already done."))
    planned_for = (activity.starts_at or activity.day).isoformat()
    day, done_at = when_of(work, payload.day, payload.starts_at, default=work.at)
    for model, record_id in ((Contact, payload.contact_id), (Opportunity, payload.opportunity_id)):
        if record_id is not None:
            await work.see(model, record_id)
    told = {"result", "minutes", "contact_id", "opportunity_id"}
    values = payload.model_dump(include=told, exclude_none=True)
    work.change(
        activity,
        state=ActivityState.DONE.value,
        starts_at=payload.starts_at or _begun(work, activity, day),
        day=day,
        done_at=done_at or work.at,
        remind_at=None,
        note=_with_what_came_of_it(activity.note, payload.note),
        **values,
    )
    await tie_to_activity(work, payload.document_ids, activity)
    opportunity = await work.load(Opportunity, activity.opportunity_id)
    result = {
        "id": activity.id,
        "account_id": activity.account_id,
        "opportunity_id": activity.opportunity_id,
        "planned_for": planned_for,
        "next_id": await plan_next(work, activity, payload.next),
        "moved": await _follow_through(work, opportunity, payload.move),
    }
    await _revalue(work, opportunity, payload)
    return result


@operation("activity.cancel", Permission.ACTIVITY_EDIT)
async def cancel_activity(work: Work, payload: CancelActivity) -> Result:
    """A planned activity will not be done."""
    activity = await work.edit(Activity, payload.id)
    if activity.state != ActivityState.PLANNED:
        raise Invalid(N_("Only what is planned can be cancelled."))
    work.change(activity, state=ActivityState.CANCELLED.value, remind_at=None)
    if payload.result:
        work.change(activity, result=payload.result)
    return {"id": activity.id}


def _begun(work: Work, activity: Activity, day: date) -> datetime | None:
    """The hour that it was planned for, where it is done on that day and the hour has come."""
    has_come = activity.day == day and activity.starts_at is not None and activity.starts_at <= work.at
    return activity.starts_at if has_come else None


def _with_what_came_of_it(prepared: str, note: str | None) -> str:
    """What was noted for it stays above what is noted of it."""
    return "\n\n".join(dict.fromkeys(filter(None, (prepared, note))))[-LONGEST_TEXT:]


async def _follow_through(work: Work, opportunity: Opportunity | None, change: StageChange | None) -> Result | None:
    if change is None:
        return None
    if opportunity is None:
        raise invalid("opportunity_id", N_("Which opportunity? One is needed to move it."))
    return await move(work, await work.edit(Opportunity, opportunity.id), change.stage_id, change.reason)


async def _revalue(work: Work, opportunity: Opportunity | None, told: LogActivity | CompleteActivity) -> None:
    """The opportunity's new amount, where one was told."""
    if told.amount is None or opportunity is None:
        return
    worth = {"amount": told.amount, "currency": told.currency or opportunity.currency}
    await merge(work, await work.edit(Opportunity, opportunity.id), worth, None)
