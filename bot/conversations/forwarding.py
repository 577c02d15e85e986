"""A forwarded message is somebody else's words: kept as a note with whoever it is about, never read as an entry."""

from bot.context import BotContext
from bot.conversations.guided import begin


async def take_forwarded(context: BotContext, text: str) -> None:
    """Asks whom it is about, and keeps it there."""
    await begin(context, "email", note=text[:3000])
