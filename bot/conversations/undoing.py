"""Taking back: the Undo button for ten minutes, /undo for the last change at any time."""

from datetime import timedelta

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.context import BotContext
from bot.identity import full
from core.done import performed
from core.errors import CannotUndo
from core.i18n import N_
from core.undo import last_undoable

BUTTON_LASTS = timedelta(minutes=10)

_WHAT = {
    "activity.log": N_("the entry"),
    "activity.plan": N_("the plan"),
    "activity.complete": N_("“done”"),
    "activity.reschedule": N_("the new time"),
    "activity.edit": N_("the correction"),
    "activity.cancel": N_("the cancellation"),
    "opportunity.move": N_("the move"),
    "opportunity.create": N_("the new opportunity"),
    "opportunity.edit": N_("the opportunity's change"),
    "account.create": N_("the new account"),
    "account.edit": N_("the account's change"),
    "contact.edit": N_("the contact's change"),
    "contact.create": N_("the new contact"),
    "contact.create_from_card": N_("the new contact"),
    "contact.update_from_card": N_("the contact's update"),
    "settings.edit": N_("the setting"),
}


async def undo(update: Update, context: BotContext) -> None:
    """The Undo button."""
    operation_id = full(context.matches[0].group(1))  # type: ignore[index]
    _ = context.translate
    async with context.reading() as session:
        done = await performed(session, operation_id, context.viewer.user_id)
    if done is None:
        await context.answer_tap(_("That cannot be undone from here."), alert=True)
        return
    if context.now - done.at > BUTTON_LASTS:
        await context.answer_tap(_("The ten minutes are over. /undo takes back your last change."), alert=True)
        return
    try:
        outcome = await context.perform("operation.undo", {"operation_id": operation_id}, "undo", operation_id)
    except CannotUndo as refused:
        await context.answer_tap(refused.say(_), alert=True)
        return
    await context.show(_undone(context, outcome.result["name"]))


async def undo_command(update: Update, context: BotContext) -> None:
    """/undo"""
    await undo_last(context)


async def undo_last(context: BotContext) -> None:
    """Takes back the person's last change, whichever door it came through."""
    _ = context.translate
    asked = context.operation_id("undo-last")
    async with context.reading() as session:
        done = await performed(session, asked, context.viewer.user_id)
        last = await last_undoable(session, context.viewer.user_id)
    # After a restart in the middle: what this message took back stays the only thing that it takes back.
    operation_id = done.result["operation_id"] if done is not None else last.id if last is not None else None
    if operation_id is None:
        await context.say(_("There is nothing to undo."))
        return
    if done is None:
        outcome = await context.perform("operation.undo", {"operation_id": operation_id}, "undo-last")
        name = outcome.result["name"]
    else:
        name = done.result["name"]
    await context.say(_undone(context, name))


def _undone(context: BotContext, name: str) -> str:
    _ = context.translate
    what = _WHAT.get(name)
    return "↩️ " + (_("Taken back: {what}.", {"what": _(what)}) if what else _("Taken back."))


HANDLERS = [
    CallbackQueryHandler(undo, pattern=r"^u:([\w-]{22})$"),
    CommandHandler("undo", undo_command),
]
