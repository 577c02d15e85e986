"""The company's own settings, for who sets it up."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.countries import country_code, country_name
from core.errors import Invalid
from core.people.personal import company_settings
from pwa.channels import country_names
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.settings_form import AREAS
from pwa.visit import Visit, reads, writes

_COMPANY = ("name", "country", "currency", "locale", "timezone", "finished_activities_editable")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The company's own settings."""
    return await _form(visit, session, await company_settings(session, visit.viewer), Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves them."""
    payload: dict[str, Any] = {"currency": form.text("currency").upper()} if form.text("currency") else {}
    if form.text("country"):
        payload["country"] = country_code(form.text("country"))
    payload |= {name: form.text(name) for name in ("name", "locale", "timezone") if name in form.fields}
    payload["finished_activities_editable"] = form.text("finished_activities_editable") == "yes"
    try:
        outcome = await visit.perform("company.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            stored = await company_settings(session, visit.viewer)
            return await _form(visit, session, {**stored, **payload}, problems(error, visit.translate))
    return visit.go(outcome, "/admin/company")


async def _form(visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems) -> Response:
    shown = {**values, "country": country_name(str(values["country"]), visit.locale)}
    view = {
        "form": {name: shown[name] if isinstance(shown[name], bool) else str(shown[name]) for name in _COMPANY},
        "countries": country_names(visit)["countries"],
        "zones": sorted(zone for zone in available_timezones() if zone.startswith(AREAS)),
        "errors": wrong.fields(*_COMPANY),
        "problem": wrong.summary,
    }
    return await visit.page(session, "administration/company.html", view, place="more", status=wrong.status)
