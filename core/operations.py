"""The only way business data is written: a named operation with a typed payload, done by `perform()`.

Whatever the door – chat, page, offline queue, import, command line, worker – an operation is done exactly once for its
id, by somebody who may, in one transaction with its events, its totals and what it asks of the outside.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import bindparam, select
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

from core import policy
from core.database import insert_on, transaction
from core.errors import Conflict, CrmError, Invalid, NotFound
from core.events import PerformedOperation
from core.i18n import N_
from core.payloads import an_id, cleaned, explain
from core.policy import Permission
from core.records import new_id
from core.work import Work


class Door(StrEnum):
    """Where an operation came in."""

    CHAT = "chat"
    PAGE = "page"
    OFFLINE = "offline"
    API = "api"
    WORKER = "worker"
    OPERATOR = "operator"
    """The command line, the demo, an import."""


class Payload(BaseModel):
    """What an operation takes; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_max_length=20_000)


Result = dict[str, Any]
Perform = Callable[[Work, Any], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A registered operation."""

    name: str
    payload: type[Payload]
    permission: Permission | None
    """None: anybody at work in the company, on what is their own."""
    function: Perform
    undoable: bool
    reaches_far: bool
    """It may change what hangs on its records, whoever owns that; so may its undo."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One wish to change something. `id` makes it one, however often it arrives."""

    name: str
    payload: Mapping[str, Any]
    id: str = field(default_factory=new_id)
    door: Door = Door.OPERATOR
    device_at: datetime | None = None
    """When the person did it, where that is not now: on a phone without network."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an operation gave."""

    operation_id: str
    name: str
    result: Result
    repeated: bool
    """It had been done before; this is the first result."""
    undoable: bool


REGISTRY: dict[str, Kind] = {}


def operation(
    name: str, permission: Permission | None, *, undoable: bool = True, reaches_far: bool = False
) -> Callable[[Callable[[Work, Any], Awaitable[Result]]], Perform]:
    """Registers a function as the operation `name`; its second argument's type is the payload. See `Kind`."""

    def register(function: Perform) -> Perform:
        payload = next(
            annotation
            for argument, annotation in function.__annotations__.items()
            if argument not in ("work", "return")
        )
        REGISTRY[name] = Kind(name, payload, permission, function, undoable, reaches_far)
        return function

    return register


async def perform(wish: Operation, company_id: str, user_id: str) -> Outcome:
    """Does the operation as this user of this company, once for its id.

    Raises `Invalid`, `NotFound`, `NotPermitted`, `Conflict`…; then nothing was written.
    """
    kind = REGISTRY.get(wish.name)
    if kind is None:
        raise NotFound(N_("There is no operation “{name}”."), name=wish.name[:80])
    wish = replace(wish, id=an_id(wish.id))
    payload = parse(kind, wish.payload)
    for attempt in range(_ATTEMPTS):
        try:
            return await _perform_once(kind, wish, payload, company_id, user_id)
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


def parse(kind: Kind, payload: Mapping[str, Any]) -> Payload:
    """The payload in its type; raises `Invalid` with a message a field."""
    try:
        return kind.payload.model_validate(cleaned(payload))
    except ValidationError as error:
        raise Invalid(fields=explain(error)) from error
    except RecursionError as error:
        raise Invalid from error


async def _perform_once(kind: Kind, wish: Operation, payload: Payload, company_id: str, user_id: str) -> Outcome:
    async with transaction(company_id) as session:
        viewer = await policy.viewer(session, company_id, user_id)
        work = Work(
            session=session,
            viewer=viewer,
            operation_id=wish.id,
            name=wish.name,
            door=wish.door,
            now=datetime.now(UTC),
            device_at=wish.device_at,
        )
        if not await _claim(work):
            return await _earlier(work, kind)
        if kind.permission is not None:
            policy.require(viewer, kind.permission)
        result = await kind.function(work, payload)
        await work.finish(result)
        return Outcome(wish.id, kind.name, result, repeated=False, undoable=kind.undoable and work.changed_something)


async def _claim(work: Work) -> bool:
    """Takes the operation's id; False when it was done before. A second try at the same moment waits for the first."""
    connection = await work.session.connection()
    claimed = await connection.execute(
        _claim_on(connection.dialect.name),
        {
            "company_id": work.viewer.company_id,
            "id": work.operation_id,
            "name": work.name,
            "user_id": work.viewer.user_id,
            "door": work.door,
            "at": work.now,
            "device_at": work.device_at,
            "result": {},
        },
    )
    return claimed.first() is not None


@cache
def _claim_on(dialect: str) -> Any:
    table = PerformedOperation.__table__
    columns = ("company_id", "id", "name", "user_id", "door", "at", "device_at", "result")
    line = insert_on(dialect, table).values({name: bindparam(name) for name in columns})
    return line.on_conflict_do_nothing().returning(table.c.id)


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


__all__ = [
    "REGISTRY",
    "CrmError",
    "Door",
    "Kind",
    "Operation",
    "Outcome",
    "Payload",
    "operation",
    "parse",
    "perform",
]
