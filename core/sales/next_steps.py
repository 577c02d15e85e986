"""The day of each opportunity's next planned activity, kept beside it: who is stuck is known without looking for it."""

from datetime import date
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.finishing import follows
from core.records import values_of
from core.sales.models import Opportunity
from core.sales.totals import keep_totals
from core.work import Work

Values = dict[str, Any] | None


@follows(Activity)
async def keep_next_step(work: Work, activity: Any, before: Values, after: Values) -> None:
    """What is planned, done, moved or taken back may change the next step of the opportunity that it is for."""
    for values in (before, after):
        if values and values["opportunity_id"] and values["state"] == "planned":
            opportunity_id = values["opportunity_id"]
            work.at_the_end(_keep_all, opportunity_id, opportunity_id)


async def wrong_next_days(session: AsyncSession) -> list[str]:
    """The opportunities whose kept day is not that of their next planned activity. Empty is as it should be."""
    return list(await session.scalars(select(Opportunity.id).where(Opportunity.next_day.is_distinct_from(next_day()))))


def next_day() -> ScalarSelect[date]:
    """The day of an opportunity's next planned activity, as SQL: what its `next_day` should hold."""
    return (
        select(func.min(Activity.day))
        .where(
            Activity.company_id == Opportunity.company_id,
            Activity.opportunity_id == Opportunity.id,
            Activity.state == "planned",
        )
        .correlate(Opportunity)
        .scalar_subquery()
    )


async def _keep_all(work: Work, opportunity_ids: list[str]) -> None:
    for opportunity_id in opportunity_ids:
        await _keep(work, opportunity_id)


async def _keep(work: Work, opportunity_id: str) -> None:
    opportunity = await work.load(Opportunity, opportunity_id)
    if opportunity is None:
        return
    day = await work.session.scalar(
        select(func.min(Activity.day)).where(Activity.opportunity_id == opportunity_id, Activity.state == "planned")
    )
    if day != opportunity.next_day:
        before = values_of(opportunity)
        opportunity.next_day = day
        await work.session.flush()
        await keep_totals(work, opportunity, before, values_of(opportunity))
