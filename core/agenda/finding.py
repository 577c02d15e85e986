"""Finds activities by what was said of them: their lines follow every change, and are read the newest first.

By their own words alone: with whom they are is found by that account's or contact's line. They stand in a table of
their own, as there are many more of them than of customers, whom a search must not look for among them.
"""

from typing import Any

from sqlalchemy import Index, String, Text, delete, literal_column, select, table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.agenda.models import Activity
from core.database import Base, insert_into
from core.finishing import follows
from core.folding import fold
from core.policy import Permission, Sight, Viewer
from core.prepared import Statement, prepared, value
from core.records import CompanyOwned, Id, Owned, index
from core.search import Found
from core.work import Work

Values = dict[str, Any] | None

_FOUND_BY = ("subject", "note", "result", "owner_id", "unit_id", "team_id")
_SAID = 1000
"""So many characters of a note are enough to find it by."""
_SHORTEST = 3


class ToldEntry(CompanyOwned, Owned, Base):
    """The words of an activity, folded; derived, and rebuilt at will."""

    __tablename__ = "told_entries"

    company_id: Mapped[str] = mapped_column(Id)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    activity_id: Mapped[str] = mapped_column(Id)
    title: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        index("activity_id", unique=True),
        index("owner_id", "number"),
        Index("ix_told_entries_trigrams", "text", postgresql_using="gin", postgresql_ops={"text": "gin_trgm_ops"},
              postgresql_with={"fastupdate": "off"}).ddl_if(dialect="postgresql"),
    )  # fmt: skip


async def found_by_words(session: AsyncSession, viewer: Viewer, words: str, limit: int) -> list[Found]:
    """The newest activities that have every one of these words, or part of a word, among what the viewer may see.

    Nothing for words of two letters or less, which are everywhere.
    """
    tokens = fold(words[:200]).split()[:8]
    if not viewer.may(Permission.ACTIVITY_SEE) or max(map(len, tokens), default=0) < _SHORTEST:
        return []
    long = [token for token in tokens if len(token) >= _SHORTEST]
    by_trigrams = session.get_bind().dialect.name == "sqlite"
    given = {f"like{n}": f"%{token}%" for n, token in enumerate(tokens)}
    given |= {"matching": " AND ".join(f'"{token}"' for token in long)} if by_trigrams else {}
    rows = await _newest(session, viewer, len(tokens), by_trigrams, limit, **given)
    return [Found("activity", row.activity_id, row.title, "") for row in rows]


@prepared
def _newest(sight: Sight, likes: int, by_trigrams: bool, limit: int) -> Statement:
    line = ToldEntry
    statement = select(line.activity_id, line.title).where(sight.seen.clause(line))
    order = line.number.desc()
    if by_trigrams:
        # The index first, from its end: common words fill the page after a few lines.
        matches = table("search_index_of_activities")
        rowid: Any = literal_column("search_index_of_activities.rowid")
        statement = statement.select_from(matches.join(line, line.number == rowid, isouter=False)).where(
            literal_column("search_index_of_activities").op("MATCH")(value("matching"))
        )
        order = rowid.desc()
    for n in range(likes):
        statement = statement.where(line.text.like(value(f"like{n}")))
    return statement.order_by(order).limit(limit)


@follows(Activity)
async def find_activity(work: Work, activity: Any, before: Values, after: Values) -> None:
    """Its line is written again, or goes with it or with its last word."""
    if before is not None and after is not None and all(before[name] == after[name] for name in _FOUND_BY):
        return
    said = _said(activity) if after is not None else []
    if said:
        await _keep(work, activity, said)
    elif before is not None:
        await work.session.execute(delete(ToldEntry).where(ToldEntry.activity_id == activity.id))


def _said(activity: Activity) -> list[str]:
    return [part for part in (activity.subject, activity.note[:_SAID], activity.result) if part]


async def _keep(work: Work, activity: Activity, said: list[str]) -> None:
    values = {
        "title": said[0].partition("\n")[0][:300], "text": f" {fold(' '.join(said))} ",
        "owner_id": activity.owner_id, "unit_id": activity.unit_id, "team_id": activity.team_id,
    }  # fmt: skip
    line = insert_into(work.session, ToldEntry).values(
        company_id=work.viewer.company_id, activity_id=activity.id, **values
    )
    await work.session.execute(line.on_conflict_do_update(index_elements=["company_id", "activity_id"], set_=values))
