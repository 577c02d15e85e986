"""Leads: the list, a lead all around, making, editing and closing one, and what it becomes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.policy import Permission, require
from core.sales.lead_filters import LEADS
from core.sales.lead_list import found_leads, lead_list
from core.sales.lead_view import lead_facts, lead_view
from core.sales.lead_words import SOURCES
from core.sales.usual_reasons import REASONS
from pwa.channels import country_names
from pwa.earlier import asked_before, earlier_at, earlier_days
from pwa.forms import Form
from pwa.lead_form import FIELDS, payload_of, typed, values_of
from pwa.list_pages import give_selected, list_page, offered_words
from pwa.list_rooms import LIST_ROOMS
from pwa.operations import Problems, problems, reason_of, whole_number
from pwa.visit import View, Visit, reads, reads_beside, to_edit, writes
from pwa.watching import changed_by


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, LIST_ROOMS["lead"], found_leads, lead_list)


@reads_beside
async def words(visit: Visit, session: AsyncSession) -> Response:
    """The words that a filter may be given: cities, tags."""
    return await offered_words(visit, session, LEADS)


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives the selected leads to a colleague: all of them or none."""
    return await give_selected(visit, form, "lead.assign_many", "/leads")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The lead all around; earlier history as a fragment."""
    if (before := asked_before(visit)) is not None:
        await lead_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id())
        return await earlier_days(visit, session, "lead", before)
    return await show_page(visit, session)


async def show_page(visit: Visit, session: AsyncSession, beside: View | None = None) -> Response:
    """The page of the lead that the address names; `beside`: a word about what was just done."""
    view = await lead_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    view["more"] = earlier_at("lead", visit.path_id(), view.pop("before"))
    return await visit.page(session, "leads/show.html", view, place="pipeline", beside=beside)


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form."""
    require(visit.viewer, Permission.LEAD_EDIT)
    return await _form(visit, session, {}, Problems(), None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Makes the lead."""
    try:
        outcome = await visit.perform("lead.create", payload_of(form), form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _form(visit, session, typed(form), problems(error, visit.translate), None)
    return visit.go(outcome, f"/leads/{outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """The form with what is there."""
    lead = to_edit(await lead_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id()))
    values = {**values_of(lead, visit.locale), "by": await changed_by(visit, session, lead)}
    return await _form(visit, session, values, Problems(), lead["id"])


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves it; what somebody else changed meanwhile is kept as a conflict on the lead."""
    lead_id = visit.path_id()
    try:
        payload = {**payload_of(form), "id": lead_id, "base": whole_number(form, "base")}
        outcome = await visit.perform("lead.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            await lead_facts(session, visit.viewer, visit.translate, visit.now, lead_id)
            return await _form(visit, session, typed(form), problems(error, visit.translate), lead_id)
    return visit.go(outcome, f"/leads/{lead_id}")


@writes
async def begin(visit: Visit, form: Form) -> Response:
    """Somebody is at it."""
    outcome = await visit.perform("lead.begin", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, f"/leads/{visit.path_id()}")


@writes
async def reopen(visit: Visit, form: Form) -> Response:
    """It is taken up again."""
    outcome = await visit.perform("lead.reopen", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, f"/leads/{visit.path_id()}")


@reads
async def discard_form(visit: Visit, session: AsyncSession) -> Response:
    """Why, and whether for good."""
    return await _discard_page(visit, session, "", Problems())


@writes
async def discard(visit: Visit, form: Form) -> Response:
    """Nothing will come of it, or not now."""
    lead_id, reason = visit.path_id(), reason_of(form)
    payload = {"id": lead_id, "reason": reason or None, "recycle": form.text("recycle") == "yes"}
    try:
        outcome = await visit.perform("lead.discard", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _discard_page(visit, session, reason, problems(error, visit.translate))
    return visit.go(outcome, f"/leads/{lead_id}")


async def _discard_page(visit: Visit, session: AsyncSession, reason: str, wrong: Problems) -> Response:
    lead = to_edit(await lead_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id()))
    view = {
        "lead": {name: lead[name] for name in ("id", "title")},
        "reason": reason,
        "reasons": [{"text": visit.translate(one), "outcomes": []} for one in REASONS["lost"]],
        "errors": {"reason": wrong.by_field.get("reason") or wrong.summary},
    }
    return await visit.page(session, "leads/discard.html", view, place="pipeline", status=wrong.status)


async def _form(
    visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems, lead_id: str | None
) -> Response:
    view: View = {
        "id": lead_id,
        "form": {**dict.fromkeys((*FIELDS, "base"), ""), **values},
        "sources": [{"key": key, "name": visit.translate(name)} for key, name in SOURCES.items()],
        "errors": wrong.fields(*FIELDS),
        **country_names(visit),
        "problem": wrong.summary,
        "by": values.get("by"),
    }
    return await visit.page(session, "leads/form.html", view, place="pipeline", status=wrong.status)
