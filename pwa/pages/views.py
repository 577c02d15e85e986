"""Saved views of lists: named, shared, made the first thing one sees, deleted."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid, NotFound
from core.i18n import N_
from core.lists.filters import SORT, Listing
from core.lists.queries import my_teams, saved_view
from core.lists.table import LISTINGS
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.list_rooms import LIST_ROOMS
from pwa.lists import given_filters
from pwa.operations import Problems, problems
from pwa.visit import Visit, reads, to_edit, writes


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """A name for the filter and the columns that the address gives."""
    listing = _listing(visit.query("listing"))
    given = visit.request.query_params
    come_from = id_of(visit.query("view"))
    values = {
        "filter": given_filters(listing, given) | _sort(listing, visit.query(SORT)),
        "columns": given.getlist("col")[:20],
        "name": "",
        "shared": "me",
        "changes": await saved_view(session, visit.viewer, come_from) if come_from else None,
    }
    return await _form(visit, session, listing, values, Problems(), None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Keeps the view, and shows the list by it."""
    listing = _listing(form.text("listing"))
    kept = {"filter": _filters(listing, form), "columns": form.all("col")}
    payload = {"listing": listing.kind, "name": form.text("name"), **kept, **_shared(form)}
    try:
        outcome = await visit.perform("view.save", payload, form.operation_id)
    except Invalid as error:
        typed = kept | {"name": form.text("name"), "shared": form.text("shared")}
        async with visit.reading() as session:
            return await _form(visit, session, listing, typed, problems(error, visit.translate), None)
    return visit.go(outcome, f"{LIST_ROOMS[listing.kind].path}?view={outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """What can be done with a view: begin with it; for whose it is, its name, whom it is shared with, its end."""
    view = await _view(visit, session)
    return await _form(visit, session, LISTINGS[view["listing"]], view, Problems(), view)


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Renames a view and says with whom it is shared, or changes what it lists."""
    payload: dict[str, Any] = {"id": visit.path_id(), "name": form.text("name"), **_shared(form)}
    if form.text("listing"):
        listing = _listing(form.text("listing"))
        payload = {"id": visit.path_id(), "filter": _filters(listing, form), "columns": form.all("col")}
    try:
        outcome = await visit.perform("view.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            view = to_edit(await _view(visit, session))
            typed = {**view, "name": form.text("name"), "shared": form.text("shared")}
            return await _form(visit, session, LISTINGS[view["listing"]], typed, problems(error, visit.translate), view)
    return visit.go(outcome, f"{LIST_ROOMS[outcome.result['listing']].path}?view={outcome.result['id']}")


@writes
async def begin(visit: Visit, form: Form) -> Response:
    """One's list begins with this view from now on, or with everything again."""
    async with visit.reading() as session:
        view = await _view(visit, session)
    payload = {"listing": view["listing"], "id": None if form.text("everything") else view["id"]}
    outcome = await visit.perform("view.begin_with", payload, form.operation_id)
    return visit.go(outcome, f"{LIST_ROOMS[view['listing']].path}?view={view['id']}")


@writes
async def delete(visit: Visit, form: Form) -> Response:
    """Removes the view; the records that it listed stay."""
    outcome = await visit.perform("view.delete", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, LIST_ROOMS[outcome.result["listing"]].path)


async def _view(visit: Visit, session: AsyncSession) -> dict[str, Any]:
    view = await saved_view(session, visit.viewer, visit.path_id())
    if view is None:
        raise NotFound
    return view


async def _form(
    visit: Visit, session: AsyncSession, listing: Listing, values: Mapping[str, Any], wrong: Problems,
    view: Mapping[str, Any] | None,
) -> Response:  # fmt: skip
    kept = [*values["filter"].items(), *(("col", column) for column in values["columns"])]
    shared = {"me": visit.translate(N_("Me alone"))}
    shared |= {
        team["id"]: visit.translate(N_("The team {name}"), {"name": team["name"]})
        for team in await my_teams(session, visit.viewer)
    }
    shared |= {"company": visit.translate(N_("The whole company"))}
    changed = values.get("changes")
    with_whom = values.get("team_id") or values["shared"]
    shown = {
        "id": view["id"] if view else None,
        "listing": listing.kind,
        "path": f"{LIST_ROOMS[listing.kind].path}?{urlencode(kept)}",
        "name": values["name"],
        "kept": [{"name": name, "value": value} for name, value in kept],
        "shared": [{"key": key, "name": name, "is_chosen": key == with_whom} for key, name in shared.items()],
        "changes": {"id": changed["id"], "name": changed["name"]} if changed and changed["may_edit"] else None,
        "may_edit": view is None or view["may_edit"],
        "is_first": bool(view and view["is_first"]),
        "by": view["by"] if view else None,
        "errors": wrong.fields("name", "shared"),
        "problem": wrong.summary,
    }
    return await visit.page(
        session, "views/form.html", shown, place=LIST_ROOMS[listing.kind].place, status=wrong.status
    )


def _listing(key: str) -> Listing:
    if key not in LISTINGS:
        raise NotFound
    return LISTINGS[key]


def _filters(listing: Listing, form: Form) -> dict[str, str]:
    given = {one.name: form.text(one.name) for one in listing.filters if form.text(one.name)}
    return given | _sort(listing, form.text(SORT))


def _sort(listing: Listing, wanted: str) -> dict[str, str]:
    """The order, where it is not the usual one."""
    order = listing.order(wanted)
    return {} if order == listing.orders[0] else {SORT: order.name}


def _shared(form: Form) -> dict[str, Any]:
    """`me`, `company`, or the id of a team."""
    shared = form.text("shared") or "me"
    return {"shared": shared} if shared in ("me", "company") else {"shared": "team", "team_id": shared}
