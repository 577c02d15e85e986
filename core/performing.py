"""The only way business data is written: an operation, done by `perform()`.

Whatever the door, it is done exactly once for its id, by somebody who may, in one transaction with its events, its
totals and what it asks of the outside.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

from core import policy
from core.database import insert_on, transaction
from core.errors import Conflict, CrmError, Invalid, NotFound
from core.events import PerformedOperation
from core.finishing import finish
from core.i18n import N_
from core.operations import REGISTRY, Kind, Operation, Outcome, Payload, ReadAhead, Result, parse
from core.payloads import an_id
from core.viewers import viewer_of
from core.work import Together, Work


async def perform(wish: Operation, company_id: str, user_id: str) -> Outcome:
    """Does the operation as this user of this company, once for its id.

    Raises `Invalid`, `NotFound`, `NotPermitted`, `Conflict`…; then nothing was written.
    """
    outcomes = await _perform_or_fail([_call(wish)], company_id, user_id)
    return outcomes[0]


async def perform_many(wishes: Sequence[Operation], company_id: str, user_id: str) -> list[Outcome | CrmError]:
    """Does operations with ids of their own in their order, in one transaction: for whoever has thousands of them.

    What cannot be done stands in the place of its outcome; the others are done without it, then in several
    transactions. Everything else is as if each had been performed by itself. A transaction holds the database's
    writers up for as long as it takes: a hundred operations or two are enough at once.
    """
    calls: list[_Call | CrmError] = []
    for wish in wishes:
        try:
            calls.append(_call(wish))
        except CrmError as error:
            calls.append(error)
    sound = [call for call in calls if isinstance(call, _Call)]
    done = iter(await _perform_or_halve(sound, company_id, user_id))
    return [next(done) if isinstance(call, _Call) else call for call in calls]


@dataclass(frozen=True, slots=True)
class _Call:
    """A wish that can be tried."""

    kind: Kind
    wish: Operation
    payload: Payload


def _call(wish: Operation) -> _Call:
    kind = REGISTRY.get(wish.name)
    if kind is None:
        raise NotFound(N_("There is no operation “{name}”."), name=wish.name[:80])
    return _Call(kind, replace(wish, id=an_id(wish.id)), parse(kind, wish.payload))


async def _perform_or_halve(calls: list[_Call], company_id: str, user_id: str) -> list[Outcome | CrmError]:
    """All at once; where something fails, each half by itself, until what fails stands alone."""
    if not calls:
        return []
    try:
        return [*await _perform_or_fail(calls, company_id, user_id)]
    except CrmError as error:
        if len(calls) == 1:
            return [error]
    half = len(calls) // 2
    return [
        *await _perform_or_halve(calls[:half], company_id, user_id),
        *await _perform_or_halve(calls[half:], company_id, user_id),
    ]


async def _perform_or_fail(calls: list[_Call], company_id: str, user_id: str) -> list[Outcome]:
    """All of them, or none and why; what passes by itself is tried again."""
    for attempt in range(_ATTEMPTS):
        try:
            return await _perform_together(calls, company_id, user_id)
        except OperationalError as error:
            if attempt == _ATTEMPTS - 1 or not _passes(error):
                raise
            await asyncio.sleep(0.02 * 2**attempt)
        except IntegrityError as error:
            raise Conflict(
                N_("This does not fit with what is there: it points at something that is gone, or is already there.")
            ) from error
        except (DataError, OverflowError, UnicodeEncodeError) as error:
            # A value that the database refuses: out of range, too long, a NUL character.
            raise Invalid from error
    raise AssertionError("unreachable")


async def _perform_together(calls: list[_Call], company_id: str, user_id: str) -> list[Outcome]:
    async with transaction(company_id) as session:
        viewer = await viewer_of(session, company_id, user_id)
        together, now = Together(), datetime.now(UTC)
        works = [
            Work(
                session=session,
                viewer=viewer,
                operation_id=call.wish.id,
                name=call.wish.name,
                door=call.wish.door,
                now=now,
                device_at=call.wish.device_at,
                together=together,
            )
            for call in calls
        ]
        claimed = await _claim(works)
        await _read_ahead([(call, work) for call, work in zip(calls, works, strict=True) if call.wish.id in claimed])
        done: list[tuple[Work, Result]] = []
        outcomes: list[Outcome] = []
        for call, work in zip(calls, works, strict=True):
            if work.operation_id not in claimed:
                outcomes.append(await _earlier(work, call.kind))
                continue
            claimed.discard(work.operation_id)
            if call.kind.permission is not None:
                policy.require(viewer, call.kind.permission)
            result = await call.kind.function(work, call.payload)
            work.settle()
            done.append((work, result))
            undoable = call.kind.undoable and bool(work.changes)
            outcomes.append(Outcome(call.wish.id, call.kind.name, result, repeated=False, undoable=undoable))
        await finish(done)
        return outcomes


async def _read_ahead(several: list[tuple[_Call, Work]]) -> None:
    payloads: dict[ReadAhead, list[Payload]] = {}
    for call, _ in several:
        if call.kind.read_ahead is not None:
            payloads.setdefault(call.kind.read_ahead, []).append(call.payload)
    for function, of_one_kind in payloads.items():
        if len(of_one_kind) > 1:
            await function(several[0][1], of_one_kind)


async def _claim(works: Sequence[Work]) -> set[str]:
    """Takes the operations' ids; gives those that were not taken. A second try at the same moment waits for the first."""  # noqa: E501
    connection = await works[0].session.connection()
    rows: list[dict[str, Any]] = [
        {
            "company_id": work.viewer.company_id,
            "id": work.operation_id,
            "name": work.name,
            "user_id": work.viewer.user_id,
            "door": work.door,
            "at": work.now,
            "device_at": work.device_at,
            "result": {},
        }
        for work in works
    ]
    claim = _claim_on(connection.dialect.name)
    return set((await connection.execute(claim, rows if len(rows) > 1 else rows[0])).scalars())


@cache
def _claim_on(dialect: str) -> Any:
    table = PerformedOperation.__table__
    return insert_on(dialect, table).on_conflict_do_nothing().returning(table.c.id)


async def _earlier(work: Work, kind: Kind) -> Outcome:
    first = await work.session.scalar(select(PerformedOperation).where(PerformedOperation.id == work.operation_id))
    if first is None or first.name != kind.name or first.user_id != work.viewer.user_id:
        raise Conflict(N_("This was already used for something else. Start again."))
    return Outcome(first.id, kind.name, first.result, repeated=True, undoable=kind.undoable and not first.undone_by)


_ATTEMPTS = 5
_PASSING = ("40001", "40P01", "55P03")


def _passes(error: OperationalError) -> bool:
    """A collision with another writer, gone when tried again."""
    return getattr(error.orig, "sqlstate", None) in _PASSING or "database is locked" in str(error.orig)
