"""What a company sets up: in an order, put away when nothing is in it, never without a way to win or lose."""

import pytest
from sqlalchemy import select

from core.agenda.activity_view import kinds
from core.database import reading
from core.errors import Invalid, NotFound
from core.i18n import translator
from core.records import new_id
from core.sales.models import Stage
from core.sales.queries import pipelines
from tests.builders.cast import Firm
from tests.builders.wishes import wish_for


async def _stages(firm: Firm) -> list[str]:
    async with reading(firm.company_id) as session:
        return [stage["key"] for stage in (await pipelines(session))[0]["stages"]]


async def test_stages_stand_in_the_order_that_they_were_given(firm: Firm) -> None:
    before = await _stages(firm)
    who, payload = await wish_for(firm, "stage.arrange")
    await firm.do("stage.arrange", payload, who)
    assert await _stages(firm) == before[::-1]


async def test_an_order_of_a_list_that_has_changed_is_refused(firm: Firm) -> None:
    who, payload = await wish_for(firm, "stage.arrange")
    for ids in (payload["ids"][1:], [*payload["ids"][1:], payload["ids"][1]]):
        with pytest.raises(Invalid):
            await firm.do("stage.arrange", {**payload, "ids": ids}, who)
    with pytest.raises(NotFound):
        await firm.do("stage.arrange", {**payload, "ids": [new_id()]}, who)


async def test_a_stage_with_opportunities_is_not_put_away(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]})
    with pytest.raises(Invalid, match="move them first"):
        await firm.do("stage.archive", {"id": firm.stages["proposal"]}, "admin")
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["negotiation"]})
    await firm.do("stage.archive", {"id": firm.stages["proposal"]}, "admin")
    assert "proposal" not in await _stages(firm)
    with pytest.raises(NotFound):
        await firm.do("opportunity.create", {"title": "x", "stage_id": firm.stages["proposal"]})
    with pytest.raises(NotFound):
        await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]})
    await firm.do("stage.archive", {"id": firm.stages["proposal"], "archived": False}, "admin")
    assert "proposal" in await _stages(firm)


@pytest.mark.parametrize("key", ["won", "lost"])
async def test_a_pipeline_keeps_a_stage_of_each_kind(firm: Firm, key: str) -> None:
    with pytest.raises(Invalid):
        await firm.do("stage.archive", {"id": firm.stages[key]}, "admin")
    with pytest.raises(Invalid) as refusal:
        await firm.do("stage.edit", {"id": firm.stages[key], "outcome": "open"}, "admin")
    assert "outcome" in refusal.value.fields


async def test_a_pipeline_begins_with_the_stages_of_another(firm: Firm) -> None:
    made = await firm.do("pipeline.create", {"name": "Services", "position": 5, "like": firm.pipeline_id}, "admin")
    async with reading(firm.company_id) as session:
        keys = set(await session.scalars(select(Stage.key).where(Stage.pipeline_id == made["id"])))
    assert keys == set(firm.stages)


async def test_the_last_pipeline_and_one_with_open_opportunities_stay(firm: Firm) -> None:
    with pytest.raises(Invalid, match="last"):
        await firm.do("pipeline.archive", {"id": firm.pipeline_id}, "admin")
    await firm.do("pipeline.create", {"name": "Services", "position": 5, "like": firm.pipeline_id}, "admin")
    await firm.opportunity()
    with pytest.raises(Invalid, match="move them first"):
        await firm.do("pipeline.archive", {"id": firm.pipeline_id}, "admin")


async def test_a_kind_of_activity_that_is_put_away_is_not_offered(firm: Firm) -> None:
    await firm.do("activity_type.archive", {"id": firm.types["presentation"]}, "admin")
    async with reading(firm.company_id) as session:
        assert "presentation" not in {one["key"] for one in await kinds(session, translator("en"))}


async def test_names_that_do_not_fit_together_are_refused_in_words(firm: Firm) -> None:
    names = {"name": "a" * 60, "names": {"en": "b" * 60}}
    with pytest.raises(Invalid) as refusal:
        await firm.do("stage.edit", {"id": firm.stages["proposal"], **names}, "admin")
    assert "name" in refusal.value.fields
