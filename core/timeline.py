"""What happened, as lines grouped by day: activities done, and what the history says of everything else."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.agenda.rows import is_about
from core.customers.models import AccountContact, Contact
from core.events import Event
from core.happenings import Happening, happening, is_told
from core.i18n import N_, Translator
from core.local_time import local
from core.people.models import User
from core.policy import Sight, Viewer, visible
from core.prepared import ME, Statement, among, prepared, value
from core.sales.models import Stage
from core.standard_names import activity_type_name, stage_name
from core.titles import titles_of

View = dict[str, Any]

_TOLD = ("account", "contact", "account_contact", "lead", "opportunity", "document")


async def history(
    session: AsyncSession,
    viewer: Viewer,
    translate: Translator,
    now: datetime,
    kind: str,
    record_id: str,
    *,
    absorbed: Sequence[str] = (),
    before: datetime | None = None,
    limit: int = 30,
) -> tuple[list[View], str | None]:
    """The days of an account, opportunity, contact or lead, the latest first, and where what came before begins.

    `absorbed`: the records that have become it, whose history is its own too.

    Only what the viewer may see; at most eight queries, however much there is.
    """
    about, cut = f"{kind}_id", before is not None
    done = await _done(session, viewer, about, cut, limit, before=before, **{about: record_id})
    activities = [_activity(row, translate, now) for row in done]
    whose = "account_id" if kind == "account" else "subject_id"
    found = (await _events_of(session, None, whose, cut, limit, of=[record_id, *absorbed], before=before)).all()
    told = await _told(session, viewer, translate, now, found, about_itself=kind != "account")
    entries = sorted([*activities, *told], key=lambda entry: str(entry["moment"]), reverse=True)
    # Beyond the shorter of two cut lists, the other's entries would stand without their neighbours.
    ends = [listed[-1] for listed, cut in ((activities, activities), (found, found)) if len(cut) == limit]
    floor = max((_moment_of(end) for end in ends), default=None)
    kept = [entry for entry in entries if floor is None or entry["moment"] >= floor]
    return _by_day(kept, now), (floor.isoformat() if floor is not None else None)


async def changes(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, limit: int = 5
) -> list[View]:
    """What others did lately, and what the reader did in the chat, among what the reader may see; the latest first."""
    found = (await _events_of_others(session, viewer, limit * 12)).all()
    told = await _told(session, viewer, translate, now, found, about_itself=False)
    told.sort(key=lambda entry: str(entry["moment"]), reverse=True)
    for entry in told:
        entry["at"] = local(entry["moment"], now)
        if entry["user_id"] == viewer.user_id:
            entry["by"] = translate(N_("in the chat")) if entry["door"] == "chat" else None
    return [_shown(entry) for entry in told[:limit]]


@prepared
def _done(sight: Sight, about: str, cut: bool, limit: int) -> Statement:
    statement = (
        select(
            Activity.id, Activity.subject, Activity.note, Activity.result, Activity.minutes, Activity.done_at,
            ActivityType.key, ActivityType.name.label("type_name"),
            Contact.name.label("contact"), User.name.label("by"),
        )
        .join(ActivityType, (ActivityType.company_id == Activity.company_id) & (ActivityType.id == Activity.type_id))
        .outerjoin(Contact, (Contact.company_id == Activity.company_id) & (Contact.id == Activity.contact_id))
        .outerjoin(User, User.id == Activity.owner_id)
        .where(
            Activity.state == "done",
            Activity.done_at < value("before") if cut else Activity.done_at.is_not(None),
            is_about(about),
        )
        .order_by(Activity.done_at.desc(), Activity.id)
        .limit(limit)
    )  # fmt: skip
    return visible(statement, sight, Activity)


def _activity(row: Any, translate: Translator, now: datetime) -> View:
    kind = activity_type_name(row.key, row.type_name, translate)
    kind = kind[:1].upper() + kind[1:]
    title = translate(N_("{kind}: {contact}"), {"kind": kind, "contact": row.contact}) if row.contact else kind
    return {
        "moment": row.done_at,
        "kind": row.key,
        "title": f"{title} · {row.subject}" if row.subject else title,
        "at": local(row.done_at, now),
        "by": _given_name(row.by),
        "note": row.note or row.result or None,
        "href": f"/activities/{row.id}",
    }


@prepared
def _events_of(about: str, cut: bool, limit: int) -> Statement:
    statement = _events().where(Event.subject_kind.in_(_TOLD), among(getattr(Event, about), "of"))
    if cut:
        statement = statement.where(Event.at < value("before"))
    return statement.order_by(Event.at.desc(), Event.number.desc()).limit(limit)


@prepared
def _events_of_others(_: Sight, limit: int) -> Statement:
    return (
        _events()
        .where(
            Event.subject_kind.in_(("lead", "opportunity", "contact", "account")),
            or_(Event.user_id != ME, Event.door.in_(("chat", "worker"))),
        )
        .order_by(Event.number.desc())
        .limit(limit)
    )


def _events() -> Select[*tuple[Any, ...]]:
    return select(
        Event.number, Event.verb, Event.change, Event.subject_kind, Event.subject_id, Event.difference, Event.user_id,
        Event.door, Event.at, User.name.label("by"),
    ).outerjoin(User, User.id == Event.user_id)  # fmt: skip


async def _told(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, events: Sequence[Any],
    *, about_itself: bool,
) -> list[View]:  # fmt: skip
    """The events worth a line, of subjects that the viewer may see."""
    worthy = [event for event in events if is_told(event)]
    titles = await _titles(session, viewer, worthy)
    stages = await _stages(session, translate) if any("stage_id" in event.difference for event in worthy) else {}
    return [
        _entry(event, happening(event, title, stages, translate, about_itself=about_itself), now)
        for event in worthy
        if (title := titles.get((event.subject_kind, _subject(event)))) is not None
    ]


async def _stages(session: AsyncSession, translate: Translator) -> dict[str, str]:
    return {row.id: stage_name(row.key, row.name, translate) for row in await _every_stage(session, None)}


@prepared
def _every_stage() -> Statement:
    return select(Stage.id, Stage.key, Stage.name)


async def _titles(session: AsyncSession, viewer: Viewer, events: Iterable[Any]) -> dict[tuple[str, str], str]:
    """(kind, subject) → its title, for the subjects that the viewer may see: one query a kind."""
    wanted: dict[str, set[str]] = {}
    for event in events:
        kind = "contact" if event.subject_kind == "account_contact" else event.subject_kind
        wanted.setdefault(kind, set()).add(_subject(event))
    titles: dict[tuple[str, str], str] = {}
    for kind, ids in wanted.items():
        for record_id, title in (await titles_of(session, viewer, kind, ids)).items():
            titles[kind, record_id] = title
            if kind == "contact":
                titles["account_contact", record_id] = title
    return titles


def _subject(event: Any) -> str:
    if event.subject_kind != AccountContact.kind:
        return str(event.subject_id)
    return str(next(filter(None, event.difference.get("contact_id", [None])), event.subject_id))


def _entry(event: Any, said: Happening, now: datetime) -> View:
    return {
        "moment": event.at,
        "kind": said.kind,
        "title": said.title,
        "at": local(event.at, now),
        "by": _given_name(event.by),
        "note": said.note,
        "href": said.href,
        "user_id": event.user_id,
        "door": event.door,
    }


def _by_day(entries: Sequence[View], now: datetime) -> list[View]:
    return [
        {"day": day, "events": [_shown(entry) for entry in group]}
        for day, group in groupby(entries, key=lambda entry: entry["moment"].astimezone(now.tzinfo).date().isoformat())
    ]


def _shown(entry: View) -> View:
    return {name: entry[name] for name in ("kind", "title", "at", "by", "note", "href")}


def _moment_of(end: Any) -> datetime:
    moment: datetime = end["moment"] if isinstance(end, dict) else end.at
    return moment


def _given_name(name: str | None) -> str | None:
    return name.split()[0] if name else None
