"""The answer after something was saved, changed or taken back: read again from the database, so that it is true."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import InlineKeyboardMarkup

from bot import views
from bot.context import BotContext
from bot.identity import short
from bot.keyboards import Button, keyboard
from core.agenda.fulfilling import Planned
from core.agenda.planned_words import it_was_another
from core.agenda.queries import activities_by_id
from core.chat_state import State
from core.done import untold_of
from core.i18n import Translator
from core.operations import Outcome
from core.policy import Viewer
from core.sales.queries import opportunities


def after_saving(
    outcome: Outcome, _: Translator, *, is_editable: bool = True, another: str = ""
) -> InlineKeyboardMarkup | None:
    """Undo, and Edit where words can mend it; `another`: what to tap where it was not what was planned."""
    if not outcome.undoable:
        return None
    return entry_buttons(outcome.operation_id, _, is_editable=is_editable, another=another)


def entry_buttons(
    operation_id: str, _: Translator, *, is_editable: bool = True, another: str = ""
) -> InlineKeyboardMarkup | None:
    """The same for an operation known by its id."""
    key = short(operation_id)
    edit = [Button("✏️ " + _("Edit"), f"e:{key}")] if is_editable else []
    return keyboard([Button("↩️ " + _("Undo"), f"u:{key}"), *edit], [Button(another, f"a:{key}")] if another else [])


def planned_of(planned: Planned, _: Translator) -> State:
    """What is remembered of what was planned, and what is on the button that says that it was another."""
    label = f"{views.icon_of(planned.type)} {it_was_another(planned.type, planned.type_name, _)}"
    return {"id": planned.id, "type": planned.type, "account_id": planned.account_id, "another": label}


def another_of(remembered: State) -> str:
    """That button's label; empty where nothing was planned."""
    return str((remembered.get("planned") or {}).get("another", ""))


def files_line(files: Sequence[str], _: Translator) -> str:
    """That the recording is with it, where there is one."""
    return "\n🎙 " + _("The recording is with it.") if files else ""


async def describe(context: BotContext, name: str, result: dict[str, Any]) -> str:
    """What the operation `name` with this result left behind."""
    async with context.reading() as session:
        text = await _describe(session, context.viewer, context.translate, context.today, name, result)
    untold = untold_of(result, context.translate)
    return f"{text}\n{escape(untold)}" if untold else text


async def _describe(
    session: AsyncSession, viewer: Viewer, _: Translator, today: date, name: str, result: dict[str, Any]
) -> str:
    if name == "opportunity.move":
        found = await opportunities(session, viewer, ids=[result["id"]])
        return views.opportunity(found[0], _, today) if found else "📈"
    ids = [one for one in (result["id"], result.get("next_id")) if one]
    activities = {one["id"]: one for one in await activities_by_id(session, viewer, ids)}
    activity = activities.get(result["id"])
    if activity is None:
        return "✅"
    made = result.get("created") or []
    if activity["state"] == "planned":
        return views.planned(activity, made, today, _)
    follow_up = activities.get(result.get("next_id") or "")
    planned_for = _local(result.get("planned_for"), viewer) if name == "activity.complete" else None
    return views.logged(activity, follow_up, result.get("moved"), made, today, _, planned_for)


def _local(iso: str | None, viewer: Viewer) -> str | None:
    """A moment in the viewer's time, as views have it; a day as it is."""
    if iso is None or "T" not in iso:
        return iso
    return datetime.fromisoformat(iso).astimezone(ZoneInfo(viewer.timezone)).strftime("%Y-%m-%dT%H:%M")
