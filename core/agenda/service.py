"""Activities: logged, planned, done, moved, cancelled."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field
from sqlalchemy import select

from core.agenda.models import Activity, ActivityType
from core.customers.models import Account, Contact
from core.customers.service import CreateAccount, CreateContact, create_account, create_contact
from core.documents.tying import DocumentIds, tie_to_activity
from core.errors import Invalid, NotFound, NotPermitted, invalid
from core.i18n import N_
from core.merge import given, merge
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, assign, new_ownership
from core.payloads import Cents, Currency, Day, IdField, Minutes, Moment, Name, Revision, ShortLine, Text
from core.people.models import Company, User
from core.policy import Permission
from core.records import Owned, new_id
from core.sales.models import Opportunity
from core.sales.service import Reason, move
from core.work import Work

Result300 = Annotated[str, Field(max_length=300)]


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


class About(OwnerGiven):
    """Whom and what an activity is about; a new account or contact may be made with it."""

    account_id: IdField | None = None
    new_account: Name | None = None
    contact_id: IdField | None = None
    new_contact: Name | None = None
    opportunity_id: IdField | None = None
    document_ids: DocumentIds = []
    """Files of one's own that came with it: what was said aloud."""


class StageChange(Payload):
    stage_id: IdField
    reason: Reason | None = None


class LogActivity(About):
    """Something that was done."""

    id: IdField | None = None
    type: ShortLine = "call"
    subject: Annotated[str, Field(max_length=300)] = ""
    note: Text = ""
    result: Result300 | None = None
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
    id: IdField
    note: Text | None = None
    result: Result300 | None = None
    starts_at: Moment | None = None
    minutes: Minutes | None = None
    next: Step | None = None
    move: StageChange | None = None


class RescheduleActivity(Payload):
    id: IdField
    day: Day | None = None
    starts_at: Moment | None = None
    minutes: Minutes | None = None


class EditActivity(Payload):
    id: IdField
    base: Revision | None = None
    type: ShortLine | None = None
    subject: Annotated[str, Field(max_length=300)] | None = None
    note: Text | None = None
    result: Result300 | None = None
    minutes: Minutes | None = None
    account_id: IdField | None = None
    contact_id: IdField | None = None
    opportunity_id: IdField | None = None


class CancelActivity(Payload):
    id: IdField
    result: Result300 | None = None


class AssignActivity(OwnerGiven):
    id: IdField


@operation("activity.log", Permission.ACTIVITY_EDIT)
async def log_activity(work: Work, payload: LogActivity) -> Result:
    """Something done, with what comes of it: the next step, the opportunity's new stage or amount – one operation."""
    about = await _about(work, payload)
    day, starts_at = _when(work, payload.day, payload.starts_at, default=work.at)
    activity = await work.add(
        Activity(
            id=payload.id or new_id(),
            type_id=await _type_id(work, payload.type),
            state=ActivityState.DONE.value,
            day=day,
            starts_at=starts_at,
            done_at=starts_at or work.at,
            **payload.model_dump(include={"subject", "note", "result", "minutes"}),
            **about.as_values(),
        )
    )
    await tie_to_activity(work, payload.document_ids, activity)
    result = {"id": activity.id, **about.as_result()}
    result["next_id"] = await _plan_next(work, activity, payload.next)
    result["moved"] = await _follow_through(work, about.opportunity, payload.move)
    if payload.amount is not None and about.opportunity is not None:
        await merge(
            work,
            await work.edit(Opportunity, about.opportunity.id),
            {"amount": payload.amount, "currency": payload.currency or about.opportunity.currency},
            None,
        )
    return result


@operation("activity.plan", Permission.ACTIVITY_EDIT)
async def plan_activity(work: Work, payload: PlanActivity) -> Result:
    """Something to do, on a day or at an hour, with a reminder before an hour."""
    about = await _about(work, payload)
    activity = await _plan(work, payload, about)
    await tie_to_activity(work, payload.document_ids, activity)
    return {"id": activity.id, **about.as_result()}


@operation("activity.complete", Permission.ACTIVITY_EDIT)
async def complete_activity(work: Work, payload: CompleteActivity) -> Result:
    """A planned activity was done: its result, and the next step with it."""
    activity = await work.edit(Activity, payload.id)
    if activity.state == ActivityState.DONE:
        raise Invalid(N_("This is already done."))
    day, starts_at = _when(work, None, payload.starts_at, default=work.at)
    values = payload.model_dump(include={"note", "result", "minutes"}, exclude_none=True)
    work.change(
        activity,
        state=ActivityState.DONE.value,
        day=day,
        starts_at=payload.starts_at and starts_at,
        done_at=starts_at or work.at,
        remind_at=None,
        **values,
    )
    opportunity = await work.load(Opportunity, activity.opportunity_id)
    return {
        "id": activity.id,
        "account_id": activity.account_id,
        "opportunity_id": activity.opportunity_id,
        "next_id": await _plan_next(work, activity, payload.next),
        "moved": await _follow_through(work, opportunity, payload.move),
    }


@operation("activity.reschedule", Permission.ACTIVITY_EDIT)
async def reschedule_activity(work: Work, payload: RescheduleActivity) -> Result:
    """A planned activity goes to another day or hour."""
    activity = await work.edit(Activity, payload.id)
    if activity.state != ActivityState.PLANNED:
        raise Invalid(N_("Only what is planned can be moved."))
    if payload.day is None and payload.starts_at is None:
        raise invalid("day", N_("When? A day is needed."))
    day, starts_at = _when(work, payload.day, payload.starts_at)
    work.change(activity, day=day, starts_at=starts_at, remind_at=await _remind_at(work, activity.owner_id, starts_at))
    if payload.minutes is not None:
        work.change(activity, minutes=payload.minutes)
    return {"id": activity.id, "day": day.isoformat()}


@operation("activity.edit", Permission.ACTIVITY_EDIT)
async def edit_activity(work: Work, payload: EditActivity) -> Result:
    """Changes what the payload names; a finished one only where the company's setting allows it."""
    activity = await work.edit(Activity, payload.id)
    if activity.state == ActivityState.DONE:
        company = await work.load(Company, work.viewer.company_id)
        if company is not None and not company.finished_activities_editable:
            raise NotPermitted(N_("In your company what is done can no longer be edited."))
    wanted = given(payload, "type")
    for name in ("subject", "note"):
        if name in wanted:
            wanted[name] = wanted[name] or ""
    if payload.type:
        wanted["type_id"] = await _type_id(work, payload.type)
    for model, name in ((Account, "account_id"), (Contact, "contact_id"), (Opportunity, "opportunity_id")):
        if wanted.get(name):
            await work.see(model, wanted[name])
    return {"id": activity.id, "conflicts": await merge(work, activity, wanted, payload.base)}


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


@operation("activity.assign", Permission.ACTIVITY_EDIT)
async def assign_activity(work: Work, payload: AssignActivity) -> Result:
    """Gives the activity to another agent or team."""
    activity = await work.edit(Activity, payload.id)
    values = payload.model_dump(exclude_unset=True, exclude={"id"})
    # An activity stands in its account's unit, whoever does it.
    await assign(
        work,
        activity,
        AssignActivity.model_validate({"id": payload.id, "unit_id": activity.unit_id, **values}),
    )
    work.change(activity, remind_at=await _remind_at(work, activity.owner_id, activity.starts_at))
    return {"id": activity.id}


class _Subjects:
    """What an activity turned out to be about."""

    def __init__(self, owner: dict[str, str | None], account: str | None, contact: str | None) -> None:
        self.owner, self.account_id, self.contact_id = owner, account, contact
        self.opportunity: Opportunity | None = None
        self.created: list[str] = []

    def as_values(self) -> dict[str, str | None]:
        return {
            "account_id": self.account_id,
            "contact_id": self.contact_id,
            "opportunity_id": self.opportunity.id if self.opportunity else None,
            **self.owner,
        }

    def as_result(self) -> Result:
        subjects = ("account_id", "contact_id", "opportunity_id")
        return {**{name: self.as_values()[name] for name in subjects}, "created": self.created}


async def _about(work: Work, payload: About) -> _Subjects:
    opportunity = await work.see(Opportunity, payload.opportunity_id) if payload.opportunity_id else None
    account = await work.see(Account, payload.account_id) if payload.account_id else None
    if account is None and opportunity is not None:
        # Who works on an opportunity may not see its account; what is done belongs to both all the same.
        account = await work.load(Account, opportunity.account_id)
    created = []
    if account is None and payload.new_account:
        made = await create_account(work, CreateAccount(name=payload.new_account))
        account = await work.see(Account, made["id"])
        created.append("account")
    contact = await work.see(Contact, payload.contact_id) if payload.contact_id else None
    contact_id = contact.id if contact else None
    if contact is None and payload.new_contact:
        at = account.id if account is not None else None
        made = await create_contact(work, CreateContact(name=payload.new_contact, account_id=at))
        contact_id = made["id"]
        created.append("contact")
    beside: Owned | None = account or opportunity or contact
    ownership = await new_ownership(work, payload, beside=beside)
    owner = ownership.as_values()
    if payload.unit_id is None:
        # What is about nobody is its owner's alone; what is about an account is part of that account's history.
        owner["unit_id"] = beside.unit_id if beside is not None else None
    subjects = _Subjects(owner, account.id if account else None, contact_id)
    subjects.opportunity, subjects.created = opportunity, created
    return subjects


async def _plan(work: Work, step: Step, about: _Subjects, follows: str | None = None) -> Activity:
    if step.day is None and step.starts_at is None:
        raise invalid("day", N_("When? A day is needed."))
    day, starts_at = _when(work, step.day, step.starts_at)
    return await work.add(
        Activity(
            id=step.id or new_id(),
            type_id=await _type_id(work, step.type),
            state=ActivityState.PLANNED.value,
            day=day,
            starts_at=starts_at,
            follows_id=follows,
            remind_at=await _remind_at(work, about.owner["owner_id"], starts_at) if step.remind else None,
            **step.model_dump(include={"subject", "note", "minutes"}),
            **about.as_values(),
        )
    )


async def _plan_next(work: Work, activity: Activity, step: Step | None) -> str | None:
    if step is None:
        return None
    owner = {"owner_id": activity.owner_id, "unit_id": activity.unit_id, "team_id": activity.team_id}
    about = _Subjects(owner, activity.account_id, activity.contact_id)
    about.opportunity = await work.load(Opportunity, activity.opportunity_id)
    return (await _plan(work, step, about, follows=activity.id)).id


async def _follow_through(work: Work, opportunity: Opportunity | None, change: StageChange | None) -> Result | None:
    if change is None:
        return None
    if opportunity is None:
        raise invalid("opportunity_id", N_("Which opportunity? One is needed to move it."))
    return await move(work, await work.edit(Opportunity, opportunity.id), change.stage_id, change.reason)


def _when(
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


async def _remind_at(work: Work, owner_id: str | None, starts_at: datetime | None) -> datetime | None:
    """When its owner wants to be reminded; never of what has begun."""
    if starts_at is None or starts_at <= work.now or owner_id is None:
        return None
    minutes = await work.session.scalar(select(User.remind_minutes).where(User.id == owner_id))
    return starts_at - timedelta(minutes=minutes or 0)


async def _type_id(work: Work, key: str) -> str:
    found = await work.session.scalar(select(ActivityType.id).where(ActivityType.key == key))
    if found is None:
        raise NotFound(N_("There is no kind of activity “{key}” in your company."), key=key)
    return found
