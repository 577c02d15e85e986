"""A correction in words: "no, it was with Marta" replaces what it names in the last entry."""

from typing import Any

from bot.context import BotContext
from bot.saved import after_saving, describe
from core.agenda.sentences import moment_of
from core.chat_state import State
from core.understanding.meaning import Understanding


async def correct_last(context: BotContext, meaning: Understanding) -> bool:
    """ "No, it was with Marta": what is named replaces what was saved last; False where nothing was."""
    key = context.state.get("last")
    before = context.remembered(key) if key else None
    changes = _changes(context, meaning, before) if before else {}
    if key is None or before is None or not changes:
        return False
    payload = before["payload"] | changes
    outcome = await context.perform(
        "operation.amend", {"operation_id": before["operation"], "payload": payload}, "correct"
    )
    text = "✏️ " + context.translate("Corrected.") + "\n" + await describe(context, before["name"], outcome.result)
    await context.say(text, after_saving(outcome, context.translate))
    context.remember(key, before | {"operation": outcome.operation_id, "payload": payload, "result": outcome.result})
    return True


def _changes(context: BotContext, meaning: Understanding, before: State) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if before["name"] not in ("activity.log", "activity.plan"):
        return changes
    if meaning.kind:
        changes["type"] = meaning.kind.value
    if meaning.account:
        changes |= {"account_id": meaning.account.id, "new_account": None}
    if meaning.contact:
        changes["contact_id"] = meaning.contact.id
        homes = meaning.contact.account_ids
        if not meaning.account and homes and before["payload"].get("account_id") not in homes:
            changes |= {"account_id": homes[0], "new_account": None}
    if meaning.minutes:
        changes["minutes"] = meaning.minutes
    if meaning.start:
        changes |= {"day": None, "starts_at": None} | moment_of(meaning.start.iso(), context.viewer.timezone)
    return changes
