"""What a search over everything finds, and what its reader opened lately: as groups of lines, a group a kind."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.finding import found_by_words
from core.agenda.models import Activity
from core.agenda.rows import lines, rows
from core.folding import fold
from core.policy import Sight
from core.prepared import Statement, among, prepared
from core.reader import Reader
from core.recents import Opened, recents
from core.record_pages import page_of
from core.search import Found, search
from core.search_entries import SearchEntry
from core.slips import alike

View = dict[str, Any]

RECORDS: Final = ("account", "contact", "lead", "opportunity", "document")
A_GROUP: Final = 5
_SEARCHED: Final = 60
"""So many of the best are sorted into groups."""


async def found_everywhere(
    session: AsyncSession, reader: Reader, words: str, *, slips: bool = True
) -> dict[str, list[View]]:
    """Kind → lines, the kind of the best one first, a few of each.

    Where nothing has the words, what has almost these, if `slips` are forgiven: looked for last, as it costs most.
    """
    found = await search(session, reader.viewer, words, RECORDS, _SEARCHED, slips=False)
    told = await found_by_words(session, reader.viewer, words, A_GROUP)
    if slips and not found and not told:
        found = await search(session, reader.viewer, words, RECORDS, _SEARCHED)
    groups = _grouped(found, words)
    activities = await _activities(session, reader, [one.id for one in told])
    if activities:
        groups["activity"] = [_as_told(one, activities[one.id]) for one in told if one.id in activities]
    return groups


def _grouped(found: Sequence[Found], words: str) -> dict[str, list[View]]:
    """What is called so itself comes before what hangs on it."""
    typed = fold(words[:200]).split()
    groups: dict[str, list[View]] = {}
    for one in sorted(found, key=lambda one: alike(typed, fold(one.title)) is None):
        if len(group := groups.setdefault(one.kind, [])) < A_GROUP:
            group.append(_line(one))
    return groups


async def opened_lately(session: AsyncSession, reader: Reader) -> list[View]:
    """What the reader opened last and may still see, the newest first."""
    opened = await recents(session, reader.viewer)
    known = await _lines_of(session, reader, opened)
    return [known[record_id] for _, record_id in opened if record_id in known]


async def _lines_of(session: AsyncSession, reader: Reader, opened: Sequence[Opened]) -> Mapping[str, View]:
    ids = [record_id for kind, record_id in opened if kind != "activity"]
    allowed = tuple(kind for kind in RECORDS if f"{kind}.see" in reader.viewer.permissions)
    found = await _entries(session, reader.viewer, allowed, ids=ids) if ids and allowed else ()
    known = {row.record_id: _line(Found(row.kind, row.record_id, row.title, row.detail)) for row in found}
    return known | await _activities(session, reader, [one for kind, one in opened if kind == "activity"])


@prepared
def _entries(sight: Sight, kinds: tuple[str, ...]) -> Statement:
    return select(SearchEntry.kind, SearchEntry.record_id, SearchEntry.title, SearchEntry.detail).where(
        among(SearchEntry.record_id, "ids"), SearchEntry.kind.in_(kinds), sight.seen.clause(SearchEntry)
    )


async def _activities(session: AsyncSession, reader: Reader, ids: Iterable[str]) -> dict[str, View]:
    wanted = list(ids)
    if not wanted:
        return {}
    found = lines(await _by_id(session, reader.viewer, ids=wanted), reader.viewer, reader.translate, reader.now)
    return {one["id"]: _activity(one) for one in found}


@prepared
def _by_id(sight: Sight) -> Statement:
    return rows(sight).where(among(Activity.id, "ids"))


def _activity(one: View) -> View:
    with_whom = one["account"] or one["contact"]
    kind_name = one["kind_name"][:1].upper() + one["kind_name"][1:]
    return {
        "id": one["id"],
        "kind": "activity",
        "icon": one["kind"],
        "title": one["subject"] or (with_whom["name"] if with_whom else kind_name),
        "detail": f"{kind_name} · {with_whom['name']}" if with_whom and one["subject"] else kind_name,
        "at": one["starts_at"] or one["day"],
        "href": f"/activities/{one['id']}",
    }


def _as_told(told: Found, activity: View) -> View:
    """By the words that were said of it, which are what it was found by."""
    if told.title == activity["title"]:
        return activity
    with_whom = f" · {activity['title']}" if activity["title"] != activity["detail"] else ""
    return {**activity, "title": told.title, "detail": f"{activity['detail']}{with_whom}"}


def _line(one: Found) -> View:
    return {
        "id": one.id,
        "kind": one.kind,
        "icon": one.kind,
        "title": one.title,
        "detail": one.detail or None,
        "at": None,
        "href": page_of(one.kind, one.id),
    }
