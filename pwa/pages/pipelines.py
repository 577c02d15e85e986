"""Pipelines: named, put in order, put away."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.operations import Outcome
from core.sales.setup_view import pipeline, pipeline_list
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.own_names import named, names_form, names_of, put_away, stepped, typed
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """Every pipeline with its stages."""
    view = await pipeline_list(session, visit.viewer, visit.translate)
    return await visit.page(session, "pipelines/index.html", view, place="more")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """Another pipeline's name; it begins with the stages of the first."""
    await pipeline_list(session, visit.viewer, visit.translate)
    return await _form(visit, session, None, {}, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """A pipeline with the first one's stages, after all others."""
    async with visit.reading() as session:
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    like = next((one["id"] for one in there if not one["archived"]), None)
    payload = {**named(visit, form), "position": len(there), "like": like}
    return await _saved(visit, form, "pipeline.create", payload, None)


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """A pipeline's name in both languages."""
    found = await pipeline(session, visit.viewer, visit.path_id())
    return await _form(visit, session, found["id"], names_of(found), Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Renames it."""
    pipeline_id = visit.path_id()
    return await _saved(visit, form, "pipeline.edit", {"id": pipeline_id, **named(visit, form)}, pipeline_id)


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts it away, or brings it back."""
    return await put_away(visit, form, "pipeline.archive", "/admin/pipelines")


@writes
async def arrange(visit: Visit, form: Form) -> Response:
    """One step up or down."""
    async with visit.reading() as session:
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    ids = stepped([one["id"] for one in there if not one["archived"]], form)
    outcome = await visit.perform("pipeline.arrange", {"ids": ids}, form.operation_id)
    return visit.go(outcome, "/admin/pipelines")


async def _saved(visit: Visit, form: Form, name: str, payload: Mapping[str, Any], pipeline_id: str | None) -> Response:
    try:
        outcome: Outcome = await visit.perform(name, payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _form(visit, session, pipeline_id, typed(form), problems(error, visit.translate))
    return visit.go(outcome, "/admin/pipelines")


async def _form(
    visit: Visit, session: AsyncSession, pipeline_id: str | None, values: Mapping[str, Any], wrong: Problems
) -> Response:
    view = {"id": pipeline_id, **names_form(visit, values, wrong)}
    return await visit.page(session, "pipelines/form.html", view, place="more", status=wrong.status)
