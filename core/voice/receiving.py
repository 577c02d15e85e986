"""A spoken message comes in: kept as a document, and somebody is asked to listen to it."""

from typing import Annotated

from pydantic import Field

from core.documents.service import AttachDocument, KeptFile, attach_document
from core.operations import Payload, Result, operation
from core.payloads import IdField, Moment
from core.policy import Permission
from core.records import new_id
from core.voice.notes import VoiceNote
from core.work import Work

LONGEST_SECONDS = 300
"""Of speech in one message; what is longer is no note but a recording."""
LARGEST = 20 * 1024 * 1024
"""What the Bot API lets a bot fetch."""

ChatNumber = Annotated[int, Field(ge=-(2**53), le=2**53)]


class ReceiveVoice(Payload):
    id: IdField | None = None
    document: KeptFile
    said_at: Moment | None = None
    is_own: bool = True
    """False: somebody else's words, forwarded."""
    bot: Annotated[str, Field(max_length=64)] | None = None
    chat_id: ChatNumber | None = None
    said_in: ChatNumber | None = None
    shown_in: ChatNumber | None = None
    phone_language: Annotated[str, Field(max_length=16)] | None = None


@operation("voice.receive", Permission.ACTIVITY_EDIT, undoable=False)
async def receive_voice(work: Work, payload: ReceiveVoice) -> Result:
    """Keeps the sound, its sender's alone until it belongs to an activity, and has it listened to."""
    document = await attach_document(work, AttachDocument.model_validate(payload.document.model_dump()))
    note = VoiceNote(
        id=payload.id or new_id(),
        company_id=work.viewer.company_id,
        document_id=document["id"],
        user_id=work.viewer.user_id,
        said_at=payload.said_at or work.at,
        created_at=work.now,
        **payload.model_dump(include={"is_own", "bot", "chat_id", "said_in", "shown_in", "phone_language"}),
    )
    work.session.add(note)
    await work.session.flush()
    work.post("voice.hear", {"note_id": note.id, "document_id": note.document_id})
    return {"id": note.id, "document_id": note.document_id}
