"""Pipelines, their stages, and activity types: what a company sets up."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints
from sqlalchemy import func, select

from core.agenda.models import ActivityType
from core.database import Base
from core.errors import invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.own_words import OwnWords, written
from core.payloads import IdField, Name, ShortLine, ShortName
from core.people.service import Language
from core.policy import Permission
from core.records import new_id
from core.sales.models import Opportunity, Pipeline, Stage
from core.sales.service import Probability, StageOutcome
from core.work import Work

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Position = Annotated[int, Field(ge=0, le=1000)]
Names = dict[Language, ShortLine]
REQUIRABLE = frozenset({"amount", "expected_close", "account_id", "contact_id", "notes"})


class CreatePipeline(Payload):
    id: IdField | None = None
    name: Name
    names: Names = {}
    position: Position = 0
    like: IdField | None = None
    """Another pipeline: the new one begins with the same stages."""


class EditPipeline(Payload):
    id: IdField
    name: Name
    names: Names = {}


class StageGiven(Payload):
    name: ShortName | None = None
    names: Names = {}
    """The name in other languages; taken only with a `name`."""
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
    names: Names = {}
    position: Position = 0


class EditActivityType(Payload):
    id: IdField
    name: ShortName | None = None
    names: Names = {}
    position: Position | None = None


@operation("pipeline.create", Permission.COMPANY_MANAGE)
async def create_pipeline(work: Work, payload: CreatePipeline) -> Result:
    """A pipeline, without stages yet or with those of another."""
    name = worded(Pipeline, payload.name, payload.names)
    pipeline = await work.add(Pipeline(id=payload.id or new_id(), name=name, position=payload.position))
    if payload.like is not None:
        like = await work.see(Pipeline, payload.like)
        stages = await work.session.scalars(
            select(Stage).where(Stage.pipeline_id == like.id, Stage.archived_at.is_(None)).order_by(Stage.position)
        )
        for stage in list(stages):
            values = {
                one: getattr(stage, one)
                for one in ("key", "name", "outcome", "probability", "position", "required_fields")
            }
            await work.add(Stage(pipeline_id=pipeline.id, **values))
    return {"id": pipeline.id}


@operation("pipeline.edit", Permission.COMPANY_MANAGE)
async def edit_pipeline(work: Work, payload: EditPipeline) -> Result:
    """Another name."""
    pipeline = await work.see(Pipeline, payload.id)
    work.change(pipeline, name=worded(Pipeline, payload.name, payload.names))
    return {"id": pipeline.id}


@operation("stage.create", Permission.COMPANY_MANAGE)
async def create_stage(work: Work, payload: CreateStage) -> Result:
    """A stage of a pipeline."""
    await work.see(Pipeline, payload.pipeline_id)
    values = payload.model_dump(exclude={"id", "required_fields", "name", "names"}, mode="json")
    name, required = worded(Stage, payload.name, payload.names), _required(payload)
    stage = await work.add(Stage(id=payload.id or new_id(), **values, name=name, required_fields=required))
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
        await require_a_way(work, stage, payload.outcome)
    _required(payload)
    values = payload.model_dump(exclude_none=True, exclude={"id", "name", "names"}, mode="json")
    work.change(stage, **values, **_renamed(Stage, payload.name, payload.names))
    return {"id": stage.id}


@operation("activity_type.create", Permission.COMPANY_MANAGE)
async def create_activity_type(work: Work, payload: CreateActivityType) -> Result:
    """Another kind of thing that the company's people do."""
    name = worded(ActivityType, payload.name, payload.names)
    values = {"id": payload.id or new_id(), "key": payload.key, "position": payload.position}
    made = await work.add(ActivityType(**values, name=name))
    return {"id": made.id}


@operation("activity_type.edit", Permission.COMPANY_MANAGE)
async def edit_activity_type(work: Work, payload: EditActivityType) -> Result:
    """Another name or place in the list."""
    changed = await work.see(ActivityType, payload.id)
    values = payload.model_dump(exclude_none=True, exclude={"id", "name", "names"})
    work.change(changed, **values, **_renamed(ActivityType, payload.name, payload.names))
    return {"id": changed.id}


def worded(model: type[Base], name: str, names: Mapping[Language, str]) -> str:
    """The name in all its languages, for a column of `model`. Raises `Invalid` where they do not fit in together."""
    whole = OwnWords.of(name, {language.value: other for language, other in names.items()})
    room: int = model.__mapper__.columns["name"].type.length  # type: ignore[attr-defined]
    if len(written(whole)) > room:
        raise invalid("name", N_("The names are too long: together they have {n} characters."), n=room - 4)
    return whole


async def require_a_way(work: Work, without: Stage, instead: str | None = None) -> None:
    """Raises `Invalid` unless a pipeline has an open, a won and a lost stage though `without` became something else."""
    outcomes = {instead} | set(
        await work.session.scalars(
            select(Stage.outcome).where(
                Stage.pipeline_id == without.pipeline_id, Stage.id != without.id, Stage.archived_at.is_(None)
            )
        )
    )
    if without.outcome != StageOutcome.POSTPONED and without.outcome not in outcomes:
        raise invalid("outcome", N_("A pipeline needs a stage of each kind: open, won, lost."))


def _renamed(model: type[Base], name: str | None, names: Mapping[Language, str]) -> dict[str, str]:
    return {} if name is None else {"name": worded(model, name, names)}


def _required(payload: StageGiven) -> list[str]:
    unknown = set(payload.required_fields or ()) - REQUIRABLE
    if unknown:
        raise invalid("required_fields", N_("There is no such field."))
    return payload.required_fields or []
