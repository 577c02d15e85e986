"""What somebody of the cast may wish of leads."""

from tests.builders.cast import Firm
from tests.builders.wishes.registry import Wish, wish


@wish("lead.create")
async def _create_lead(firm: Firm) -> Wish:
    return "rep", {
        "person": "Carmen Ruiz", "firm": "Posada Real", "subject": "Two ovens", "phone": "976 123 456 ext. 7",
        "email": "carmen@example.com", "city": "Huesca", "source": "fair", "referred_by": "Laura", "tags": ["Horeca"],
    }  # fmt: skip


@wish("lead.edit")
async def _edit_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead(phone="976 123 456"), "firm": "Posada Real", "phone": "", "source": "web"}


@wish("lead.assign")
async def _assign_lead(firm: Firm) -> Wish:
    return "manager", {"id": await firm.lead(), "owner_id": firm.people["mate"]}


@wish("lead.assign_many")
async def _assign_leads(firm: Firm) -> Wish:
    return "manager", {"ids": [await firm.lead(), await firm.lead()], "owner_id": firm.people["mate"]}


@wish("lead.begin")
async def _begin_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead()}


@wish("lead.discard")
async def _discard_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead(), "reason": "No budget"}


@wish("lead.discard")
async def _recycle_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead(), "recycle": True}


@wish("lead.reopen")
async def _reopen_lead(firm: Firm) -> Wish:
    who, payload = await _discard_lead(firm)
    await firm.do("lead.discard", payload, who)
    return who, {"id": payload["id"]}


@wish("lead.qualify")
async def _qualify_lead_anew(firm: Firm) -> Wish:
    _, facts = await _create_lead(firm)
    lead = await firm.lead(**facts)
    opportunity = {"title": "Two ovens", "amount": 900_000, "expected_close": "2026-12-31"}
    return "rep", {
        "id": lead,
        "new_account": "Posada Real",
        "new_contact": "Carmen Ruiz",
        "new_opportunity": opportunity,
    }


@wish("lead.qualify")
async def _qualify_lead_into_what_is_there(firm: Firm) -> Wish:
    _, facts = await _create_lead(firm)
    lead, account = await firm.lead(**facts), await firm.account()
    await firm.do("activity.log", {"lead_id": lead, "note": "called", "next": {"day": "2026-12-01"}}, "manager")
    opportunity = await firm.opportunity(account_id=account)
    return "rep", {"id": lead, "account_id": account, "contact_id": await firm.contact(), "opportunity_id": opportunity}
