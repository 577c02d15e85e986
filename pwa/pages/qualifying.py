"""A lead becomes a customer: whom it may be already is shown, and all of it is decided in one form."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.naming import named_account
from core.errors import Invalid
from core.record_pages import page_of
from core.sales.lead_view import lead_facts, qualify_view
from core.sales.queries import pipelines
from core.standard_names import pipeline_name
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.operations import Problems, cents_of, problems
from pwa.visit import View, Visit, reads, to_edit, writes

_NEW, _NONE = "new", "none"
_FIELDS = ("account", "account_named", "contact", "opportunity", "title", "pipeline_id", "amount", "expected_close")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """What it may become."""
    return await _page(visit, session, {}, Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """It becomes that; on to what came of it."""
    async with visit.reading() as session:
        lead = to_edit(await lead_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id()))
    try:
        payload = await _payload(visit, form, lead)
        outcome = await visit.perform("lead.qualify", payload, form.operation_id)
    except Invalid as error:
        typed = {name: form.text(name) for name in _FIELDS if name in form.fields}
        async with visit.reading() as session:
            return await _page(visit, session, typed, problems(error, visit.translate))
    for kind in ("opportunity", "account", "contact"):
        if outcome.result[f"{kind}_id"]:
            return visit.go(outcome, page_of(kind, outcome.result[f"{kind}_id"]))
    return visit.go(outcome, f"/leads/{lead['id']}")


async def _payload(visit: Visit, form: Form, lead: View) -> dict[str, Any]:
    """What the operation takes of what was chosen. Raises `Invalid`."""
    payload: dict[str, Any] = {"id": lead["id"]}
    if form.text("account_named"):
        async with visit.reading() as session:
            payload["account_id"] = await named_account(session, visit.viewer, form.text("account_named"))
    elif form.text("account") == _NEW:
        payload["new_account"] = lead["firm"] or lead["person"]
    else:
        payload["account_id"] = id_of(form.text("account"))
    if form.text("contact") == _NEW:
        payload["new_contact"] = lead["person"]
    else:
        payload["contact_id"] = id_of(form.text("contact"))
    if form.text("opportunity") == _NEW:
        payload["new_opportunity"] = {
            "title": form.text("title"),
            "amount": cents_of(form.text("amount")) if form.text("amount") else 0,
            "pipeline_id": id_of(form.text("pipeline_id")),
            "expected_close": form.text("expected_close") or None,
        }
    else:
        payload["opportunity_id"] = id_of(form.text("opportunity"))
    return payload


async def _page(visit: Visit, session: AsyncSession, typed: Mapping[str, str], wrong: Problems) -> Response:
    view = await qualify_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    lead = to_edit(view["lead"])
    chosen = {"account": view.pop("account"), "contact": view.pop("contact"), "opportunity": _NONE}
    usual = {**dict.fromkeys(_FIELDS, ""), **chosen, "title": lead["subject"] or lead["title"]}
    view |= {
        "form": {**usual, **typed},
        "pipelines": [
            {"id": one["id"], "name": pipeline_name(one["name"], visit.translate)} for one in await pipelines(session)
        ],
        "currency": visit.viewer.currency,
        "errors": _errors(wrong),
        "problem": wrong.summary,
    }
    return await visit.page(session, "leads/qualify.html", view, place="pipeline", status=wrong.status)


def _errors(wrong: Problems) -> dict[str, str | None]:
    """A field of the new opportunity is named within it."""
    by_field = {name.removeprefix("new_opportunity."): said for name, said in wrong.by_field.items()}
    return {name: by_field.get(name) for name in _FIELDS}
