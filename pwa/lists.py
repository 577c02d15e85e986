"""A list as its address asks for it: words, filters, columns, a saved view; and what stands above it.

`?q=núñez&owner=me&tag=Horeca&col=city&sort=new`, `?view=<id>` for a saved view as it was saved, `f=1` where no filter
is meant although a view is named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import QueryParams

from core.agenda.activity_view import kinds
from core.lists.filters import SORT, Asks, Filter, Listing, Order
from core.lists.named import meant_by, name_of
from core.lists.queries import people_and_units, saved_views
from core.policy import Permission
from core.reader import Reader
from core.sales.queries import pipelines
from core.standard_names import pipeline_name, stage_name
from pwa.addresses import id_of
from pwa.visit import Visit

View = dict[str, Any]

_VIEW, _FILTERED, _COLUMN = "view", "f", "col"


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a list somebody wants to see."""

    listing: Listing
    path: str
    reader: Reader
    words: str
    wanted: Mapping[str, str]
    columns: tuple[str, ...]
    order: Order
    view: View | None
    """The saved view that it is or comes from."""
    views: tuple[View, ...]
    may_select: bool
    selecting: bool

    @property
    def is_changed(self) -> bool:
        """Whether it is no longer what its view says."""
        view = self.view
        return view is not None and (
            dict(self.wanted) != self.listing.wanted(view["filter"], self.reader)
            or self.columns != self.listing.chosen(view["columns"])
            or self.order != self.listing.order(view["filter"].get(SORT, ""))
        )

    @property
    def is_usual(self) -> bool:
        """Whether its columns and its order are the usual ones."""
        return self.columns == self.listing.usual and self.order == self.listing.orders[0]

    def ready(self, wanted: Mapping[str, str]) -> str:
        """The address of a view that is there for everybody."""
        return self._address([*([(_FILTERED, "1")] if self.views else []), *wanted.items()])

    def query(self, **more: str) -> str:
        """The whole of it as the query of an address, with `more`."""
        pairs = [("q", self.words)] if self.words else []
        return urlencode([*pairs, *self._pairs(self.wanted), *more.items()])

    def without(self, name: str) -> str:
        """Its address without one filter."""
        rest = {key: value for key, value in self.wanted.items() if key != name}
        pairs = [("q", self.words)] if self.words else []
        return self._address([*pairs, *self._pairs(rest)])

    def address(self, **more: str) -> str:
        """Its address, with `more` in the query."""
        query = self.query(**more)
        return f"{self.path}?{query}" if query else self.path

    def _pairs(self, wanted: Mapping[str, str]) -> list[tuple[str, str]]:
        """Spelled out; with a mark where an address without filters would mean a view's."""
        columns = () if self.columns == self.listing.usual else self.columns
        kept = [(_VIEW, self.view["id"])] if self.view else []
        marked = [(_FILTERED, "1")] if self.views else []
        sort = [] if self.order == self.listing.orders[0] else [(SORT, self.order.name)]
        return [*kept, *marked, *wanted.items(), *sort, *((_COLUMN, column) for column in columns)]

    def _address(self, pairs: list[tuple[str, str]]) -> str:
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path


async def asked(visit: Visit, session: AsyncSession, listing: Listing, path: str) -> Asked:
    """What the address asks for; where it asks for nothing, what the person's list begins with."""
    given = visit.request.query_params
    words = visit.query("q").strip()
    only_found = visit.wants_only("results") and words and not visit.query(_VIEW)
    views = [] if only_found else await saved_views(session, visit.viewer, listing.kind)
    said = await _ids_of(visit, session, listing, given_filters(listing, given))
    view_id = id_of(visit.query(_VIEW))
    view = next((one for one in views if one["id"] == view_id), None)
    sort = visit.query(SORT)
    is_said = bool(said or sort or given.get(_FILTERED) or given.getlist(_COLUMN))
    if not (is_said or words or visit.query(_VIEW)):
        view = next((one for one in views if one["is_first"]), None)
    may_select = listing.is_given and visit.viewer.may(Permission.RECORD_ASSIGN)
    columns: Sequence[str] = given.getlist(_COLUMN)
    if view is not None and not is_said:
        said, columns, sort = view["filter"], view["columns"], view["filter"].get(SORT, "")
    return Asked(
        listing, path, visit.reader, words,
        listing.wanted(said, visit.reader), listing.chosen(columns), listing.order(sort),
        view, tuple(views), may_select, may_select and bool(given.get("select")),
    )  # fmt: skip


async def _ids_of(visit: Visit, session: AsyncSession, listing: Listing, said: dict[str, str]) -> dict[str, str]:
    """The same with the ids of records whose names were typed; a name that may be several's, or nobody's, stays."""
    for one in listing.filters:
        words = said.get(one.name)
        if one.asks is Asks.RECORD and words and id_of(words) is None:
            said[one.name] = await meant_by(session, visit.viewer, one.name, words) or words
    return said


def given_filters(listing: Listing, given: QueryParams) -> dict[str, str]:
    """Filter → text, of those that are given."""
    return {
        one.name: text.strip()[:200] for one in listing.filters if (text := clean(given.get(one.name) or "")).strip()
    }


def outline(visit: Visit, asked: Asked) -> View:
    """What the results need to know of what stands above them."""
    return {
        "kind": asked.listing.kind,
        "path": asked.path,
        "q": asked.words,
        "active": list(asked.wanted),
        "order": visit.translate(asked.order.label),
        "heads": [visit.translate(asked.listing.columns[key]) for key in asked.columns],
        "all_href": f"{asked.path}?f=1" if asked.views else asked.path,
        "is_selecting": asked.selecting,
        "select_href": asked.address(select="1") if asked.may_select else None,
        "people": [],
    }


async def finder(visit: Visit, session: AsyncSession, asked: Asked) -> View:
    """What stands above the list: search, filters, order, columns, views. At most two queries."""
    colleagues, units = await people_and_units(session)
    options = await _options(visit, session, asked, colleagues, units)
    filters = [
        _filter(visit, one, asked.wanted.get(one.name, ""), options, await _called(visit, session, asked, one))
        for one in asked.listing.filters
    ]
    ready = None if asked.view or asked.words or not asked.is_usual else dict(asked.wanted)
    return {
        **outline(visit, asked),
        "filters": [one for one in filters if one["value"] or one["asks"] != Asks.PIPELINE or len(one["options"]) > 1],
        "active": [{"shown": one["shown"], "without": asked.without(one["name"])} for one in filters if one["value"]],
        "orders": [
            {"key": one.name, "name": visit.translate(one.label), "is_chosen": one == asked.order}
            for one in asked.listing.orders
        ],
        "columns": [
            {"key": key, "name": visit.translate(name), "is_shown": key in asked.columns}
            for key, name in asked.listing.columns.items()
        ],
        "kept": [{"name": name, "value": value} for name, value in asked.wanted.items()],
        "kept_columns": [] if asked.columns == asked.listing.usual else list(asked.columns),
        "view": _chosen(asked),
        "ready": [
            {"name": visit.translate(name), "href": asked.ready(wanted), "is_current": wanted == ready}
            for name, wanted in asked.listing.ready.items()
        ],
        "views": [
            {
                "name": one["name"],
                "by": one["by"],
                "href": f"{asked.path}?view={one['id']}",
                "is_current": one is asked.view and not asked.is_changed,
            }
            for one in asked.views
        ],
        "is_ready": ready in asked.listing.ready.values(),
        "save_href": f"/views/new?{urlencode({'listing': asked.listing.kind})}&{asked.query()}",
        "is_marked": bool(asked.views),
        "done_href": asked.address(),
        "people": _keyed(colleagues) if asked.selecting else [],
    }


async def _options(
    visit: Visit, session: AsyncSession, asked: Asked, colleagues: Iterable[View], units: Iterable[View]
) -> dict[Asks, list[View]]:
    """What there is to choose from, by how it is asked."""
    team = [{"key": "team", "name": visit.translate("My team")}] if visit.viewer.below else []
    options: dict[Asks, list[View]] = {
        Asks.PERSON: [{"key": "me", "name": visit.translate("Me")}, *team, *_keyed(colleagues)],
        Asks.UNIT: _keyed(units),
    }
    if any(one.asks is Asks.STAGE for one in asked.listing.filters):
        found = await pipelines(session)
        options[Asks.PIPELINE] = [
            {"key": one["id"], "name": pipeline_name(one["name"], visit.translate)} for one in found
        ]
        options[Asks.STAGE] = [
            {"key": stage["id"], "name": _stage_of(stage, one if len(found) > 1 else None, visit)}
            for one in found
            for stage in one["stages"]
        ]
    if any(one.asks is Asks.ACTIVITY_TYPE for one in asked.listing.filters):
        options[Asks.ACTIVITY_TYPE] = list(await kinds(session, visit.translate))
    return options


def _stage_of(stage: View, pipeline: View | None, visit: Visit) -> str:
    """A stage's name, with its pipeline's where there are several."""
    name = stage_name(stage["key"], stage["name"], visit.translate)
    return f"{pipeline_name(pipeline['name'], visit.translate)} · {name}" if pipeline else name


def clean(text: str) -> str:
    """Text without NUL."""
    return text.replace("\x00", "")


def _chosen(asked: Asked) -> View | None:
    if asked.view is None:
        return None
    return {
        "id": asked.view["id"],
        "name": asked.view["name"],
        "may_edit": asked.view["may_edit"],
        "is_changed": asked.is_changed,
    }


async def _called(visit: Visit, session: AsyncSession, asked: Asked, one: Filter) -> str | None:
    """What the record is called that is filtered by; what was typed, where it is none."""
    value = asked.wanted.get(one.name, "")
    if one.asks is not Asks.RECORD or not value:
        return None
    record_id = id_of(value)
    return value if record_id is None else await name_of(session, visit.viewer, one.name, record_id) or "?"


def _filter(visit: Visit, one: Filter, value: str, options: Mapping[Asks, list[View]], called: str | None) -> View:
    choices = [{"key": key, "name": visit.translate(name)} for key, name in one.choices.items()]
    offered = options.get(one.asks, choices)
    known = called or next((option["name"] for option in offered if option["key"] == value), value)
    return {
        "name": one.name,
        "label": visit.translate(one.label),
        "asks": one.asks.value,
        "value": value,
        "typed": called,
        "shown": _shown(visit.translate(one.label), one.asks, known),
        "options": offered,
    }


def _shown(label: str, asks: Asks, known: str) -> str:
    if asks is Asks.FLAG:
        return label
    return f"{label} {known}" if asks is Asks.AMOUNT else known


def _keyed(rows: Iterable[Mapping[str, Any]]) -> list[View]:
    return [{"key": row["id"], "name": row["name"]} for row in rows]
