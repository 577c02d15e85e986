"""Files that were their owner's alone become part of a record: of its history, and seen by whoever sees it."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from core.agenda.models import Activity
from core.documents.models import Document
from core.errors import Conflict
from core.i18n import N_
from core.payloads import IdField
from core.sales.models import Opportunity
from core.work import Work

DocumentIds = Annotated[list[IdField], Field(max_length=10)]
_SUBJECTS = ("account_id", "contact_id", "opportunity_id", "activity_id")


async def tie_to_activity(work: Work, document_ids: Sequence[str], activity: Activity) -> None:
    """The files become the activity's, and its account's. Raises `NotFound`, `NotPermitted`, `Conflict`."""
    for document_id in document_ids:
        work.change(
            await _loose(work, document_id),
            activity_id=activity.id,
            account_id=activity.account_id,
            contact_id=activity.contact_id,
            opportunity_id=activity.opportunity_id,
            unit_id=activity.unit_id,
        )


async def tie_to_opportunity(work: Work, document_ids: Sequence[str], opportunity: Opportunity) -> None:
    """The same for what was said of an opportunity alone."""
    for document_id in document_ids:
        work.change(
            await _loose(work, document_id),
            account_id=opportunity.account_id,
            opportunity_id=opportunity.id,
            unit_id=opportunity.unit_id,
        )


async def _loose(work: Work, document_id: str) -> Document:
    document = await work.edit(Document, document_id)
    if any(getattr(document, subject) for subject in _SUBJECTS):
        raise Conflict(N_("That file belongs to something else already."))
    return document
