"""The order of a company's own lists – pipelines, stages, kinds of activity –, and what is put away from them."""

from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, func, select

from core.agenda.models import ActivityType
from core.errors import Invalid, NotFound, invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.policy import Permission
from core.sales.models import Opportunity, Pipeline, Stage
from core.sales.pipelines import require_a_way
from core.work import Work

Order = Annotated[list[IdField], Field(min_length=1, max_length=200)]


class Arranged(Payload):
    ids: Order
    """All that are not put away, in their new order."""


class ArrangedStages(Arranged):
    pipeline_id: IdField


class PutAway(Payload):
    id: IdField
    archived: bool = True
    """False: it comes back."""


@operation("pipeline.arrange", Permission.COMPANY_MANAGE)
async def arrange_pipelines(work: Work, payload: Arranged) -> Result:
    """Another order of the pipelines; the first is the one that people see."""
    await _arrange(work, select(Pipeline).where(Pipeline.archived_at.is_(None)), payload.ids)
    return {"ids": payload.ids}


@operation("stage.arrange", Permission.COMPANY_MANAGE)
async def arrange_stages(work: Work, payload: ArrangedStages) -> Result:
    """Another order of a pipeline's stages."""
    pipeline = await work.see(Pipeline, payload.pipeline_id)
    stages = select(Stage).where(Stage.pipeline_id == pipeline.id, Stage.archived_at.is_(None))
    await _arrange(work, stages, payload.ids)
    return {"pipeline_id": pipeline.id, "ids": payload.ids}


@operation("activity_type.arrange", Permission.COMPANY_MANAGE)
async def arrange_activity_types(work: Work, payload: Arranged) -> Result:
    """Another order of the kinds of activity."""
    await _arrange(work, select(ActivityType).where(ActivityType.archived_at.is_(None)), payload.ids)
    return {"ids": payload.ids}


@operation("pipeline.archive", Permission.COMPANY_MANAGE)
async def archive_pipeline(work: Work, payload: PutAway) -> Result:
    """Puts a pipeline away, or brings it back: one without open opportunities, and not the last."""
    pipeline = await work.see(Pipeline, payload.id)
    if payload.archived:
        still_open = select(Opportunity.id).where(
            Opportunity.pipeline_id == pipeline.id, Opportunity.outcome.in_(("open", "postponed"))
        )
        await _require_empty(work, still_open)
        others = select(Pipeline.id).where(Pipeline.id != pipeline.id, Pipeline.archived_at.is_(None))
        if await work.session.scalar(others.limit(1)) is None:
            raise Invalid(N_("This is the last one."))
    work.change(pipeline, archived_at=(pipeline.archived_at or work.now) if payload.archived else None)
    return {"id": pipeline.id}


@operation("stage.archive", Permission.COMPANY_MANAGE)
async def archive_stage(work: Work, payload: PutAway) -> Result:
    """Puts a stage away, or brings it back: one that nothing is in, and that its pipeline can do without."""
    stage = await work.see(Stage, payload.id)
    if payload.archived:
        await _require_empty(work, select(Opportunity.id).where(Opportunity.stage_id == stage.id))
        await require_a_way(work, stage)
    work.change(stage, archived_at=(stage.archived_at or work.now) if payload.archived else None)
    return {"id": stage.id, "pipeline_id": stage.pipeline_id}


@operation("activity_type.archive", Permission.COMPANY_MANAGE)
async def archive_activity_type(work: Work, payload: PutAway) -> Result:
    """Nobody logs or plans more of the kind, or they do again; what there is stays what it is."""
    kind = await work.see(ActivityType, payload.id)
    if payload.archived:
        others = await work.session.scalar(
            select(func.count())
            .select_from(ActivityType)
            .where(ActivityType.id != kind.id, ActivityType.archived_at.is_(None))
        )
        if not others:
            raise Invalid(N_("This is the last one."))
    work.change(kind, archived_at=(kind.archived_at or work.now) if payload.archived else None)
    return {"id": kind.id}


async def _arrange(work: Work, statement: Any, ids: list[str]) -> None:
    """Each gets its place in `ids`; somebody who arranged an older list is told."""
    found = {one.id: one for one in await work.session.scalars(statement.with_for_update())}
    if not found.keys() & set(ids):
        raise NotFound
    if sorted(ids) != sorted(found):
        raise invalid("ids", N_("The list has changed meanwhile: look at it again."))
    for position, one in enumerate(ids):
        work.change(found[one], position=position)


async def _require_empty(work: Work, statement: Select[str]) -> None:
    if await work.session.scalar(statement.where(Opportunity.archived_at.is_(None)).limit(1)) is not None:
        raise Invalid(N_("Opportunities are in it: move them first."))
