"""What waits for its reader's decision, as a view: a constant number of queries, whatever waits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.mentions import Mention
from core.agenda.models import Activity
from core.agenda.rows import lines, rows
from core.conflicts import conflicts_by
from core.customers.card_contact import name_on
from core.customers.models import Account, Contact
from core.customers.readings import CardReading, CardState
from core.customers.twins import Twin
from core.i18n import Translator
from core.local_time import local
from core.people.models import User
from core.policy import Sight, Viewer, may_edit_row, visible
from core.prepared import ME, Statement, among, prepared
from core.record_pages import page_of
from core.sales.models import Lead, Opportunity
from core.search_entries import SearchEntry

View = dict[str, Any]

_MOST = 50
_NAMED: Mapping[str, tuple[Any, Any]] = {
    "account": (Account, Account.name),
    "contact": (Contact, Contact.name),
    "lead": (Lead, Lead.title),
    "opportunity": (Opportunity, Opportunity.title),
}


async def waiting_view(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> View:
    """`cards`, `conflicts`, `mentions`, `twins`: of each what the reader may see and decide, at most fifty."""
    return {
        "cards": await _cards(session, viewer, now),
        "conflicts": await _conflicts(session, viewer, translate, now),
        "mentions": await _mentions(session, viewer, translate, now),
        "twins": await _twins(session, viewer, now),
    }


async def _cards(session: AsyncSession, viewer: Viewer, now: datetime) -> list[View]:
    """One's own photos about which something is asked."""
    return [
        {
            "id": row.id,
            "name": name_on(row.card or {}),
            "company": (row.card or {}).get("company") or None,
            "at": local(row.created_at, now),
        }
        for row in await _asking(session, viewer)
    ]


@prepared
def _asking(_: Sight) -> Statement:
    return (
        select(CardReading.id, CardReading.card, CardReading.created_at)
        .where(CardReading.user_id == ME, CardReading.state == CardState.ASKS.value)
        .order_by(CardReading.created_at.desc())
        .limit(_MOST)
    )


async def _conflicts(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> list[View]:
    """By record: its name, its address, its fields in conflict."""
    found = await conflicts_by(session, viewer, translate, now)
    if not found:
        return []
    names: dict[str, str] = {}
    for kind, (model, name) in _NAMED.items():
        ids = [one["subject_id"] for one in found if one["subject_kind"] == kind]
        if ids and f"{kind}.edit" in viewer.permissions:
            statement = select(model.id, name.label("name")).where(model.id.in_(ids), viewer.edited.clause(model))
            names |= {row.id: row.name for row in await session.execute(visible(statement, viewer, model))}
    ids = [one["subject_id"] for one in found if one["subject_kind"] == "activity"]
    if ids:
        activities = lines(await _activities(session, viewer, ids=ids), viewer, translate, now)
        names |= {one["id"]: _name_of(one) for one in activities if one["may_edit"]}
    records: dict[str, View] = {}
    for one in found:
        kind, record_id = one.pop("subject_kind"), one.pop("subject_id")
        if record_id in names:
            record = {"name": names[record_id], "href": page_of(kind, record_id), "conflicts": []}
            records.setdefault(record_id, record)["conflicts"].append(one)
    return list(records.values())


async def _mentions(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> list[View]:
    """Who named the reader where, the newest first."""
    found = (await _unread(session, viewer)).all()
    ids = [row.activity_id for row in found]
    activities = {
        one["id"]: one
        for one in (lines(await _activities(session, viewer, ids=ids), viewer, translate, now) if ids else ())
    }
    return [
        {
            "id": row.id,
            "activity_id": row.activity_id,
            "kind": activities[row.activity_id]["kind"],
            "name": _name_of(activities[row.activity_id]),
            "words": row.note or row.result or row.subject,
            "by": row.by,
            "at": local(row.at, now),
        }
        for row in found
        if row.activity_id in activities
    ]


@prepared
def _unread(sight: Sight) -> Statement:
    statement = (
        select(
            Mention.id, Mention.activity_id, Mention.at, User.name.label("by"), Activity.subject, Activity.note,
            Activity.result,
        )
        .join(Activity, (Activity.company_id == Mention.company_id) & (Activity.id == Mention.activity_id))
        .join(User, User.id == Mention.by_id)
        .where(Mention.user_id == ME, Mention.read_at.is_(None))
        .order_by(Mention.at.desc())
        .limit(_MOST)
    )  # fmt: skip
    return visible(statement, sight, Activity)


@prepared
def _activities(sight: Sight) -> Statement:
    return rows(sight).where(among(Activity.id, "ids"))


def _name_of(activity: View) -> str:
    with_whom = activity["account"] or activity["contact"]
    return str(with_whom["name"] if with_whom else activity["subject"] or activity["kind_name"])


async def _twins(session: AsyncSession, viewer: Viewer, now: datetime) -> list[View]:
    """Pairs of which the reader may edit both, the newest first: what each is called, and where it is."""
    found = (await _pairs(session, viewer)).all()
    ids = sorted({one for row in found for one in (row.first_id, row.second_id)})
    known = {row.record_id: row for row in await _lines(session, viewer, ids=ids)} if ids else {}
    pairs = []
    for row in found:
        both = [known.get(row.first_id), known.get(row.second_id)]
        if all(one is not None and may_edit_row(viewer, row.kind, one) for one in both):
            pairs.append({
                "kind": row.kind,
                "path": page_of(row.kind, row.first_id),
                "other_id": row.second_id,
                "both": [_side(row.kind, one) for one in both],
                "at": local(row.found_at, now),
            })  # fmt: skip
    return pairs


def _side(kind: str, one: Any) -> View:
    return {"name": one.title, "detail": one.detail or None, "href": page_of(kind, one.record_id)}


@prepared
def _pairs(_: Sight) -> Statement:
    return (
        select(Twin.kind, Twin.first_id, Twin.second_id, Twin.found_at)
        .where(Twin.user_id == ME)
        .order_by(Twin.found_at.desc(), Twin.first_id, Twin.second_id)
        .limit(_MOST)
    )


@prepared
def _lines(sight: Sight) -> Statement:
    line = SearchEntry
    return select(line.record_id, line.title, line.detail, line.owner_id, line.team_id, line.unit_id).where(
        among(line.record_id, "ids"), sight.seen.clause(line)
    )
