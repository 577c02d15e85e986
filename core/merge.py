"""An edit made on an older state: what nobody else changed is merged, what two changed becomes a visible conflict."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.errors import NotFound
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.records import Id, Json, Record, UtcDateTime, index, model_of, plain, restored
from core.work import Work, newest_of


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


async def merge(work: Work, record: Any, wanted: Mapping[str, Any], base: int | None) -> list[str]:
    """Sets the fields of `wanted` that nobody else changed since revision `base`; gives the names of those in conflict.

    Without a base the edit was made on what is there now. One's own later word replaces one's own earlier one.
    """
    touched: dict[str, str | None] = {}
    if base is not None and base < record.revision:
        for event in await newest_of(work.session, record.id, base):
            touched |= dict.fromkeys(event.difference, event.user_id)
    conflicting = [
        name
        for name, value in wanted.items()
        if touched.get(name, work.viewer.user_id) != work.viewer.user_id
        and plain(getattr(record, name)) != plain(value)
    ]
    work.change(record, **{name: value for name, value in wanted.items() if name not in conflicting})
    for name in conflicting:
        await work.add(
            FieldConflict(
                subject_kind=record.kind,
                subject_id=record.id,
                field=name,
                mine=plain(wanted[name]),
                theirs=plain(getattr(record, name)),
                user_id=work.viewer.user_id,
                other_user_id=touched[name],
                account_id=record.id if record.kind == "account" else getattr(record, "account_id", None),
            )
        )
    return conflicting


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
