"""What the list of opportunities can be filtered and sorted by, and its columns."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select

from core.i18n import N_
from core.lists.filters import (
    Asks,
    Filter,
    Listing,
    Order,
    a_moment,
    among,
    an_amount,
    at_least,
    flag,
    of_owner,
    of_unit,
    refers_to,
)
from core.policy import Sight
from core.prepared import value
from core.reader import Reader
from core.sales.models import Opportunity, OpportunityTotal, Stage
from core.sales.totals import is_stuck

OUTCOMES = {"open": N_("open"), "won": N_("won"), "lost": N_("lost"), "postponed": N_("postponed")}
_EVER = date(1970, 1, 1)
_IN_STAGE = {"14": N_("2 weeks"), "30": N_("1 month"), "60": N_("2 months"), "90": N_("3 months")}
_WHEN = {
    "month": N_("this month"),
    "next_month": N_("next month"),
    "quarter": N_("this quarter"),
    "late": N_("overdue"),
}


def _closing() -> Filter:
    """Expected to close in a time, among what is not closed yet."""

    def where(_: Sight) -> ColumnElement[bool]:
        return Opportunity.closed_at.is_(None) & Opportunity.expected_close.between(value("f_from"), value("f_until"))

    def bind(text: str, reader: Reader) -> dict[str, Any] | None:
        today = reader.now.date()
        month = today.replace(day=1)
        quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
        first, last = {
            "month": (month, _after(month, 1)),
            "next_month": (_after(month, 1) + timedelta(days=1), _after(month, 2)),
            "quarter": (quarter, _after(quarter, 3)),
            "late": (_EVER, today - timedelta(days=1)),
        }.get(text, (None, None))
        return {"f_from": first, "f_until": last} if first and last else None

    return Filter("close", N_("Closes"), Asks.CHOICE, where, bind, _WHEN)


def _after(first: date, months: int) -> date:
    """The last day of the months that begin with this first of one."""
    place = first.month - 1 + months
    return first.replace(year=first.year + place // 12, month=place % 12 + 1) - timedelta(days=1)


def _still() -> Filter:
    """Open, and not moved for so many days."""

    def where(_: Sight) -> ColumnElement[bool]:
        return (Opportunity.outcome == "open") & (Opportunity.stage_since <= value("f_still"))

    def bind(text: str, reader: Reader) -> dict[str, Any] | None:
        return {"f_still": reader.now - timedelta(days=int(text))} if text in _IN_STAGE else None

    return Filter("still", N_("Stuck in its stage for"), Asks.CHOICE, where, bind, _IN_STAGE)


def _outcome_of_totals() -> ColumnElement[Any]:
    return (
        select(Stage.outcome)
        .where(Stage.company_id == OpportunityTotal.company_id, Stage.id == OpportunityTotal.stage_id)
        .scalar_subquery()
    )


OPPORTUNITIES = Listing(
    "opportunity",
    Opportunity,
    (
        of_owner(Opportunity),
        of_unit(Opportunity),
        refers_to(Opportunity.pipeline_id, "pipeline", N_("Pipeline"), Asks.PIPELINE),
        refers_to(Opportunity.stage_id, "stage", N_("Stage"), Asks.STAGE),
        among(Opportunity.outcome, "state", N_("Outcome"), OUTCOMES),
        _closing(),
        at_least(Opportunity.amount, "amount", N_("From the amount")),
        _still(),
        flag("next", N_("Without a next step"), lambda _: is_stuck()),
        flag("undated", N_("Without an expected close"), lambda _: Opportunity.expected_close.is_(None)),
    ),
    {
        "account": N_("Account"),
        "stage": N_("Stage"),
        "amount": N_("Amount"),
        "probability": N_("Probability"),
        "close": N_("Expected close"),
        "next": N_("Next step"),
        "since": N_("In the stage since"),
        "owner": N_("Owner"),
        "unit": N_("Unit"),
        "pipeline": N_("Pipeline"),
    },
    ("account", "stage", "amount", "close", "next", "owner"),
    (
        Order("close", N_("Closing first"), Opportunity.expected_close, date.fromisoformat, may_be_empty=True),
        Order("amount", N_("Largest first"), Opportunity.amount, an_amount, descends=True),
        Order("still", N_("Longest in its stage"), Opportunity.stage_since, a_moment),
        Order("new", N_("Newest first"), Opportunity.created_at, a_moment, descends=True),
        Order("name", N_("By name"), Opportunity.title),
    ),
    {
        N_("Mine"): {"owner": "me", "state": "open"},
        N_("Open ones"): {"state": "open"},
        N_("Closing this month"): {"close": "month"},
    },
)

KEPT = Listing(
    "opportunity",
    OpportunityTotal,
    (
        of_owner(OpportunityTotal),
        of_unit(OpportunityTotal),
        refers_to(OpportunityTotal.pipeline_id, "pipeline", N_("Pipeline"), Asks.PIPELINE),
        refers_to(OpportunityTotal.stage_id, "stage", N_("Stage"), Asks.STAGE),
        among(_outcome_of_totals(), "state", N_("Outcome"), OUTCOMES),
    ),
    {},
    (),
    (),
)
"""The same filters on the kept totals, as far as these tell."""
