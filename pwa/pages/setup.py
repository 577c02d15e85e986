"""What a company sets up: pipelines and their stages, kinds of activity, the company itself."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.i18n import LOCALES
from core.operations import Outcome
from core.people.personal import company_settings
from core.records import new_id
from core.sales.setup_view import (
    OUTCOMES,
    activity_type,
    activity_type_list,
    pipeline,
    pipeline_list,
    stage,
)
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.operations import Problems, problems, whole_number
from pwa.pages.settings import AREAS
from pwa.visit import Visit, reads, writes

_NAMES = tuple(f"name_{locale}" for locale in LOCALES)
_COMPANY = ("name", "country", "currency", "locale", "timezone", "finished_activities_editable")


@reads
async def pipelines(visit: Visit, session: AsyncSession) -> Response:
    """Every pipeline with its stages."""
    view = await pipeline_list(session, visit.viewer, visit.translate)
    return await visit.page(session, "pipelines/index.html", view, place="more")


@reads
async def new_pipeline(visit: Visit, session: AsyncSession) -> Response:
    """Another pipeline's name; it begins with the stages of the first."""
    await pipeline_list(session, visit.viewer, visit.translate)
    return await _pipeline(visit, session, None, {}, Problems())


@writes
async def create_pipeline(visit: Visit, form: Form) -> Response:
    """A pipeline with the first one's stages, after all others."""
    async with visit.reading() as session:
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    like = next((one["id"] for one in there if not one["archived"]), None)
    payload = {**_named(visit, form), "position": len(there), "like": like}
    return await _saved_pipeline(visit, form, "pipeline.create", payload, None)


@reads
async def edit_pipeline(visit: Visit, session: AsyncSession) -> Response:
    """A pipeline's name in both languages."""
    found = await pipeline(session, visit.viewer, visit.path_id())
    return await _pipeline(visit, session, found["id"], _names_of(found), Problems())


@writes
async def update_pipeline(visit: Visit, form: Form) -> Response:
    """Renames it."""
    pipeline_id = visit.path_id()
    return await _saved_pipeline(visit, form, "pipeline.edit", {"id": pipeline_id, **_named(visit, form)}, pipeline_id)


@writes
async def archive_pipeline(visit: Visit, form: Form) -> Response:
    """Puts it away, or brings it back."""
    return await _archived(visit, form, "pipeline.archive", "/admin/pipelines")


@writes
async def arrange_pipelines(visit: Visit, form: Form) -> Response:
    """One step up or down."""
    async with visit.reading() as session:
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    ids = _stepped([one["id"] for one in there if not one["archived"]], form)
    outcome = await visit.perform("pipeline.arrange", {"ids": ids}, form.operation_id)
    return visit.go(outcome, "/admin/pipelines")


@reads
async def new_stage(visit: Visit, session: AsyncSession) -> Response:
    """A stage to be filled."""
    found = await pipeline(session, visit.viewer, visit.path_id())
    values = {"outcome": "open", "probability": "50"}
    return await _stage(visit, session, None, found["id"], values, Problems())


@writes
async def create_stage(visit: Visit, form: Form) -> Response:
    """Another stage, after the last open one."""
    pipeline_id = visit.path_id()
    async with visit.reading() as session:
        await pipeline(session, visit.viewer, pipeline_id)
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    stages = next(one["stages"] for one in there if one["id"] == pipeline_id)
    try:
        payload = {
            **_stage_given(visit, form), "pipeline_id": pipeline_id, "key": _key(), "position": len(stages),
        }  # fmt: skip
        outcome = await visit.perform("stage.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _stage(visit, session, None, pipeline_id, _typed(form), problems(error, visit.translate))
    return visit.go(outcome, "/admin/pipelines")


@reads
async def edit_stage(visit: Visit, session: AsyncSession) -> Response:
    """A stage's names, kind and probability."""
    found = await stage(session, visit.viewer, visit.path_id())
    values = {**_names_of(found), "outcome": found["outcome"], "probability": str(found["probability"])}
    return await _stage(visit, session, found, found["pipeline_id"], values, Problems())


@writes
async def update_stage(visit: Visit, form: Form) -> Response:
    """Saves it."""
    try:
        payload = {"id": visit.path_id(), **_stage_given(visit, form)}
        outcome = await visit.perform("stage.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            found = await stage(session, visit.viewer, visit.path_id())
            wrong = problems(error, visit.translate)
            return await _stage(visit, session, found, found["pipeline_id"], _typed(form), wrong)
    return visit.go(outcome, "/admin/pipelines")


@writes
async def archive_stage(visit: Visit, form: Form) -> Response:
    """Puts it away, or brings it back."""
    return await _archived(visit, form, "stage.archive", "/admin/pipelines")


@writes
async def arrange_stages(visit: Visit, form: Form) -> Response:
    """One step up or down in its pipeline."""
    async with visit.reading() as session:
        there = (await pipeline_list(session, visit.viewer, visit.translate))["pipelines"]
    stages: list[dict[str, Any]] = next((one["stages"] for one in there if one["id"] == visit.path_id()), [])
    payload = {"pipeline_id": visit.path_id(), "ids": _stepped([one["id"] for one in stages], form)}
    outcome = await visit.perform("stage.arrange", payload, form.operation_id)
    return visit.go(outcome, "/admin/pipelines")


@reads
async def activity_types(visit: Visit, session: AsyncSession) -> Response:
    """The kinds of activity in their order."""
    view = await activity_type_list(session, visit.viewer, visit.translate)
    return await visit.page(session, "activity_types/index.html", view, place="more")


@reads
async def new_activity_type(visit: Visit, session: AsyncSession) -> Response:
    """Another kind's name."""
    await activity_type_list(session, visit.viewer, visit.translate)
    return await _activity_type(visit, session, None, {}, Problems())


@writes
async def create_activity_type(visit: Visit, form: Form) -> Response:
    """Another kind of activity, at the end of the list."""
    async with visit.reading() as session:
        there = await activity_type_list(session, visit.viewer, visit.translate)
    payload = {**_named(visit, form), "key": _key(), "position": len(there["types"]) + len(there["away"])}
    return await _saved_activity_type(visit, form, "activity_type.create", payload, None)


@reads
async def edit_activity_type(visit: Visit, session: AsyncSession) -> Response:
    """A kind's name in both languages."""
    found = await activity_type(session, visit.viewer, visit.path_id())
    return await _activity_type(visit, session, found, _names_of(found), Problems())


@writes
async def update_activity_type(visit: Visit, form: Form) -> Response:
    """Renames it."""
    async with visit.reading() as session:
        found = await activity_type(session, visit.viewer, visit.path_id())
    payload = {"id": visit.path_id(), **_named(visit, form)}
    return await _saved_activity_type(visit, form, "activity_type.edit", payload, found)


@writes
async def archive_activity_type(visit: Visit, form: Form) -> Response:
    """Puts it away, or brings it back."""
    return await _archived(visit, form, "activity_type.archive", "/admin/activity-types")


@writes
async def arrange_activity_types(visit: Visit, form: Form) -> Response:
    """One step up or down."""
    async with visit.reading() as session:
        there = (await activity_type_list(session, visit.viewer, visit.translate))["types"]
    ids = _stepped([one["id"] for one in there], form)
    outcome = await visit.perform("activity_type.arrange", {"ids": ids}, form.operation_id)
    return visit.go(outcome, "/admin/activity-types")


@reads
async def company(visit: Visit, session: AsyncSession) -> Response:
    """The company's own settings."""
    return await _company(visit, session, await company_settings(session, visit.viewer), Problems())


@writes
async def update_company(visit: Visit, form: Form) -> Response:
    """Saves them."""
    payload: dict[str, Any] = {name: form.text(name).upper() for name in ("country", "currency") if form.text(name)}
    payload |= {name: form.text(name) for name in ("name", "locale", "timezone") if name in form.fields}
    payload["finished_activities_editable"] = form.text("finished_activities_editable") == "yes"
    try:
        outcome = await visit.perform("company.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            stored = await company_settings(session, visit.viewer)
            return await _company(visit, session, {**stored, **payload}, problems(error, visit.translate))
    return visit.go(outcome, "/admin/company")


def _key() -> str:
    """A key for what a company made itself."""
    return f"own_{new_id().replace('-', '')[-12:]}"


def _named(visit: Visit, form: Form) -> dict[str, Any]:
    """The name in the company's language, and in the others; one that is left empty is as the other."""
    main = visit.viewer.company_locale if visit.viewer.company_locale in LOCALES else LOCALES[0]
    names = {locale: form.text(f"name_{locale}") for locale in LOCALES}
    name = names[main] or next((one for one in names.values() if one), "")
    return {"name": name, "names": {locale: one for locale, one in names.items() if one and locale != main}}


def _names_of(found: Mapping[str, Any]) -> dict[str, str]:
    return {f"name_{locale}": found["names"][locale] for locale in LOCALES}


def _stage_given(visit: Visit, form: Form) -> dict[str, Any]:
    probability = whole_number(form, "probability")
    return {**_named(visit, form), "outcome": form.text("outcome") or None} | (
        {"probability": probability} if probability is not None else {}
    )


def _stepped(ids: list[str], form: Form) -> list[str]:
    """The ids with the one that the form names a place further up or down."""
    moved, step = id_of(form.text("id")), 1 if form.text("down") else -1
    if moved in ids:
        place = ids.index(moved)
        other = place + step
        if 0 <= other < len(ids):
            ids[place], ids[other] = ids[other], ids[place]
    return ids


async def _archived(visit: Visit, form: Form, name: str, back: str) -> Response:
    payload = {"id": visit.path_id(), "archived": form.text("back") != "yes"}
    return visit.go(await visit.perform(name, payload, form.operation_id), back)


async def _saved_pipeline(
    visit: Visit, form: Form, name: str, payload: Mapping[str, Any], pipeline_id: str | None
) -> Response:
    try:
        outcome: Outcome = await visit.perform(name, payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _pipeline(visit, session, pipeline_id, _typed(form), problems(error, visit.translate))
    return visit.go(outcome, "/admin/pipelines")


async def _saved_activity_type(
    visit: Visit, form: Form, name: str, payload: Mapping[str, Any], found: Mapping[str, Any] | None
) -> Response:
    try:
        outcome = await visit.perform(name, payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _activity_type(visit, session, found, _typed(form), problems(error, visit.translate))
    return visit.go(outcome, "/admin/activity-types")


async def _pipeline(
    visit: Visit, session: AsyncSession, pipeline_id: str | None, values: Mapping[str, Any], wrong: Problems
) -> Response:
    view = {"id": pipeline_id, **_form(visit, values, wrong)}
    return await visit.page(session, "pipelines/form.html", view, place="more", status=wrong.status)


async def _stage(
    visit: Visit, session: AsyncSession, found: Mapping[str, Any] | None, pipeline_id: str,
    values: Mapping[str, Any], wrong: Problems,
) -> Response:  # fmt: skip
    view = {
        "id": found["id"] if found else None,
        "pipeline_id": pipeline_id,
        "used": found["used"] if found else 0,
        "archived": bool(found and found["archived"]),
        "outcomes": [{"id": key, "name": visit.translate(name)} for key, name in OUTCOMES.items()],
        **_form(visit, values, wrong, "outcome", "probability"),
    }
    return await visit.page(session, "pipelines/stage.html", view, place="more", status=wrong.status)


async def _activity_type(
    visit: Visit, session: AsyncSession, found: Mapping[str, Any] | None, values: Mapping[str, Any], wrong: Problems
) -> Response:
    view = {
        "id": found["id"] if found else None,
        "archived": bool(found and found["archived"]),
        **_form(visit, values, wrong),
    }
    return await visit.page(session, "activity_types/form.html", view, place="more", status=wrong.status)


def _form(visit: Visit, values: Mapping[str, Any], wrong: Problems, *more: str) -> dict[str, Any]:
    """A form about something with names: the company's language first, where what is wrong with a name stands."""
    main = visit.viewer.company_locale if visit.viewer.company_locale in LOCALES else LOCALES[0]
    return {
        "form": {name: str(values.get(name) or "") for name in (*_NAMES, *more)},
        "languages": [main, *(locale for locale in LOCALES if locale != main)],
        "errors": {**wrong.fields("name", *more)},
        "problem": wrong.summary,
    }


async def _company(visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems) -> Response:
    view = {
        "form": {name: values[name] if isinstance(values[name], bool) else str(values[name]) for name in _COMPANY},
        "zones": sorted(zone for zone in available_timezones() if zone.startswith(AREAS)),
        "errors": wrong.fields(*_COMPANY),
        "problem": wrong.summary,
    }
    return await visit.page(session, "administration/company.html", view, place="more", status=wrong.status)


def _typed(form: Form) -> dict[str, Any]:
    return {name: values[0] for name, values in form.fields.items()}
