"""Ids that fit the chat: records in 22 characters for a button, operations made from what was tapped or said."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID, uuid5

_OPERATIONS = UUID("5f0c3c6e-6a52-5c0f-9a57-0d4a1c8b7e11")


def short(record_id: str) -> str:
    """A record's id in 22 characters: a button has 64 bytes."""
    return urlsafe_b64encode(UUID(record_id).bytes).decode().rstrip("=")


def full(short_id: str) -> str:
    """The inverse of `short`. Raises ValueError for what is none."""
    return str(UUID(bytes=urlsafe_b64decode(short_id + "==")))


def operation_id(bot: str, chat_id: int, message_id: int | str, action: str) -> str:
    """The same for the same tap or message, however often it arrives."""
    return str(uuid5(_OPERATIONS, f"{bot}:{chat_id}:{message_id}:{action}"))
