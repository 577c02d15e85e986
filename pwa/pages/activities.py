"""Activities: one with what belongs to it, done with what comes next, called off."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_view import activity_view
from core.agenda.ready_answers import RESULTS
from core.agenda.rows import row
from core.errors import Invalid
from pwa.forms import Form
from pwa.operations import Problems, problems, whole_number
from pwa.pages.steps import FIELDS, USUAL, choices_of, step_payload, typed
from pwa.toasts import toast_for
from pwa.visit import Visit, reads, writes

_DONE, _NEXT = ("note", "result", "minutes"), tuple(f"next_{name}" for name in FIELDS)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """One activity."""
    visit.opened("activity", visit.path_id())
    return await _page(visit, session, {}, Problems())


@writes
async def complete(visit: Visit, form: Form) -> Response:
    """It was done, and what comes next, as one; a row that was ticked or swiped comes back as done."""
    activity_id = visit.path_id()
    try:
        payload = {"id": activity_id, **form.given("note", "result"), "minutes": whole_number(form, "minutes")}
        outcome = await visit.perform("activity.complete", payload | _next(visit, form), form.operation_id)
    except Invalid as error:
        if visit.wants_fragment:
            raise
        async with visit.reading() as session:
            return await _page(visit, session, typed(form), _of_next(problems(error, visit.translate)))
    if not visit.wants_fragment:
        return visit.go_back(outcome, "/today")
    async with visit.reading() as session:
        activity = await row(session, visit.viewer, visit.translate, visit.now, activity_id)
        view = {"activity": activity, "shows_day": False, "operation_id": form.operation_id}
    return visit.fragment("activities/_row.html", view, beside=toast_for(visit, outcome))


@writes
async def cancel(visit: Visit, form: Form) -> Response:
    """It will not be done."""
    outcome = await visit.perform("activity.cancel", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, "/today")


def _next(visit: Visit, form: Form) -> dict[str, Any]:
    """The next step, where a kind, a subject or a day of one is given. Raises `Invalid`."""
    if not form.given("next_type", "next_subject", "next_day"):
        return {}
    return {"next": step_payload(visit, form, "next_")}


def _of_next(wrong: Problems) -> Problems:
    """The day that an activity which is done lacks is the next step's."""
    by_field = {"next_day" if name == "day" else name: text for name, text in wrong.by_field.items()}
    return Problems(wrong.summary, by_field, wrong.status)


async def _page(visit: Visit, session: AsyncSession, values: Mapping[str, str], wrong: Problems) -> Response:
    view = await activity_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    choices = await choices_of(visit, session)
    usual = {"minutes": view["activity"]["minutes"], "next_reminder": USUAL}
    form = {name: str(values.get(name, usual.get(name) or "")) for name in (*_DONE, *_NEXT)}
    view |= {
        **choices,
        "form": form,
        "results": [visit.translate(result) for result in RESULTS],
        "errors": wrong.fields(*_DONE, *_NEXT),
        "problem": wrong.summary,
        "opens_result": bool(values.get("result")) or any(name in wrong.by_field for name in ("result", "minutes")),
        "opens_next": any(values.get(name) for name in _NEXT[:3]) or any(name in wrong.by_field for name in _NEXT),
    }
    return await visit.page(session, "activities/show.html", view, place="today", status=wrong.status)
