"""Whom and what an activity is about."""

from core.customers.models import Account, Contact
from core.customers.service import CreateAccount, CreateContact, create_account, create_contact
from core.documents.tying import DocumentIds
from core.operations import Result
from core.ownership import OwnerGiven, new_ownership
from core.payloads import IdField, Name
from core.records import Owned
from core.sales.models import Lead, LeadActivity, Opportunity
from core.work import Work


class About(OwnerGiven):
    """Whom and what an activity is about; a new account or contact may be made with it."""

    account_id: IdField | None = None
    new_account: Name | None = None
    contact_id: IdField | None = None
    new_contact: Name | None = None
    opportunity_id: IdField | None = None
    lead_id: IdField | None = None
    document_ids: DocumentIds = []
    """Files of one's own that came with it: what was said aloud."""


class Subjects:
    """What an activity turned out to be about."""

    def __init__(self, owner: dict[str, str | None], account: str | None, contact: str | None) -> None:
        self.owner, self.account_id, self.contact_id = owner, account, contact
        self.opportunity: Opportunity | None = None
        self.lead: Lead | None = None
        self.created: list[str] = []

    def as_values(self) -> dict[str, str | None]:
        return {
            "account_id": self.account_id,
            "contact_id": self.contact_id,
            "opportunity_id": self.opportunity.id if self.opportunity else None,
            **self.owner,
        }

    async def tie(self, work: Work, activity_id: str) -> None:
        """An activity with a lead is part of its history."""
        if self.lead is not None:
            await work.add(LeadActivity(lead_id=self.lead.id, activity_id=activity_id))

    def as_result(self) -> Result:
        subjects = ("account_id", "contact_id", "opportunity_id")
        return {**{name: self.as_values()[name] for name in subjects}, "created": self.created}


async def subjects_of(work: Work, payload: About) -> Subjects:
    """Whom and what the payload names, seen by the viewer; made where it is new. Raises `NotFound`."""
    opportunity = await work.see(Opportunity, payload.opportunity_id) if payload.opportunity_id else None
    account = await work.see(Account, payload.account_id) if payload.account_id else None
    if account is None and opportunity is not None:
        # Who works on an opportunity may not see its account; what is done belongs to both all the same.
        account = await work.load(Account, opportunity.account_id)
    created = []
    if account is None and payload.new_account:
        made = await create_account(work, CreateAccount(name=payload.new_account))
        account = await work.see(Account, made["id"])
        created.append("account")
    contact = await work.see(Contact, payload.contact_id) if payload.contact_id else None
    contact_id = contact.id if contact else None
    if contact is None and payload.new_contact:
        at = account.id if account is not None else None
        made = await create_contact(work, CreateContact(name=payload.new_contact, account_id=at))
        contact_id = made["id"]
        created.append("contact")
    lead = await work.see(Lead, payload.lead_id) if payload.lead_id else None
    beside: Owned | None = account or opportunity or contact or lead
    ownership = await new_ownership(work, payload, beside=beside)
    owner = ownership.as_values()
    if payload.unit_id is None:
        # What is about nobody is its owner's alone; what is about an account is part of that account's history.
        owner["unit_id"] = beside.unit_id if beside is not None else None
    subjects = Subjects(owner, account.id if account else None, contact_id)
    subjects.opportunity, subjects.lead, subjects.created = opportunity, lead, created
    return subjects
