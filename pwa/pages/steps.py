"""What is to be done, as forms have it: its kind, its day or hour, its reminder; for planning, correcting, going on."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.activity_view import kinds
from core.agenda.ready_answers import reminders_to_offer
from core.people.personal import settings_of
from pwa.forms import Form
from pwa.operations import when_of, whole_number
from pwa.visit import View, Visit

USUAL = "usual"
"""A reminder as one's settings say."""
FIELDS = ("type", "subject", "day", "hour", "minutes", "reminder")


def step_payload(visit: Visit, form: Form, prefix: str = "") -> dict[str, Any]:
    """The fields of a step as an operation takes them; `prefix` stands before their names. Raises `Invalid`."""
    given = {name: form.text(prefix + name) for name in ("type", "subject")}
    return {
        **{name: text for name, text in given.items() if text},
        **when_of(form, visit.viewer.timezone, prefix),
        "minutes": whole_number(form, f"{prefix}minutes"),
        **reminder_payload(form, f"{prefix}reminder"),
    }


def reminder_payload(form: Form, name: str) -> dict[str, Any]:
    """The usual one, so many minutes before, none; nothing where the form has no such field. Raises `Invalid`."""
    if name not in form.fields:
        return {}
    if form.text(name) == USUAL:
        return {"remind": True}
    minutes = whole_number(form, name)
    return {"remind": minutes is not None, "remind_before": minutes}


async def choices_of(visit: Visit, session: AsyncSession, kind: str = "", reminder: int | None = None) -> View:
    """What a form of a step offers beside what is there: `kinds`, and `reminders` in minutes before."""
    return {
        "kinds": await kinds(session, visit.translate, kind),
        "reminders": reminders_to_offer(reminder),
        "usual_reminder": (await settings_of(session, visit.viewer.user_id))["remind_minutes"],
    }


def typed(form: Form) -> Mapping[str, str]:
    """What was typed, to be shown again."""
    return {name: values[0] for name, values in form.fields.items()}
