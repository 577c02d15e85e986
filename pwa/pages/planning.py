"""Planning something field by field, and correcting what is planned or, where the company allows it, done."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_view import activity_view
from core.agenda.agendas import agendas_of
from core.customers.naming import named_account
from core.errors import Conflict, FinishedIsKept, Invalid, NotPermitted
from core.policy import Permission, require
from core.titles import named
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.operations import Problems, problems, whole_number
from pwa.pages.steps import FIELDS, USUAL, choices_of, step_payload, typed
from pwa.visit import View, Visit, reads, writes
from pwa.watching import changed_by

_NAMES = (*FIELDS, "note", "account", "account_id", "contact_id", "opportunity_id", "lead_id", "owner_id")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """A form; the address names the day, the hour, with whom, for whom."""
    require(visit.viewer, Permission.ACTIVITY_EDIT)
    given = {name: text for name in _NAMES if (text := visit.query(name))}
    return await _plan(visit, session, {"day": visit.now.date().isoformat(), **given}, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Plans it."""
    try:
        payload = {
            **step_payload(visit, form),
            **form.given("account_id", "contact_id", "opportunity_id", "lead_id", "owner_id", "note"),
        }
        if form.text("account") and not form.text("account_id"):
            async with visit.reading() as session:
                payload["account_id"] = await named_account(session, visit.viewer, form.text("account"))
        outcome = await visit.perform("activity.plan", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _plan(visit, session, typed(form), problems(error, visit.translate))
    return visit.go_back(outcome, f"/activities/{outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """The form with what is there."""
    return await _correct(visit, session, None, Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves it; what somebody else changed meanwhile is kept as a conflict on the activity."""
    activity_id = visit.path_id()
    try:
        payload: dict[str, Any] = {
            "id": activity_id, "base": whole_number(form, "base"), **step_payload(visit, form),
            **{name: form.text(name) for name in ("subject", "note", "result") if name in form.fields},
        }  # fmt: skip
        outcome = await visit.perform("activity.edit", payload, form.operation_id)
    except (Conflict, Invalid) as error:
        async with visit.reading() as session:
            return await _correct(visit, session, typed(form), problems_of(error, visit))
    return visit.go_back(outcome, f"/activities/{activity_id}")


def problems_of(error: Conflict | Invalid, visit: Visit) -> Problems:
    """What is wrong with a form; that somebody else moved it, as the problem of its day."""
    if isinstance(error, Invalid):
        return problems(error, visit.translate)
    return Problems(None, {"day": error.say(visit.translate)}, error.status)


async def _plan(visit: Visit, session: AsyncSession, values: Mapping[str, str], wrong: Problems) -> Response:
    choices = await choices_of(visit, session)
    form = {name: str(values.get(name, USUAL if name == "reminder" else "")) for name in _NAMES}
    view = {
        **choices,
        "form": form,
        "account": await named(session, visit.viewer, "account", id_of(form["account_id"])),
        "owner": await _owner(visit, session, form["owner_id"]),
        "errors": wrong.fields(*FIELDS, "note", "account"),
        "problem": wrong.summary,
    }
    return await visit.page(session, "activities/new.html", view, place="today", status=wrong.status)


async def _owner(visit: Visit, session: AsyncSession, given: str) -> View | None:
    """For whom, where it is not for oneself. Raises `NotFound` for whose agenda one may not look at."""
    owner_id = id_of(given)
    if owner_id in (None, visit.viewer.user_id):
        return None
    found = await agendas_of(session, visit.viewer, str(owner_id), of_account=False)
    return {"id": owner_id, "name": dict(found.people)[str(owner_id)]}


async def _correct(visit: Visit, session: AsyncSession, values: Mapping[str, str] | None, wrong: Problems) -> Response:
    view = await activity_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    activity = view["activity"]
    if not activity["may_edit"]:
        raise NotPermitted
    if not activity["may_change"]:
        raise FinishedIsKept
    there = {**activity, "type": activity["kind"], "reminder": activity["remind_before"], "base": activity["revision"]}
    if wrong.status == Conflict.status and values is not None:
        values = {**values, "base": str(activity["revision"])}  # asked once more, about what is there by now
    names = (*FIELDS, "note", "result", "base")
    view = {
        "activity": activity,
        **await choices_of(visit, session, activity["kind"], activity["remind_before"]),
        "form": {name: _text(there[name] if values is None else values.get(name)) for name in names},
        "errors": wrong.fields(*FIELDS, "note", "result"),
        "problem": wrong.summary,
        "by": await changed_by(visit, session, activity),
    }
    return await visit.page(session, "activities/edit.html", view, place="today", status=wrong.status)


def _text(value: object) -> str:
    return "" if value is None else str(value)
