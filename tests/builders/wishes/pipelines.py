"""What somebody of the cast may wish of pipelines, stages, kinds of activities."""

from sqlalchemy import select

from core.agenda.models import ActivityType
from core.database import reading
from core.records import new_id
from core.sales.models import Pipeline, Stage
from tests.builders.cast import Firm
from tests.builders.wishes.registry import Wish, wish


@wish("pipeline.create")
async def _create_pipeline(firm: Firm) -> Wish:
    return "admin", {"name": "Services", "position": 1}


@wish("stage.create")
async def _create_stage(firm: Firm) -> Wish:
    return "admin", {"pipeline_id": firm.pipeline_id, "key": f"s_{new_id()[-8:]}", "name": "Trial", "outcome": "open"}


@wish("stage.edit")
async def _edit_stage(firm: Firm) -> Wish:
    return "admin", {"id": firm.stages["proposal"], "name": "Offer", "probability": 60, "required_fields": ["amount"]}


@wish("activity_type.create")
async def _create_activity_type(firm: Firm) -> Wish:
    return "admin", {"key": f"t_{new_id()[-8:]}", "name": "Lunch"}


@wish("activity_type.edit")
async def _edit_activity_type(firm: Firm) -> Wish:
    return "admin", {"id": firm.types["call"], "name": "Phone call", "position": 9}


@wish("pipeline.edit")
async def _edit_pipeline(firm: Firm) -> Wish:
    return "admin", {"id": firm.pipeline_id, "name": "Ventas directas", "names": {"en": "Direct sales"}}


@wish("pipeline.create")
async def _create_like_pipeline(firm: Firm) -> Wish:
    return "admin", {"name": "Services", "names": {"es": "Servicios"}, "position": 1, "like": firm.pipeline_id}


@wish("pipeline.arrange")
async def _arrange_pipelines(firm: Firm) -> Wish:
    another = await firm.do("pipeline.create", {"name": "Services", "position": 9}, "admin")
    async with reading(firm.company_id) as session:
        there = await session.scalars(
            select(Pipeline.id).where(Pipeline.id != another["id"], Pipeline.archived_at.is_(None))
        )
        return "admin", {"ids": [another["id"], *there]}


@wish("pipeline.archive")
async def _archive_pipeline(firm: Firm) -> Wish:
    another = await firm.do("pipeline.create", {"name": "Services", "position": 9}, "admin")
    return "admin", {"id": another["id"]}


@wish("pipeline.archive")
async def _bring_pipeline_back(firm: Firm) -> Wish:
    who, payload = await _archive_pipeline(firm)
    await firm.do("pipeline.archive", payload, who)
    return who, {**payload, "archived": False}


@wish("stage.arrange")
async def _arrange_stages(firm: Firm) -> Wish:
    async with reading(firm.company_id) as session:
        found = await session.scalars(
            select(Stage.id)
            .where(Stage.pipeline_id == firm.pipeline_id, Stage.archived_at.is_(None))
            .order_by(Stage.position.desc(), Stage.id)
        )
        return "admin", {"pipeline_id": firm.pipeline_id, "ids": list(found)}


@wish("stage.archive")
async def _archive_stage(firm: Firm) -> Wish:
    given = {"pipeline_id": firm.pipeline_id, "key": f"s_{new_id()[-8:]}", "name": "Trial", "outcome": "open"}
    return "admin", {"id": (await firm.do("stage.create", given, "admin"))["id"]}


@wish("stage.edit")
async def _rename_stage(firm: Firm) -> Wish:
    return "admin", {"id": firm.stages["proposal"], "name": "Propuesta firme", "names": {"en": "Firm offer"}}


@wish("activity_type.arrange")
async def _arrange_activity_types(firm: Firm) -> Wish:
    async with reading(firm.company_id) as session:
        found = await session.scalars(
            select(ActivityType.id)
            .where(ActivityType.archived_at.is_(None))
            .order_by(ActivityType.position.desc(), ActivityType.id)
        )
        return "admin", {"ids": list(found)}


@wish("activity_type.archive")
async def _archive_activity_type(firm: Firm) -> Wish:
    return "admin", {"id": firm.types["presentation"]}
