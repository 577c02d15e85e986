"""An edit made on an older state: what nobody else changed is merged, what two changed becomes a visible conflict."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.errors import NotFound
from core.events import newest_of
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.records import Id, Json, Record, UtcDateTime, index, model_of, plain, restored
from core.work import Work


class FieldConflict(Record, Base):
    """Two people gave one field two values: theirs stands in the record, mine is kept here until somebody decides."""

    __tablename__ = "conflicts"
    kind = "conflict"

    subject_kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[str] = mapped_column(Id)
    field: Mapped[str] = mapped_column(String(60))
    mine: Mapped[Any] = mapped_column(Json)
    theirs: Mapped[Any] = mapped_column(Json)
    user_id: Mapped[str] = mapped_column(Id)
    """Who gave `mine`."""
    other_user_id: Mapped[str | None] = mapped_column(Id)
    account_id: Mapped[str | None] = mapped_column(Id)
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (index("subject_id"), index("user_id", "resolved_at"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """An edit beside what others did since it was begun."""

    settled: dict[str, Any]
    """What is to be set: nobody else has touched it."""
    conflicting: dict[str, str | None]
    """The fields that another changed to something else → who."""


async def weigh(work: Work, record: Any, wanted: Mapping[str, Any], base: int | None) -> Weighed:
    """What becomes of the fields of `wanted`, as they were left by somebody who saw revision `base`.

    Without a base the edit was made on what is there now. One's own later word replaces one's own earlier one; what
    one left as one found it is no change of one's own: another's stays.
    """
    found: dict[str, Any] = {}
    touched: dict[str, str | None] = {}
    if base is not None and base < record.revision:
        for event in await newest_of(work.session, record.id, base):
            found = {name: before for name, (before, _) in event.difference.items()} | found
            touched |= dict.fromkeys(event.difference, event.user_id)
    others = {name for name in wanted if touched.get(name, work.viewer.user_id) != work.viewer.user_id}
    return Weighed(
        {name: value for name, value in wanted.items() if name not in others},
        {
            name: touched[name]
            for name in wanted
            if name in others and plain(wanted[name]) not in (plain(getattr(record, name)), found[name])
        },
    )


async def merge(work: Work, record: Any, wanted: Mapping[str, Any], base: int | None) -> list[str]:
    """Sets what `weigh` finds settled and keeps what is in conflict beside it; gives the names of those fields."""
    weighed = await weigh(work, record, wanted, base)
    work.change(record, **weighed.settled)
    for name, other_user_id in weighed.conflicting.items():
        await work.add(
            FieldConflict(
                subject_kind=record.kind,
                subject_id=record.id,
                field=name,
                mine=plain(wanted[name]),
                theirs=plain(getattr(record, name)),
                user_id=work.viewer.user_id,
                other_user_id=other_user_id,
                account_id=record.id if record.kind == "account" else getattr(record, "account_id", None),
            )
        )
    return list(weighed.conflicting)


def given(payload: BaseModel, *leave_out: str) -> dict[str, Any]:
    """The fields that the payload really has, whatever their value; what an edit is about."""
    return {name: getattr(payload, name) for name in payload.model_fields_set if name not in {"id", "base", *leave_out}}


class ResolveConflict(Payload):
    id: IdField
    keep_mine: bool


@operation("conflict.resolve", None)
async def resolve(work: Work, payload: ResolveConflict) -> Result:
    """Decides a conflict: mine is written, or theirs stays."""
    conflict = await work.see(FieldConflict, payload.id)
    subject = await work.edit(model_of(conflict.subject_kind), conflict.subject_id)
    if conflict.resolved_at is not None:
        raise NotFound
    if payload.keep_mine:
        work.change(subject, **{conflict.field: restored(type(subject), conflict.field, conflict.mine)})
    work.change(conflict, resolved_at=work.now)
    return {"id": conflict.id, "subject_kind": conflict.subject_kind, "subject_id": conflict.subject_id}
