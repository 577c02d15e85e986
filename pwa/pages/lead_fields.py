"""One field of a lead where its value stands: shown as a field, saved by itself."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.i18n import N_
from core.operations import Outcome
from core.sales.lead_view import lead_facts
from core.sales.lead_words import SOURCES
from pwa.forms import Form
from pwa.in_place import OWNER, Editing, InPlace
from pwa.lead_form import payload_of, values_of
from pwa.operations import whole_number
from pwa.pages.leads import show_page
from pwa.visit import View, Visit, reads, writes


async def _facts(visit: Visit, session: AsyncSession) -> View:
    return await lead_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id())


def _asks(visit: Visit, name: str, _: View) -> View:
    if name != "source":
        return {}
    known = [{"id": key, "name": visit.translate(word)} for key, word in SOURCES.items()]
    return {"options": [{"id": "", "name": visit.translate("Unknown")}, *known]}


async def _save(visit: Visit, form: Form, name: str, found: View) -> Outcome:
    if name == OWNER:
        given = {"id": found["id"], "owner_id": form.text(OWNER)}
        return await visit.perform("lead.assign", given, form.operation_id)
    payload: dict[str, Any] = {**payload_of(form), "id": found["id"], "base": whole_number(form, "base")}
    return await visit.perform("lead.edit", payload, form.operation_id)


_EDITING = Editing(
    "leads",
    {
        "person": InPlace(N_("Person")),
        "firm": InPlace(N_("Firm")),
        "subject": InPlace(N_("What are they interested in?")),
        "phone": InPlace(N_("Phone"), kind="tel"),
        "email": InPlace(N_("E-mail"), kind="email"),
        "city": InPlace(N_("City")),
        "source": InPlace(N_("Source"), kind="choice"),
        "referred_by": InPlace(N_("Referred by")),
        OWNER: InPlace(N_("Owner"), kind="choice"),
        "notes": InPlace(N_("Notes"), kind="area"),
    },
    _facts,
    lambda visit, found: values_of(found, visit.locale),
    _asks,
    _save,
    show_page,
)
show = reads(_EDITING.show)
update = writes(_EDITING.update)
