"""The form with one's own settings: from it to what the operation takes, and from a person's row to it."""

from collections.abc import Mapping
from typing import Any, Literal
from zoneinfo import available_timezones

from babel.dates import get_day_names

from core.errors import invalid
from core.i18n import N_
from pwa.forms import Form
from pwa.operations import whole_number

FIELDS = (
    "name", "locale", "theme", "timezone", "working_days", "works_from", "works_until", "digest_at", "remind_minutes",
)  # fmt: skip
USUAL_DIGEST = "07:30"
_AREAS = ("Europe/", "Atlantic/", "America/", "Africa/", "Asia/", "Australia/", "Pacific/", "Indian/")


def payload_of(form: Form) -> dict[str, Any]:
    """What the form has, the short one of “More” or the long one, for `settings.edit`. Raises `Invalid`."""
    payload: dict[str, Any] = form.given("theme", "timezone", "name", "works_from", "works_until")
    if "locale" in form.fields:
        payload["locale"] = form.text("locale") or None
    if "works_from" in form.fields:
        # Boxes that are not ticked are not sent: the hours beside them say that they were there.
        payload["working_days"] = [int(day) for day in form.all("working_days") if day in "1234567" and len(day) == 1]
    if "digest_at" in form.fields:
        payload["digest_at"] = _digest_at(form)
    if "remind_minutes" in form.fields:
        payload["remind_minutes"] = whole_number(form, "remind_minutes")
    return payload


def wishes_of(form: Form) -> dict[str, Any]:
    """What was typed, as it was, for the form to be shown again."""
    typed: dict[str, Any] = {name: values[0] for name, values in form.fields.items() if name in FIELDS}
    if "works_from" in form.fields:
        typed["working_days"] = form.all("working_days")
    if "digest" in form.fields:
        typed["digest"] = form.text("digest")
    return typed


def form_of(values: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """The form's view: its text by field, days with their names, time zones."""
    texts = {name: "" if values[name] is None else str(values[name]) for name in FIELDS if name != "working_days"}
    digest = values.get("digest") or ("chat" if texts["digest_at"] else "none")
    chosen = {str(day) for day in values["working_days"]}
    return {
        "form": texts | {"digest": digest, "digest_at": texts["digest_at"] or USUAL_DIGEST},
        "days": [
            {"value": str(day), "short": short, "name": name, "works": str(day) in chosen}
            for day, short, name in zip(range(1, 8), _names("abbreviated", locale), _names("wide", locale), strict=True)
        ],
        "zones": sorted(zone for zone in available_timezones() if zone.startswith(_AREAS)),
    }


def _digest_at(form: Form) -> str | None:
    hour = form.text("digest_at")
    if form.text("digest") == "none":
        return None
    if form.text("digest") == "chat" and not hour:
        raise invalid("digest_at", N_("At what hour?"))
    return hour or None


def _names(width: Literal["abbreviated", "wide"], locale: str) -> list[str]:
    """The weekdays' names from Monday on."""
    names = get_day_names(width, locale=locale)
    return [names[day] for day in range(7)]
