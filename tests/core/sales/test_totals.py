"""Sums by stage are what the opportunities add up to, whatever was done to them, for whoever looks."""

import asyncio
import random
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from core.database import reading, transaction
from core.errors import CrmError
from core.policy import visible
from core.sales.models import Opportunity, OpportunityTotal
from core.sales.next_steps import wrong_next_days
from core.sales.queries import stage_totals
from core.sales.totals import differences
from tests.builders.cast import Firm

PEOPLE = ("rep", "mate", "southerner", "manager", "admin")
STAGES = ("prospecting", "proposal", "negotiation", "won", "lost", "postponed")
STEPS = ("create", "create", "edit", "close", "move", "move", "assign", "archive", "undo", "undo")
PLANNING = ("plan", "plan", "log", "complete", "put off", "cancel", "tie")


class Game:
    """Random steps by random people on whatever opportunities there are."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm
        self.opportunities: list[str] = []
        self.activities: list[str] = []
        self.done: list[tuple[str, str]] = []

    async def play(self, steps: list[tuple[str, str, Any]]) -> None:
        for number, (step, who, value) in enumerate(steps):
            name, payload = self._wish(step, value, number)
            if name is None:
                continue
            try:
                outcome = await self.firm.perform(name, payload, who)
            except CrmError:
                continue
            if name == "opportunity.create":
                self.opportunities.append(outcome.result["id"])
            if name == "activity.plan":
                self.activities.append(outcome.result["id"])
            if name != "operation.undo":
                self.done.append((outcome.operation_id, who))

    def _wish(self, step: str, value: Any, number: int) -> tuple[str | None, dict[str, Any]]:
        if step == "undo":
            return ("operation.undo", {"operation_id": self.done.pop()[0]}) if self.done else (None, {})
        if step == "create" or not self.opportunities:
            return "opportunity.create", {"title": "Horno", "amount": number, "currency": ("EUR", "USD")[number % 2]}
        one = {"id": self.opportunities[number % len(self.opportunities)]}
        about = {"opportunity_id": one["id"]}
        if step in PLANNING:
            return self._plan(step, str(value), number, about)
        return {
            "edit": ("opportunity.edit", {**one, "amount": value, "probability": number % 101}),
            "close": ("opportunity.edit", {**one, "expected_close": str(value)}),
            "move": ("opportunity.move", {**one, "stage_id": self.firm.stages.get(str(value)), "reason": "because"}),
            "assign": ("opportunity.assign", {**one, "owner_id": self.firm.people.get(str(value))}),
            "archive": ("opportunity.archive", one),
        }[step]

    def _plan(self, step: str, day: str, number: int, about: dict[str, Any]) -> tuple[str | None, dict[str, Any]]:
        if step == "log":
            return "activity.log", {"type": "call", **about, "next": {"type": "visit", "day": day}}
        if step == "plan" or not self.activities:
            return "activity.plan", {"type": "visit", "day": day, **about}
        one = {"id": self.activities[number % len(self.activities)]}
        plans: dict[str, tuple[str, dict[str, Any]]] = {
            "complete": ("activity.complete", {**one, "next": {"type": "call", "day": day}}),
            "put off": ("activity.reschedule", {**one, "day": day}),
            "cancel": ("activity.cancel", one),
            "tie": ("activity.edit", {**one, **about}),
        }
        return plans[step]


async def assert_right(firm: Firm) -> None:
    async with reading(firm.company_id) as session:
        assert await differences(session) == []
        assert await wrong_next_days(session) == []
    for who in PEOPLE:
        viewer = await firm.viewer(who)
        async with reading(firm.company_id) as session:
            shown = {
                (line["stage_id"], line["currency"]): (line["count"], line["amount"])
                for line in await stage_totals(session, viewer, firm.pipeline_id)
            }
            counted = await session.execute(
                visible(
                    select(Opportunity.stage_id, Opportunity.currency, func.count(), func.sum(Opportunity.amount))
                    .where(Opportunity.archived_at.is_(None))
                    .group_by(Opportunity.stage_id, Opportunity.currency),
                    viewer,
                    Opportunity,
                )
            )
            assert shown == {(stage, currency): (count, int(amount)) for stage, currency, count, amount in counted}


async def test_whatever_is_done_the_sums_are_right(firm: Firm) -> None:
    game, dice = Game(firm), random.Random(7)  # noqa: S311
    for _ in range(4):
        await game.play([a_step(dice, dice.choice(STEPS + PLANNING)) for _ in range(30)])
        await assert_right(firm)
    assert len(game.opportunities) > 10


@pytest.mark.soak
@pytest.mark.parametrize("start", range(20))
async def test_whatever_is_done_for_long_the_sums_are_right(firm: Firm, start: int) -> None:
    game, dice = Game(firm), random.Random(start)  # noqa: S311
    for _ in range(20):
        await game.play([a_step(dice, dice.choice(STEPS + PLANNING)) for _ in range(50)])
        await assert_right(firm)


def a_step(dice: random.Random, kind: str) -> tuple[str, str, Any]:
    value: Any = {
        "create": dice.randrange(10**9), "edit": dice.randrange(10**13), "move": dice.choice(STAGES),
        "close": date(2026, 1, 1) + timedelta(days=dice.randrange(900)),
        "assign": dice.choice(PEOPLE),
    }.get(kind)  # fmt: skip
    if kind in PLANNING:
        value = date(2026, 11, 1) + timedelta(days=dice.randrange(60))
    return kind, dice.choice(PEOPLE), value


async def test_people_at_work_at_once_keep_the_sums_right(firm: Firm) -> None:
    games = [Game(firm) for _ in range(4)]
    shared: list[str] = [await firm.opportunity() for _ in range(3)]
    for game in games:
        game.opportunities = shared
    dice = random.Random(11)  # noqa: S311
    kinds = ("create", "edit", "move", "move", "assign", "undo", "plan", "log", "complete")
    await asyncio.gather(*(game.play([a_step(dice, dice.choice(kinds)) for _ in range(10)]) for game in games))
    await assert_right(firm)


async def test_a_wrong_sum_is_told(firm: Firm) -> None:
    await firm.opportunity(amount=100)
    async with transaction(firm.company_id) as session:
        await session.execute(update(OpportunityTotal).values(amount=99))
    async with reading(firm.company_id) as session:
        [(_, kept, right)] = await differences(session)
    assert (kept[1], right[1]) == (99, 100)
