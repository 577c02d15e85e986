"""What was said is mended: the message edited on the phone, the Edit button, or that it was not what was planned."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.answers import takes
from bot.context import BotContext
from bot.conversations.saying import understand_and_go_on
from bot.failing import said
from bot.identity import full
from bot.keyboards import Button, keyboard
from bot.mending import mend
from bot.saved import after_saving, another_of, describe, entry_buttons, files_line
from bot.views import plain
from core.agenda.sentences import NONE, PLANNED
from core.chat_state import State
from core.errors import CannotUndo, CrmError


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
    key, before = _said_by(context, full(context.matches[0].group(1)))  # type: ignore[index]
    _ = context.translate
    if key is None or before is None:
        await context.answer_tap(_("That is too long ago to edit here. Open it in Ronda."), alert=True)
        return
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
    await context.show(text, entry_buttons(before["operation"], _, another=another_of(before)))


async def take_as_another(update: Update, context: BotContext) -> None:
    """What was completed was not what was told: that is planned again, and this logged by itself."""
    key, before = _said_by(context, full(context.matches[0].group(1)))  # type: ignore[index]
    _ = context.translate
    if key is None or before is None:
        await context.answer_tap(_("That is settled already."))
        return
    answers = before["answers"] | {PLANNED: NONE}
    try:
        outcome = await mend(context, before, "activity.log", before["payload"], f"another:{update.update_id}", key)
    except CannotUndo as refused:
        await context.answer_tap(refused.say(_), alert=True)
        return
    text = "✏️ " + _("Logged by itself; the planned one is open again.")
    text += "\n" + await describe(context, "activity.log", outcome.result) + files_line(before["files"], _)
    shown = await context.show(text, after_saving(outcome, _, is_editable=bool(before["text"])))
    now = {"operation": outcome.operation_id, "name": "activity.log", "planned": None, "answers": answers}
    context.remember(key, before | now | {"result": outcome.result, "shown": shown})


@takes("rewrite", anything=True)
async def take_rewritten(context: BotContext, key: str, question: State, text: str) -> None:
    """The whole sentence, written again."""
    context.settle(key)
    before = context.remembered(question["of"])
    if before is not None:
        await _again(context, question["of"], before, text, str(context.message.message_id))


def _said_by(context: BotContext, operation_id: str) -> tuple[str | None, State | None]:
    """The message that led to this operation, by its key, and what is remembered of it."""
    key = next((key for key, one in context.state.get("said", {}).items() if one["operation"] == operation_id), None)
    return key, context.remembered(key) if key is not None else None


async def _again(context: BotContext, key: str, before: State, text: str, version: str) -> None:
    made = [before["result"][name] for name in ("id", "next_id") if before["result"].get(name)]
    question = {
        "kind": "say",
        "text": text,
        "at": before["at"],
        "answers": _answers_that_hold(before, text),
        "amends": {
            "operation": before["operation"],
            "name": before["name"],
            "made": made,
            "planned": before.get("planned"),
        },
        "version": version,
        "shown": before["shown"],
        "files": before.get("files") or [],
    }
    try:
        await understand_and_go_on(context, key, question)
    except CrmError as refused:
        _ = context.translate
        await context.say(_("I left it as it was.") + "\n" + said(refused, context))


def _answers_that_hold(before: State, text: str) -> dict[str, str]:
    """What was answered about the names in it, where they are the same; that nothing was planned for it stays so."""
    has_same_names = _has_same_names(before["text"], text)
    answers: dict[str, str] = dict(before["answers"]) if has_same_names else {}
    was_another = before["answers"].get(PLANNED) == NONE
    if was_another or (has_same_names and before["name"] == "activity.log"):
        answers[PLANNED] = NONE
    return answers


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
    CallbackQueryHandler(take_as_another, pattern=r"^a:([\w-]{22})$"),
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, take_edited),
]
