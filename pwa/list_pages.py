"""What the pages of all lists have in common: where the next page begins, what is selected, whom it is given to."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import NotFound
from core.lists.filters import Asks, Listing
from core.marks import marks_of
from core.reader import Reader
from core.records import new_id
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.list_rooms import ListRoom
from pwa.lists import Asked, asked, finder, outline
from pwa.session import came_from
from pwa.visit import Visit

View = dict[str, Any]

_CHOSEN, _ALL = "chosen", "all"


Wanted = Mapping[str, str]
Columns = Sequence[str]
Find = Callable[[AsyncSession, Reader, str, Wanted, Columns], Awaitable[View]]
"""What a search for words finds: `rows`."""
ListAll = Callable[[AsyncSession, Reader, Wanted, Columns, str, str | None], Awaitable[View]]
"""All in an order, after a row: `rows`, and where the next page begins (`after`), where there is one."""


async def list_page(visit: Visit, session: AsyncSession, room: ListRoom, find: Find, list_all: ListAll) -> Response:
    """The list, or what a search finds; its results or the next page of them as a fragment."""
    wish = await asked(visit, session, room.listing, room.path)
    after = after_of(visit) if visit.wants_fragment else None
    if wish.words:
        found = await find(session, wish.reader, wish.words, wish.wanted, wish.columns)
    else:
        found = await list_all(session, wish.reader, wish.wanted, wish.columns, wish.order.name, after)
    view = _rows(visit, wish, found)
    if after is not None:
        return visit.fragment("lists/_rows.html", view | {"listing": outline(visit, wish)})
    said = room.said(visit, wish)
    if visit.wants_only("results") and not wish.selecting:
        return visit.fragment("lists/_results.html", view | {"listing": {**said, **outline(visit, wish)}})
    view["listing"] = {**said, **await finder(visit, session, wish)}
    view["wants_search"] = bool(visit.query("find"))
    return await visit.page(session, "lists/index.html", view, place=room.place)


def _rows(visit: Visit, wish: Asked, found: View) -> View:
    after = found.pop("after", None)
    nothing: View = {"recent": [], "contacts": [], "totals": [], "current": None}
    return {
        **nothing,
        **found,
        **choosing(visit, wish, found["rows"]),
        "operation_id": new_id(),
        "more": next_page(wish, after),
        "count": len(found["rows"]),
    }


def next_page(wish: Asked, after: str | None) -> str | None:
    """The address of what comes after the last row (what it is sorted by and its id), if anything does."""
    if not after:
        return None
    more = {"select": "1"} if wish.selecting else {}
    return wish.address(after=urlsafe_b64encode(after.encode()).decode().rstrip("="), **more)


def after_of(visit: Visit) -> str | None:
    """What the last row before the page that is asked for is sorted by, and its id; None for the first page."""
    text = visit.request.query_params.get("after", "")[:2000]
    try:
        after = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().replace("\x00", "") if text else None
    except (NotBase64, ValueError):
        return None
    return after if after is not None and "\n" in after and id_of(after.rpartition("\n")[2]) else None


def choosing(visit: Visit, wish: Asked, rows: Iterable[View]) -> View:
    """What the rows need to be chosen among: whether they are, and which are already."""
    given = visit.request.query_params.getlist(_CHOSEN)[:200]
    chosen = [row["id"] for row in rows] if _ALL in given else [found for one in given if (found := id_of(one))]
    return {
        "selecting": wish.selecting,
        "chosen": chosen if wish.selecting else [],
    }


async def offered_words(visit: Visit, session: AsyncSession, listing: Listing) -> Response:
    """The words of one filter that there are on records that the viewer may see, as options. Raises `NotFound`."""
    one = listing.filter(str(visit.request.path_params["filter"]))
    if one is None or one.asks is not Asks.WORD:
        raise NotFound
    words = await marks_of(session, visit.viewer, listing.kind, one.sort)
    return visit.fragment("lists/_words.html", {"words": words})


async def give_selected(visit: Visit, form: Form, operation: str, path: str) -> Response:
    """Gives the selected records to a colleague, and goes back to the list as it was before the selecting."""
    payload = {"ids": form.all("ids"), "owner_id": form.text("owner_id")}
    outcome = await visit.perform(operation, payload, form.operation_id)
    parts = urlsplit(came_from(visit.request, path))
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("select", _CHOSEN)]
    back = parts.path if parts.path == path else path
    return visit.go(outcome, f"{back}?{urlencode(query)}" if query and back == parts.path else path)
