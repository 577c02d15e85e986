"""A thumb that is too quick."""

import asyncio

from bot.local.person import Person, Shown


async def taps_twice(person: Person, label: str, message: Shown) -> None:
    """Two taps on one button, the second before the bot could answer the first."""
    await asyncio.gather(person.touches(label, message), person.touches(label, message))
