"""Kinds of activity: named, put in order, put away."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.sales.setup_view import activity_type, activity_type_list
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.own_names import named, names_form, names_of, own_key, put_away, stepped, typed
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The kinds of activity in their order."""
    view = await activity_type_list(session, visit.viewer, visit.translate)
    return await visit.page(session, "activity_types/index.html", view, place="more")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """Another kind's name."""
    await activity_type_list(session, visit.viewer, visit.translate)
    return await _form(visit, session, None, {}, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Another kind of activity, at the end of the list."""
    async with visit.reading() as session:
        there = await activity_type_list(session, visit.viewer, visit.translate)
    payload = {**named(visit, form), "key": own_key(), "position": len(there["types"]) + len(there["away"])}
    return await _saved(visit, form, "activity_type.create", payload, None)


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """A kind's name in both languages."""
    found = await activity_type(session, visit.viewer, visit.path_id())
    return await _form(visit, session, found, names_of(found), Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Renames it."""
    async with visit.reading() as session:
        found = await activity_type(session, visit.viewer, visit.path_id())
    payload = {"id": visit.path_id(), **named(visit, form)}
    return await _saved(visit, form, "activity_type.edit", payload, found)


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts it away, or brings it back."""
    return await put_away(visit, form, "activity_type.archive", "/admin/activity-types")


@writes
async def arrange(visit: Visit, form: Form) -> Response:
    """One step up or down."""
    async with visit.reading() as session:
        there = (await activity_type_list(session, visit.viewer, visit.translate))["types"]
    ids = stepped([one["id"] for one in there], form)
    outcome = await visit.perform("activity_type.arrange", {"ids": ids}, form.operation_id)
    return visit.go(outcome, "/admin/activity-types")


async def _saved(
    visit: Visit, form: Form, name: str, payload: Mapping[str, Any], found: Mapping[str, Any] | None
) -> Response:
    try:
        outcome = await visit.perform(name, payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _form(visit, session, found, typed(form), problems(error, visit.translate))
    return visit.go(outcome, "/admin/activity-types")


async def _form(
    visit: Visit, session: AsyncSession, found: Mapping[str, Any] | None, values: Mapping[str, Any], wrong: Problems
) -> Response:
    view = {
        "id": found["id"] if found else None,
        "archived": bool(found and found["archived"]),
        **names_form(visit, values, wrong),
    }
    return await visit.page(session, "activity_types/form.html", view, place="more", status=wrong.status)
