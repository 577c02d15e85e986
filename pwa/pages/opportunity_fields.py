"""One field of an opportunity where its value stands: shown as a field, saved by itself."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.receivers import receivers
from core.errors import Invalid, NotFound, NotPermitted
from core.i18n import N_
from core.operations import Outcome
from core.sales.opportunity_view import opportunity_facts
from pwa.forms import Form
from pwa.in_place import InPlace, in_place, refused
from pwa.operations import problems, whole_number
from pwa.opportunity_form import payload_of, values_of
from pwa.pages.opportunities import show_page
from pwa.toasts import toast_for
from pwa.visit import View, Visit, reads, to_edit, writes

_FIELDS: Mapping[str, InPlace] = {
    "title": InPlace(N_("What may be sold?")),
    "amount": InPlace(N_("Amount in {currency}"), inputmode="decimal"),
    "probability": InPlace(N_("Probability, %"), inputmode="numeric"),
    "expected_close": InPlace(N_("Expected close"), kind="date"),
    "account": InPlace(N_("Account"), names="/accounts/names"),
    "contact": InPlace(N_("Contact"), names="/contacts/names"),
    "owner": InPlace(N_("Owner"), kind="choice"),
    "notes": InPlace(N_("Notes"), kind="area"),
}


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The field, with what is there."""
    found = await _found(visit, session)
    return in_place(visit, await _field(visit, session, found, _values(found)))


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves the field; the page comes back as it is then, or the field with what is wrong beside it."""
    async with visit.reading() as session:
        found = await _found(visit, session)
    try:
        outcome = await _save(visit, form, found)
    except Invalid as error:
        wrong = problems(error, visit.translate)
        async with visit.reading() as session:
            field = await _field(visit, session, found, _values(found) | {_name(visit): form.text(_name(visit))})
        return refused(visit, field, wrong)
    if not visit.wants_fragment:
        return visit.go(outcome, f"/opportunities/{found['id']}")
    async with visit.reading() as session:
        return await show_page(visit, session, toast_for(visit, outcome))


async def _save(visit: Visit, form: Form, found: View) -> Outcome:
    if _name(visit) == "owner":
        payload: dict[str, Any] = {"id": found["id"], "owner_id": form.text("owner")}
        return await visit.perform("opportunity.assign", payload, form.operation_id)
    payload = await payload_of(visit, form, found) | {"id": found["id"], "base": whole_number(form, "base")}
    return await visit.perform("opportunity.edit", payload, form.operation_id)


async def _found(visit: Visit, session: AsyncSession) -> View:
    found = await opportunity_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    if _name(visit) not in _FIELDS:
        raise NotFound
    if _name(visit) == "owner" and not found["may_assign"]:
        raise NotPermitted
    return to_edit(found)


async def _field(visit: Visit, session: AsyncSession, found: View, values: Mapping[str, Any]) -> View:
    name = _name(visit)
    people = await receivers(session, visit.viewer) if name == "owner" else []
    at = f"?at={found['account']['id']}" if name == "contact" and found["account"] else ""
    one = _FIELDS[name]
    return one.view(
        name,
        visit.translate(one.label, {"currency": found["currency"]}),
        str(values[name]),
        f"/opportunities/{found['id']}",
        found["revision"],
        options=people,
        names_at=at,
    )


def _values(found: View) -> dict[str, Any]:
    return {**values_of(found), "owner": found["owner"]["id"] if found["owner"] else ""}


def _name(visit: Visit) -> str:
    return str(visit.request.path_params["field"])
