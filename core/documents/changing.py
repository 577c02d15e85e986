"""What becomes of documents: several filed at once, renamed, tied to another record."""

from typing import Annotated

from pydantic import Field

from core.agenda.models import Activity
from core.customers.models import Account, Contact
from core.documents.models import Document
from core.documents.service import DocumentSubjects, KeptFile, subjects_of
from core.errors import invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, new_ownership
from core.payloads import IdField, Name
from core.policy import Permission
from core.records import new_id
from core.sales.models import Opportunity
from core.work import Work

MOST = 10
_SUBJECTS = ("account_id", "contact_id", "opportunity_id", "activity_id")


class AttachDocuments(DocumentSubjects):
    """Files that were chosen together, and what they belong to."""

    files: Annotated[list[KeptFile], Field(min_length=1, max_length=MOST)]


class EditDocument(Payload):
    id: IdField
    name: Name | None = None
    description: Annotated[str, Field(max_length=500)] | None = None


class MoveDocument(DocumentSubjects):
    id: IdField


@operation("document.attach_many", Permission.DOCUMENT_EDIT)
async def attach_documents(work: Work, payload: AttachDocuments) -> Result:
    """Files, tied to the records that the payload names, or to their owner alone: all of them or none."""
    beside = await subjects_of(work, payload)
    owner = (await new_ownership(work, OwnerGiven(), beside=beside)).as_values()
    if beside is None:
        owner["unit_id"] = None
    about = payload.model_dump(exclude={"files"})
    ids = []
    for file in payload.files:
        document = await work.add(Document(id=new_id(), **file.model_dump(), **about, **owner))
        ids.append(document.id)
    return {"id": ids[0], "ids": ids, "count": len(ids), "name": payload.files[0].name}


@operation("document.edit", Permission.DOCUMENT_EDIT)
async def edit_document(work: Work, payload: EditDocument) -> Result:
    """Another name or description."""
    document = await work.edit(Document, payload.id)
    work.change(document, **payload.model_dump(exclude={"id"}, exclude_none=True))
    return {"id": document.id, "name": document.name}


@operation("document.move", Permission.DOCUMENT_EDIT)
async def move_document(work: Work, payload: MoveDocument) -> Result:
    """It belongs to another record from now on, and to what that is about; without one, to its owner alone."""
    document = await work.edit(Document, payload.id)
    given = [name for name in _SUBJECTS if getattr(payload, name) is not None]
    if len(given) > 1:
        raise invalid(given[1], N_("One record is enough."))
    to = await subjects_of(work, payload)
    about: dict[str, str | None] = dict.fromkeys(_SUBJECTS)
    if isinstance(to, Activity):
        about |= {"account_id": to.account_id, "contact_id": to.contact_id, "opportunity_id": to.opportunity_id}
    elif isinstance(to, Opportunity):
        about |= {"account_id": to.account_id}
    about |= {name: getattr(payload, name) for name in given}
    work.change(document, **about, unit_id=to.unit_id if to is not None else None)
    name = to.name if isinstance(to, Account | Contact) else to.title if isinstance(to, Opportunity) else None
    return {"id": document.id, "name": document.name, "to": name}
