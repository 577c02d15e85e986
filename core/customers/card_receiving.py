"""A photo of a card comes in: kept as a document, and somebody is asked to read it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from core.customers.readings import CardReading, reading_of
from core.documents.service import AttachDocument, attach_document
from core.errors import NotFound
from core.operations import Payload, Result, operation
from core.payloads import IdField, Name
from core.policy import Permission
from core.records import new_id
from core.work import Work

ChatNumber = Annotated[int, Field(ge=-(2**53), le=2**53)]


class CardPhoto(Payload):
    """A file whose bytes are in the store already (`core.documents.service.keep_bytes`)."""

    name: Name
    media_type: Annotated[str, StringConstraints(pattern=r"^[\w.+-]+/[\w.+-]+$", max_length=100)]
    size: Annotated[int, Field(ge=0)]
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class ReceiveCard(Payload):
    id: IdField | None = None
    document: CardPhoto
    bot: Annotated[str, Field(max_length=64)] | None = None
    chat_id: ChatNumber | None = None
    message_id: ChatNumber | None = None
    """The message in the chat that is to become the result."""
    album: Annotated[str, Field(max_length=64)] | None = None
    front_id: IdField | None = None
    """One's own reading of the card that this is the other side of."""


@operation("card.receive", Permission.CONTACT_EDIT, undoable=False)
async def receive_card(work: Work, payload: ReceiveCard) -> Result:
    """Keeps the photo, its sender's alone until it is a contact's, and has it read."""
    if payload.front_id is not None:
        front = await reading_of(work.session, payload.front_id)
        if front is None or front.user_id != work.viewer.user_id:
            raise NotFound
    document = await attach_document(work, AttachDocument.model_validate(payload.document.model_dump()))
    card = CardReading(
        id=payload.id or new_id(),
        company_id=work.viewer.company_id,
        document_id=document["id"],
        user_id=work.viewer.user_id,
        door=work.door,
        created_at=work.now,
        **payload.model_dump(include={"bot", "chat_id", "message_id", "album", "front_id"}),
    )
    work.session.add(card)
    await work.session.flush()
    work.post("card.read", {"reading_id": card.id, "document_id": document["id"]})
    return {"id": card.id, "document_id": document["id"]}
