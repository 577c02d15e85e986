"""What can be done: every operation by its name, with its typed payload, who may, and its function.

Whatever the door – chat, page, offline queue, import, command line, worker –, a change is one of these; `performing`
does them.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import Invalid
from core.payloads import cleaned, explain
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
    IMPORT = "import"
    OPERATOR = "operator"
    """The command line, the demo."""


class Payload(BaseModel):
    """What an operation takes; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_max_length=20_000)


Result = dict[str, Any]
Perform = Callable[[Work, Any], Awaitable[Result]]
ReadAhead = Callable[[Work, list[Any]], Awaitable[None]]


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
    read_ahead: ReadAhead | None
    """Reads for several that are performed together, with all their payloads, what each would read by itself."""


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
    name: str,
    permission: Permission | None,
    *,
    undoable: bool = True,
    reaches_far: bool = False,
    read_ahead: ReadAhead | None = None,
) -> Callable[[Callable[[Work, Any], Awaitable[Result]]], Perform]:
    """Registers a function as the operation `name`; its second argument's type is the payload. See `Kind`."""

    def register(function: Perform) -> Perform:
        payload = next(
            annotation
            for argument, annotation in function.__annotations__.items()
            if argument not in ("work", "return")
        )
        REGISTRY[name] = Kind(name, payload, permission, function, undoable, reaches_far, read_ahead)
        return function

    return register


def parse(kind: Kind, payload: Mapping[str, Any]) -> Payload:
    """The payload in its type; raises `Invalid` with a message a field."""
    try:
        return kind.payload.model_validate(cleaned(payload))
    except ValidationError as error:
        raise Invalid(fields=explain(error)) from error
    except RecursionError as error:
        raise Invalid from error
