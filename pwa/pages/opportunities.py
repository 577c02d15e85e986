"""An opportunity all around; making, editing and putting away one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.policy import Permission, require
from core.sales.opportunity_view import opportunity_facts, opportunity_view
from core.sales.queries import pipelines
from core.standard_names import pipeline_name
from core.titles import named
from pwa.addresses import id_of
from pwa.earlier import asked_before, earlier_at, earlier_days
from pwa.forms import Form
from pwa.operations import Problems, problems, whole_number
from pwa.opportunity_form import FIELDS, HIDDEN_FIELDS, payload_of, values_of
from pwa.visit import View, Visit, reads, to_edit, writes
from pwa.watching import changed_by

NOTHING_WRONG = Problems()


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The opportunity all around; earlier history as a fragment."""
    if (before := asked_before(visit)) is not None:
        await opportunity_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id())
        return await earlier_days(visit, session, "opportunity", before)
    return await show_page(visit, session)


async def show_page(visit: Visit, session: AsyncSession, beside: View | None = None) -> Response:
    """The page of the opportunity that the address names; `beside`: a word about what was just done."""
    opportunity_id = visit.path_id()
    view = await opportunity_view(session, visit.viewer, visit.translate, visit.now, opportunity_id)
    view["more"] = earlier_at("opportunity", opportunity_id, view.pop("before"))
    view["plan_href"] = _plan_href(view["opportunity"])
    visit.opened("opportunity", opportunity_id)
    return await visit.page(session, "opportunities/show.html", view, place="pipeline", beside=beside)


def _plan_href(opportunity: View) -> str:
    about = {"opportunity_id": opportunity["id"], "subject": opportunity["title"]}
    about |= {f"{name}_id": opportunity[name]["id"] for name in ("account", "contact") if opportunity[name]}
    return f"/activities/new?{urlencode(about)}"


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form, for the account named in the address."""
    require(visit.viewer, Permission.OPPORTUNITY_EDIT)
    return await form_page(visit, session, {"account_id": visit.query("account")})


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Makes the opportunity, in the first stage of its pipeline."""
    try:
        payload = await payload_of(visit, form, None) | form.given("pipeline_id", "new_account")
        outcome = await visit.perform("opportunity.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await form_page(visit, session, _typed(form), problems(error, visit.translate))
    return visit.go(outcome, f"/opportunities/{outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """The form with what is there."""
    found = to_edit(await opportunity_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id()))
    values = values_of(found) | {"by": await changed_by(visit, session, found)}
    return await form_page(visit, session, values, Problems(), found["id"])


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves it; what somebody else changed meanwhile is kept as a conflict on the opportunity."""
    opportunity_id = visit.path_id()
    async with visit.reading() as session:
        found = to_edit(await opportunity_facts(session, visit.viewer, visit.translate, visit.now, opportunity_id))
    try:
        payload = await payload_of(visit, form, found) | {"id": opportunity_id, "base": whole_number(form, "base")}
        outcome = await visit.perform("opportunity.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await form_page(visit, session, _typed(form), problems(error, visit.translate), opportunity_id)
    return visit.go(outcome, f"/opportunities/{opportunity_id}")


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts the opportunity away."""
    outcome = await visit.perform("opportunity.archive", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, "/opportunities")


async def form_page(
    visit: Visit,
    session: AsyncSession,
    values: Mapping[str, Any],
    wrong: Problems = NOTHING_WRONG,
    opportunity_id: str | None = None,
) -> Response:
    """The form with `values`, in the words of its fields."""
    usual = {"currency": visit.viewer.currency}
    form = {**dict.fromkeys((*FIELDS, *HIDDEN_FIELDS), ""), **usual, **values}
    several = [] if opportunity_id else await pipelines(session)
    view = {
        "id": opportunity_id,
        "form": form,
        "account": await named(session, visit.viewer, "account", id_of(str(form["account_id"]))),
        "pipelines": [{"id": one["id"], "name": pipeline_name(one["name"], visit.translate)} for one in several],
        "errors": wrong.fields(*FIELDS, "pipeline_id"),
        "problem": wrong.summary,
        "by": values.get("by"),
    }
    return await visit.page(session, "opportunities/form.html", view, place="pipeline", status=wrong.status)


def _typed(form: Form) -> dict[str, Any]:
    return {name: values[0] for name, values in form.fields.items()}
