"""A planned activity as a message: with whom, what, when; the number to call, the place, and what may be done."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import InlineKeyboardMarkup

from bot import views
from bot.identity import short
from bot.keyboards import Button, keyboard
from core.agenda.activity_view import GONE_TO
from core.customers.places import callable_number, phone_and_place
from core.i18n import Translator
from core.local_time import now_in
from core.policy import Viewer


async def planned_message(
    session: AsyncSession, viewer: Viewer, activity: dict[str, Any], _: Translator
) -> tuple[str, InlineKeyboardMarkup | None]:
    """The text and the buttons: done, later, the way, open. The revision makes a tap after an undo another."""
    found = await phone_and_place(session, viewer, _known(activity, "account"), _known(activity, "contact"))
    lines = [views.planned(activity, (), now_in(viewer.timezone).date(), _)]
    if found["phone"]:
        lines.append(f"☎️ {callable_number(found['phone'])}")
    key = f"{short(activity['id'])}:{activity['revision']}"
    way = []
    if activity["type"] in GONE_TO and found["place"]:
        lines.append(f"📍 {views.plain(found['place'], 120)}")
        way = [Button("🧭 " + _("The way there"), url=found["directions"])] if found["directions"] else []
    deeds = [Button("✅ " + _("Done"), f"d:{key}"), Button("🕐 " + _("Later"), f"l:{key}")]
    return "\n".join(lines), keyboard(deeds, [*way, Button("🔗 " + _("Open"), f"o:v:{short(activity['id'])}")])


def _known(activity: dict[str, Any], kind: str) -> dict[str, Any] | None:
    return {"id": activity[f"{kind}_id"]} if activity[f"{kind}_id"] else None
