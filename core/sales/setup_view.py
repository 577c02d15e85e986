"""What a company sells and works by – pipelines, stages, kinds of activity –, for who sets it up."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import ActivityType
from core.errors import NotFound
from core.i18n import LOCALES, Translator, translator
from core.policy import Permission, Viewer, require
from core.sales.models import Opportunity, Pipeline, Stage
from core.sales.opportunity_filters import OUTCOMES
from core.standard_names import activity_type_name, pipeline_name, stage_name

View = dict[str, Any]


async def pipeline_list(session: AsyncSession, viewer: Viewer, translate: Translator) -> View:
    """Every pipeline with its stages, those put away last. Raises `NotPermitted`."""
    require(viewer, Permission.COMPANY_MANAGE)
    stages: dict[str, list[View]] = {}
    for one in await session.scalars(select(Stage).order_by(Stage.position, Stage.id)):
        stages.setdefault(one.pipeline_id, []).append(_stage(one, translate))
    found = await session.scalars(
        select(Pipeline).order_by(Pipeline.archived_at.is_not(None), Pipeline.position, Pipeline.id)
    )
    return {
        "pipelines": [
            {
                "id": one.id,
                "name": pipeline_name(one.name, translate),
                "archived": one.archived_at is not None,
                "stages": [stage for stage in stages.get(one.id, []) if not stage["archived"]],
                "put_away": [stage for stage in stages.get(one.id, []) if stage["archived"]],
            }
            for one in found
        ]
    }


async def pipeline(session: AsyncSession, viewer: Viewer, pipeline_id: str) -> View:
    """One pipeline's names, for its form. Raises `NotPermitted`, `NotFound`."""
    require(viewer, Permission.COMPANY_MANAGE)
    found = await session.scalar(select(Pipeline).where(Pipeline.id == pipeline_id))
    if found is None:
        raise NotFound
    return {"id": found.id, "names": {one: pipeline_name(found.name, translator(one)) for one in LOCALES}}


async def stage(session: AsyncSession, viewer: Viewer, stage_id: str) -> View:
    """One stage, for its form. Raises `NotPermitted`, `NotFound`."""
    require(viewer, Permission.COMPANY_MANAGE)
    found = await session.scalar(select(Stage).where(Stage.id == stage_id))
    if found is None:
        raise NotFound
    used = await session.scalar(select(func.count()).select_from(Opportunity).where(Opportunity.stage_id == stage_id))
    return {
        "id": found.id,
        "pipeline_id": found.pipeline_id,
        "names": {one: stage_name(found.key, found.name, translator(one)) for one in LOCALES},
        "outcome": found.outcome,
        "probability": found.probability,
        "archived": found.archived_at is not None,
        "used": used or 0,
    }


async def activity_type_list(session: AsyncSession, viewer: Viewer, translate: Translator) -> View:
    """The kinds of activity in their order, those put away apart. Raises `NotPermitted`."""
    require(viewer, Permission.COMPANY_MANAGE)
    rows = await session.scalars(select(ActivityType).order_by(ActivityType.position, ActivityType.key))
    found = [
        {
            "id": one.id,
            "key": one.key,
            "name": activity_type_name(one.key, one.name, translate),
            "archived": one.archived_at is not None,
        }
        for one in rows
    ]
    return {
        "types": [one for one in found if not one["archived"]],
        "away": [one for one in found if one["archived"]],
    }


async def activity_type(session: AsyncSession, viewer: Viewer, type_id: str) -> View:
    """One kind of activity, for its form. Raises `NotPermitted`, `NotFound`."""
    require(viewer, Permission.COMPANY_MANAGE)
    found = await session.scalar(select(ActivityType).where(ActivityType.id == type_id))
    if found is None:
        raise NotFound
    names = {one: activity_type_name(found.key, found.name, translator(one)) for one in LOCALES}
    names = {one: name[:1].upper() + name[1:] for one, name in names.items()}
    return {"id": found.id, "names": names, "archived": found.archived_at is not None}


def _stage(one: Stage, translate: Translator) -> View:
    return {
        "id": one.id,
        "name": stage_name(one.key, one.name, translate),
        "outcome": one.outcome,
        "outcome_name": translate(OUTCOMES[one.outcome]),
        "probability": one.probability,
        "archived": one.archived_at is not None,
    }
