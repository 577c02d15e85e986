"""One operation at work: what it reads, adds, changes and removes, and the events that this makes."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core import policy
from core.database import Base
from core.errors import Conflict, NotFound, NotPermitted
from core.events import difference
from core.i18n import N_
from core.outbox import OutboxMessage
from core.policy import Viewer
from core.records import CompanyOwned, new_id, owned, values_of

R = TypeVar("R", bound=Base)
Values = dict[str, Any]
Closer = Callable[["Work", list[Any]], Awaitable[None]]
"""What is run once at the end, with everything that it was asked for."""

_RIGHTS = frozenset({"role", "membership", "unit", "unit_grant", "team", "team_member", "user", "company"})
# What says what a record hangs on.
_HANGS = ("account_id", "contact_id", "opportunity_id")


@dataclass(slots=True)
class Together:
    """What the operations of one transaction share: one by itself, or those that are performed together."""

    held: dict[tuple[type[Base], str], Base] = field(default_factory=dict)
    """Every record read or added: new, or locked, so that it need not be read twice."""
    removed: dict[tuple[type[Base], str], Base] = field(default_factory=dict)
    """Every record that was deleted, though the database may not have heard of it yet."""
    closing: dict[Closer, dict[str, Any]] = field(default_factory=dict)
    """What is run at the end → what it is run for, by its key."""
    answers: dict[str, Any] = field(default_factory=dict)
    """What the database was asked once and need not be asked again until somebody's rights change."""
    unwritten: set[str] = field(default_factory=set)
    """The ids of what earlier operations changed, or hung something on, that the database has not heard of yet."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that an operation changed: its values before (None: new) and after it (None: removed)."""

    record: Base
    before: Values | None
    after: Values | None
    event: Values
    """Without its number."""

    @property
    def touches_rights(self) -> bool:
        """Whether it may change what somebody sees or may do."""
        return self.event["subject_kind"] in _RIGHTS


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
    together: Together = field(default_factory=Together)
    besides: Values = field(default_factory=dict)
    """What came of it besides, as what follows found; it joins the operation's result."""
    _before: dict[Base, Values | None] = field(default_factory=dict)
    """Every record touched, in order, with its values before; None for those that are new."""
    _removed: set[Base] = field(default_factory=set)
    changes: list[Changed] = field(default_factory=list)
    """What it did, once it is settled."""

    @property
    def at(self) -> datetime:
        """When the person did it: on the device, where that was earlier than now."""
        return min(self.device_at, self.now) if self.device_at else self.now

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
        if record_id in self.together.unwritten:
            # From here on this operation may ask the database about it.
            await self.session.flush()
            self.together.unwritten.clear()
        if (held := self.together.held.get((model, record_id))) is not None:
            return cast("R", held)
        key = {"id": record_id}
        if issubclass(cast("Any", model), CompanyOwned):
            key["company_id"] = self.viewer.company_id
        if (model, record_id) in self.together.removed:
            return None
        found = await self.session.get(model, key, with_for_update=True)
        if found is None:
            return None
        self.together.held[model, record_id] = found
        return found

    async def load_many(self, model: type[R], record_ids: Iterable[str]) -> None:
        """Reads and locks these records at once, so that `load` need not read one by one."""
        held = self.together.held
        wanted = sorted({one for one in record_ids if (model, one) not in held})
        row = cast("Any", model)
        for found in await self.session.scalars(select(model).where(row.id.in_(wanted)).with_for_update()):
            held[model, cast("Any", found).id] = found

    async def add(self, record: R) -> R:
        """A new record of this company; it is written at the end, together with all others."""
        row = cast("Any", record)
        if isinstance(row, CompanyOwned):
            row.company_id = self.viewer.company_id
        row.id, row.revision, row.created_at = row.id or new_id(), row.revision or 1, row.created_at or self.now
        if (type(record), row.id) in self.together.held:
            raise Conflict(N_("Two new things were given one id."))
        if self.together.removed.pop((type(record), row.id), None) is not None:
            await self.session.flush()  # the one that was there goes before another comes with its id
        _fill_in(record)
        self.together.held[type(record), row.id] = record
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
        place = (type(record), cast("Any", record).id)
        self.together.held.pop(place, None)
        self.together.removed[place] = record
        await self.session.delete(record)

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

    def at_the_end(self, function: Closer, key: str, subject: Any) -> None:
        """Runs the function when everything is changed: once, with the subjects of all keys that it was asked for."""
        self.together.closing.setdefault(function, {}).setdefault(key, subject)

    def not_at_the_end(self, function: Closer, key: str) -> None:
        """Forgets what an earlier operation asked for: the subject is gone."""
        self.together.closing.get(function, {}).pop(key, None)

    def settle(self) -> None:
        """The operation's function is done: what it changed is what it is now, whatever another operation makes of it."""  # noqa: E501
        for record, before in self._before.items():
            row = cast("Any", record)
            if before is not None and (record in self._removed or difference(before, values_of(record))):
                row.revision += 1
            after = None if record in self._removed else values_of(record)
            if fields := difference(before, after):
                change = Changed(record, before, after, self._event(row, before, after, fields))
                self.changes.append(change)
                if change.touches_rights:
                    self.together.answers.clear()
                values = after or before or {}
                self.together.unwritten |= {row.id, *(values[name] for name in _HANGS if values.get(name))}

    def _event(self, record: Any, before: Values | None, after: Values | None, fields: Values) -> Values:
        values = after or before or {}
        return {
            "company_id": self.viewer.company_id,
            "operation_id": self.operation_id,
            "verb": self.name,
            "change": "created" if before is None else "removed" if after is None else "changed",
            "subject_kind": record.kind,
            "subject_id": record.id,
            "revision": record.revision,
            "account_id": record.id if record.kind == "account" else values.get("account_id"),
            "difference": fields,
            "user_id": self.viewer.user_id,
            "door": self.door,
            "at": self.at,
            "recorded_at": self.now,
        }


def _fill_in(record: Base) -> None:
    """Gives a new record the values that its columns have where nobody says otherwise, as the database would later."""
    for name, default in _defaults(type(record)):
        if getattr(record, name) is None:
            setattr(record, name, default.arg(None) if default.is_callable else default.arg)


@cache
def _defaults(model: type[Base]) -> list[tuple[str, Any]]:
    mapper = model.__mapper__
    return [
        (mapper.get_property_by_column(column).key, column.default)
        for column in mapper.columns
        if column.default is not None and (column.default.is_scalar or column.default.is_callable)
    ]
