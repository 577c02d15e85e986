"""What the bot says unasked: a reminder, the digest of a day, what became of a card."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import InlineKeyboardMarkup

from bot import views
from bot.card_albums import album_message
from bot.card_views import card_message
from bot.identity import short
from bot.keyboards import Button, keyboard
from bot.moments import say_day
from bot.planned import planned_message
from core.agenda.digests import digest
from core.agenda.queries import activities_by_id
from core.customers.readings import reading_of
from core.i18n import Translator
from core.local_time import now_in
from core.outbox import OutboxMessage
from core.people.queries import colleagues
from core.policy import Viewer

_TEAM_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Announcement:
    """A message to send, or, with `edits`, what an own message turns into."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    edits: int | None = None


Make = Callable[[AsyncSession, Viewer, Translator, OutboxMessage], Awaitable[Announcement | None]]


async def reminder(session: AsyncSession, viewer: Viewer, _: Translator, message: OutboxMessage) -> Announcement | None:
    """A planned activity comes up; nothing where it was done, cancelled or taken away meanwhile."""
    found = await activities_by_id(session, viewer, [message.payload["activity_id"]])
    if not found or found[0]["state"] != "planned":
        return None
    text, buttons = await planned_message(session, viewer, found[0], _)
    return Announcement("🔔 " + text, buttons)


async def day_digest(
    session: AsyncSession, viewer: Viewer, _: Translator, message: OutboxMessage
) -> Announcement | None:
    """The person's day, and for a manager the team's."""
    day = date.fromisoformat(message.payload["day"])
    view = await digest(session, viewer, day)
    today = now_in(viewer.timezone).date()
    heading = say_day(day, today, _)
    lines = [f"☀️ {views.bold(heading[:1].upper() + heading[1:])}"]
    lines += [views.agenda_line(one, place, _) for place, one in enumerate(view["planned"], 1)]
    if not view["planned"]:
        lines.append(_("Nothing is planned."))
    elif view["planned_count"] > len(view["planned"]):
        lines.append(_("… and {n} more.", {"n": view["planned_count"] - len(view["planned"])}))
    if view["overdue"]:
        lines.append("🔴 " + _.plural("{n} thing is overdue", "{n} things are overdue", view["overdue"]))
    if view["without_next"]:
        lines.append("🧭 " + _.plural(
            "{n} opportunity without next step", "{n} opportunities without next step", view["without_next"]
        ))  # fmt: skip
    if view["team"]:
        lines += ["", "👥 " + views.bold(_("Your team"))]
        lines += [_member(member, _) for member in view["team"][:_TEAM_SHOWN]]
    return Announcement("\n".join(lines), keyboard([Button("🗓 " + _("Agenda"), "g:t")]))


async def card(session: AsyncSession, viewer: Viewer, _: Translator, message: OutboxMessage) -> Announcement | None:
    """A photo was read: the message that waited becomes the result, an album's one message its summary."""
    found = await reading_of(session, message.payload["reading_id"])
    if found is None:
        return None
    show = album_message if found.album else card_message
    text, buttons = await show(session, viewer, _, found)
    return Announcement(text, buttons, edits=found.message_id)


def _member(member: dict[str, Any], _: Translator) -> str:
    overdue = _("{n} overdue", {"n": member["overdue"]})
    without_next = _("{n} without next step", {"n": member["without_next"]})
    parts = [_("{n} planned", {"n": member["planned"]})]
    parts += [f"🔴 {overdue}"] if member["overdue"] else []
    parts += [f"🧭 {without_next}"] if member["without_next"] else []
    return f"{views.plain(member['name'], 40)}: " + " · ".join(parts)


async def mention(session: AsyncSession, viewer: Viewer, _: Translator, message: OutboxMessage) -> Announcement | None:
    """A colleague named the person in a note; nothing where that is gone or no longer theirs to see."""
    found = await activities_by_id(session, viewer, [message.payload["activity_id"]])
    if not found:
        return None
    activity = found[0]
    names = {one["id"]: one["name"] for one in await colleagues(session, viewer)}
    text = _("{name} mentions you", {"name": views.bold(names.get(message.payload["by_id"], ""))})
    what = views.logged(activity, None, None, (), now_in(viewer.timezone).date(), _)
    return Announcement(f"💬 {text}\n{what}", keyboard([Button("🔗 " + _("Open"), f"o:v:{short(activity['id'])}")]))


TOPICS: dict[str, Make] = {
    "chat.reminder": reminder,
    "chat.mention": mention,
    "chat.digest": day_digest,
    "chat.card": card,
}
