"""Answers that a question or a form offers ready to tap: the next working days, results, reminders."""

from datetime import date, timedelta

from core.i18n import N_

RESULTS = (N_("Interested"), N_("Wants a quote"), N_("Sold"), N_("Not now"), N_("Not interested"), N_("Nobody there"))
_REMINDERS = (0, 5, 15, 30, 60, 120, 1440)
_SATURDAY = 5
_AHEAD = 8
_MOST = 6


def days_to_offer(today: date) -> list[date]:
    """Today, tomorrow, and the working days after them; six in all."""
    days = [today + timedelta(days=ahead) for ahead in range(_AHEAD)]
    return [*days[:2], *(day for day in days[2:] if day.weekday() < _SATURDAY)][:_MOST]


def reminders_to_offer(*more: int | None) -> list[int]:
    """How many minutes before: the usual ones and these."""
    return sorted({*_REMINDERS, *(minutes for minutes in more if minutes is not None)})
