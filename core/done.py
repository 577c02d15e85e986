"""What an operation did, in one sentence: for whoever has just done it, at any door."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.events import PerformedOperation
from core.i18n import N_, Translator
from core.operations import REGISTRY
from core.standard_names import stage_called

_SAID = {
    "account.create": N_("{name} is among the customers now."),
    "account.edit": N_("Saved."),
    "account.archive": N_("Archived."),
    "account.assign_many": N_("Assigned to {name}: {count}."),
    "contact.assign_many": N_("Assigned to {name}: {count}."),
    "account.merge": N_("{name} and its double are one now."),
    "contact.merge": N_("{name} and its double are one now."),
    "account.keep_apart": N_("{name} stays apart."),
    "contact.keep_apart": N_("{name} stays apart."),
    "view.save": N_("The view “{name}” is saved."),
    "view.delete": N_("The view “{name}” is deleted."),
    "view.begin_with": N_("The list begins so from now on."),
    "contact.create": N_("{name} is among the contacts now."),
    "contact.create_from_card": N_("{name} is among the contacts now."),
    "lead.create": N_("{title} is among the leads now."),
    "lead.assign": N_("Handed over."),
    "lead.assign_many": N_("Assigned to {name}: {count}."),
    "lead.begin": N_("It is being worked on."),
    "lead.discard": N_("{title} is closed."),
    "lead.reopen": N_("{title} is open again."),
    "lead.qualify": N_("{title} has become a customer."),
    "opportunity.assign": N_("Handed over."),
    "opportunity.assign_many": N_("Assigned to {name}: {count}."),
    "opportunity.archive": N_("Archived."),
    "opportunity.create": N_("{title} is in the pipeline now."),
    "opportunity.move": N_("{title} is in {stage} now."),
    "activity.log": N_("Logged."),
    "activity.plan": N_("Planned."),
    "activity.complete": N_("Done."),
    "activity.reschedule": N_("Moved."),
    "activity.assign": N_("Handed over."),
    "activity.assign_many": N_("Assigned to {name}: {count}."),
    "activity.cancel": N_("Cancelled."),
    "document.attach": N_("Filed."),
    "document.attach_many": N_("Filed."),
    "document.archive": N_("Archived."),
    "member.disable": N_("Access removed; their records stay."),
    "member.enable": N_("Access restored."),
    "member.end_sessions": N_("Signed out."),
    "message.retry": N_("Back in line."),
    "operation.undo": N_("Undone."),
    "conflict.resolve": N_("Decided."),
}
_UNTOLD = N_("Not told of it, without the right to see it: {names}.")
_CONFLICTS = N_("Saved, but somebody else changed the same: decide which value stays.")


async def performed(session: AsyncSession, operation_id: str, user_id: str) -> PerformedOperation | None:
    """One's own operation, if it was done."""
    found: PerformedOperation | None = await session.scalar(
        select(PerformedOperation).where(PerformedOperation.id == operation_id, PerformedOperation.user_id == user_id)
    )
    return found


def said_of(name: str, result: dict[str, Any], translate: Translator) -> str:
    """The sentence for an operation of this name with this result."""
    if result.get("conflicts"):
        return translate(_CONFLICTS)
    facts = {key: value for key, value in result.items() if value is not None}
    if "stage" in facts:
        facts["stage"] = stage_called(facts["stage"], translate)
    return " ".join(filter(None, [translate(_SAID.get(name, N_("Saved.")), facts), untold_of(result, translate)]))


def untold_of(result: dict[str, Any], translate: Translator) -> str | None:
    """That somebody who was mentioned may not see it, and so is not told; None where there is nobody such."""
    return translate(_UNTOLD, {"names": result["untold"]}) if result.get("untold") else None


def can_be_undone(done: PerformedOperation) -> bool:
    """Whether its undo is worth offering."""
    kind = REGISTRY.get(done.name)
    return kind is not None and kind.undoable and done.undone_by is None
