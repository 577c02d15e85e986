"""A day's activities by the hour: what stands in each, which hours are taken, where it is free in between."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

View = dict[str, Any]

HOURS = range(7, 21)
"""What is earlier stands in the first of them, what is later in the last."""
_WORKING = (time(9), time(19))
"""Between these, time that nothing is planned in is told as free."""
_WORTH_TELLING = timedelta(minutes=30)
_USUAL = timedelta(minutes=30)
"""How long something takes that says nothing about it."""


def slots_of(day: date, activities: Sequence[View], now: datetime, *, tells_free: bool) -> list[View]:
    """The day's slots: first what has no hour (`hour` is None), then hour by hour.

    A slot's `entries` are `{"activity": …, "free": null}` and, if asked for, `{"activity": null, "free": {"from",
    "until", "minutes", "hour"}}`, in the order of time; `taken`: something that began earlier lasts into it.
    """
    slots: dict[int | None, View] = {hour: _slot(hour) for hour in (None, *HOURS)}
    timed = [activity for activity in activities if activity["starts_at"]]
    for activity in activities:
        slots[_hour(day, activity)]["entries"].append({"activity": activity, "free": None})
    for activity in timed:
        for hour in HOURS:
            at = datetime.combine(day, time(hour), now.tzinfo)
            if _start(activity) < at < _end(activity):
                slots[hour]["taken"] = True
    for free in _free(day, timed, now) if tells_free else ():
        _insert(slots[datetime.fromisoformat(free["from"]).hour]["entries"], free)
    return list(slots.values())


def _slot(hour: int | None) -> View:
    return {"hour": None if hour is None else f"{hour:02}:00", "taken": False, "entries": []}


def _hour(day: date, activity: View) -> int | None:
    """The slot's hour. Where the reader's clock is on another day than the owner's, it is the day's first or last."""
    if not activity["starts_at"]:
        return None
    start = _start(activity)
    if start.date() != day:
        return HOURS[0] if start.date() < day else HOURS[-1]
    return min(max(start.hour, HOURS[0]), HOURS[-1])


def _free(day: date, timed: Sequence[View], now: datetime) -> list[View]:
    """The working hours' parts, at least half an hour long, in which nothing is planned."""
    free, end = (datetime.combine(day, hour, now.tzinfo) for hour in _WORKING)
    found = []
    for activity in timed:
        start = min(_start(activity).astimezone(now.tzinfo), end)
        if start - free >= _WORTH_TELLING:
            found.append(_gap(free, start))
        free = max(free, _end(activity).astimezone(now.tzinfo))
    return [*found, _gap(free, end)] if end - free >= _WORTH_TELLING else found


def _gap(start: datetime, end: datetime) -> View:
    return {
        "from": start.isoformat(timespec="seconds"),
        "until": end.isoformat(timespec="seconds"),
        "minutes": int((end - start).total_seconds() // 60),
        "hour": f"{start:%H:%M}",
    }


def _insert(entries: list[View], free: View) -> None:
    """Among a slot's entries, after what begins before it."""
    start = datetime.fromisoformat(free["from"])
    place = sum(entry["activity"] is not None and _start(entry["activity"]) < start for entry in entries)
    entries.insert(place, {"activity": None, "free": free})


def _start(activity: View) -> datetime:
    return datetime.fromisoformat(activity["starts_at"])


def _end(activity: View) -> datetime:
    return _start(activity) + (timedelta(minutes=activity["minutes"]) if activity["minutes"] else _USUAL)
