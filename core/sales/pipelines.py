"""Pipelines, their stages, and activity types: what a company sets up."""

from typing import Annotated

from pydantic import Field, StringConstraints
from sqlalchemy import func, select

from core.agenda.models import ActivityType
from core.errors import invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField, Name, ShortName
from core.policy import Permission
from core.records import new_id
from core.sales.models import Opportunity, Pipeline, Stage
from core.sales.service import Probability, StageOutcome
from core.work import Work

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Position = Annotated[int, Field(ge=0, le=1000)]
REQUIRABLE = frozenset({"amount", "expected_close", "account_id", "contact_id", "notes"})


class CreatePipeline(Payload):
    id: IdField | None = None
    name: Name
    position: Position = 0


class StageGiven(Payload):
    name: ShortName | None = None
    outcome: StageOutcome | None = None
    probability: Probability | None = None
    position: Position | None = None
    required_fields: list[str] | None = None


class CreateStage(StageGiven):
    id: IdField | None = None
    pipeline_id: IdField
    key: Key
    name: ShortName
    outcome: StageOutcome = StageOutcome.OPEN
    probability: Probability = 0
    position: Position = 0


class EditStage(StageGiven):
    id: IdField


class CreateActivityType(Payload):
    id: IdField | None = None
    key: Key
    name: ShortName
    position: Position = 0


class EditActivityType(Payload):
    id: IdField
    name: ShortName | None = None
    position: Position | None = None


@operation("pipeline.create", Permission.COMPANY_MANAGE)
async def create_pipeline(work: Work, payload: CreatePipeline) -> Result:
    """A pipeline without stages yet."""
    pipeline = await work.add(Pipeline(id=payload.id or new_id(), name=payload.name, position=payload.position))
    return {"id": pipeline.id}


@operation("stage.create", Permission.COMPANY_MANAGE)
async def create_stage(work: Work, payload: CreateStage) -> Result:
    """A stage of a pipeline."""
    await work.see(Pipeline, payload.pipeline_id)
    stage = await work.add(
        Stage(
            id=payload.id or new_id(),
            **payload.model_dump(exclude={"id", "required_fields"}, mode="json"),
            required_fields=_required(payload),
        )
    )
    return {"id": stage.id}


@operation("stage.edit", Permission.COMPANY_MANAGE)
async def edit_stage(work: Work, payload: EditStage) -> Result:
    """Another name, place, probability or outcome; the outcome only while no opportunity is in it."""
    stage = await work.see(Stage, payload.id)
    if payload.outcome not in (None, stage.outcome):
        used = await work.session.scalar(
            select(func.count()).select_from(Opportunity).where(Opportunity.stage_id == stage.id)
        )
        if used:
            raise invalid("outcome", N_("Opportunities are in this stage: move them first."))
    _required(payload)
    work.change(stage, **payload.model_dump(exclude_none=True, exclude={"id"}, mode="json"))
    return {"id": stage.id}


@operation("activity_type.create", Permission.COMPANY_MANAGE)
async def create_activity_type(work: Work, payload: CreateActivityType) -> Result:
    """Another kind of thing that the company's people do."""
    made = await work.add(ActivityType(**payload.model_dump(exclude={"id"}), id=payload.id or new_id()))
    return {"id": made.id}


@operation("activity_type.edit", Permission.COMPANY_MANAGE)
async def edit_activity_type(work: Work, payload: EditActivityType) -> Result:
    """Another name or place in the list."""
    changed = await work.see(ActivityType, payload.id)
    work.change(changed, **payload.model_dump(exclude_none=True, exclude={"id"}))
    return {"id": changed.id}


def _required(payload: StageGiven) -> list[str]:
    unknown = set(payload.required_fields or ()) - REQUIRABLE
    if unknown:
        raise invalid("required_fields", N_("There is no such field."))
    return payload.required_fields or []
