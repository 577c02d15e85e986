"""Days and hours as people say them: "today, 10:30", "tomorrow Thursday, 10:00", "Friday 27 November"."""

from datetime import date, datetime, timedelta

from babel.dates import format_date

from core.i18n import Translator

_NEAR = 6


def say_day(day: date, today: date, _: Translator) -> str:
    """The day seen from today; the year only where it is another."""
    distance = (day - today).days
    if distance == 0:
        return _("today")
    weekday = str(format_date(day, "EEEE", locale=_.locale))
    if distance == 1:
        return _("tomorrow {weekday}", {"weekday": weekday})
    if distance == -1:
        return _("yesterday {weekday}", {"weekday": weekday})
    if 1 < distance <= _NEAR:
        return _("on {weekday} {day}", {"weekday": weekday, "day": day.day})
    pattern = _("EEEE d MMMM") if day.year == today.year else _("d MMMM y")
    return str(format_date(day, pattern, locale=_.locale))


def say_when(day: str, starts_at: str | None, today: date, _: Translator) -> str:
    """A view's day and local hour (`YYYY-MM-DDTHH:MM`)."""
    if starts_at:
        moment = datetime.fromisoformat(starts_at)
        return f"{say_day(moment.date(), today, _)}, {moment:%H:%M}"
    return say_day(date.fromisoformat(day), today, _)


def say_iso(iso: str, today: date, _: Translator) -> str:
    """A day or a local minute in ISO text."""
    return say_when(iso[:10], iso if "T" in iso else None, today, _)


def say_week(first: date, _: Translator) -> str:
    """Seven days from `first`, in short."""
    last = first + timedelta(days=6)
    pattern = _("d MMM")
    return f"{format_date(first, pattern, locale=_.locale)} – {format_date(last, pattern, locale=_.locale)}"
