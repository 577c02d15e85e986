"""Units and superiors are trees: whatever changes them – an edit, an undo – makes no circle."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from core.errors import invalid
from core.finishing import follows
from core.i18n import N_
from core.people.models import Membership, Unit
from core.work import Work

Values = dict[str, Any] | None


@follows(Unit)
async def keep_units_a_tree(work: Work, unit: Any, before: Values, after: Values) -> None:
    """No unit is under itself."""
    if after is not None and after["parent_id"] is not None:
        parents = dict((await work.session.execute(select(Unit.id, Unit.parent_id))).all())
        if _is_above_itself(unit.id, parents):
            raise invalid("parent_id", N_("A unit cannot be under itself."))


@follows(Membership)
async def keep_superiors_a_tree(work: Work, member: Any, before: Values, after: Values) -> None:
    """Nobody reports to himself or herself, not through others either."""
    if after is not None and after["reports_to"] is not None:
        superiors = dict((await work.session.execute(select(Membership.user_id, Membership.reports_to))).all())
        if _is_above_itself(member.user_id, superiors):
            raise invalid("reports_to", N_("Nobody reports to himself or herself."))


def _is_above_itself(start: str, above: Mapping[str, str | None]) -> bool:
    seen = {start}
    step = above.get(start)
    while step is not None and step not in seen:
        seen.add(step)
        step = above.get(step)
    return step == start
