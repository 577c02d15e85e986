"""Search over accounts, contacts and opportunities: one line a record, kept in step by the operations.

The few statements that the database's dialects do not share live here and nowhere else; migrations make their indexes
(FTS5's trigrams on SQLite, pg_trgm on PostgreSQL). Opportunities have one of their own: there may be many to a
customer, and a search for customers does not walk over them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Index,
    Select,
    String,
    Text,
    bindparam,
    delete,
    literal_column,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy import text as sqlalchemy_text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, insert_on
from core.folding import fold
from core.policy import Sight, Viewer
from core.prepared import COMPANY, Statement, prepared, value
from core.records import CompanyOwned, Id, Owned, index
from core.slips import alike, pieces
from core.work import Work

_SHORTEST_TRIGRAM = 3
_WEIGHED = 80
"""So many of what fits, at least, are put in order."""
_COMPARED = 500
"""So many of what may be meant are compared with what was typed."""


TRIGRAMS = {
    "ix_search_entries_trigrams": "kind <> 'opportunity'",
    "ix_search_entries_trigrams_of_opportunities": "kind = 'opportunity'",
}
"""PostgreSQL's indexes: name → of which lines."""


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
    """With a space before and after every word, so that trigrams find how a word begins."""

    __table_args__ = (
        index("record_id", unique=True),
        index("owner_id", "kind"),
        *(
            Index(
                name, "text", postgresql_using="gin", postgresql_ops={"text": "gin_trgm_ops"},
                postgresql_where=sqlalchemy_text(kinds),
            ).ddl_if(dialect="postgresql")
            for name, kinds in TRIGRAMS.items()
        ),
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
    limit: int = 20, *, slips: bool = True,
) -> list[Found]:  # fmt: skip
    """The records that have every word of `words` (or part of a word), best first, among what the viewer may see.

    Where nothing has them, what has almost these words, if `slips` are forgiven.
    """
    tokens = fold(words[:200]).split()[:8]
    allowed = tuple(kind for kind in kinds if f"{kind}.see" in viewer.permissions)
    if not tokens or not allowed:
        return []
    trigrams = session.get_bind().dialect.name == "sqlite"
    words, weighed = " ".join(tokens), max(limit, _WEIGHED)
    rows = await _having(session, viewer, allowed, tokens, weighed, trigrams=trigrams)
    if len(rows) == weighed:
        # There are more, perhaps an older one that is called just so.
        rows |= await _beginning(session, viewer, allowed, words, weighed, trigrams=trigrams)
    best = sorted(rows.values(), key=lambda row: _rank(row.text, fold(row.title), words, tokens))
    if slips and not best:
        best = await _almost(session, viewer, allowed, tokens, trigrams=trigrams)
    return [Found(row.kind, row.record_id, row.title, row.detail) for row in best[:limit]]


async def _having(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], tokens: Sequence[str], most: int, *, trigrams: bool
) -> dict[str, Any]:
    """The newest lines that have all tokens, by record."""
    long = [token for token in tokens if len(token) >= _SHORTEST_TRIGRAM]
    short = [[f"% {token}%"] for token in tokens if len(token) < _SHORTEST_TRIGRAM]
    if trigrams and long:
        matching = " AND ".join(f'"{token}"' for token in long)
        return await _found(session, viewer, kinds, most, short, matching, of_one_word=len(long) == 1)
    return await _found(session, viewer, kinds, most, [[f"%{token}%"] for token in long] + short)


async def _beginning(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], words: str, most: int, *, trigrams: bool
) -> dict[str, Any]:
    """The newest lines that begin with these words, by record."""
    if not trigrams:
        return await _found(session, viewer, kinds, most, [[f" {words}%"]])
    if len(words) + 1 < _SHORTEST_TRIGRAM:
        return {}
    return await _found(session, viewer, kinds, most, [], f'^" {words}"')


async def _almost(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], tokens: Sequence[str], *, trigrams: bool
) -> list[Any]:
    """What has, for each token, a word that one slip of the finger makes of it; the likest first.

    A word with a slip still has one of its parts as it was: these are what is looked for.
    """
    parts = [some for token in tokens if (some := pieces(token))]
    if not parts:
        return []
    if trigrams:
        either = [" OR ".join(f'"{one}"' for one in some) for some in parts]
        matching = " AND ".join(f"({one})" for one in either)
        found = await _found(session, viewer, kinds, _COMPARED, [], matching, of_one_word=len(parts) == 1)
    else:
        found = await _found(session, viewer, kinds, _COMPARED, [[f"%{one}%" for one in some] for some in parts])
    likely = [(like, row) for row in found.values() if (like := alike(tokens, row.text)) is not None]
    return [row for _, row in sorted(likely, key=lambda one: (one[0], len(one[1].title)))]


async def _found(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], most: int, patterns: Sequence[Sequence[str]],
    matching: str = "", *, of_one_word: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """The newest lines, by record, that fit an expression for the trigram index, and of each patterns any for LIKE.

    `of_one_word`: the expression asks for no more; then there may be very many.
    """
    given = {f"like{n}_{m}": one for n, some in enumerate(patterns) for m, one in enumerate(some)}
    given |= {"matching": matching} if matching else {}
    looks = kinds, most, bool(matching), of_one_word, tuple(map(len, patterns))
    return {row.record_id: row for row in await _lines(session, viewer, *looks, **given)}


@prepared
def _lines(
    sight: Sight, kinds: tuple[str, ...], most: int, matches: bool, of_one_word: bool, likes: tuple[int, ...]
) -> Statement:
    """`matches`: an expression for the trigram index; `likes`: so many patterns each, of which one must fit."""
    line = SearchEntry.text
    statement = select(SearchEntry.kind, SearchEntry.record_id, SearchEntry.title, SearchEntry.detail, SearchEntry.text)
    # Written out, so that PostgreSQL knows by them which index has all that is looked for.
    among: Any = bindparam("kinds", kinds, expanding=True, literal_execute=True)
    allowed = SearchEntry.kind.in_(among), sight.seen.clause(SearchEntry)
    statement = statement.where(*allowed)
    newest: Any = SearchEntry.number
    indexes = _indexes_of(kinds) if matches else ()
    owns_all = sight.seen.columns == ("owner_id",) and not sight.seen.unplaced
    if of_one_word and len(indexes) == 1 and not owns_all:
        # From the index's end: of a word that many have, the newest are there before the others are looked at.
        [index] = indexes
        newest = literal_column(f"{index}.rowid")
        statement = statement.join(table(index), SearchEntry.number == newest).where(_fits(index))
    elif matches:
        found: Any = select(union_all(*map(_matching, indexes)).subquery())
        if owns_all:
            # One's own lines stand together in an index: to look up each that is found takes three times as long.
            found = select(SearchEntry.number).where(SearchEntry.company_id == COMPANY, *allowed).intersect(found)
        statement = statement.where(SearchEntry.number.in_(found))
    for n, several in enumerate(likes):
        statement = statement.where(or_(*(line.like(value(f"like{n}_{m}")) for m in range(several))))
    return statement.order_by(newest.desc()).limit(most)


def _indexes_of(kinds: Sequence[str]) -> Sequence[str]:
    """FTS5's tables that have these kinds of lines."""
    return tuple({"search_index_of_opportunities" if kind == "opportunity" else "search_index" for kind in kinds})


def _matching(index: str) -> Select[Any]:
    return select(literal_column("rowid")).select_from(table(index)).where(_fits(index))


def _fits(index: str) -> ColumnElement[bool]:
    return literal_column(index).op("MATCH")(value("matching"))


def _rank(text: str, title: str, words: str, tokens: list[str]) -> tuple[int, int, int]:
    """Title begins so, title has words that begin so, anything has; then the shorter title."""
    padded = f" {title}"
    if title.startswith(words):
        return (0, len(title), 0)
    if all(f" {token}" in padded for token in tokens):
        return (1, len(title), 0)
    if all(f" {token}" in text for token in tokens):
        return (2, len(title), 0)
    return (3, len(title), 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A record's line to be; `words` is everything it may be found by besides title and detail."""

    record: Any
    kind: str
    title: str
    detail: str
    words: Sequence[str | None] = ()


async def keep(work: Work, lines: Sequence[Line]) -> None:
    """Writes the records' lines."""
    rows = [
        {
            "company_id": work.viewer.company_id,
            "record_id": line.record.id,
            "kind": line.kind,
            "title": line.title[:300],
            "detail": line.detail[:300],
            "text": f" {fold(' '.join(filter(None, [line.title, line.detail, *line.words])))[:4000]} ",
            "owner_id": line.record.owner_id,
            "unit_id": line.record.unit_id,
            "team_id": line.record.team_id,
        }
        for line in lines
    ]
    if rows:
        connection = await work.session.connection()
        await connection.execute(_kept(connection.dialect.name), rows)


@cache
def _kept(dialect: str) -> Any:
    line = insert_on(dialect, SearchEntry.__table__)
    written = ("kind", "title", "detail", "text", "owner_id", "unit_id", "team_id")
    return line.on_conflict_do_update(
        index_elements=["company_id", "record_id"], set_={name: line.excluded[name] for name in written}
    )


async def forget(work: Work, record_ids: Sequence[str]) -> None:
    """Removes the records' lines."""
    await work.session.execute(delete(SearchEntry).where(SearchEntry.record_id.in_(record_ids)))
