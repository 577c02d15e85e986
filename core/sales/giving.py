"""Many leads or opportunities given to another owner at once: all of them or none."""

from core.customers.giving import GiveMany, give_many
from core.operations import Result, operation
from core.policy import Permission
from core.sales.lead_states import was_assigned
from core.sales.models import Lead, Opportunity
from core.work import Work


@operation("lead.assign_many", Permission.RECORD_ASSIGN)
async def assign_leads(work: Work, payload: GiveMany) -> Result:
    """Gives all of these leads to a colleague, with the unit that he or she works in."""
    result = await give_many(work, Lead, payload)
    for lead_id in payload.ids:
        was_assigned(work, await work.see(Lead, lead_id))
    return result


@operation("opportunity.assign_many", Permission.RECORD_ASSIGN)
async def assign_opportunities(work: Work, payload: GiveMany) -> Result:
    """Gives all of these opportunities to a colleague, with the unit that he or she works in."""
    return await give_many(work, Opportunity, payload)
