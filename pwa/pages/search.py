"""The search over everything: records, pages, actions; what was opened lately where nothing is typed yet."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.palette import found_everywhere, opened_lately
from core.search import search
from pwa.destinations import deed_lines, deeds_meant, first_actions, places_called
from pwa.visit import Visit, reads

_WITH = 2
"""So many customers an action is offered with."""


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """A page by itself; as one types, what is found alone."""
    words = " ".join(visit.query("q").split())
    groups = await _found(visit, session, words) if words else await _before_typing(visit, session)
    view = {
        "q": words,
        "groups": [{"key": key, "rows": rows} for key, rows in groups.items() if rows],
        "count": sum(len(rows) for rows in groups.values()),
    }
    if visit.wants_only("found"):
        return visit.fragment("search/_found.html", view)
    return await visit.page(session, "search/index.html", view)


async def _before_typing(visit: Visit, session: AsyncSession) -> dict[str, list[dict[str, Any]]]:
    recent = await opened_lately(session, visit.reader)
    return {"recent": recent, "action": first_actions(visit.viewer, visit.translate)}


async def _found(visit: Visit, session: AsyncSession, words: str) -> dict[str, list[dict[str, Any]]]:
    """Kind → lines, the likeliest kind first: a page that is called just so, what is to be done with whom, records."""
    viewer, translate = visit.viewer, visit.translate
    deeds, name = deeds_meant(viewer, words)
    accounts = await search(session, viewer, name, ("account",), _WITH) if deeds else []
    done_with = deed_lines(deeds, accounts, translate)
    pages, actions = places_called(viewer, translate, words, forgiving=False)
    is_known = bool(done_with or pages or actions)
    records = await found_everywhere(session, visit.reader, words, slips=not is_known)
    if not is_known and not records:
        pages, actions = places_called(viewer, translate, words, forgiving=True)
    meant = [*done_with, *actions]
    first = {"place": pages} if _is_called(pages, words) else {}
    first |= {"action": meant} if done_with or _is_called(actions, words) else {}
    return first | records | {"place": pages, "action": meant}


def _is_called(places: list[dict[str, Any]], words: str) -> bool:
    """Whether the first of the places begins just so."""
    return bool(places) and places[0]["title"].casefold().startswith(words.casefold())
