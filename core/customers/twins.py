"""Pairs of accounts, or of contacts, that may be the same and wait for a decision; and the sweep that finds them.

Derived, by the one scorer: what was just entered or changed is looked at within half a minute, what was there before
little by little. Each record is looked at with the eyes of its owner, who is asked; whoever may not edit both is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import String, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.changes import changes_since
from core.customers.alike import alike
from core.customers.models import Account, Contact
from core.database import EVERY_COMPANY, Base, insert_into, reading, transaction
from core.errors import NotFound
from core.finishing import follows
from core.people.models import CompanyCounter
from core.records import CompanyOwned, Id, Json, UtcDateTime, belongs_to, index
from core.viewers import viewer_of
from core.work import Work

Values = dict[str, Any] | None
Walked = dict[str, str | None]

WORTH_ASKING: Final = 0.75
"""Two of the same name and nothing else alike are said on their pages, but nobody is asked."""
AT_ONCE: Final = 20
"""So many records a company are looked at in one run."""
_MODELS: Mapping[str, type[Any]] = {"account": Account, "contact": Contact}
_FIRST = "00000000-0000-0000-0000-000000000000"


class Twin(CompanyOwned, Base):
    """Two records that may be the same, and who is asked."""

    __tablename__ = "twins"

    user_id: Mapped[str] = mapped_column(Id, primary_key=True)
    first_id: Mapped[str] = mapped_column(Id, primary_key=True)
    """The lesser of the two ids, so that a pair is one pair."""
    second_id: Mapped[str] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        belongs_to("memberships", "user_id", "user_id"),
        index("user_id"),
        index("first_id"),
        index("second_id"),
    )


class TwinSweep(CompanyOwned, Base):
    """How far a company's records have been looked at."""

    __tablename__ = "twin_sweeps"

    last_event: Mapped[int] = mapped_column()
    """What was changed up to here has been."""
    walked: Mapped[dict[str, str | None]] = mapped_column(Json)
    """Kind → the id up to which all have been; none when that is done."""


@follows(Account)
@follows(Contact)
async def settle(work: Work, record: Any, before: Values, after: Values) -> None:
    """What was merged, put away, kept apart or given to somebody else waits no longer; the sweep looks again."""
    if before is None:
        return
    if after is None or any(before[name] != after[name] for name in ("archived_at", "apart", "owner_id")):
        work.at_the_end(_forget, record.id, record.id)


async def _forget(work: Work, record_ids: Sequence[str]) -> None:
    await work.session.execute(delete(Twin).where(_has(*record_ids)))


def _has(*record_ids: str) -> Any:
    return or_(Twin.first_id.in_(record_ids), Twin.second_id.in_(record_ids))


async def sweep_for_twins() -> int:
    """Looks at what was changed since the last time and at a few more; gives how many pairs there are to decide."""
    async with reading(EVERY_COMPANY) as session:
        companies = dict((await session.execute(select(CompanyCounter.company_id, CompanyCounter.last_event))).all())
        swept = {row.company_id: row for row in await session.scalars(select(TwinSweep))}
    found = 0
    for company_id, last_event in companies.items():
        known = swept.get(company_id)
        if known is None or known.last_event < last_event or any(known.walked.values()):
            found += await _sweep(company_id, last_event, known)
    return found


@dataclass(frozen=True, slots=True)
class _Looked:
    """What one look at a record brought."""

    kind: str
    record_id: str
    owner_id: str
    others: Sequence[str]


async def _sweep(company_id: str, last_event: int, known: TwinSweep | None) -> int:
    since = known.last_event if known else last_event
    walked: Walked = dict(known.walked) if known else dict.fromkeys(_MODELS, _FIRST)
    changed: list[tuple[str, str]] = []
    upto = last_event
    async with reading(company_id) as session:
        changes = await changes_since(session, since)
        if changes is None:  # much at once, an import: everything is walked through again
            walked = dict.fromkeys(_MODELS, _FIRST)
        else:
            changed, upto = _changed(changes, last_event)
        walking, walked = await _next_ones(session, walked, AT_ONCE - len(changed))
        looked = [one for kind, record_id in dict.fromkeys([*changed, *walking])
                  if (one := await _look(session, company_id, kind, record_id)) is not None]  # fmt: skip
    await _keep(company_id, looked, {record_id for _, record_id in changed}, upto, walked)
    return sum(len(one.others) for one in looked)


def _changed(changes: Iterable[Any], last_event: int) -> tuple[list[tuple[str, str]], int]:
    """The first of the changed customers, and the event up to which they are all."""
    found: dict[tuple[str, str], None] = {}
    for change in changes:
        if change.kind in _MODELS and change.id is not None:
            if len(found) == AT_ONCE and (change.kind, change.id) not in found:
                return list(found), change.number - 1
            found[change.kind, change.id] = None
        last_event = max(last_event, change.number)
    return list(found), last_event


async def _next_ones(session: AsyncSession, walked: Walked, room: int) -> tuple[list[tuple[str, str]], Walked]:
    """The next records of those that were there before, and how far that is."""
    found: list[tuple[str, str]] = []
    for kind, model in _MODELS.items():
        after, wanted = walked.get(kind), room - len(found)
        if after is None or wanted <= 0:
            continue
        there = select(model.id).where(model.id > after, model.archived_at.is_(None)).order_by(model.id).limit(wanted)
        ids = list(await session.scalars(there))
        found += [(kind, one) for one in ids]
        walked[kind] = ids[-1] if len(ids) == wanted else None
    return found, walked


async def _look(session: AsyncSession, company_id: str, kind: str, record_id: str) -> _Looked | None:
    """As its owner sees it; None for what is nobody's, or of somebody who is no longer there."""
    model = _MODELS[kind]
    owner = select(model.owner_id).where(model.id == record_id, model.archived_at.is_(None))
    owner_id = await session.scalar(owner)
    if owner_id is None:
        return None
    try:
        viewer = await viewer_of(session, company_id, owner_id)
        found = await alike(session, viewer, kind, record_id)
    except NotFound:
        return None
    others = [one["id"] for one in found if one["score"] >= WORTH_ASKING]
    if others:
        whose = select(model.id, model.owner_id, model.team_id, model.unit_id).where(model.id.in_(others))
        others = [
            row.id
            for row in await session.execute(whose)
            if viewer.edited.covers_owner(row.owner_id, row.team_id, row.unit_id)
        ]
    return _Looked(kind, record_id, owner_id, others)


async def _keep(company_id: str, looked: Iterable[_Looked], changed: set[str], last_event: int, walked: Walked) -> None:
    now = datetime.now(UTC)
    async with transaction(company_id) as session:
        for one in looked:
            if one.record_id in changed:
                await session.execute(delete(Twin).where(Twin.user_id == one.owner_id, _has(one.record_id)))
            for other in one.others:
                first, second = sorted((one.record_id, other))
                pair = {
                    "company_id": company_id, "user_id": one.owner_id, "first_id": first, "second_id": second,
                    "kind": one.kind, "found_at": now,
                }  # fmt: skip
                await session.execute(insert_into(session, Twin).values(pair).on_conflict_do_nothing())
        state = {"last_event": last_event, "walked": walked}
        line = insert_into(session, TwinSweep).values(company_id=company_id, **state)
        await session.execute(line.on_conflict_do_update(index_elements=["company_id"], set_=state))
