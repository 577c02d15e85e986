"""Search over accounts, contacts and opportunities: one line a record, kept in step by the operations.

The few statements that the database's dialects do not share live here and nowhere else; the first migration makes their
indexes (FTS5's trigrams on SQLite, pg_trgm on PostgreSQL).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Index, String, Text, delete, literal_column, or_, select, table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, insert_into
from core.folding import fold
from core.policy import Viewer
from core.records import CompanyOwned, Id, Owned, index
from core.work import Work

_SHORTEST_TRIGRAM = 3


class SearchEntry(CompanyOwned, Owned, Base):
    """What a record is found by, folded; derived, and rebuilt at will."""

    __tablename__ = "search_entries"

    company_id: Mapped[str] = mapped_column(Id)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(20))
    record_id: Mapped[str] = mapped_column(Id)
    title: Mapped[str] = mapped_column(String(300))
    detail: Mapped[str] = mapped_column(String(300), default="")
    text: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        index("record_id", unique=True),
        Index("ix_search_entries_trigrams", "text", postgresql_using="gin",
              postgresql_ops={"text": "gin_trgm_ops"}).ddl_if(dialect="postgresql"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A search result: enough to show a line and to open it."""

    kind: str
    id: str
    title: str
    detail: str


async def search(
    session: AsyncSession, viewer: Viewer, words: str, kinds: Sequence[str] = ("account", "contact", "opportunity"),
    limit: int = 20,
) -> list[Found]:  # fmt: skip
    """The records that have every word of `words` (or part of a word), best first, among what the viewer may see."""
    tokens = fold(words[:200]).split()[:8]
    allowed = [kind for kind in kinds if f"{kind}.see" in viewer.permissions]
    if not tokens or not allowed:
        return []
    statement = select(SearchEntry.kind, SearchEntry.record_id, SearchEntry.title, SearchEntry.detail, SearchEntry.text)
    statement = statement.where(SearchEntry.kind.in_(allowed), viewer.seen.clause(SearchEntry))
    if session.get_bind().dialect.name == "sqlite":
        long = [token for token in tokens if len(token) >= _SHORTEST_TRIGRAM]
        if long:
            matching = " AND ".join(f'"{token}"' for token in long)
            statement = statement.where(
                SearchEntry.number.in_(
                    select(literal_column("rowid")).select_from(table("search_index"))
                    .where(literal_column("search_index").op("MATCH")(matching))
                )
            )  # fmt: skip
        tokens_left = [token for token in tokens if len(token) < _SHORTEST_TRIGRAM]
    else:
        tokens_left = tokens
    for token in tokens_left:
        line = SearchEntry.text
        short = or_(line.like(f"{token}%"), line.like(f"% {token}%"))
        statement = statement.where(short if len(token) < _SHORTEST_TRIGRAM else line.like(f"%{token}%"))
    rows = (await session.execute(statement.order_by(SearchEntry.number.desc()).limit(200))).all()
    folded = " ".join(tokens)
    best = sorted(rows, key=lambda row: _rank(row.text, fold(row.title), folded, tokens))
    return [Found(row.kind, row.record_id, row.title, row.detail) for row in best[:limit]]


def _rank(text: str, title: str, words: str, tokens: list[str]) -> tuple[int, int, int]:
    """Title begins so, title has words that begin so, anything has; then the shorter title."""
    padded = f" {title}"
    if title.startswith(words):
        return (0, len(title), 0)
    if all(f" {token}" in padded for token in tokens):
        return (1, len(title), 0)
    if all(f" {token}" in f" {text}" for token in tokens):
        return (2, len(title), 0)
    return (3, len(title), 0)


async def keep(work: Work, record: Owned, kind: str, title: str, detail: str, words: Sequence[str | None]) -> None:
    """Writes the record's line; `words` is everything it may be found by besides title and detail."""
    text = fold(" ".join(filter(None, [title, detail, *words])))[:4000]
    record_id: str = record.id  # type: ignore[attr-defined]
    values = {
        "kind": kind, "title": title[:300], "detail": detail[:300], "text": text,
        "owner_id": record.owner_id, "unit_id": record.unit_id, "team_id": record.team_id,
    }  # fmt: skip
    line = insert_into(work.session, SearchEntry).values(
        company_id=work.viewer.company_id, record_id=record_id, **values
    )
    await work.session.execute(line.on_conflict_do_update(index_elements=["company_id", "record_id"], set_=values))


async def forget(work: Work, record_id: str) -> None:
    """Removes the record's line."""
    await work.session.execute(delete(SearchEntry).where(SearchEntry.record_id == record_id))
