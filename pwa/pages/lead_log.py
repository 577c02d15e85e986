"""What was done with a lead, and what comes next."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_view import kinds
from core.errors import Invalid
from core.sales.lead_view import lead_facts
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.pages.steps import step_payload, typed
from pwa.visit import Visit, reads, to_edit, writes

_FIELDS = ("type", "note", "next_type", "next_day", "next_hour")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form."""
    return await _page(visit, session, {"type": "call"}, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Logs it, with the next step where a kind or a day of one is given."""
    lead_id = visit.path_id()
    async with visit.reading() as session:
        lead = to_edit(await lead_facts(session, visit.viewer, visit.translate, visit.now, lead_id))
    try:
        payload: dict[str, Any] = {"lead_id": lead_id, "subject": lead["title"], **form.given("type", "note")}
        if form.given("next_type", "next_day"):
            payload["next"] = {**step_payload(visit, form, "next_"), "subject": lead["title"]}
        outcome = await visit.perform("activity.log", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _page(visit, session, typed(form), problems(error, visit.translate))
    return visit.go(outcome, f"/leads/{lead_id}")


async def _page(visit: Visit, session: AsyncSession, values: Mapping[str, str], wrong: Problems) -> Response:
    lead = to_edit(await lead_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id()))
    errors = wrong.fields(*_FIELDS)
    # The step that comes next is the only one here whose day can be missing.
    errors["next_day"] = errors["next_day"] or wrong.by_field.get("day")
    view = {
        "lead": {name: lead[name] for name in ("id", "title")},
        "kinds": await kinds(session, visit.translate),
        "form": {name: str(values.get(name, "")) for name in _FIELDS},
        "errors": errors,
        "problem": wrong.summary,
    }
    return await visit.page(session, "leads/log.html", view, place="pipeline", status=wrong.status)
