"""The lines of the search, and the statements that find them.

Migrations make their indexes (FTS5's trigrams on SQLite, pg_trgm on PostgreSQL). Opportunities have one of their own:
there may be many to a customer, and a search for customers does not walk over them.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Index,
    Select,
    String,
    Text,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy import text as sqlalchemy_text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Mapped, aliased, mapped_column

from core.database import Base
from core.policy import Sight
from core.prepared import COMPANY, Statement, prepared, value
from core.records import CompanyOwned, Id, Owned, index

_NEWEST, _READ_AT_LEAST = 300, 200
"""Of PostgreSQL's lines: so many of the newest, and of each index, are read for a word that many have."""
_LAST_LETTER = "\U0010ffff"

TRIGRAMS = {
    "ix_search_entries_trigrams": "kind <> 'opportunity'",
    "ix_search_entries_trigrams_of_opportunities": "kind = 'opportunity'",
}
"""PostgreSQL's indexes: name → of which lines."""
BEGINNING = 40
"""So many letters of a line are in PostgreSQL's `search_index_of_beginnings`, which only the migrations know."""
_BEGINS = f'"left"(text, {BEGINNING}) COLLATE "C"'


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
                postgresql_with={"fastupdate": "off"}, postgresql_where=sqlalchemy_text(kinds),
            ).ddl_if(dialect="postgresql")
            for name, kinds in TRIGRAMS.items()
        ),
    )  # fmt: skip


@prepared
def lines(
    sight: Sight, kinds: tuple[str, ...], most: int, matches: bool, of_one_word: bool, likes: tuple[int, ...]
) -> Statement:
    """`matches`: an expression for the trigram index; `likes`: so many patterns each, of which one must fit."""
    allowed = _of_kinds(SearchEntry, kinds), sight.seen.clause(SearchEntry)
    statement = select(*_shown(SearchEntry)).where(*allowed)
    newest: Any = SearchEntry.number
    indexes = _indexes_of(kinds) if matches else ()
    owns_all = sight.seen.columns == ("owner_id",) and not sight.seen.unplaced
    if of_one_word and len(indexes) == 1 and not owns_all:
        # From the index's end: of a word that many have, the newest are there before the others are looked at.
        [one] = indexes
        newest = literal_column(f"{one}.rowid")
        statement = statement.join(table(one), SearchEntry.number == newest).where(_matches(one))
    elif matches:
        found: Any = select(union_all(*map(_matching, indexes)).subquery())
        if owns_all:
            # One's own lines stand together in an index: to look up each that is found takes three times as long.
            found = select(SearchEntry.number).where(SearchEntry.company_id == COMPANY, *allowed).intersect(found)
        statement = statement.where(SearchEntry.number.in_(found))
    return statement.where(*_fits(SearchEntry, likes)).order_by(newest.desc()).limit(most)


@prepared
def lines_by_trigrams(sight: Sight, kinds: tuple[str, ...], most: int, likes: tuple[int, ...]) -> Statement:
    """The newest of some lines, on PostgreSQL: of the company's newest, and of so many as the indexes find first.

    To order all that has a common word would be to read it all; to walk back from the newest line until there are
    enough would be to read everything where a word is rare. Either is done for so many lines and no more.
    """
    newest = aliased(SearchEntry, select(SearchEntry).order_by(SearchEntry.record_id.desc()).limit(_NEWEST).subquery())
    either = [
        _some(SearchEntry, sight, tuple(kinds_of_one), likes).limit(_READ_AT_LEAST + most)
        for _, kinds_of_one in groupby(sorted(kinds, key=_has_own_index), _has_own_index)
    ]
    some = union_all(_some(newest, sight, kinds, likes), *either).subquery().c
    return select(*_shown(some)).ext(distinct_on(some.number)).order_by(some.number.desc()).limit(most)


def _some(line: Any, sight: Sight, kinds: tuple[str, ...], likes: tuple[int, ...]) -> Select[Any]:
    return select(line.number, *_shown(line)).where(
        _of_kinds(line, kinds), sight.seen.clause(line), *_fits(line, likes)
    )


@prepared
def begun(sight: Sight, kinds: tuple[str, ...], most: int) -> Statement:
    """The newest lines that begin with these words, on PostgreSQL."""
    begins: Any = literal_column(_BEGINS, Text)
    number: Any = SearchEntry.number + 0  # so that nobody walks back from the newest line to find them
    return (
        select(*_shown(SearchEntry))
        .where(
            _of_kinds(SearchEntry, kinds), sight.seen.clause(SearchEntry), begins >= value("least"),
            begins < value("least").concat(_LAST_LETTER), func.starts_with(SearchEntry.text, value("words")),
        )
        .order_by(number.desc())
        .limit(most)
    )  # fmt: skip


def _shown(line: Any) -> tuple[Any, ...]:
    return line.kind, line.record_id, line.title, line.detail, line.text


def _of_kinds(line: Any, kinds: tuple[str, ...]) -> ColumnElement[bool]:
    # Written out, so that PostgreSQL knows by them which index has all that is looked for.
    among: Any = bindparam("kinds", kinds, expanding=True, literal_execute=True, unique=True)
    clause: ColumnElement[bool] = line.kind.in_(among)
    return clause


def _fits(line: Any, likes: tuple[int, ...]) -> list[ColumnElement[bool]]:
    return [or_(*(line.text.like(value(f"like{n}_{m}")) for m in range(several))) for n, several in enumerate(likes)]


def _has_own_index(kind: str) -> bool:
    return kind == "opportunity"


def _indexes_of(kinds: Sequence[str]) -> Sequence[str]:
    """FTS5's tables that have these kinds of lines."""
    return tuple({"search_index_of_opportunities" if kind == "opportunity" else "search_index" for kind in kinds})


def _matching(index: str) -> Select[Any]:
    return select(literal_column("rowid")).select_from(table(index)).where(_matches(index))


def _matches(index: str) -> ColumnElement[bool]:
    return literal_column(index).op("MATCH")(value("matching"))
