"""How many things wait for somebody's decision: cards in doubt, fields in conflict, mentions, perhaps the same twice.

Counted twice. A part of the one statement that every page begins with counts what was ever asked of a person: each
count is a look into an index that holds hardly any rows. Only where that is something, a statement counts what of it
they may still see and decide: rights change, records are given away.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.mentions import Mention
from core.agenda.models import Activity
from core.customers.models import Account, Contact
from core.customers.readings import CardReading, CardState
from core.customers.twins import Twin
from core.merge import FieldConflict
from core.policy import Viewer, visible
from core.sales.models import Lead, Opportunity

_WAITS: Final[tuple[tuple[Any, ColumnElement[bool] | None], ...]] = (
    (CardReading, CardReading.state == CardState.ASKS.value),
    (FieldConflict, FieldConflict.resolved_at.is_(None)),
    (Mention, Mention.read_at.is_(None)),
    (Twin, None),
)


def at_most_wait(company_id: Any, user_id: Any) -> Any:
    """For the person in these columns of a statement, as a column: with what they may no longer see."""
    return _sum(
        select(func.count())
        .select_from(model)
        .where(model.company_id == company_id, model.user_id == user_id, *_given(waits))
        for model, waits in _WAITS
    )


async def how_many_wait(session: AsyncSession, viewer: Viewer, at_most: int) -> int:
    """As many as the inbox shows its reader; `at_most` is what `at_most_wait` gave: of nothing nothing is asked."""
    if not at_most:
        return 0
    within = {FieldConflict: _may_decide(viewer), Mention: _sees_where(viewer), Twin: _may_merge(viewer)}
    counts = (
        select(func.count())
        .select_from(model)
        .where(model.user_id == viewer.user_id, *_given(waits), *_given(within.get(model)))
        for model, waits in _WAITS
    )
    return int(await session.scalar(select(_sum(counts))) or 0)


def _may_decide(viewer: Viewer) -> ColumnElement[bool]:
    conflict = FieldConflict
    return or_(
        *(
            and_(conflict.subject_kind == model.kind, _edits(viewer, model, conflict.subject_id))
            for model in (Account, Contact, Lead, Opportunity, Activity)
        )
    )


def _sees_where(viewer: Viewer) -> ColumnElement[bool]:
    there = select(Activity.id).where(Activity.id == Mention.activity_id)
    return visible(there, viewer, Activity).exists()


def _may_merge(viewer: Viewer) -> ColumnElement[bool]:
    return or_(
        *(
            and_(Twin.kind == model.kind, *(_edits(viewer, model, one) for one in (Twin.first_id, Twin.second_id)))
            for model in (Account, Contact)
        )
    )


def _edits(viewer: Viewer, model: Any, record_id: Any) -> ColumnElement[bool]:
    if f"{model.kind}.edit" not in viewer.permissions:
        return false()
    there = select(model.id).where(model.id == record_id)
    return visible(there.where(viewer.edited.clause(model)), viewer, model).exists()


def _given(condition: ColumnElement[bool] | None) -> Iterable[ColumnElement[bool]]:
    return () if condition is None else (condition,)


def _sum(counts: Iterable[Any]) -> Any:
    first, *others = (count.scalar_subquery() for count in counts)
    return sum(others, first)
