"""What follows from a change of an opportunity or a lead: its search line, its words, its stays in stages."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, select, update

from core.customers.models import Account
from core.finishing import follows
from core.marks import mark, unmark
from core.sales.models import Lead, Opportunity, StageVisit
from core.search import Line, forget, keep
from core.work import Work

Values = dict[str, Any] | None

_FOUND_BY = ("title", "account_id", "archived_at", "owner_id", "unit_id", "team_id")


# Every move executes this: it is built once, with the company that the session would add.
_VISITS = cast("Table", StageVisit.__table__)
_END_THE_STAY = (
    update(_VISITS)
    .where(
        _VISITS.c.company_id == bindparam("company"),
        _VISITS.c.opportunity_id == bindparam("opportunity"),
        _VISITS.c.left_at.is_(None) | (_VISITS.c.left_at > bindparam("since")),
    )
    .values(left_at=bindparam("since"))
)


@follows(Opportunity)
async def find_opportunity(work: Work, opportunity: Any, before: Values, after: Values) -> None:
    """An opportunity is found by its title and its account's name."""
    if after is None or after["archived_at"]:
        await forget(work, [opportunity.id])
        return
    if before is not None and all(before[name] == after[name] for name in _FOUND_BY):
        return
    account = await work.session.scalar(select(Account.name).where(Account.id == opportunity.account_id))
    await keep(work, [Line(opportunity, "opportunity", opportunity.title, account or "")])


@follows(Lead)
async def find_lead(work: Work, lead: Any, before: Values, after: Values) -> None:
    """A lead is found by its firm, person, subject, city, tags, phone and e-mail; filtered by tag and city."""
    if after is None:
        await forget(work, [lead.id])
        await unmark(work, [lead.id])
        return
    detail = " · ".join(filter(None, [lead.person if lead.firm else "", lead.subject or lead.city]))
    words = [lead.person, lead.subject, lead.city, lead.phone, lead.email, lead.referred_by, *lead.tags]
    await keep(work, [Line(lead, "lead", lead.title, detail, words)])
    await mark(work, [(lead, {"tag": lead.tags, "city": [lead.city]})])


@follows(Account)
async def find_by_new_name(work: Work, account: Any, before: Values, after: Values) -> None:
    """An account's new name is what its opportunities are found by."""
    if before is not None and after is not None and before["name"] != after["name"]:
        found = await work.session.scalars(
            select(Opportunity).where(Opportunity.account_id == account.id, Opportunity.archived_at.is_(None))
        )
        await keep(work, [Line(one, "opportunity", one.title, after["name"]) for one in found])


@follows(Opportunity)
async def keep_stage_visits(work: Work, opportunity: Any, before: Values, after: Values) -> None:
    """A move ends one stay and begins another; an undone move gives the earlier stay back."""
    mine = StageVisit.opportunity_id == opportunity.id
    if after is None:
        await work.session.execute(delete(StageVisit).where(mine))
        return
    since = datetime.fromisoformat(after["stage_since"])
    if before is not None and (before["stage_id"], before["stage_since"]) == (
        after["stage_id"],
        after["stage_since"],
    ):
        return
    if before is not None:
        if datetime.fromisoformat(before["stage_since"]) >= since:  # a move was undone
            await work.session.execute(delete(StageVisit).where(mine, StageVisit.entered_at >= since))
        connection = await work.session.connection()
        stay = {"company": work.viewer.company_id, "opportunity": opportunity.id, "since": since}
        await connection.execute(_END_THE_STAY, stay)
    work.session.add(
        StageVisit(
            company_id=work.viewer.company_id,
            opportunity_id=opportunity.id,
            entered_at=since,
            stage_id=after["stage_id"],
        )
    )
