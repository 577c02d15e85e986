"""A lead becomes a customer: an account, a contact, an opportunity, each there already or new – in one operation.

What is new belongs to whom the lead belonged to; what was known of the lead goes to it. The lead keeps what came of it.
"""

from typing import Any, TypeVar

from sqlalchemy import select

from core.agenda.models import Activity
from core.customers.channels import Channels, EmailGiven, PhoneGiven, keep_channels
from core.customers.models import Account, Contact, Email, Phone
from core.customers.service import CreateAccount, CreateContact, create_account, create_contact, tie
from core.errors import Invalid, invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import Cents, Currency, Day, IdField, Name
from core.policy import Permission, may_edit, require
from core.sales.lead_states import LeadStatus
from core.sales.models import Lead, LeadActivity, Opportunity
from core.sales.service import CreateOpportunity, create_opportunity
from core.work import Work

R = TypeVar("R", Account, Contact, Opportunity)

_BECAME = ("account_id", "contact_id", "opportunity_id")


class NewOpportunity(Payload):
    title: Name
    pipeline_id: IdField | None = None
    amount: Cents = 0
    currency: Currency | None = None
    expected_close: Day | None = None


class QualifyLead(Payload):
    """Of each pair one at most: what is there already, or a new one."""

    id: IdField
    account_id: IdField | None = None
    new_account: Name | None = None
    contact_id: IdField | None = None
    new_contact: Name | None = None
    opportunity_id: IdField | None = None
    new_opportunity: NewOpportunity | None = None


@operation("lead.qualify", Permission.LEAD_EDIT, reaches_far=True)
async def qualify_lead(work: Work, payload: QualifyLead) -> Result:
    """The lead becomes an account, a contact or both, and an opportunity where one is meant."""
    lead = await work.edit(Lead, payload.id)
    if lead.status == LeadStatus.CONVERTED:
        raise Invalid(N_("It has become a customer already."))
    opportunity = await _open_opportunity(work, payload)
    account = await _account(work, lead, payload, opportunity)
    contact = await _contact(work, lead, payload, account)
    if account is None and contact is None:
        raise invalid("account", N_("Who is it? An account or a contact is needed."))
    if payload.new_opportunity is not None:
        opportunity = await _new_opportunity(work, lead, payload.new_opportunity, account, contact)
    work.change(
        lead,
        status=LeadStatus.CONVERTED.value,
        reason=None,
        account_id=account.id if account else None,
        contact_id=contact.id if contact else None,
        opportunity_id=opportunity.id if opportunity else None,
        converted_at=work.at,
    )
    await _bring_activities(work, lead)
    return {
        "id": lead.id,
        "title": lead.title,
        "account_id": lead.account_id,
        "contact_id": lead.contact_id,
        "opportunity_id": lead.opportunity_id,
    }


async def _bring_activities(work: Work, lead: Lead) -> None:
    """What was done with the lead, and is planned, is the customer's history too, whoever owns it."""
    ids = select(LeadActivity.activity_id).where(LeadActivity.lead_id == lead.id)
    for activity in await work.session.scalars(select(Activity).where(Activity.id.in_(ids)).with_for_update()):
        about = {name: getattr(activity, name) or getattr(lead, name) for name in _BECAME}
        work.change(activity, **about)


async def _open_opportunity(work: Work, payload: QualifyLead) -> Opportunity | None:
    if payload.opportunity_id is None:
        return None
    if payload.new_opportunity is not None:
        raise invalid("opportunity", N_("One or the other, not both."))
    opportunity = await work.see(Opportunity, payload.opportunity_id)
    if opportunity.outcome not in ("open", "postponed") or opportunity.archived_at is not None:
        raise invalid("opportunity", N_("That opportunity is closed."))
    return opportunity


async def _account(work: Work, lead: Lead, payload: QualifyLead, opportunity: Opportunity | None) -> Account | None:
    if payload.account_id is not None:
        if payload.new_account is not None:
            raise invalid("account", N_("One or the other, not both."))
        account = await work.see(Account, payload.account_id)
        if account.archived_at is not None:
            raise invalid("account", N_("That account is archived."))
        return account
    if payload.new_account is None:
        # Who links an opportunity means its account, seen or not.
        return await work.load(Account, opportunity.account_id) if opportunity else None
    require(work.viewer, Permission.ACCOUNT_EDIT)
    has_person = payload.contact_id is not None or payload.new_contact is not None
    place = [{"city": lead.city, "country": lead.country or None}] if lead.city else []
    made = await create_account(
        work,
        CreateAccount.model_validate(
            {
                "name": payload.new_account,
                "kinds": ["prospect"],
                "tags": lead.tags,
                "notes": lead.notes,
                "addresses": place,
                **({} if has_person else _reached(lead)),
            }
        ),
    )
    return _as_the_lead_s(work, lead, await work.see(Account, made["id"]))


async def _contact(work: Work, lead: Lead, payload: QualifyLead, account: Account | None) -> Contact | None:
    if payload.contact_id is not None:
        if payload.new_contact is not None:
            raise invalid("contact", N_("One or the other, not both."))
        contact = await work.see(Contact, payload.contact_id)
        if contact.archived_at is not None:
            raise invalid("contact", N_("That contact is archived."))
        if account is not None:
            await tie(work, account.id, contact.id, None)
        if may_edit(work.viewer, contact):
            await _complete(work, contact, lead)
        return contact
    if payload.new_contact is None:
        return None
    require(work.viewer, Permission.CONTACT_EDIT)
    notes = lead.notes if payload.new_account is None else None
    facts = {"name": payload.new_contact, "tags": lead.tags, "notes": notes, **_reached(lead)}
    made = await create_contact(work, CreateContact.model_validate(facts))
    if account is not None:
        await tie(work, account.id, made["id"], None)
    return _as_the_lead_s(work, lead, await work.see(Contact, made["id"]))


async def _new_opportunity(
    work: Work, lead: Lead, wanted: NewOpportunity, account: Account | None, contact: Contact | None
) -> Opportunity:
    require(work.viewer, Permission.OPPORTUNITY_EDIT)
    made = await create_opportunity(work, CreateOpportunity.model_validate(wanted.model_dump()))
    opportunity = _as_the_lead_s(work, lead, await work.see(Opportunity, made["id"]))
    opportunity.account_id = account.id if account else None
    opportunity.contact_id = contact.id if contact else None
    return opportunity


def _as_the_lead_s(work: Work, lead: Lead, record: R) -> R:
    """Nothing is given away: it was the lead's owner's before."""
    work.change(record, owner_id=lead.owner_id, unit_id=lead.unit_id, team_id=lead.team_id)
    return record


async def _complete(work: Work, contact: Contact, lead: Lead) -> None:
    """Gives a contact the lead's phone and e-mail, where they are not known yet."""
    given = Channels.model_validate(_reached(lead))
    phones = set(await work.session.scalars(select(Phone.number).where(Phone.contact_id == contact.id)))
    emails = {one.lower() for one in await work.session.scalars(
        select(Email.address).where(Email.contact_id == contact.id)
    )}  # fmt: skip
    if lead.phone in phones:
        given.phones = []
    if (lead.email or "").lower() in emails:
        given.emails = []
    await keep_channels(work, contact, given)


def _reached(lead: Lead) -> dict[str, list[Any]]:
    number = f"{lead.phone} ext. {lead.extension}" if lead.extension else lead.phone
    return {
        "phones": [PhoneGiven(number=number)] if number else [],
        "emails": [EmailGiven(address=lead.email)] if lead.email else [],
    }
