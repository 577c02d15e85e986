"""One field of an opportunity where its value stands: shown as a field, saved by itself."""

from sqlalchemy.ext.asyncio import AsyncSession

from core.i18n import N_
from core.operations import Outcome
from core.sales.opportunity_view import opportunity_facts
from pwa.forms import Form
from pwa.in_place import OWNER, Editing, InPlace
from pwa.operations import whole_number
from pwa.opportunity_form import payload_of, values_of
from pwa.pages.opportunities import show_page
from pwa.visit import View, Visit, reads, writes


async def _facts(visit: Visit, session: AsyncSession) -> View:
    return await opportunity_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id())


def _asks(_: Visit, name: str, found: View) -> View:
    at = f"?at={found['account']['id']}" if name == "contact" and found["account"] else ""
    return {"names_at": at, "facts": {"currency": found["currency"]}}


async def _save(visit: Visit, form: Form, name: str, found: View) -> Outcome:
    if name == OWNER:
        payload = {"id": found["id"], "owner_id": form.text(OWNER)}
        return await visit.perform("opportunity.assign", payload, form.operation_id)
    payload = await payload_of(visit, form, found) | {"id": found["id"], "base": whole_number(form, "base")}
    return await visit.perform("opportunity.edit", payload, form.operation_id)


_EDITING = Editing(
    "opportunities",
    {
        "title": InPlace(N_("What may be sold?")),
        "amount": InPlace(N_("Amount in {currency}"), inputmode="decimal"),
        "probability": InPlace(N_("Probability, %"), inputmode="numeric"),
        "expected_close": InPlace(N_("Expected close"), kind="date"),
        "account": InPlace(N_("Account"), names="/accounts/names"),
        "contact": InPlace(N_("Contact"), names="/contacts/names"),
        OWNER: InPlace(N_("Owner"), kind="choice"),
        "notes": InPlace(N_("Notes"), kind="area"),
    },
    _facts,
    lambda _, found: values_of(found),
    _asks,
    _save,
    show_page,
)
show = reads(_EDITING.show)
update = writes(_EDITING.update)
