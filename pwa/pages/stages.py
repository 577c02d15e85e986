"""The stages of pipelines: named, put in order, put away."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.sales.opportunity_filters import OUTCOMES
from core.sales.setup_view import pipeline, pipeline_list, stage
from pwa.forms import Form
from pwa.operations import Problems, problems, whole_number
from pwa.own_names import named, names_form, names_of, own_key, put_away, stepped, typed
from pwa.visit import Visit, reads, writes


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """A stage to be filled."""
    found = await pipeline(session, visit.viewer, visit.path_id())
    values = {"outcome": "open", "probability": "50"}
    return await _form(visit, session, None, found["id"], values, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Another stage, after the last open one."""
    pipeline_id = visit.path_id()
    async with visit.reading() as session:
        await pipeline(session, visit.viewer, pipeline_id)
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    stages = next(one["stages"] for one in there if one["id"] == pipeline_id)
    try:
        payload = {
            **_given(visit, form), "pipeline_id": pipeline_id, "key": own_key(), "position": len(stages),
        }  # fmt: skip
        outcome = await visit.perform("stage.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _form(visit, session, None, pipeline_id, typed(form), problems(error, visit.translate))
    return visit.go(outcome, "/admin/pipelines")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """A stage's names, kind and probability."""
    found = await stage(session, visit.viewer, visit.path_id())
    values = {**names_of(found), "outcome": found["outcome"], "probability": str(found["probability"])}
    return await _form(visit, session, found, found["pipeline_id"], values, Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves it."""
    try:
        payload = {"id": visit.path_id(), **_given(visit, form)}
        outcome = await visit.perform("stage.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            found = await stage(session, visit.viewer, visit.path_id())
            wrong = problems(error, visit.translate)
            return await _form(visit, session, found, found["pipeline_id"], typed(form), wrong)
    return visit.go(outcome, "/admin/pipelines")


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts it away, or brings it back."""
    return await put_away(visit, form, "stage.archive", "/admin/pipelines")


@writes
async def arrange(visit: Visit, form: Form) -> Response:
    """One step up or down in its pipeline."""
    async with visit.reading() as session:
        await pipeline(session, visit.viewer, visit.path_id())
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    stages: list[dict[str, Any]] = next((one["stages"] for one in there if one["id"] == visit.path_id()), [])
    payload = {"pipeline_id": visit.path_id(), "ids": stepped([one["id"] for one in stages], form)}
    outcome = await visit.perform("stage.arrange", payload, form.operation_id)
    return visit.go(outcome, "/admin/pipelines")


def _given(visit: Visit, form: Form) -> dict[str, Any]:
    probability = whole_number(form, "probability")
    return {**named(visit, form), "outcome": form.text("outcome") or None} | (
        {"probability": probability} if probability is not None else {}
    )


async def _form(
    visit: Visit, session: AsyncSession, found: Mapping[str, Any] | None, pipeline_id: str,
    values: Mapping[str, Any], wrong: Problems,
) -> Response:  # fmt: skip
    view = {
        "id": found["id"] if found else None,
        "pipeline_id": pipeline_id,
        "used": found["used"] if found else 0,
        "archived": bool(found and found["archived"]),
        "outcomes": [{"id": key, "name": visit.translate(name)} for key, name in OUTCOMES.items()],
        **names_form(visit, values, wrong, "outcome", "probability"),
    }
    return await visit.page(session, "pipelines/stage.html", view, place="more", status=wrong.status)
