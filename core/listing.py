"""Records as they are, for programs: one by its id, or those that fit; only what the viewer may see."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Boolean, Integer, Select, Uuid, select
from sqlalchemy.ext.asyncio import AsyncSession

import core.all_models  # noqa: F401 - kinds are found by their names
from core.agenda.models import ActivityType
from core.errors import Invalid, NotFound, invalid
from core.events import Event
from core.i18n import N_
from core.payloads import cleaned
from core.people.models import Membership, Role, Team, Unit
from core.policy import Permission, Viewer, require, visible
from core.records import model_of, plain, restored
from core.sales.models import Pipeline, Stage
from core.search import search

OWNED = ("account", "contact", "lead", "opportunity", "activity", "document")
SET_UP: Mapping[str, Any] = {
    "pipeline": Pipeline,
    "stage": Stage,
    "activity_type": ActivityType,
    "unit": Unit,
    "team": Team,
    "membership": Membership,
    "role": Role,
}
"""What everybody at work in a company sees of how it is set up."""
KINDS = (*OWNED, *SET_UP, "event")


async def get(session: AsyncSession, viewer: Viewer, kind: str, record_id: str) -> dict[str, Any]:
    """One record's columns. Raises `NotFound`."""
    try:
        found = await listed(session, viewer, kind, {"id" if kind != "event" else "number": record_id}, "", 1)
    except Invalid:
        raise NotFound from None
    if not found:
        raise NotFound
    return found[0]


async def listed(
    session: AsyncSession, viewer: Viewer, kind: str, filters: Mapping[str, str], words: str = "", limit: int = 100
) -> list[dict[str, Any]]:
    """The records whose columns have these values (and that the search finds for `words`), in the order they were made.

    Raises `NotFound` for a kind that is not listed, `Invalid` for a column that is not there.
    """
    model, statement = _statement(viewer, kind)
    for name, value in filters.items():
        statement = statement.where(getattr(model, _column(model, name)) == _value(model, name, value))
    if words and kind in OWNED:
        found = await search(session, viewer, words, (kind,), limit, slips=False)
        statement = statement.where(model.id.in_([line.id for line in found]))
    key = model.number if kind == "event" else model.id
    rows = await session.scalars(statement.order_by(key).limit(limit))
    return [{column.key: plain(getattr(row, column.key)) for column in model.__mapper__.column_attrs} for row in rows]


def _statement(viewer: Viewer, kind: str) -> tuple[Any, Select[*tuple[Any, ...]]]:
    if kind in OWNED:
        model: Any = model_of(kind)
        return model, visible(select(model), viewer, model)
    if kind == "event":
        require(viewer, Permission.AUDIT_SEE)
        return Event, select(Event).where(Event.company_id == viewer.company_id)
    if kind not in SET_UP:
        raise NotFound(N_("There is no kind “{kind}”. There are: {kinds}."), kind=kind[:40], kinds=", ".join(KINDS))
    model = SET_UP[kind]
    return model, select(model).where(model.company_id == viewer.company_id)


def _column(model: Any, name: str) -> str:
    if name not in model.__mapper__.columns:
        raise invalid(name[:40], N_("There is no such field."))
    return name


def _value(model: Any, name: str, value: str) -> Any:
    if value == "":
        return None
    try:
        return _as_column(model, name, str(cleaned(value)))
    except (ValueError, TypeError, KeyError):
        raise invalid(name, N_("That cannot be taken as it is.")) from None


def _as_column(model: Any, name: str, value: str) -> Any:
    column = model.__mapper__.columns[name].type
    if isinstance(column, Uuid):
        return str(UUID(value))
    if isinstance(column, Boolean):
        return {"true": True, "false": False}[value.lower()]
    if isinstance(column, Integer):
        number = int(value)
        if abs(number) >= 2 ** (63 if isinstance(column, BigInteger) else 31):
            raise ValueError(value)
        return number
    if isinstance(column, JSON):
        raise TypeError(name)
    return restored(model, name, value)
