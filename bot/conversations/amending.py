"""What was said is mended: the message edited on the phone, or the Edit button."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.answers import takes
from bot.context import BotContext
from bot.conversations.saying import understand_and_go_on
from bot.failing import said
from bot.identity import full
from bot.keyboards import Button, keyboard
from bot.saved import describe, entry_buttons
from bot.views import plain
from core.chat_state import State
from core.errors import CrmError


async def take_edited(update: Update, context: BotContext) -> None:
    """The person changed an own message: what it led to is done again as the message says now."""
    text, key = context.message.text, str(context.message.message_id)
    if not text or text.startswith("/"):
        return
    question = context.question(key)
    if question is not None and question["kind"] == "say":
        await understand_and_go_on(context, key, question | {"text": text, "answers": {}})
        return
    before = context.remembered(key)
    if before is None:
        await _say_too_late_or_take(context, key, text)
        return
    if before["text"] == text:
        return
    version = int(context.message.edit_date.timestamp()) if context.message.edit_date else 0
    await _again(context, key, before, text, f"{version}:{update.update_id}")


async def ask_how(update: Update, context: BotContext) -> None:
    """Edit was tapped: how should it be?"""
    operation_id, _ = full(context.matches[0].group(1)), context.translate  # type: ignore[index]
    key = next((key for key, one in context.state.get("said", {}).items() if one["operation"] == operation_id), None)
    if key is None:
        await context.answer_tap(_("That is too long ago to edit here. Open it in Ronda."), alert=True)
        return
    before = context.remembered(key) or {}
    shown = await context.show(
        _("✏️ Write it as it should be. You wrote:\n<i>{text}</i>", {"text": plain(before["text"], 600)}),
        keyboard([Button("✖️ " + _("Leave it as it is"), f"ex:{key}")]),
    )
    context.ask(f"e{key}", {"kind": "rewrite", "of": key, "shown": shown})


async def leave_it(update: Update, context: BotContext) -> None:
    """It was right after all."""
    key = context.matches[0].group(1)  # type: ignore[index]
    context.settle(f"e{key}")
    before = context.remembered(key)
    _ = context.translate
    if before is None:
        await context.show(_("Left as it is."))
        return
    text = await describe(context, before["name"], before["result"])
    await context.show(text, entry_buttons(before["operation"], _))


@takes("rewrite", anything=True)
async def take_rewritten(context: BotContext, key: str, question: State, text: str) -> None:
    """The whole sentence, written again."""
    context.settle(key)
    before = context.remembered(question["of"])
    if before is not None:
        await _again(context, question["of"], before, text, str(context.message.message_id))


async def _again(context: BotContext, key: str, before: State, text: str, version: str) -> None:
    question = {
        "kind": "say",
        "text": text,
        "at": before["at"],
        "answers": before["answers"] if _has_same_names(before["text"], text) else {},
        "amends": {"operation": before["operation"], "name": before["name"]},
        "version": version,
        "shown": before["shown"],
        "files": before.get("files") or [],
    }
    try:
        await understand_and_go_on(context, key, question)
    except CrmError as refused:
        _ = context.translate
        await context.say(_("I left it as it was.") + "\n" + said(refused, context))


def _has_same_names(before: str, after: str) -> bool:
    """Answers hold for a sentence that only grew or lost its end."""
    return before.startswith(after[:20]) or after.startswith(before[:20])


async def _say_too_late_or_take(context: BotContext, key: str, text: str) -> None:
    """Nothing was saved of it: it is taken as new. What was saved too long ago stays."""
    _ = context.translate
    newest = context.state.get("last")
    if newest is not None and int(key) < int(newest) and len(context.state.get("said", {})) > 1:
        await context.say(_("I saw that you edited an older message; nothing was saved from it, so nothing changes."))
        return
    date = context.message.date.isoformat()
    await understand_and_go_on(context, key, {"kind": "say", "text": text, "at": date, "answers": {}})


HANDLERS = [
    CallbackQueryHandler(ask_how, pattern=r"^e:([\w-]{22})$"),
    CallbackQueryHandler(leave_it, pattern=r"^ex:(\d+)$"),
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, take_edited),
]
