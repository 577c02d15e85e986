"""A day's activities by the hour: what stands in each, which hours are taken, where it is free in between."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from core.people.working_hours import WorkingHours

View = dict[str, Any]

HOURS = range(7, 21)
"""What is earlier stands in the first of them, what is later in the last."""
_WORTH_TELLING = timedelta(minutes=30)
_USUAL = timedelta(minutes=30)
"""How long something takes that says nothing about it."""


def slots_of(day: date, activities: Sequence[View], now: datetime, working: WorkingHours | None = None) -> list[View]:
    """The day's slots: first what has no hour (`hour` is None), then hour by hour, in the time zone of `now`.

    A slot's `entries` are `{"activity": …, "free": null}` or, of whose `working` hours are given, also
    `{"activity": null, "free": {"from", "until", "minutes", "hour"}}`, in the order of time; `taken`: something that
    began earlier lasts into it.
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
    for free in _free(day, timed, now, working) if working is not None and working.has_day(day) else ():
        hour = datetime.fromisoformat(free["from"]).hour
        _insert(slots[min(max(hour, HOURS[0]), HOURS[-1])]["entries"], free)
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


def _free(day: date, timed: Sequence[View], now: datetime, working: WorkingHours) -> list[View]:
    """The working hours' parts, at least half an hour long, in which nothing is planned."""
    hours = (working.begins, working.ends)
    free, end = (datetime.combine(day, hour, working.zone).astimezone(now.tzinfo) for hour in hours)
    found = []
    for activity in timed:
        start = min(_start(activity).astimezone(now.tzinfo), end)
        if start - free >= _WORTH_TELLING:
            found.append(_gap(free, start))
        free = max(free, _to_the_minute(_end(activity).astimezone(now.tzinfo)))
    return [*found, _gap(free, end)] if end - free >= _WORTH_TELLING else found


def _to_the_minute(moment: datetime) -> datetime:
    """What was logged ends at any second; what is free begins with a whole minute."""
    return moment.replace(second=0, microsecond=0)


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
