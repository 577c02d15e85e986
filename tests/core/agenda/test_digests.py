"""The digest: a rep's day, a manager's team; as many queries for a hundred people as for one."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import event

from core.agenda.digests import digest
from core.database import engine, reading
from tests.builders.cast import Firm

DAY = date(2026, 12, 1)


async def test_a_rep_is_told_the_day_what_is_overdue_and_what_lacks_a_next_step(firm: Firm) -> None:
    account = await firm.account()
    await firm.activity(account_id=account)
    await firm.activity(day=(DAY - timedelta(days=1)).isoformat())
    followed = await firm.opportunity()
    await firm.activity(opportunity_id=followed, day="2026-12-09")
    await firm.opportunity()
    view = await _digest(firm, "rep")
    assert [one["account"] for one in view["planned"]] == ["Talleres Núñez"]
    assert (view["planned_count"], view["overdue"], view["without_next"]) == (1, 1, 1)
    assert view["team"] == []


async def test_a_manager_is_told_about_everybody_below_and_nobody_else(firm: Firm) -> None:
    await firm.activity()
    await firm.activity("southerner")
    team = {member["name"]: member["planned"] for member in (await _digest(firm, "manager"))["team"]}
    assert team["Rep"] == 1
    assert team["Mate"] == 0
    assert "Southerner" not in team


async def test_the_number_of_queries_does_not_grow_with_the_rows(firm: Firm) -> None:
    few = await _queries(firm)
    for _ in range(5):
        await firm.activity(account_id=await firm.account())
        await firm.opportunity("mate")
    assert await _queries(firm) == few


async def _queries(firm: Firm) -> int:
    statements: list[Any] = []

    def count(*arguments: Any) -> None:
        statements.append(arguments[2])

    viewer = await firm.viewer("manager")
    event.listen(engine().sync_engine, "before_cursor_execute", count)
    try:
        async with reading(firm.company_id) as session:
            await digest(session, viewer, DAY)
    finally:
        event.remove(engine().sync_engine, "before_cursor_execute", count)
    return len(statements)


async def _digest(firm: Firm, who: str) -> dict[str, Any]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        return await digest(session, viewer, DAY)
