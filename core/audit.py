"""Who changed what, from what to what, when, through which door: a company's history, for who may audit it.

The newest first, in pages that go on where the last event – of one person, the last operation – was shown.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import ActivityType
from core.audit_codes import in_words
from core.audit_words import DOORS, FIELDS, KINDS, refers_to
from core.customers.places import shown_number
from core.errors import Invalid
from core.events import Event, PerformedOperation
from core.i18n import Translator
from core.local_time import local
from core.own_words import from_json, in_language
from core.payloads import an_id
from core.people.models import Role, Team, Unit, User
from core.policy import Permission, Viewer, require
from core.record_pages import has_page, page_of
from core.records import UtcDateTime, model_of
from core.sales.models import Pipeline, Stage
from core.standard_names import activity_type_name, pipeline_name, role_name, stage_name
from core.titles import has_title, titles_of

View = dict[str, Any]
Names = dict[tuple[str, str], str]
"""(kind, id) → what it is called."""

PAGE = 40
_NOTHING: tuple[Any, ...] = (None, "", [], {})
_NUMBERS = frozenset({("phone", "number"), ("lead", "phone")})
_CENTS = frozenset({("opportunity", "amount")})
_SET_UP: Mapping[str, tuple[tuple[Any, ...], Callable[..., str]]] = {
    "user": ((User.id, User.name), lambda name, _: str(name)),
    "unit": ((Unit.id, Unit.name), lambda name, _: str(name)),
    "team": ((Team.id, Team.name), lambda name, _: str(name)),
    "role": ((Role.id, Role.key, Role.name), role_name),
    "pipeline": ((Pipeline.id, Pipeline.name), pipeline_name),
    "stage": ((Stage.id, Stage.key, Stage.name), stage_name),
    "activity_type": ((ActivityType.id, ActivityType.key, ActivityType.name), activity_type_name),
}
"""What a company is made of: its columns, and how these are said in a language."""


async def audit(
    session: AsyncSession,
    viewer: Viewer,
    translate: Translator,
    now: datetime,
    *,
    user_id: str | None = None,
    record_id: str | None = None,
    before: str = "",
) -> View:
    """A page of what happened: all, by one person, or to one record; `more` is where it goes on, if it does.

    Raises `NotPermitted`. A constant number of queries.
    """
    require(viewer, Permission.AUDIT_SEE)
    if user_id is not None and record_id is None:
        events, more = await _by_user(session, user_id, before)
    else:
        events, more = await _newest(session, user_id, record_id, before)
    names = await _names(session, viewer, translate, events)
    return {"entries": [_entry(event, names, translate, now, viewer.country) for event in events], "more": more}


async def _newest(
    session: AsyncSession, user_id: str | None, record_id: str | None, before: str
) -> tuple[Sequence[Event], str | None]:
    statement = select(Event).order_by(Event.number.desc()).limit(PAGE + 1)
    if record_id is not None:
        statement = statement.where(Event.subject_id == record_id)
    if user_id is not None:
        statement = statement.where(Event.user_id == user_id)
    if before.isascii() and before.isdecimal() and len(before) < 16:  # noqa: PLR2004
        statement = statement.where(Event.number < int(before))
    events = list(await session.scalars(statement))
    return events[:PAGE], str(events[PAGE - 1].number) if len(events) > PAGE else None


async def _by_user(session: AsyncSession, user_id: str, before: str) -> tuple[Sequence[Event], str | None]:
    """By way of the person's operations, which have an index."""
    done = PerformedOperation
    statement = (
        select(done.id, done.at).where(done.user_id == user_id).order_by(done.at.desc(), done.id.desc()).limit(PAGE + 1)
    )
    if (after := _key(before)) is not None:
        at, operation_id = after
        statement = statement.where((done.at < at) | ((done.at == at) & (done.id < operation_id)))
    operations = (await session.execute(statement)).all()
    ids = [row.id for row in operations[:PAGE]]
    events = await session.scalars(select(Event).where(Event.operation_id.in_(ids)).order_by(Event.number.desc()))
    last = operations[PAGE - 1] if len(operations) > PAGE else None
    return list(events), f"{last.at.isoformat()}_{last.id}" if last else None


def _key(before: str) -> tuple[datetime, str] | None:
    moment, _, operation_id = before.replace(" ", "+").partition("_")
    try:
        at = datetime.fromisoformat(moment)
        return (at, an_id(operation_id)) if at.tzinfo is not None else None
    except (ValueError, OverflowError, Invalid):
        return None


def _entry(event: Event, names: Names, translate: Translator, now: datetime, country: str) -> View:
    kind = event.subject_kind
    known = names.get((kind, event.subject_id))
    gone = _title_in(event.difference)
    return {
        "number": event.number,
        "at": local(event.at, now),
        "by": names.get(("user", event.user_id or "")),
        "by_id": event.user_id,
        "door": translate(DOORS[event.door]) if event.door in DOORS else event.door,
        "change": event.change,
        "kind": translate(KINDS[kind]) if kind in KINDS else kind,
        "title": known or (shown_number(gone, country) if gone and kind == "phone" else gone),
        "record_id": event.subject_id,
        "href": page_of(kind, event.subject_id) if known and has_page(kind) else None,
        "fields": [
            {
                "name": translate(FIELDS[name]) if name in FIELDS else name,
                "before": _value(kind, name, pair[0], names, translate, now, country),
                "after": _value(kind, name, pair[1], names, translate, now, country),
            }
            for name, pair in sorted(event.difference.items())
            if name not in ("id", "created_at") and any(one not in _NOTHING for one in pair)
        ],
    }


def _title_in(difference: Mapping[str, Any]) -> str | None:
    """What a record was called that is no longer there."""
    for field in ("name", "title", "subject", "email", "number", "address"):
        for value in reversed(difference.get(field, [])):
            if isinstance(value, str) and value:
                return value[:200]
    return None


def _value(kind: str, field: str, value: Any, names: Names, translate: Translator, now: datetime, country: str) -> View:
    """A value as a view has it: its `kind` (nothing, text, number, moment, day, yes, no) and the value."""
    if value in _NOTHING:
        return {"kind": "nothing", "value": None}
    if isinstance(value, bool):
        return {"kind": "yes" if value else "no", "value": None}
    column = _column_type(kind, field)
    if isinstance(column, UtcDateTime) and (moment := _moment(value)) is not None:
        return {"kind": "moment", "value": local(moment, now)}
    if isinstance(column, Date) and _day(value):
        return {"kind": "day", "value": value}
    if (kind, field) in _CENTS and isinstance(value, int):
        return {"kind": "number", "value": f"{Decimal(value) / 100:.2f}"}
    return {"kind": "text", "value": _text(kind, field, value, names, translate, country)[:500]}


def _text(kind: str, field: str, value: Any, names: Names, translate: Translator, country: str) -> str:
    if (kind, field) in _NUMBERS:
        return shown_number(str(value), country)
    if (referred := refers_to(kind, field)) is not None:
        return ", ".join(names.get((referred, one)) or one[:8] for one in _each(value))
    if isinstance(value, dict) and "" in value:
        return in_language(from_json(value), translate.locale)
    values = value if isinstance(value, list) else [value]
    return ", ".join(in_words(kind, field, str(one), translate) for one in values)


def _each(value: Any) -> list[str]:
    """The ids in a field that holds one, several or none."""
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one]


def _column_type(kind: str, field: str) -> Any:
    try:
        column = model_of(kind).__mapper__.columns.get(field)
    except LookupError:
        return None
    return column.type if column is not None else None


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


def _day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


async def _names(session: AsyncSession, viewer: Viewer, translate: Translator, events: Sequence[Event]) -> Names:
    """What everything is called that the events speak of: of records, those that the viewer may see."""
    wanted: dict[str, set[str]] = {}
    for event in events:
        wanted.setdefault(event.subject_kind, set()).add(event.subject_id)
        wanted.setdefault("user", set()).add(event.user_id or "")
        for field, values in event.difference.items():
            if (kind := refers_to(event.subject_kind, field)) is not None:
                wanted.setdefault(kind, set()).update(one for value in values for one in _each(value))
    names: Names = {}
    for kind, ids in wanted.items():
        found = await _named(session, viewer, translate, kind, ids - {""})
        names |= {(kind, known): name for known, name in found.items()}
    return names


async def _named(
    session: AsyncSession, viewer: Viewer, translate: Translator, kind: str, ids: set[str]
) -> dict[str, str]:
    if has_title(kind):
        return await titles_of(session, viewer, kind, ids)
    if kind not in _SET_UP:
        return {}
    columns, called = _SET_UP[kind]
    rows = await session.execute(select(*columns).where(columns[0].in_(sorted(ids))))
    return {row[0]: called(*row[1:], translate) for row in rows}
