"""/call and /visit, led by the hand: whom? what came of it? what next? Also what was forwarded or recorded."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.answers import takes
from bot.context import BotContext
from bot.identity import full
from bot.keyboards import Button, cut, in_rows, keyboard
from bot.moments import say_day
from bot.saved import after_saving, describe, files_line
from bot.views import bold, icon_of, plain
from core.agenda.activity_view import kinds
from core.agenda.meant_operation import moment_of
from core.agenda.sentences import NEW, NONE, when_said
from core.chat_state import State
from core.customers.world import world_of
from core.i18n import N_
from core.search import search
from core.understanding.understand import understand

_OPENINGS = {
    "call": N_("📞 Whom did you call?"),
    "visit": N_("🚗 Whom did you visit?"),
    "email": N_("✉️ Whom is it about?"),
}
_SHOWN = 6


async def call(update: Update, context: BotContext) -> None:
    """/call, /call Acme"""
    await begin(context, "call", " ".join(context.args or ()))


async def visit(update: Update, context: BotContext) -> None:
    """/visit, /visit Acme"""
    await begin(context, "visit", " ".join(context.args or ()))


async def begin(context: BotContext, kind: str, name: str = "", note: str | None = None) -> None:
    """Asks whom, unless the name tells."""
    key = str(context.message.message_id)
    question: State = {"kind": "guided", "type": kind, "step": "whom", "note": note, "shown": None}
    if name:
        await _whom(context, key, question, name)
        return
    text = context.translate(_OPENINGS[kind]) + "\n" + context.translate("Tap, or write the name.")
    await put_step(context, key, question, text, await recent_accounts(context), 1)


async def begin_with_account(update: Update, context: BotContext) -> None:
    """Log a call, log a visit: from what /find showed."""
    kind, short_id = context.matches[0].groups()  # type: ignore[index]
    question: State = {"kind": "guided", "type": kind, "step": "whom", "note": None, "shown": None}
    # Each tap is an entry of its own, and stays one when the update is done again.
    await _with_account(context, str(update.update_id), question, full(short_id))


async def choose(update: Update, context: BotContext) -> None:
    """A tap on one of the answers."""
    key, choice = context.matches[0].groups()  # type: ignore[index]
    question, _ = context.question(key), context.translate
    if question is None or question["kind"] != "guided":
        await context.answer_tap(_("That is settled already."))
        return
    if choice == "x":
        await _drop(context, key, question)
        return
    value = question["choices"][int(choice)]
    if question["step"] == "whom":
        await _with_account(context, key, question, value)
    elif question["step"] == "kind":
        await _save(context, key, question | {"type": value}, None)
    elif question["step"] == "what":
        await _ask_next(context, key, question | {"note": ""})
    else:
        step = None if value == NONE else {"type": question["type"], "day": value}
        await _save(context, key, question, step)


@takes("guided")
async def take_words(context: BotContext, key: str, question: State, text: str) -> None:
    """A name, what came of it, or the next step, in own words."""
    if question["step"] == "whom":
        await _whom(context, key, question, text)
    elif question["step"] == "kind":
        await context.say(context.translate("Tap what it was, please."))
    elif question["step"] == "what":
        await _ask_next(context, key, question | {"note": text})
    else:
        await _take_next(context, key, question, text)


async def _drop(context: BotContext, key: str, question: State) -> None:
    """Nothing comes of it; a recording that belongs to nothing is put away."""
    _, files = context.translate, question.get("files") or []
    for place, file in enumerate(files):
        await context.perform("document.archive", {"id": file}, f"drop:{place}", key)
    context.settle(key)
    await context.show(_("Dropped. The recording is put away.") if files else _("Dropped. Nothing was saved."))


async def _whom(context: BotContext, key: str, question: State, name: str) -> None:
    async with context.reading() as session:
        found = await search(session, context.viewer, name, ("account",), _SHOWN)
    if len(found) == 1:
        await _with_account(context, key, question, found[0].id)
        return
    _ = context.translate
    choices = [(one.id, f"{one.title} · {one.detail}" if one.detail else one.title) for one in found]
    choices.append((NEW + cut(name, 200), "➕ " + _("Create “{name}”", {"name": cut(name, 24)})))
    text = _("Which of them?") if found else _("I do not know {name}.", {"name": bold(cut(name, 60))})
    await put_step(context, key, question, text, choices, 1)


async def _with_account(context: BotContext, key: str, question: State, account: str) -> None:
    question = question | {"account": account, "step": "what"}
    if question["type"] is None:
        await _ask_kind(context, key, question)
        return
    if question["note"] is not None:
        await _ask_next(context, key, question)
        return
    _ = context.translate
    text = f"{await _heading(context, question)}\n" + _("What came of it? Write it in a few words.")
    await put_step(context, key, question, text, [("", _("Nothing to note"))], 1)


async def _ask_kind(context: BotContext, key: str, question: State) -> None:
    _ = context.translate
    async with context.reading() as session:
        every = await kinds(session, _)
    choices = [(one["key"], f"{icon_of(one['key'])} {one['name'][:1].upper()}{one['name'][1:]}") for one in every]
    text = f"{await _heading(context, question)}\n" + _("What was it?")
    await put_step(context, key, question | {"step": "kind"}, text, choices, 2)


async def _ask_next(context: BotContext, key: str, question: State) -> None:
    _, today = context.translate, context.today
    days = [_working_day(today + timedelta(days=ahead)) for ahead in (1, 3, 7, 14, 30)]
    choices = [(day.isoformat(), _named(day, context)) for day in dict.fromkeys(days)]
    note = f"📝 {plain(question['note'], 120)}\n" if question["note"] else ""
    text = f"{await _heading(context, question)}\n{note}" + _(
        "Next step? Tap a day, or write it: “visit on Thursday at 10”."
    )
    await put_step(context, key, question | {"step": "next"}, text, [*choices, (NONE, _("No next step"))], 2)


async def _take_next(context: BotContext, key: str, question: State, text: str) -> None:
    """The next step in words: its day at least; its kind where they say one."""
    when = when_said(text, context.viewer, context.now, context.language)
    if when is None:
        _ = context.translate
        await context.say(_("I did not find a day in that. For example: “tomorrow”, “Thursday at 10”, “15 March”."))
        return
    async with context.reading() as session:
        meaning = understand(text, await world_of(session, context.viewer), context.now, context.language)
    kind = meaning.kind.value if meaning.kind else question["type"]
    subject = meaning.note if meaning.kind else ""
    await _save(
        context, key, question, {"type": kind, "subject": subject[:300], **moment_of(when, context.viewer.timezone)}
    )


async def _save(context: BotContext, key: str, question: State, step: dict[str, Any] | None) -> None:
    account = question["account"]
    about = {"new_account": account.removeprefix(NEW)} if account.startswith(NEW) else {"account_id": account}
    files = question.get("files") or []
    payload = {"type": question["type"], "note": question["note"] or "", "next": step, **about}
    payload |= {"document_ids": files} if files else {}
    outcome = await context.perform("activity.log", payload, "guided", key)
    context.settle(key)
    text = await describe(context, "activity.log", outcome.result) + files_line(files, context.translate)
    buttons = after_saving(outcome, context.translate, is_editable=False)
    shown = question.get("shown")
    await (context.turn_into(shown, text, buttons) if shown else context.show(text, buttons))


async def _heading(context: BotContext, question: State) -> str:
    account = question["account"]
    icon = {"call": "📞", "visit": "🚗", None: "🎙"}.get(question["type"], "✉️")
    if account.startswith(NEW):
        return f"{icon} {bold(account.removeprefix(NEW))}"
    async with context.reading() as session:
        world = await world_of(session, context.viewer)
    return f"{icon} {bold(next((one.name for one in world.accounts([account])), '…'))}"


async def put_step(
    context: BotContext, key: str, question: State, text: str, choices: list[tuple[str, str]], across: int,
    further: Sequence[Button] = (),
) -> None:  # fmt: skip
    """Shows a step with its answers and remembers it; `further` are buttons of their own."""
    _ = context.translate
    buttons = [Button(label, f"w:{key}:{place}") for place, (_value, label) in enumerate(choices)]
    rows = keyboard(*in_rows(buttons, across), further, [Button("✖️ " + _("Drop it"), f"w:{key}:x")])
    before = question.get("shown")
    shown = await (context.turn_into(before, text, rows) if before else context.show(text, rows))
    is_free = question["step"] not in ("whom", "kind")
    values = [value for value, _label in choices]
    context.ask(key, question | {"choices": values, "shown": shown, "takes_anything": is_free})


async def recent_accounts(context: BotContext) -> list[tuple[str, str]]:
    """The accounts that the person was last at."""
    async with context.reading() as session:
        world = await world_of(session, context.viewer)
    return [(one.id, one.name) for one in world.accounts(world.recent)[:_SHOWN]]


def _working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)  # noqa: PLR2004 - Friday


def _named(day: date, context: BotContext) -> str:
    name = say_day(day, context.today, context.translate)
    return name[:1].upper() + name[1:]


HANDLERS = [
    CommandHandler("call", call),
    CommandHandler("visit", visit),
    CallbackQueryHandler(begin_with_account, pattern=r"^w:(call|visit):([\w-]{22})$"),
    CallbackQueryHandler(choose, pattern=r"^w:(\d+):(x|\d+)$"),
]
