"""What a rep does in the chat, a file each; this is the table that the application is made from."""

from typing import Any

from bot.conversations import (
    agenda,
    amending,
    cards,
    contact_editing,
    correcting,
    finding,
    guided,
    helping,
    inline_search,
    linking,
    moving,
    new_opportunity,
    opening,
    recorded,
    saying,
    settings,
    shared_contact,
    undoing,
    voice,
)

CONVERSATIONS = (
    inline_search,
    linking,
    helping,
    undoing,
    guided,
    agenda,
    moving,
    new_opportunity,
    finding,
    voice,
    recorded,
    cards,
    contact_editing,
    correcting,
    shared_contact,
    opening,
    settings,
    amending,
    saying,
)
HANDLERS: list[Any] = [
    *(handler for conversation in CONVERSATIONS for handler in conversation.HANDLERS),
    *saying.LAST_HANDLERS,
    *helping.LAST_HANDLERS,
]
"""In this order: the first that fits an update takes it."""
