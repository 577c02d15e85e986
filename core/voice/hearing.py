"""What becomes of a spoken message: its sound for whoever listens, then the words for the chat that it came from.

The chat hears of it as of any other update: through the inbox, in its turn, with its own state at hand.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from core.customers.world import world_of
from core.database import reading, transaction
from core.documents.models import Document
from core.documents.stores import key_of, store
from core.inbox import keep_updates
from core.viewers import viewer_of
from core.voice.notes import VoiceNote, VoiceState, note_of

HEARD = "heard"
"""The field of an inbox message that names the note; Telegram has none of that name."""
_MOST_NAMES = 24


@dataclass(frozen=True, slots=True)
class Sound:
    """What is to be listened to, and by whom it was said."""

    content: bytes
    name: str
    media_type: str
    language: str
    """The person's: `es` or `en`."""
    names: tuple[str, ...]
    """Names that may well be spoken: the accounts that the person was last at."""


async def sound_of(company_id: str, note_id: str) -> Sound | None:
    """The sound to be listened to; None where somebody has listened already, or it is gone."""
    async with reading(company_id) as session:
        note = await note_of(session, note_id)
        if note is None or note.state != VoiceState.WAITING:
            return None
        document = await session.scalar(select(Document).where(Document.id == note.document_id))
        if document is None:
            return None
        viewer = await viewer_of(session, company_id, note.user_id)
        world = await world_of(session, viewer)
        names = [one.name for one in world.accounts(world.recent)][:_MOST_NAMES]
    content = await store().get(key_of(company_id, document.digest))
    language = viewer.locale or viewer.company_locale
    return Sound(content, document.name, document.media_type, language[:2], tuple(names))


async def voice_was_heard(
    company_id: str, note_id: str, state: VoiceState, text: str = "", error: str | None = None
) -> None:
    """Writes what was heard, or why nothing was (`error` is for the operator), and tells the chat; once."""
    async with transaction(company_id) as session:
        note = await note_of(session, note_id, lock=True)
        if note is None or note.state != VoiceState.WAITING:
            return
        note.state, note.text, note.error, note.heard_at = state.value, text, error, datetime.now(UTC)
        if note.chat_id is not None and note.bot is not None:
            await keep_updates(session, note.bot, [_update(note)])


def _update(note: VoiceNote) -> dict[str, Any]:
    """The person's message once more, as an update of ours: negative numbers are no others'."""
    return {
        "update_id": -(UUID(note.id).int >> 66) - 1,
        "message": {
            "message_id": note.said_in,
            "date": int(note.said_at.timestamp()),
            "chat": {"id": note.chat_id, "type": "private"},
            "from": {"id": note.chat_id, "is_bot": False, "first_name": "", "language_code": note.phone_language},
            HEARD: note.id,
        },
    }
