"""How a lead stands, and what moves it on by itself."""

from enum import StrEnum

from core import policy
from core.sales.models import Lead
from core.work import Work


class LeadStatus(StrEnum):
    NEW = "new"
    ASSIGNED = "assigned"
    WORKING = "working"
    CONVERTED = "converted"
    RECYCLED = "recycled"
    """Not now: to be taken up again."""
    DEAD = "dead"


STILL_OPEN = (LeadStatus.NEW, LeadStatus.ASSIGNED, LeadStatus.WORKING)
GIVEN_UP = (LeadStatus.RECYCLED, LeadStatus.DEAD)


def was_assigned(work: Work, lead: Lead) -> None:
    """A lead that nobody had begun is its new owner's to begin."""
    if lead.status == LeadStatus.NEW:
        work.change(lead, status=LeadStatus.ASSIGNED.value)


def is_worked_on(work: Work, lead: Lead) -> None:
    """A lead that somebody has called is in process, where it is this person's to say so."""
    if lead.status in (LeadStatus.NEW, LeadStatus.ASSIGNED) and policy.may_edit(work.viewer, lead):
        work.change(lead, status=LeadStatus.WORKING.value)
