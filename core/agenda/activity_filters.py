"""What the list of activities can be filtered and sorted by, and its columns."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, select

from core.agenda.models import Activity, ActivityType
from core.i18n import N_
from core.lists.filters import Asks, Filter, Listing, Order, of_owner, of_unit, record
from core.policy import Sight
from core.prepared import value, values
from core.reader import Reader

STATES = {"planned": N_("planned"), "late": N_("overdue"), "done": N_("done"), "cancelled": N_("called off")}
_WEEK: Final = timedelta(days=7)
_EVER, _NEVER = date(1970, 1, 1), date(9999, 12, 31)
_WHEN: Mapping[str, str] = {
    "today": N_("today"),
    "week": N_("this week"),
    "next_week": N_("next week"),
    "last_week": N_("last week"),
    "month": N_("this month"),
    "last_month": N_("last month"),
}


def _type() -> Filter:
    """By the key of its kind."""

    def where(_: Sight) -> ColumnElement[bool]:
        return Activity.type_id.in_(select(ActivityType.id).where(ActivityType.key == value("f_type")))

    return Filter("type", N_("Kind"), Asks.ACTIVITY_TYPE, where, lambda text, _: {"f_type": text[:40]})


def _state() -> Filter:
    """Planned, done, called off; or planned for a day that is over."""

    def where(_: Sight) -> ColumnElement[bool]:
        return Activity.state.in_(values("f_state")) & (Activity.day < value("f_before"))

    def bind(text: str, reader: Reader) -> dict[str, Any] | None:
        if text not in STATES:
            return None
        is_late = text == "late"
        return {"f_state": ["planned" if is_late else text], "f_before": reader.now.date() if is_late else _NEVER}

    return Filter("state", N_("State"), Asks.CHOICE, where, bind, STATES)


def _when() -> Filter:
    def where(_: Sight) -> ColumnElement[bool]:
        return Activity.day.between(value("f_first"), value("f_last"))

    def bind(text: str, reader: Reader) -> dict[str, Any] | None:
        if text not in _WHEN:
            return None
        first, last = _SPANS[text](reader.now.date())
        return {"f_first": first, "f_last": last}

    return Filter("when", N_("When"), Asks.CHOICE, where, bind, _WHEN)


def _week(today: date, weeks: int) -> tuple[date, date]:
    """So many weeks from this one, from Monday on."""
    monday = today - timedelta(days=today.weekday()) + weeks * _WEEK
    return monday, monday + timedelta(days=6)


def _month(today: date) -> tuple[date, date]:
    first = today.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


_SPANS: Mapping[str, Callable[[date], tuple[date, date]]] = {
    "today": lambda today: (today, today),
    "week": lambda today: _week(today, 0),
    "next_week": lambda today: _week(today, 1),
    "last_week": lambda today: _week(today, -1),
    "month": _month,
    "last_month": lambda today: _month(today.replace(day=1) - timedelta(days=1)),
}

ACTIVITIES = Listing(
    "activity",
    Activity,
    (
        of_owner(Activity),
        of_unit(Activity),
        _type(),
        _state(),
        _when(),
        record(lambda one: Activity.account_id == one, "account", N_("Account")),
        record(lambda one: Activity.opportunity_id == one, "opportunity", N_("Opportunity")),
    ),
    {
        "what": N_("What"),
        "type": N_("Kind"),
        "day": N_("Day"),
        "minutes": N_("Minutes"),
        "contact": N_("Contact"),
        "opportunity": N_("Opportunity"),
        "state": N_("State"),
        "result": N_("Result"),
        "owner": N_("Owner"),
        "unit": N_("Unit"),
    },
    ("what", "type", "day", "contact", "owner"),
    (
        Order("last", N_("Latest first"), Activity.day, date.fromisoformat, descends=True),
        Order("first", N_("Earliest first"), Activity.day, date.fromisoformat),
    ),
    {
        N_("Mine to do"): {"owner": "me", "state": "planned"},
        N_("Overdue"): {"owner": "me", "state": "late"},
        N_("Done this week"): {"owner": "me", "state": "done", "when": "week"},
    },
)
