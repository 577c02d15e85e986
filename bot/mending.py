"""What was saved is saved as it should have been: the same operation with other words, or another in its place."""

from typing import Any

from bot.context import BotContext
from core.chat_state import State
from core.operations import Outcome


async def mend(
    context: BotContext, before: State, operation: str, payload: dict[str, Any], action: str, key: str | None = None
) -> Outcome:
    """Mends what was saved (`before`: its `operation` and `name`), once for this action on the message `key`.

    Where it has become another kind of thing, takes that back and saves this.
    """
    if before["name"] == operation:
        wish = {"operation_id": before["operation"], "payload": payload}
        return await context.perform("operation.amend", wish, action, key)
    await context.perform("operation.undo", {"operation_id": before["operation"]}, f"{action}:undo", key)
    return await context.perform(operation, payload, f"{action}:say", key)
