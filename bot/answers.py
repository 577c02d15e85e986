"""Which conversation takes the words that somebody types while its question is open."""

from collections.abc import Awaitable, Callable

from bot.context import BotContext
from core.chat_state import State

Taking = Callable[[BotContext, str, State, str], Awaitable[None]]
"""Context, the question's key, the question, the words typed."""

TAKERS: dict[str, Taking] = {}
FREE: set[str] = set()
"""Questions to which any words are an answer, even such as would be an entry of their own."""


def takes(kind: str, *, anything: bool = False) -> Callable[[Taking], Taking]:
    """Registers the function that takes typed answers to questions of this kind."""

    def register(taking: Taking) -> Taking:
        TAKERS[kind] = taking
        if anything:
            FREE.add(kind)
        return taking

    return register
