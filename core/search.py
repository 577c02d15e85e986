"""Search over accounts, contacts and opportunities: one line a record, kept in step by the operations.

What the database's dialects do not share lives here and in `core/search_entries.py`, and nowhere else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import insert_on
from core.folding import fold
from core.policy import Viewer
from core.search_entries import BEGINNING, SearchEntry, begun, lines, lines_by_trigrams
from core.slips import alike, pieces
from core.work import Work

_SHORTEST_TRIGRAM = 3
_WEIGHED = 80
"""So many of what fits, at least, are put in order."""
_COMPARED = 500
"""So many of what may be meant are compared with what was typed."""
_PHONE = re.compile(r"\s*\+?[\d\s()./-]+")
_SHORTEST_PHONE = 5
"""So many digits, in groups, are the beginning of a phone number."""


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
    tokens = _tokens(words[:200])
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


def _tokens(words: str) -> list[str]:
    """The words folded; a phone number is one however it is grouped: `614 80 19 91`, `+34 614…`, `(01632) 960 123`."""
    tokens = fold(words).split()[:8]
    digits = "".join(tokens)
    grouped = len(tokens) > 1 or "+" in words or digits.startswith("0")
    if grouped and len(digits) >= _SHORTEST_PHONE and _PHONE.fullmatch(words):
        return [digits.lstrip("0") or digits]
    return tokens


async def _having(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], tokens: Sequence[str], most: int, *, trigrams: bool
) -> dict[str, Any]:
    """The newest lines that have all tokens, by record."""
    long = [token for token in tokens if len(token) >= _SHORTEST_TRIGRAM]
    short = [[f"% {token}%"] for token in tokens if len(token) < _SHORTEST_TRIGRAM]
    if trigrams and long:
        matching = " AND ".join(f'"{token}"' for token in long)
        return await _found(session, viewer, kinds, most, short, matching, of_one_word=len(long) == 1)
    patterns = [[f"%{token}%"] for token in long] + short
    return await _found(session, viewer, kinds, most, patterns, indexed=bool(long))


async def _beginning(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], words: str, most: int, *, trigrams: bool
) -> dict[str, Any]:
    """The newest lines that begin with these words, by record."""
    if not trigrams:
        rows = await begun(session, viewer, kinds, most, words=f" {words}", least=f" {words}"[:BEGINNING])
        return {row.record_id: row for row in rows}
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
        patterns = [[f"%{one}%" for one in some] for some in parts]
        found = await _found(session, viewer, kinds, _COMPARED, patterns, indexed=True)
    likely = [(like, row) for row in found.values() if (like := alike(tokens, row.text)) is not None]
    return [row for _, row in sorted(likely, key=lambda one: (one[0], len(one[1].title)))]


async def _found(
    session: AsyncSession, viewer: Viewer, kinds: tuple[str, ...], most: int, patterns: Sequence[Sequence[str]],
    matching: str = "", *, of_one_word: bool = False, indexed: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """The newest lines, by record, that fit an expression for the trigram index, and of each patterns any for LIKE.

    `of_one_word`: the expression asks for no more; then there may be very many.
    `indexed`: PostgreSQL's trigrams find these patterns.
    """
    given = {f"like{n}_{m}": one for n, some in enumerate(patterns) for m, one in enumerate(some)}
    given |= {"matching": matching} if matching else {}
    shape = tuple(map(len, patterns))
    if indexed:
        rows = await lines_by_trigrams(session, viewer, kinds, most, shape, **given)
    else:
        rows = await lines(session, viewer, kinds, most, bool(matching), of_one_word, shape, **given)
    return {row.record_id: row for row in rows}


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
