"""Documents: attached to a record, put away."""

from typing import Annotated

from pydantic import Field, StringConstraints

from core.agenda.models import Activity
from core.customers.models import Account, Contact
from core.customers.service import Subject
from core.documents.models import Document
from core.documents.stores import digest_of, key_of, store
from core.documents.tying import tie_to_activity
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, new_ownership
from core.payloads import IdField, Name
from core.policy import Permission
from core.records import Owned, new_id
from core.sales.models import Opportunity
from core.work import Work

LARGEST = 50 * 1024 * 1024


class DocumentSubjects(Payload):
    account_id: IdField | None = None
    contact_id: IdField | None = None
    opportunity_id: IdField | None = None
    activity_id: IdField | None = None


class KeptFile(Payload):
    """A file whose bytes are in the store already (see `keep_bytes`)."""

    name: Name
    media_type: Annotated[str, StringConstraints(pattern=r"^[\w.+-]+/[\w.+-]+$", max_length=100)]
    size: Annotated[int, Field(ge=0, le=LARGEST)]
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class AttachDocument(DocumentSubjects, KeptFile):
    """A file, and what it belongs to."""

    id: IdField | None = None
    description: Annotated[str, Field(max_length=500)] = ""


class TieDocument(Payload):
    id: IdField
    activity_id: IdField


@operation("document.attach", Permission.DOCUMENT_EDIT)
async def attach_document(work: Work, payload: AttachDocument) -> Result:
    """A file, tied to the records that the payload names, or to its owner alone."""
    beside = await subjects_of(work, payload)
    ownership = await new_ownership(work, OwnerGiven(), beside=beside)
    owner = ownership.as_values()
    if beside is None:
        owner["unit_id"] = None
    document = await work.add(Document(id=payload.id or new_id(), **payload.model_dump(exclude={"id"}), **owner))
    return {"id": document.id, "name": document.name}


@operation("document.tie", Permission.DOCUMENT_EDIT)
async def tie_document(work: Work, payload: TieDocument) -> Result:
    """A file that was its owner's alone becomes part of an activity, and of what that is about."""
    activity = await work.edit(Activity, payload.activity_id)
    await tie_to_activity(work, [payload.id], activity)
    return {"id": payload.id, "activity_id": activity.id}


@operation("document.archive", Permission.DOCUMENT_EDIT)
async def archive_document(work: Work, payload: Subject) -> Result:
    """Puts the document away; its bytes are kept as long as its history is."""
    document = await work.edit(Document, payload.id)
    work.change(document, archived_at=document.archived_at or work.now)
    return {"id": document.id}


async def keep_bytes(company_id: str, content: bytes) -> tuple[str, int]:
    """Puts a file's bytes into the store before the operation that speaks of them; gives digest and size."""
    digest = digest_of(content)
    await store().put(key_of(company_id, digest), content)
    return digest, len(content)


async def subjects_of(work: Work, payload: DocumentSubjects) -> Owned | None:
    """The record that the payload names first, of those that one may edit: whose unit the document stands in.

    Raises `NotFound`, `NotPermitted`.
    """
    found: list[Owned] = []
    for model, record_id in (
        (Account, payload.account_id),
        (Opportunity, payload.opportunity_id),
        (Contact, payload.contact_id),
        (Activity, payload.activity_id),
    ):
        if record_id is not None:
            found.append(await work.edit(model, record_id))  # type: ignore[arg-type]
    return found[0] if found else None
