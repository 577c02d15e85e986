"""Activities: one with what belongs to it, done, put off, cancelled; what is overdue."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_view import activity_view, kinds
from core.agenda.rows import overdue_list, row
from core.customers.account_view import account_names
from core.errors import Invalid
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.operations import Problems, problems, when_of, whole_number
from pwa.toasts import toast_for
from pwa.visit import Visit, reads, writes

_MOST_OVERDUE = 200


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """What is overdue, all of it."""
    me = [visit.viewer.user_id]
    found = await overdue_list(session, visit.viewer, visit.translate, visit.now, me, _MOST_OVERDUE)
    return await visit.page(session, "activities/index.html", {"activities": found}, place="today")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """One activity."""
    view = await activity_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    return await visit.page(session, "activities/show.html", view, place="today")


@writes
async def complete(visit: Visit, form: Form) -> Response:
    """It was done; a row that was ticked or swiped comes back as done."""
    activity_id = visit.path_id()
    note = form.given("note")
    outcome = await visit.perform("activity.complete", {"id": activity_id, **note}, form.operation_id)
    if not visit.wants_fragment:
        return visit.go_back(outcome, "/today")
    async with visit.reading() as session:
        activity = await row(session, visit.viewer, visit.translate, visit.now, activity_id)
        view = {"activity": activity, "shows_day": False, "operation_id": form.operation_id}
    return visit.fragment("activities/_row.html", view, beside=toast_for(visit, outcome))


@writes
async def postpone(visit: Visit, form: Form) -> Response:
    """It goes to another day or hour."""
    activity_id = visit.path_id()
    payload = {"id": activity_id, **when_of(form, visit.viewer.timezone)}
    outcome = await visit.perform("activity.reschedule", payload, form.operation_id)
    return visit.go_back(outcome, f"/activities/{activity_id}")


@writes
async def cancel(visit: Visit, form: Form) -> Response:
    """It will not be done."""
    outcome = await visit.perform("activity.cancel", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, "/today")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """A form for planning, field by field."""
    names = ("day", "hour", "minutes", "account_id", "opportunity_id")
    values = {name: text for name in names if (text := visit.query(name))}
    return await _form(visit, session, {"day": visit.now.date().isoformat(), **values}, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Plans it."""
    try:
        payload: dict[str, Any] = {
            **form.given("type", "subject", "account_id", "contact_id", "opportunity_id", "note"),
            **when_of(form, visit.viewer.timezone),
            "minutes": whole_number(form, "minutes"),
        }
        outcome = await visit.perform("activity.plan", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            values = {name: given[0] for name, given in form.fields.items()}
            return await _form(visit, session, values, problems(error, visit.translate))
    return visit.go(outcome, f"/activities/{outcome.result['id']}")


async def _form(visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems) -> Response:
    names = ("type", "subject", "day", "hour", "minutes", "note", "account_id", "opportunity_id")
    form = {**dict.fromkeys(names, ""), **values}
    account_id = id_of(str(form["account_id"]))
    accounts = await account_names(session, visit.viewer, [account_id]) if account_id else {}
    view = {
        "form": form,
        "kinds": await kinds(session, visit.translate),
        "account": {"id": account_id, "name": accounts[account_id]} if account_id in accounts else None,
        "errors": wrong.fields("type", "subject", "day", "minutes", "note"),
        "problem": wrong.summary,
    }
    return await visit.page(session, "activities/new.html", view, place="today", status=wrong.status)
