"""The words that records are filtered by – tags, cities, kinds –, folded, each a row that an index finds.

Derived from the records and kept in step by the operations, as their search lines are; whose the record is stands
beside, so that only the words of what one may see are offered.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.folding import fold
from core.policy import Sight, Viewer
from core.prepared import Statement, prepared, value
from core.records import CompanyOwned, Id, Owned, index
from core.work import Work

LONGEST = 100
_MANY = 800


class Mark(CompanyOwned, Owned, Base):
    """One word of one record."""

    __tablename__ = "marks"

    record_id: Mapped[str] = mapped_column(Id, primary_key=True)
    sort: Mapped[str] = mapped_column(String(10), primary_key=True)
    """`tag`, `city`, `kind`."""
    folded: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)
    shown: Mapped[str] = mapped_column(String(LONGEST))
    """As it was written."""
    kind: Mapped[str] = mapped_column(String(20))
    """The record's."""

    __table_args__ = (index("kind", "sort", "folded", "record_id"),)


def folded_mark(written: str) -> str:
    """What a word is found by, however it is written."""
    return fold(written)[:LONGEST]


async def mark(work: Work, words: Sequence[tuple[Any, Mapping[str, Sequence[str]]]]) -> None:
    """Writes records' words anew, each record with its words as they are written by sort."""
    await unmark(work, [record.id for record, _ in words])
    rows = {
        (record.id, sort, folded): {
            "company_id": work.viewer.company_id,
            "record_id": record.id,
            "sort": sort,
            "folded": folded,
            "shown": word[:LONGEST],
            "kind": record.kind,
            "owner_id": record.owner_id,
            "unit_id": record.unit_id,
            "team_id": record.team_id,
        }
        for record, sorts in words
        for sort, several in sorts.items()
        for word in several
        if (folded := folded_mark(word))
    }
    if rows:
        connection = await work.session.connection()
        await connection.execute(Mark.__table__.insert(), list(rows.values()))  # type: ignore[attr-defined]


async def unmark(work: Work, record_ids: Sequence[str]) -> None:
    """Removes the records' words."""
    await work.session.execute(delete(Mark).where(Mark.record_id.in_(record_ids)))


async def marks_of(session: AsyncSession, viewer: Viewer, kind: str, sort: str, limit: int = 200) -> list[str]:
    """The words of this sort on records of this kind that the viewer may see, the commonest first."""
    if f"{kind}.see" not in viewer.permissions:
        return []
    return [row.shown for row in await _commonest(session, viewer, limit, kind=kind, sort=sort)]


async def is_common(session: AsyncSession, kind: str, sort: str, folded: str) -> bool:
    """Whether so many of the company's records of this kind have the word that it tells little of one."""
    found = (await _having(session, None, kind=kind, sort=sort, folded=folded)).scalar_one()
    return bool(found == _MANY)


@prepared
def _having() -> Statement:
    some = select(Mark.record_id).where(
        Mark.kind == value("kind"), Mark.sort == value("sort"), Mark.folded == value("folded")
    )
    return select(func.count()).select_from(some.limit(_MANY).subquery())


@prepared
def _commonest(sight: Sight, limit: int) -> Statement:
    return (
        select(func.min(Mark.shown).label("shown"))
        .where(Mark.kind == value("kind"), Mark.sort == value("sort"), sight.seen.clause(Mark))
        .group_by(Mark.folded)
        .order_by(func.count().desc(), Mark.folded)
        .limit(limit)
    )
