"""From what a form says to what an operation takes, and from what is wrong with it to words beside the fields."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from core.errors import CrmError, Invalid, invalid
from core.i18n import N_, Translator
from pwa.forms import Form

_AMOUNT = re.compile(r"(?P<whole>\d{1,3}(?:[.,' ]\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}))?")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong with a form: in one sentence, and by field."""

    summary: str | None = None
    by_field: Mapping[str, str] = field(default_factory=dict)
    status: int = 200

    def fields(self, *names: str) -> dict[str, str | None]:
        """For each of a form's fields what is wrong with it, if anything."""
        return {name: self.by_field.get(name) for name in names}


def problems(error: Invalid, translate: Translator) -> Problems:
    """The words for a form that was refused.

    A payload's `starts_at` is the form's `day`, its `tags.3` the `tags`, its `next.day` the `next_day`.
    """
    by_field = {_field_of(name): text for name, text in error.say_fields(translate).items()}
    return Problems(error.say(translate), by_field, error.status)


def _field_of(name: str) -> str:
    return _FIELDS.get(name) or ("tags" if name.startswith("tags.") else re.sub(r"^next\.", "next_", name))


def cents_of(text: str, name: str = "amount") -> int:
    """`1.234,50`, `1,234.50`, `1234` → cents. A group of three after the last mark is thousands. Raises `Invalid`."""
    found = _AMOUNT.fullmatch(text.strip().strip("€$£ ").strip())
    if found is None:
        raise invalid(name, N_("That is not an amount: write it like 1250 or 1250,50."))
    whole = re.sub(r"\D", "", found["whole"])
    if len(whole) > _MOST_DIGITS:
        raise invalid(name, N_("This is too large."))
    return int(whole) * 100 + int((found["cents"] or "0").ljust(2, "0"))


def when_of(form: Form, timezone: str, prefix: str = "") -> dict[str, Any]:
    """`day` and `hour` of a form as an operation takes them: a day, or a moment in the person's time zone.

    `prefix` stands before the two names. Raises `Invalid`.
    """
    day, hour = form.text(f"{prefix}day"), form.text(f"{prefix}hour")
    try:
        found = date.fromisoformat(day) if day else None
        at = time.fromisoformat(hour) if hour else None
    except ValueError:
        raise invalid(f"{prefix}day", N_("That is not a day or an hour.")) from None
    if found is None:
        return {}
    if at is None:
        return {"day": found}
    return {"starts_at": datetime.combine(found, at.replace(tzinfo=None), ZoneInfo(timezone))}


def reason_of(form: Form) -> str:
    """Why: in own words, else one of the usual reasons, which without script does not stand in the field."""
    return form.text("reason") or form.text("usual")


def tags_of(form: Form) -> list[str]:
    """Tags as they are written, with commas between them."""
    return [tag for part in form.text("tags").split(",") if (tag := part.strip())]


def whole_number(form: Form, name: str) -> int | None:
    """A number that a form gives; None for nothing. Raises `Invalid`."""
    text = form.text(name)
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise Invalid(fields={name: CrmError(N_("That is not a number."))})
    return int(text)


_FIELDS = {
    "starts_at": "day",
    "next.starts_at": "next_day",
    "remind_before": "reminder",
    "next.remind_before": "next_reminder",
    "new_account": "account",
    "account_id": "account",
    "contact_id": "contact",
    "stage_id": "stage",
}
