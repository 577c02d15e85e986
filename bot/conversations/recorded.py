"""A recording that does not tell by itself where it belongs: whom is it about, and what was it? Or the last entry's."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.context import BotContext
from bot.conversations.guided import put_step, recent_accounts
from bot.keyboards import Button, cut
from bot.saved import after_saving, describe, files_line
from core.chat_state import State


async def begin_with_files(
    context: BotContext, why: str, note: str, files: list[str], shown: int | None = None
) -> None:
    """Asks whom a recording is about, and what it was; the words of a whole entry will do as well.

    `shown` is the message that becomes the question; `note` is what was heard, if anything.
    """
    key, _ = str(context.message.message_id), context.translate
    question: State = {"kind": "guided", "type": None, "step": "whom", "note": note, "files": files, "shown": shown}
    recent = await recent_accounts(context)
    if note:
        await put_step(context, key, question, _("✍️ Whom is it about? Tap, or write the name."), recent, 1)
        return
    text = why + "\n" + _("Whom is it about? Tap, write the name, or write it in a sentence.")
    await put_step(context, key, question | {"wants_words": True}, text, recent, 1, _last_entry(context, key))


async def tie_to_last(update: Update, context: BotContext) -> None:
    """The recording belongs to what was saved last."""
    key, _ = context.matches[0].group(1), context.translate  # type: ignore[index]
    question, last = context.question(key), context.remembered(context.state.get("last", ""))
    if question is None or question["kind"] != "guided" or last is None:
        await context.answer_tap(_("That is settled already."))
        return
    activity_id = last["result"]["id"]
    for place, file in enumerate(question["files"]):
        outcome = await context.perform("document.tie", {"id": file, "activity_id": activity_id}, f"tie:{place}", key)
    context.settle(key)
    text = await describe(context, last["name"], last["result"]) + files_line(question["files"], _)
    await context.show(text, after_saving(outcome, _, is_editable=False))


def _last_entry(context: BotContext, key: str) -> list[Button]:
    """A button for what was saved last, where that is an activity."""
    last = context.remembered(context.state.get("last", ""))
    if last is None or last["name"] not in ("activity.log", "activity.plan", "activity.complete"):
        return []
    return [Button("📎 " + context.translate("Last: “{text}”", {"text": cut(last["text"], 28)}), f"wl:{key}")]


HANDLERS = [CallbackQueryHandler(tie_to_last, pattern=r"^wl:(\d+)$")]
