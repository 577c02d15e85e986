"""The wishes by the operations that they are of."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.builders.cast import Firm

Wish = tuple[str, dict[str, Any]]
"""Who, and the payload."""
Variant = Callable[[Firm], Awaitable[Wish]]

WISHES: dict[str, list[Variant]] = {}


def wish(*operations: str) -> Callable[[Variant], Variant]:
    """Registers a function that makes what is needed and gives a wish of these operations."""

    def register(variant: Variant) -> Variant:
        for name in operations:
            WISHES.setdefault(name, []).append(variant)
        return variant

    return register


async def wish_for(firm: Firm, name: str) -> Wish:
    """The first of the operation's wishes, with what it needs made."""
    return await WISHES[name][0](firm)
