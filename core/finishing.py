"""The end of a transaction: what follows from what its operations changed, their events in order, their results."""

from collections.abc import Awaitable, Callable, Sequence
from typing import cast

from sqlalchemy import Table, bindparam, update

from core.database import Base
from core.errors import NotFound
from core.events import Event, PerformedOperation
from core.people.models import CompanyCounter
from core.work import Changed, Values, Work

Follower = Callable[[Work, Base, Values | None, Values | None], Awaitable[None]]

_followers: dict[type[Base], list[Follower]] = {}

# Every operation executes these: they are built once, with the company that the session would add.
_OPERATIONS, _COUNTERS = cast("Table", PerformedOperation.__table__), cast("Table", CompanyCounter.__table__)
_NEW_EVENTS = cast("Table", Event.__table__).insert()
_KEEP_RESULT = (
    update(_OPERATIONS)
    .where(_OPERATIONS.c.company_id == bindparam("company"), _OPERATIONS.c.id == bindparam("operation"))
    .values(result=bindparam("result"))
)
_COUNT = (
    update(_COUNTERS)
    .where(_COUNTERS.c.company_id == bindparam("company"))
    .values(
        last_event=_COUNTERS.c.last_event + bindparam("events"),
        rights_revision=_COUNTERS.c.rights_revision + bindparam("rights"),
    )
    .returning(_COUNTERS.c.last_event)
)


def follows(model: type[Base]) -> Callable[[Follower], Follower]:
    """Registers a function that keeps something derived (totals, search) in step with every change of `model`.

    It gets the record and its values before and after; None before means created, None after means removed.
    """

    def register(follower: Follower) -> Follower:
        _followers.setdefault(model, []).append(follower)
        return follower

    return register


async def finish(done: Sequence[tuple[Work, Values]]) -> None:
    """The end of settled operations of one company and transaction, with their results: what follows, events, results.

    The company's counter comes last, so that numbers commit in order.
    """
    if not done:
        return
    last, _ = done[-1]
    await last.session.flush()
    last.together.unwritten.clear()
    for work, result in done:
        await _follow(work)
        result.update(work.besides)
    await last.session.flush()
    for function, subjects in last.together.closing.items():
        if subjects:
            await function(last, list(subjects.values()))
    await last.session.flush()
    connection = await last.session.connection()
    company_id = last.viewer.company_id
    results = [{"company": company_id, "operation": work.operation_id, "result": result} for work, result in done]
    await connection.execute(_KEEP_RESULT, results)
    changes = [change for work, _ in done for change in work.changes]
    if changes:
        await _number(last, changes)
        await connection.execute(_NEW_EVENTS, [change.event for change in changes])


async def _follow(work: Work) -> None:
    for change in work.changes:
        for follower in _followers.get(type(change.record), ()):
            await follower(work, change.record, change.before, change.after)


async def _number(work: Work, changes: Sequence[Changed]) -> None:
    touches_rights = any(change.touches_rights for change in changes)
    connection = await work.session.connection()
    counted = await connection.execute(
        _COUNT, {"company": work.viewer.company_id, "events": len(changes), "rights": int(touches_rights)}
    )
    last = counted.scalar()
    if last is None:
        raise NotFound
    for number, change in enumerate(changes, start=last - len(changes) + 1):
        change.event["number"] = number
