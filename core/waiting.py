"""How many things wait for somebody's decision: cards in doubt, fields in conflict, mentions, perhaps the same twice.

A part of the one statement that every page begins with: each count is a look into an index that holds hardly any rows.
"""

from typing import Any

from sqlalchemy import func, select

from core.agenda.mentions import Mention
from core.customers.readings import CardReading, CardState
from core.customers.twins import Twin
from core.merge import FieldConflict


def how_many_wait(company_id: Any, user_id: Any) -> Any:
    """For the person in these columns of a statement, as a column."""
    waits: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (CardReading, (CardReading.state == CardState.ASKS.value,)),
        (FieldConflict, (FieldConflict.resolved_at.is_(None),)),
        (Mention, (Mention.read_at.is_(None),)),
        (Twin, ()),
    )
    counts = [
        select(func.count())
        .select_from(model)
        .where(model.company_id == company_id, model.user_id == user_id, *conditions)
        .scalar_subquery()
        for model, conditions in waits
    ]
    return sum(counts[1:], counts[0])
