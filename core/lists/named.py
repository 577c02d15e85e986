"""Records by their names, where a list is filtered by one: what is offered, what is meant, what it is called.

An opportunity's name is said with whose it is: many are called alike.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.folding import fold
from core.policy import Sight, Viewer
from core.prepared import Statement, prepared, value
from core.search import Found, search
from core.search_entries import SearchEntry

_OFFERED = 8
_WITH_DETAIL = frozenset({"opportunity"})


async def names_begun(session: AsyncSession, viewer: Viewer, kind: str, words: str) -> list[str]:
    """A few names that may be meant by what was typed so far."""
    found = await search(session, viewer, words, (kind,), limit=_OFFERED)
    return list(dict.fromkeys(_called(one) for one in found))


async def meant_by(session: AsyncSession, viewer: Viewer, kind: str, words: str) -> str | None:
    """The id of what is called so, else of the only one that is found by these words; None where that is unclear."""
    found = await search(session, viewer, words, (kind,), limit=_OFFERED)
    whole = [one for one in found if fold(_called(one)) == fold(words)]
    meant = whole[:1] if kind in _WITH_DETAIL else whole
    meant = meant if len(meant) == 1 else found
    return meant[0].id if len(meant) == 1 else None


async def name_of(session: AsyncSession, viewer: Viewer, kind: str, record_id: str) -> str | None:
    """What a record is called, for who may see it. One query."""
    if f"{kind}.see" not in viewer.permissions:
        return None
    row = (await _line(session, viewer, kind, of=record_id)).one_or_none()
    return _called(Found(kind, record_id, row.title, row.detail)) if row else None


def _called(one: Found) -> str:
    return f"{one.title} · {one.detail}" if one.kind in _WITH_DETAIL and one.detail else one.title


@prepared
def _line(sight: Sight, kind: str) -> Statement:
    line = SearchEntry
    return select(line.title, line.detail).where(
        line.record_id == value("of"), line.kind == kind, sight.seen.clause(line)
    )
