"""An opportunity goes through the stages of its pipeline; how long it stood in each is kept, through undo too."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from core.database import reading
from core.errors import Invalid, NotFound
from core.sales.models import Opportunity, StageVisit
from tests.builders.cast import Firm


async def the(firm: Firm, opportunity_id: str) -> Opportunity:
    async with reading(firm.company_id) as session:
        return (await session.execute(select(Opportunity).where(Opportunity.id == opportunity_id))).scalar_one()


async def stays(firm: Firm, opportunity_id: str) -> list[tuple[str, datetime, datetime | None]]:
    """(stage, since, until) of an opportunity, in order."""
    names = {stage_id: key for key, stage_id in firm.stages.items()}
    async with reading(firm.company_id) as session:
        rows = await session.scalars(
            select(StageVisit).where(StageVisit.opportunity_id == opportunity_id).order_by(StageVisit.entered_at)
        )
        return [(names[row.stage_id], row.entered_at, row.left_at) for row in rows]


async def move(firm: Firm, opportunity: str, stage: str, ago: int | None = None, reason: str | None = None) -> str:
    """Moves it, as if on a phone so many hours ago; the operation's id."""
    payload = {"id": opportunity, "stage_id": firm.stages[stage], "reason": reason}
    at = datetime.now(UTC) - timedelta(hours=ago) if ago is not None else None
    return (await firm.perform("opportunity.move", payload, device_at=at)).operation_id


async def made(firm: Firm, ago: int) -> str:
    at = datetime.now(UTC) - timedelta(hours=ago)
    outcome = await firm.perform("opportunity.create", {"title": "Horno"}, device_at=at)
    return str(outcome.result["id"])


@pytest.mark.parametrize("stage", ["lost", "postponed"])
@pytest.mark.parametrize("reason", [None, "", "   "])
async def test_a_lost_or_postponed_opportunity_needs_a_reason(firm: Firm, stage: str, reason: str | None) -> None:
    opportunity = await firm.opportunity()
    with pytest.raises(Invalid) as refusal:
        await move(firm, opportunity, stage, reason=reason)
    assert set(refusal.value.fields) == {"reason"}
    await move(firm, opportunity, stage, reason="price")
    assert (await the(firm, opportunity)).reason == "price"


async def test_one_made_lost_needs_a_reason_too(firm: Firm) -> None:
    with pytest.raises(Invalid):
        await firm.opportunity(stage_id=firm.stages["lost"])


async def test_the_reason_goes_when_it_opens_again(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    await move(firm, opportunity, "lost", reason="price")
    await move(firm, opportunity, "proposal")
    row = await the(firm, opportunity)
    assert (row.reason, row.closed_at, row.outcome, row.probability) == (None, None, "open", 50)


async def test_won_and_lost_are_closed(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    await move(firm, opportunity, "won")
    row = await the(firm, opportunity)
    assert (row.outcome, row.probability, row.closed_at) == ("won", 100, row.stage_since)


async def test_a_stage_asks_for_its_required_fields(firm: Firm) -> None:
    required = {"id": firm.stages["proposal"], "required_fields": ["amount", "expected_close"]}
    await firm.do("stage.edit", required, "admin")
    opportunity = await firm.opportunity(amount=0)
    with pytest.raises(Invalid) as refusal:
        await move(firm, opportunity, "proposal")
    assert set(refusal.value.fields) == {"amount", "expected_close"}
    await firm.do("opportunity.edit", {"id": opportunity, "amount": 1, "expected_close": "2026-12-31"})
    await move(firm, opportunity, "proposal")


async def test_another_pipeline_s_stage_is_refused(firm: Firm) -> None:
    pipeline = (await firm.do("pipeline.create", {"name": "Services", "position": 1}, "admin"))["id"]
    stage = {"pipeline_id": pipeline, "key": "trial", "name": "Trial"}
    other = (await firm.do("stage.create", stage, "admin"))["id"]
    opportunity = await firm.opportunity()
    with pytest.raises(NotFound):
        await firm.do("opportunity.move", {"id": opportunity, "stage_id": other})
    with pytest.raises(NotFound):
        await firm.opportunity(pipeline_id=firm.pipeline_id, stage_id=other)
    assert (await the(firm, await firm.opportunity(pipeline_id=pipeline))).stage_id == other


async def test_a_new_one_stands_in_the_first_stage_of_the_first_pipeline(firm: Firm) -> None:
    row = await the(firm, await firm.opportunity())
    assert (row.stage_id, row.probability) == (firm.stages["prospecting"], 10)


async def test_stays_follow_each_other_without_gaps(firm: Firm) -> None:
    opportunity = await made(firm, ago=48)
    for stage, ago in (("qualification", 30), ("proposal", 20), ("won", 1)):
        await move(firm, opportunity, stage, ago)
    found = await stays(firm, opportunity)
    assert [stage for stage, _, _ in found] == ["prospecting", "qualification", "proposal", "won"]
    assert [until for _, _, until in found] == [since for _, since, _ in found[1:]] + [None]
    assert found[1][1] - found[0][1] == pytest.approx(timedelta(hours=18), abs=timedelta(minutes=5))


async def test_an_undone_move_gives_the_earlier_stay_back(firm: Firm) -> None:
    opportunity = await made(firm, ago=48)
    await move(firm, opportunity, "qualification", 30)
    before = await stays(firm, opportunity)
    moved = await move(firm, opportunity, "proposal", 20)
    await firm.do("operation.undo", {"operation_id": moved})
    assert await stays(firm, opportunity) == before


async def test_a_move_that_arrives_late_never_turns_time_back(firm: Firm) -> None:
    """A phone's move of this morning comes after another of noon: stays neither overlap nor vanish."""
    opportunity = await made(firm, ago=48)
    await move(firm, opportunity, "qualification", 10)
    late = await move(firm, opportunity, "proposal", 30)
    found = await stays(firm, opportunity)
    assert [stage for stage, _, _ in found] == ["prospecting", "proposal"]
    assert found[0][2] == found[1][1]
    await firm.do("operation.undo", {"operation_id": late})
    assert [stage for stage, _, _ in await stays(firm, opportunity)] == ["prospecting", "qualification"]


async def test_another_reason_is_no_new_stay(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    await move(firm, opportunity, "lost", reason="price")
    before = await stays(firm, opportunity)
    await move(firm, opportunity, "lost", reason="delivery time")
    assert await stays(firm, opportunity) == before
    assert (await the(firm, opportunity)).reason == "delivery time"


async def test_who_works_on_an_opportunity_logs_though_its_account_is_not_seen(firm: Firm) -> None:
    opportunity = await firm.opportunity(account_id=await firm.account())
    await firm.do("opportunity.assign", {"id": opportunity, "owner_id": firm.people["southerner"]}, "manager")
    assert await firm.do("activity.log", {"opportunity_id": opportunity, "note": "called"}, "southerner")
