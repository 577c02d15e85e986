"""Answers that a question about a sentence may offer ready to tap: the next working days, the usual reasons."""

from datetime import date, timedelta

from core.i18n import N_

REASONS = (N_("Price"), N_("Competitor"), N_("No budget"), N_("No answer"), N_("Project stopped"), N_("Bad timing"))
_SATURDAY = 5
_AHEAD = 8
_MOST = 6


def days_to_offer(today: date) -> list[date]:
    """Today, tomorrow, and the working days after them; six in all."""
    days = [today + timedelta(days=ahead) for ahead in range(_AHEAD)]
    return [*days[:2], *(day for day in days[2:] if day.weekday() < _SATURDAY)][:_MOST]
