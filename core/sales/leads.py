"""Leads: made, edited, given to somebody, begun, discarded, taken up again. How they end well is in `qualifying`."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from core.customers.channels import e164
from core.customers.service import Assign, Subject
from core.errors import Invalid, invalid
from core.i18n import N_
from core.merge import given, merge
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, assign, new_ownership
from core.payloads import Country, EmailAddress, IdField, Line, Revision, ShortLine, Tags, Text
from core.policy import Permission
from core.records import new_id
from core.sales.lead_states import GIVEN_UP, STILL_OPEN, LeadStatus, was_assigned
from core.sales.models import Lead
from core.sales.service import Reason
from core.work import Work


class LeadSource(StrEnum):
    REFERRAL = "referral"
    WEB = "web"
    PHONE = "phone"
    MAIL = "mail"
    CHAT = "chat"
    CARD = "card"
    FAIR = "fair"
    CAMPAIGN = "campaign"
    IMPORT = "import"
    OTHER = "other"


class LeadFacts(Payload):
    """Who it is and what they want, as far as it is known: a person or a firm at least."""

    person: Line = ""
    firm: Line = ""
    subject: Line = ""
    phone: Annotated[str, Field(max_length=40)] = ""
    """As people write it; without a country code it is read as the company's country's."""
    email: EmailAddress | None = None
    city: ShortLine = ""
    country: Country | None = None
    source: LeadSource | None = None
    referred_by: Line | None = None
    tags: Tags = []
    notes: Text | None = None


class CreateLead(OwnerGiven, LeadFacts):
    id: IdField | None = None


class EditLead(LeadFacts):
    id: IdField
    base: Revision | None = None


class DiscardLead(Payload):
    id: IdField
    reason: Reason | None = None
    recycle: bool = False
    """Not for good: it is to be taken up again."""


@operation("lead.create", Permission.LEAD_EDIT)
async def create_lead(work: Work, payload: CreateLead) -> Result:
    """A new lead, its maker's; assigned already, where somebody else is named."""
    ownership = await new_ownership(work, payload)
    facts = _facts(work, payload.model_dump(include=set(LeadFacts.model_fields)))
    is_another_s = ownership.owner_id != work.viewer.user_id
    lead = Lead(
        id=payload.id or new_id(),
        status=(LeadStatus.ASSIGNED if is_another_s else LeadStatus.NEW).value,
        # When the person did it: an import, a phone without network.
        created_at=work.at,
        **facts,
        **ownership.as_values(),
    )
    lead.title = _title(lead.person, lead.firm)
    await work.add(lead)
    return {"id": lead.id, "title": lead.title}


@operation("lead.edit", Permission.LEAD_EDIT)
async def edit_lead(work: Work, payload: EditLead) -> Result:
    """Changes what the payload names; gives the fields in conflict with what others changed since `base`."""
    lead = await work.edit(Lead, payload.id)
    conflicts = await merge(work, lead, _facts(work, given(payload)), payload.base)
    work.change(lead, title=_title(lead.person, lead.firm))
    return {"id": lead.id, "conflicts": conflicts}


@operation("lead.assign", Permission.RECORD_ASSIGN)
async def assign_lead(work: Work, payload: Assign) -> Result:
    """Gives the lead to another owner, unit or team."""
    lead = await work.edit(Lead, payload.id)
    await assign(work, lead, payload)
    was_assigned(work, lead)
    return {"id": lead.id}


@operation("lead.begin", Permission.LEAD_EDIT)
async def begin_lead(work: Work, payload: Subject) -> Result:
    """Somebody is at it."""
    lead = await work.edit(Lead, payload.id)
    if lead.status not in STILL_OPEN:
        raise Invalid(N_("This lead is closed: take it up again first."))
    work.change(lead, status=LeadStatus.WORKING.value)
    return {"id": lead.id}


@operation("lead.discard", Permission.LEAD_EDIT)
async def discard_lead(work: Work, payload: DiscardLead) -> Result:
    """Nothing will come of it, for the reason given; or not now."""
    lead = await work.edit(Lead, payload.id)
    if lead.status == LeadStatus.CONVERTED:
        raise Invalid(N_("It has become a customer already."))
    if not payload.recycle and not payload.reason:
        raise invalid("reason", N_("Why? A lead that is discarded needs a reason."))
    status = LeadStatus.RECYCLED if payload.recycle else LeadStatus.DEAD
    work.change(lead, status=status.value, reason=payload.reason)
    return {"id": lead.id, "title": lead.title, "recycled": payload.recycle}


@operation("lead.reopen", Permission.LEAD_EDIT)
async def reopen_lead(work: Work, payload: Subject) -> Result:
    """A lead that was given up, or put off, is taken up again."""
    lead = await work.edit(Lead, payload.id)
    if lead.status not in GIVEN_UP:
        raise Invalid(N_("Only a lead that was discarded or put off can be taken up again."))
    work.change(lead, status=LeadStatus.WORKING.value, reason=None)
    return {"id": lead.id, "title": lead.title}


def _facts(work: Work, wanted: dict[str, Any]) -> dict[str, Any]:
    """As the columns have them."""
    facts = dict(wanted)
    for name in ("person", "firm", "subject", "city"):
        if name in facts:
            facts[name] = facts[name] or ""
    if "phone" in facts:
        number, extension = e164(facts["phone"], work.viewer.country, "phone") if facts["phone"] else (None, None)
        facts |= {"phone": number, "extension": extension}
    if "country" in facts:
        facts["country"] = facts["country"] or (work.viewer.country if facts.get("city") else "")
    if facts.get("source") is not None:
        facts["source"] = LeadSource(facts["source"]).value
    if "tags" in facts:
        facts["tags"] = facts["tags"] or []
    return facts


def _title(person: str, firm: str) -> str:
    if not person and not firm:
        raise invalid("person", N_("Who is it? A person or a firm is needed."))
    return firm or person
