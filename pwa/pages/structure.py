"""Business units as a tree, teams, roles and what each may do."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.people.structure_view import role, role_table, team, team_list, unit, unit_tree
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.toasts import toast_for
from pwa.visit import View, Visit, reads, to_edit, writes


@reads
async def units(visit: Visit, session: AsyncSession) -> Response:
    """The tree, and a form for another unit."""
    return await _units(visit, session, {}, Problems())


@writes
async def create_unit(visit: Visit, form: Form) -> Response:
    """Another unit, under one of those there are."""
    payload = {"name": form.text("name"), "parent_id": form.text("parent_id") or None}
    try:
        outcome = await visit.perform("unit.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _units(visit, session, payload, problems(error, visit.translate))
    return visit.go(outcome, "/admin/units")


@reads
async def edit_unit(visit: Visit, session: AsyncSession) -> Response:
    """A unit's name, and where it is moved to."""
    return await _unit(visit, session, Problems())


@reads
async def move_unit(visit: Visit, session: AsyncSession) -> Response:
    """Under which other unit."""
    view = await unit(session, visit.viewer, visit.path_id())
    return await visit.page(session, "units/move.html", view, place="more")


@writes
async def update_unit(visit: Visit, form: Form) -> Response:
    """Renames it, moves it, or both; one that was carried to another gets the tree back, whatever came of it."""
    payload: dict[str, Any] = {"id": visit.path_id()}
    if "name" in form.fields:
        payload["name"] = form.text("name")
    if "parent_id" in form.fields:
        payload["parent_id"] = form.text("parent_id") or None
    try:
        outcome = await visit.perform("unit.edit", payload, form.operation_id)
    except Invalid as error:
        if visit.wants_fragment:
            raise
        async with visit.reading() as session:
            return await _unit(visit, session, problems(error, visit.translate), form.text("name"))
    if not visit.wants_fragment:
        return visit.go(outcome, "/admin/units")
    async with visit.reading() as session:
        return await _units(visit, session, {}, Problems(), beside=toast_for(visit, outcome))


@reads
async def teams(visit: Visit, session: AsyncSession) -> Response:
    """The teams, and a form for another."""
    return await _teams(visit, session, "", Problems())


@writes
async def create_team(visit: Visit, form: Form) -> Response:
    """A team without people yet."""
    try:
        outcome = await visit.perform("team.create", {"name": form.text("name")}, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _teams(visit, session, form.text("name"), problems(error, visit.translate))
    return visit.go(outcome, f"/admin/teams/{outcome.result['id']}")


@reads
async def show_team(visit: Visit, session: AsyncSession) -> Response:
    """A team: its name, its people, who could join."""
    return await _team(visit, session, Problems())


@writes
async def update_team(visit: Visit, form: Form) -> Response:
    """Renames it."""
    payload = {"id": visit.path_id(), "name": form.text("name")}
    try:
        outcome = await visit.perform("team.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _team(visit, session, problems(error, visit.translate), form.text("name"))
    return visit.go(outcome, f"/admin/teams/{visit.path_id()}")


@writes
async def change_team(visit: Visit, form: Form) -> Response:
    """Somebody joins, or leaves."""
    name = "team.remove_member" if form.text("leaves") else "team.add_member"
    payload = {"team_id": visit.path_id(), "user_id": form.text("user")}
    outcome = await visit.perform(name, payload, form.operation_id)
    return visit.go(outcome, f"/admin/teams/{visit.path_id()}")


@reads
async def roles(visit: Visit, session: AsyncSession) -> Response:
    """What each role may do."""
    view = await role_table(session, visit.viewer, visit.translate)
    return await visit.page(session, "roles/index.html", view, place="more")


@reads
async def edit_role(visit: Visit, session: AsyncSession) -> Response:
    """One role's rights, to be ticked."""
    view = await role(session, visit.viewer, visit.translate, visit.path_id())
    to_edit(view["role"])
    return await visit.page(session, "roles/edit.html", view, place="more")


@writes
async def update_role(visit: Visit, form: Form) -> Response:
    """Saves what is ticked."""
    async with visit.reading() as session:
        view = await role(session, visit.viewer, visit.translate, visit.path_id())
    known = {permission["id"] for permission in view["permissions"]}
    payload = {
        "id": visit.path_id(),
        "permissions": [one for one in form.all("permissions") if one in known],
        **form.given("sees", "edits"),
    }
    outcome = await visit.perform("role.edit", payload, form.operation_id)
    return visit.go(outcome, "/admin/roles")


async def _units(
    visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems, beside: View | None = None
) -> Response:
    view = await unit_tree(session, visit.viewer)
    view |= {
        "form": {"name": values.get("name") or "", "parent_id": values.get("parent_id") or ""},
        "errors": wrong.fields("name", "parent_id"),
    }
    return await visit.page(session, "units/index.html", view, place="more", status=wrong.status, beside=beside)


async def _unit(visit: Visit, session: AsyncSession, wrong: Problems, name: str | None = None) -> Response:
    view = await unit(session, visit.viewer, visit.path_id())
    view |= {"name": view["unit"]["name"] if name is None else name, "errors": wrong.fields("name", "parent_id")}
    return await visit.page(session, "units/edit.html", view, place="more", status=wrong.status)


async def _teams(visit: Visit, session: AsyncSession, name: str, wrong: Problems) -> Response:
    view = await team_list(session, visit.viewer)
    view |= {"name": name, "errors": wrong.fields("name")}
    return await visit.page(session, "teams/index.html", view, place="more", status=wrong.status)


async def _team(visit: Visit, session: AsyncSession, wrong: Problems, name: str | None = None) -> Response:
    view = await team(session, visit.viewer, visit.path_id())
    view |= {"name": view["team"]["name"] if name is None else name, "errors": wrong.fields("name")}
    return await visit.page(session, "teams/show.html", view, place="more", status=wrong.status)
