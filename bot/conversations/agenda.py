"""/agenda: today, tomorrow, the week; one thing of it with done, later, open."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import views
from bot.answers import takes
from bot.context import BotContext
from bot.identity import full, short
from bot.keyboards import Button, in_rows, keyboard
from bot.moments import say_day, say_week
from bot.planned import planned_message
from bot.saved import after_saving
from core.agenda.queries import activities_by_id, agenda, overdue
from core.chat_state import State
from core.errors import NotFound
from core.i18n import Translator
from core.local_time import now_in

SHOWN = 16
_OVERDUE_SHOWN = 5


async def agenda_command(update: Update, context: BotContext) -> None:
    """/agenda"""
    await show_agenda(context, context.today, 1)


async def turn_page(update: Update, context: BotContext) -> None:
    """Today, tomorrow or the week."""
    which = context.matches[0].group(1)  # type: ignore[index]
    first = context.today + timedelta(days=1 if which == "m" else 0)
    await show_agenda(context, first, 7 if which == "w" else 1)


async def show_agenda(context: BotContext, first: date, days: int) -> None:
    """What is planned from `first` on, and, on today's page, what is overdue."""
    viewer, _ = context.viewer, context.translate
    last = first + timedelta(days=days - 1)
    async with context.reading() as session:
        late = []
        if first == context.today:
            late = await overdue(session, viewer, first, [viewer.user_id], _OVERDUE_SHOWN)
        planned = await agenda(session, viewer, first, last, [viewer.user_id], SHOWN + 1)
    heading = say_week(first, _) if days > 1 else say_day(first, context.today, _)
    lines = [f"🗓 {views.bold(heading[:1].upper() + heading[1:])}"]
    shown = planned[:SHOWN]
    lines += _lines(shown, context.today if days > 1 else None, 1, _)
    if not shown:
        lines.append(_("Nothing is planned."))
    if len(planned) > SHOWN:
        lines.append(_("… and more."))
    if late:
        lines.append("\n🔴 " + _("Overdue"))
        lines += _lines(late, context.today, len(shown) + 1, _)
    everything = [*shown, *late]
    numbers = [Button(str(place), f"i:{short(one['id'])}") for place, one in enumerate(everything, 1)]
    pages = [Button(_("Today"), "g:t"), Button(_("Tomorrow"), "g:m"), Button(_("Week"), "g:w")]
    await context.show("\n".join(lines), keyboard(*in_rows(numbers, 8), pages))


async def show_item(update: Update, context: BotContext) -> None:
    """One of the list."""
    await context.show(*await _item(context, full(context.matches[0].group(1))))  # type: ignore[index]


async def done(update: Update, context: BotContext) -> None:
    """It was done."""
    short_id, revision = context.matches[0].groups()  # type: ignore[index]
    outcome = await context.perform("activity.complete", {"id": full(short_id)}, f"done:{revision}", short_id)
    view, _ = await activity(context, full(short_id)), context.translate
    text = views.logged(view, None, None, (), context.today, _)
    undo = [Button("↩️ " + _("Undo"), f"u:{short(outcome.operation_id)}")] if outcome.undoable else []
    note = Button("📝 " + _("Add a note"), f"n:{short_id}")
    await context.show("✅ " + _("Done.") + "\n" + text, keyboard([*undo, note]))


async def ask_note(update: Update, context: BotContext) -> None:
    """What came of it?"""
    short_id, _ = context.matches[0].group(1), context.translate  # type: ignore[index]
    view = await activity(context, full(short_id))
    text = views.logged(view, None, None, (), context.today, _)
    shown = await context.show(text + "\n" + _("What came of it? Write it in a few words."))
    context.ask(f"n{context.message.message_id}", {"kind": "note", "activity": view["id"], "shown": shown})


@takes("note", anything=True)
async def take_note(context: BotContext, key: str, question: State, text: str) -> None:
    """The note of what was done."""
    context.settle(key)
    outcome = await context.perform("activity.edit", {"id": question["activity"], "note": text}, "note")
    view = await activity(context, question["activity"])
    said = views.logged(view, None, None, (), context.today, context.translate)
    await context.turn_into(question["shown"], said, after_saving(outcome, context.translate, is_editable=False))


async def ask_until_when(update: Update, context: BotContext) -> None:
    """Later: when?"""
    key, _ = ":".join(context.matches[0].groups()), context.translate  # type: ignore[index]
    view = await activity(context, full(key.partition(":")[0]))
    snoozes = (
        [Button(_("in 15 min"), f"z:15:{key}"), Button(_("in 1 hour"), f"z:60:{key}")] if view["starts_at"] else []
    )
    days = [Button(_("Tomorrow"), f"t:1:{key}"), Button(_("In a week"), f"t:7:{key}")]
    text = views.planned(view, (), context.today, _) + "\n" + _("When shall it be?")
    if snoozes:
        text = views.planned(view, (), context.today, _) + "\n" + _("Remind you again, or move it?")
    await context.show(text, keyboard(snoozes, days, [Button("« " + _("Back"), f"i:{key.partition(':')[0]}")]))


async def snooze(update: Update, context: BotContext) -> None:
    """Reminds again in a while; the appointment stays where it is."""
    minutes, short_id, _revision = context.matches[0].groups()  # type: ignore[index]
    payload = {"id": full(short_id), "minutes": int(minutes)}
    await context.perform("activity.snooze", payload, f"snooze:{minutes}:{update.update_id}")
    text, buttons = await _item(context, full(short_id))
    again = context.translate("I will remind you again in {n} minutes.", {"n": minutes})
    await context.show(f"{text}\n🔔 {again}", buttons)


async def put_off(update: Update, context: BotContext) -> None:
    """To another day, at the same hour."""
    days, short_id, revision = context.matches[0].groups()  # type: ignore[index]
    view = await activity(context, full(short_id))
    now = now_in(context.viewer.timezone)
    day = now.date() + timedelta(days=int(days))
    payload: dict[str, Any] = {"id": view["id"], "day": day.isoformat()}
    if view["starts_at"]:
        hour, minute = map(int, view["starts_at"][11:16].split(":"))
        moment = now.replace(year=day.year, month=day.month, day=day.day, hour=hour, minute=minute, second=0)
        payload = {"id": view["id"], "starts_at": moment.replace(microsecond=0).isoformat()}
    outcome = await context.perform("activity.reschedule", payload, f"put-off:{days}:{revision}", short_id)
    _ = context.translate
    text = views.planned(await activity(context, view["id"]), (), context.today, _)
    await context.show(text, after_saving(outcome, _, is_editable=False))


async def activity(context: BotContext, activity_id: str) -> dict[str, Any]:
    """The activity as a view. Raises `NotFound`."""
    async with context.reading() as session:
        found = await activities_by_id(session, context.viewer, [activity_id])
    if not found:
        raise NotFound
    return found[0]


async def _item(context: BotContext, activity_id: str) -> tuple[str, InlineKeyboardMarkup | None]:
    view = await activity(context, activity_id)
    async with context.reading() as session:
        return await planned_message(session, context.viewer, view, context.translate)


def _lines(activities: Sequence[dict[str, Any]], today: date | None, first: int, _: Translator) -> list[str]:
    """Numbered lines; with `today`, a line for each new day."""
    lines, day = [], ""
    for place, one in enumerate(activities, first):
        if today is not None and one["day"] != day:
            day = one["day"]
            lines.append(f"<i>{say_day(date.fromisoformat(day), today, _)}</i>")
        lines.append(views.agenda_line(one, place, _))
    return lines


HANDLERS = [
    CommandHandler("agenda", agenda_command),
    CallbackQueryHandler(turn_page, pattern=r"^g:([tmw])$"),
    CallbackQueryHandler(show_item, pattern=r"^i:([\w-]{22})$"),
    CallbackQueryHandler(done, pattern=r"^d:([\w-]{22}):(\d+)$"),
    CallbackQueryHandler(ask_note, pattern=r"^n:([\w-]{22})$"),
    CallbackQueryHandler(ask_until_when, pattern=r"^l:([\w-]{22}):(\d+)$"),
    CallbackQueryHandler(snooze, pattern=r"^z:(\d+):([\w-]{22}):(\d+)$"),
    CallbackQueryHandler(put_off, pattern=r"^t:(\d+):([\w-]{22}):(\d+)$"),
]
