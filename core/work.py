"""One operation at work: what it reads, adds, changes and removes, and what it leaves behind when it is finished."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core import policy
from core.database import Base
from core.errors import Conflict, NotFound, NotPermitted
from core.events import Event, PerformedOperation
from core.i18n import N_
from core.outbox import OutboxMessage
from core.people.models import CompanyCounter
from core.policy import Viewer
from core.records import CompanyOwned, new_id, owned, values_of

R = TypeVar("R", bound=Base)
Values = dict[str, Any]
Follower = Callable[["Work", Base, Values | None, Values | None], Awaitable[None]]

_followers: dict[type[Base], list[Follower]] = {}

# Kinds whose change may change what somebody sees or may do.
_RIGHTS = frozenset({"role", "membership", "unit", "unit_grant", "team", "team_member", "user", "company"})
# Left out of history: what only counts or follows, what is the same for all, what is secret.
_NOT_HISTORY = frozenset({"revision", "next_day", "company_id", "password_hash"})

# Every operation executes these two: they are built once, with the company that the session would add.
_OPERATIONS, _COUNTERS = cast("Table", PerformedOperation.__table__), cast("Table", CompanyCounter.__table__)
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


@dataclass(slots=True)
class Work:
    """What an operation's function works with. Everything goes through here, so that nothing goes unrecorded."""

    session: AsyncSession
    viewer: Viewer
    operation_id: str
    name: str
    door: str
    now: datetime
    device_at: datetime | None = None
    _before: dict[Base, Values | None] = field(default_factory=dict)
    """Every record touched, in order, with its values before; None for those that are new."""
    _held: dict[tuple[type[Base], str], Base] = field(default_factory=dict)
    """Every record read or added: new, or locked, so that it need not be read twice."""
    _removed: set[Base] = field(default_factory=set)
    _changed: bool = False
    _closing: dict[str, Callable[[], Awaitable[None]]] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """When the person did it: on the device, where that was earlier than now."""
        return min(self.device_at, self.now) if self.device_at else self.now

    @property
    def changed_something(self) -> bool:
        return self._changed

    async def see(self, model: type[R], record_id: str | None) -> R:
        """The record, if the viewer may see it; else `NotFound`. It is locked until the operation ends."""
        record = await self.load(model, record_id)
        if record is None or ((mine := owned(record)) and not policy.may_see(self.viewer, mine)):
            raise NotFound
        return record

    async def edit(self, model: type[R], record_id: str | None) -> R:
        """The record, if the viewer may edit it; `NotPermitted` when it is only seen, else `NotFound`."""
        record = await self.see(model, record_id)
        if (mine := owned(record)) and not policy.may_edit(self.viewer, mine):
            raise NotPermitted
        return record

    async def load(self, model: type[R], record_id: str | None) -> R | None:
        """The record without asking who may see it: for what hangs on a record that was asked for."""
        if record_id is None:
            return None
        if (held := self._held.get((model, record_id))) is not None:
            return cast("R", held)
        key = {"id": record_id}
        if issubclass(cast("Any", model), CompanyOwned):
            key["company_id"] = self.viewer.company_id
        found = await self.session.get(model, key, with_for_update=True)
        if found is None or found in self._removed:
            return None
        self._held[model, record_id] = found
        return found

    async def add(self, record: R) -> R:
        """A new record of this company; it is written at the end, together with all others."""
        row = cast("Any", record)
        if isinstance(row, CompanyOwned):
            row.company_id = self.viewer.company_id
        row.id, row.revision, row.created_at = row.id or new_id(), row.revision or 1, row.created_at or self.now
        if (type(record), row.id) in self._held:
            raise Conflict(N_("Two new things were given one id."))
        self._held[type(record), row.id] = record
        self._before.setdefault(record, None)
        self.session.add(record)
        return record

    def change(self, record: Base, **values: Any) -> None:
        """Sets fields of a record."""
        self._before.setdefault(record, values_of(record))
        for name, value in values.items():
            setattr(record, name, value)

    async def remove(self, record: Base) -> None:
        """Deletes a record; its event keeps what it was."""
        if record in self.session.new:
            await self.session.flush()
        self._before.setdefault(record, values_of(record))
        self._removed.add(record)
        self._held.pop((type(record), cast("Any", record).id), None)
        await self.session.delete(record)
        await self.session.flush()

    def post(self, topic: str, payload: Values, *, due_at: datetime | None = None, user_id: str | None = None) -> None:
        """Asks for something outside, after the commit."""
        self.session.add(
            OutboxMessage(
                company_id=self.viewer.company_id,
                topic=topic,
                payload=payload,
                user_id=user_id or self.viewer.user_id,
                created_at=self.now,
                due_at=due_at or self.now - timedelta(milliseconds=1),
            )
        )

    def at_the_end(self, key: str, function: Callable[[], Awaitable[None]]) -> None:
        """Runs once for `key` when everything is changed, however often it was asked for."""
        self._closing.setdefault(key, function)

    async def finish(self, result: Values) -> None:
        """Events, what follows from the changes, the result; the company's counter last, so that numbers commit in order."""  # noqa: E501
        await self._write()
        events: list[Event] = []
        for record, before in self._before.items():
            after = None if record in self._removed else values_of(record)
            changes = difference(before, after)
            if not changes:
                continue
            events.append(self._event(record, before, after, changes))
            for follower in _followers.get(type(record), ()):
                await follower(self, record, before, after)
        await self.session.flush()
        for function in self._closing.values():
            await function()
        self._changed = bool(events)
        connection = await self.session.connection()
        await connection.execute(
            _KEEP_RESULT, {"company": self.viewer.company_id, "operation": self.operation_id, "result": result}
        )
        if events:
            await self._number(events)

    async def _write(self) -> None:
        """Every record once, with its new revision."""
        for record, before in self._before.items():
            if before is not None and (record in self._removed or difference(before, values_of(record))):
                record.revision += 1  # type: ignore[attr-defined]
        await self.session.flush()

    def _event(self, record: Base, before: Values | None, after: Values | None, changes: Values) -> Event:
        values = after or before or {}
        return Event(
            operation_id=self.operation_id,
            verb=self.name,
            change="created" if before is None else "removed" if after is None else "changed",
            subject_kind=record.kind,  # type: ignore[attr-defined]
            subject_id=record.id,  # type: ignore[attr-defined]
            revision=record.revision,  # type: ignore[attr-defined]
            account_id=record.id if record.kind == "account" else values.get("account_id"),  # type: ignore[attr-defined]
            difference=changes,
            user_id=self.viewer.user_id,
            door=self.door,
            at=self.at,
            recorded_at=self.now,
        )

    async def _number(self, events: Iterable[Event]) -> None:
        events = list(events)
        touches_rights = any(event.subject_kind in _RIGHTS for event in events)
        connection = await self.session.connection()
        counted = await connection.execute(
            _COUNT, {"company": self.viewer.company_id, "events": len(events), "rights": int(touches_rights)}
        )
        last = counted.scalar()
        if last is None:
            raise NotFound
        for number, event in enumerate(events, start=last - len(events) + 1):
            event.company_id, event.number = self.viewer.company_id, number
        self.session.add_all(events)
        await self.session.flush()


async def newest_of(session: AsyncSession, subject_id: str, after_revision: int) -> list[Event]:
    """The events of a record after one of its revisions, oldest first."""
    found = await session.scalars(
        select(Event).where(Event.subject_id == subject_id, Event.revision > after_revision).order_by(Event.revision)
    )
    return list(found)


async def removal_of(session: AsyncSession, subject_id: str) -> Event | None:
    """The event by which a record was removed; its difference says what it was. None for what was never removed."""
    found = await session.scalars(
        select(Event).where(Event.subject_id == subject_id, Event.change == "removed").order_by(Event.number.desc())
    )
    return found.first()


def difference(before: Values | None, after: Values | None) -> Values:
    """Field → [before, after], for every field that is not the same."""
    old, new = before or {}, after or {}
    return {
        name: [old.get(name), new.get(name)]
        for name in {**old, **new}
        if name not in _NOT_HISTORY and old.get(name) != new.get(name)
    }
