"""What changed in a company and who may know: the change feed, ready to be told to those who look at pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.documents.models import Document
from core.events import Event
from core.merge import FieldConflict
from core.people.models import CompanyCounter
from core.policy import Viewer
from core.sales.models import Lead, LeadActivity, Opportunity

MOST: Final = 500
"""More than this at once is told as “much”, without details."""

_OWNED: Mapping[str, Any] = {model.kind: model for model in (Account, Contact, Lead, Opportunity, Activity, Document)}
# What hangs on an account or a contact is told as a change of that.
_HANGING: Mapping[str, Any] = {model.kind: model for model in (Phone, Email, Address, AccountContact)}
# Everybody's: the lists that a company sets up, and who may do what.
_SHARED = frozenset({"pipeline", "stage", "activity_type", "company", "role", "membership", "unit", "unit_grant",
                     "team", "team_member"})  # fmt: skip
_OWNERSHIP = ("owner_id", "team_id", "unit_id")
_ABOUT = ("account_id", "contact_id", "opportunity_id", "lead_id")
"""What a record is about, where it is about something."""

Owner = tuple[str | None, str | None, str | None]
"""Owner, team, unit."""


@dataclass(frozen=True, slots=True)
class Change:
    """A changed record, and whose it was and is; without owners it is everybody's."""

    number: int
    kind: str
    id: str | None
    owners: tuple[Owner, ...] | None
    topics: frozenset[str]
    """What a page may be open on that this concerns: the kind, the kind of each owner (`activity:<user>`), the ids of
    the record and of what it is about; `opportunity` too for an activity of one, as it is its next step."""

    def may_be_told_to(self, viewer: Viewer) -> bool:
        """Whether the viewer sees the record, or did until this change."""
        if self.owners is None:
            return True
        return f"{self.kind}.see" in viewer.permissions and any(viewer.seen.covers_owner(*one) for one in self.owners)


async def last_numbers(session: AsyncSession, company_ids: Iterable[str]) -> dict[str, int]:
    """Company → the number of its newest event. Needs a session over every company."""
    rows = await session.execute(
        select(CompanyCounter.company_id, CompanyCounter.last_event).where(
            CompanyCounter.company_id.in_(sorted(company_ids))
        )
    )
    return {row.company_id: row.last_event for row in rows}


async def changes_since(session: AsyncSession, number: int) -> list[Change] | None:
    """What changed after `number`, oldest first; None when that is too much to tell. A constant number of queries."""
    events = list(
        await session.execute(
            select(Event.number, Event.change, Event.subject_kind, Event.subject_id, Event.account_id, Event.difference)
            .where(Event.number > number)
            .order_by(Event.number)
            .limit(MOST + 1)
        )
    )
    if len(events) > MOST:
        return None
    hung_on = await _hung_on(session, events)
    subjects = [_subject(event, hung_on) for event in events]
    present = await _present(session, subjects)
    return [
        change for event, subject in zip(events, subjects, strict=True) if (change := _change(event, subject, present))
    ]


def _change(event: Any, subject: tuple[str, str], present: Mapping[tuple[str, str], Any]) -> Change | None:
    kind, record_id = subject
    if kind in _SHARED:
        return Change(event.number, "shared", None, None, frozenset({"shared"}))
    if kind not in _OWNED:
        return None
    row = present.get(subject)
    now = (row.owner_id, row.team_id, row.unit_id) if row else None
    found = [now] if now else []
    if event.subject_kind == kind and (before := _owner_before(event, now)):
        found.append(before)
    return Change(event.number, kind, record_id, tuple(found), _topics(event, subject, row, found))


def _topics(event: Any, subject: tuple[str, str], row: Any, owners: Iterable[Owner]) -> frozenset[str]:
    kind, record_id = subject
    about = {name: {getattr(row, name, None), *event.difference.get(name, ())} - {None} for name in _ABOUT}
    return frozenset(
        {kind, record_id}
        | {f"{kind}:{owner_id}" for owner_id, _, _ in owners}
        | ({event.account_id} - {None}).union(*about.values())
        | ({"opportunity"} if about["opportunity_id"] else set())
    )


def _owner_before(event: Any, present: Owner | None) -> Owner | None:
    """Whose a record was before it was removed or given to somebody else."""
    touched = {name: event.difference[name][0] for name in _OWNERSHIP if name in event.difference}
    if event.change == "removed":
        return (touched.get("owner_id"), touched.get("team_id"), touched.get("unit_id"))
    if event.change == "created" or not touched or present is None:
        return None
    now = dict(zip(_OWNERSHIP, present, strict=True)) | touched
    return (now["owner_id"], now["team_id"], now["unit_id"])


def _subject(event: Any, hung_on: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    if event.subject_kind == FieldConflict.kind:
        kind, subject = (_either(event.difference, name) for name in ("subject_kind", "subject_id"))
        return (str(kind), str(subject)) if kind and subject else hung_on.get(event.subject_id, ("conflict", ""))
    if event.subject_kind == LeadActivity.kind and (lead_id := _either(event.difference, "lead_id")) is not None:
        return ("lead", str(lead_id))
    if event.subject_kind not in _HANGING:
        return (event.subject_kind, event.subject_id)
    for kind in ("contact", "account"):
        if (record_id := _either(event.difference, f"{kind}_id")) is not None:
            return (kind, str(record_id))
    return hung_on.get(event.subject_id, (event.subject_kind, event.subject_id))


async def _hung_on(session: AsyncSession, events: Sequence[Any]) -> dict[str, tuple[str, str]]:
    """Changed phones, e-mails…, conflicts → the record that they belong to."""
    found: dict[str, tuple[str, str]] = {}
    for kind, model in _HANGING.items():
        ids = [event.subject_id for event in events if event.subject_kind == kind and event.change == "changed"]
        if ids:
            rows = await session.execute(select(model.id, model.contact_id, model.account_id).where(model.id.in_(ids)))
            for row in rows:
                found[row.id] = ("contact", row.contact_id) if row.contact_id else ("account", row.account_id)
    ids = [event.subject_id for event in events if event.subject_kind == FieldConflict.kind]
    if ids:
        for row in await session.execute(
            select(FieldConflict.id, FieldConflict.subject_kind, FieldConflict.subject_id).where(
                FieldConflict.id.in_(ids)
            )
        ):
            found[row.id] = (row.subject_kind, row.subject_id)
    return found


async def _present(session: AsyncSession, subjects: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Any]:
    """Whose the records are now, and what they are about."""
    wanted: dict[str, set[str]] = {}
    for kind, record_id in subjects:
        if kind in _OWNED:
            wanted.setdefault(kind, set()).add(record_id)
    found: dict[tuple[str, str], Any] = {}
    for kind, ids in wanted.items():
        model = _OWNED[kind]
        columns = [getattr(model, name) for name in ("id", *_OWNERSHIP, *_ABOUT) if hasattr(model, name)]
        if model is Activity:
            columns.append(_its_lead())
        rows = await session.execute(select(*columns).where(model.id.in_(sorted(ids))))
        found |= {(kind, row.id): row for row in rows}
    return found


def _its_lead() -> Any:
    of_it = select(LeadActivity.lead_id).where(LeadActivity.activity_id == Activity.id)
    return of_it.scalar_subquery().label("lead_id")


def _either(difference: Mapping[str, Any], name: str) -> Any:
    before, after = difference.get(name, (None, None))
    return after if after is not None else before
