"""A day by the hour: where things stand, how long they take, where it is free."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.agenda.slots import HOURS, slots_of

MADRID = ZoneInfo("Europe/Madrid")
DAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 9, 12, tzinfo=MADRID)


def planned(hour: str | None, minutes: int | None = None, day: date = DAY) -> dict[str, Any]:
    """An activity at a local hour, named by it."""
    start = f"{day}T{hour}:00" if hour else None
    at = datetime.fromisoformat(start).replace(tzinfo=MADRID).isoformat(timespec="seconds") if start else None
    return {"id": hour or "some time", "starts_at": at, "minutes": minutes}


def told(*activities: dict[str, Any], day: date = DAY, now: datetime = NOW) -> list[str]:
    """What the day's list says, line by line: the activities' names and the free time."""
    entries = [entry for slot in slots_of(day, activities, now, tells_free=True) for entry in slot["entries"]]
    return [
        entry["activity"]["id"] if entry["activity"] else f"{entry['free']['hour']} free {entry['free']['minutes']}"
        for entry in entries
    ]


def test_everything_stands_in_its_hour_and_what_has_none_comes_first() -> None:
    activities = [planned(None), planned("05:15"), planned("09:00"), planned("09:50"), planned("22:30")]
    slots = slots_of(DAY, activities, NOW, tells_free=False)
    assert [slot["hour"] for slot in slots] == [None, *(f"{hour:02}:00" for hour in HOURS)]
    found = {slot["hour"]: [entry["activity"]["id"] for entry in slot["entries"]] for slot in slots if slot["entries"]}
    assert found == {None: ["some time"], "07:00": ["05:15"], "09:00": ["09:00", "09:50"], "20:00": ["22:30"]}


def test_an_hour_that_something_lasts_into_is_taken() -> None:
    slots = slots_of(DAY, [planned("10:30", 90), planned("15:00", 60), planned("17:45")], NOW, tells_free=False)
    assert [slot["hour"] for slot in slots if slot["taken"]] == ["11:00", "18:00"]


@pytest.mark.parametrize(
    ("activities", "lines"),
    [
        ([], ["09:00 free 600"]),
        ([planned(None)], ["some time", "09:00 free 600"]),
        ([planned("09:00", 60)], ["09:00", "10:00 free 540"]),
        ([planned("09:00", 60), planned("10:20", 40)], ["09:00", "10:20", "11:00 free 480"]),
        ([planned("10:00", 10), planned("10:45", 15)], ["09:00 free 60", "10:00", "10:10 free 35", "10:45",
                                                        "11:00 free 480"]),
        ([planned("09:00", 240), planned("10:00", 30), planned("14:00", 300)], ["09:00", "10:00", "13:00 free 60",
                                                                                "14:00"]),
        ([planned("07:30", 60), planned("20:15")], ["07:30", "09:00 free 600", "20:15"]),
        ([planned("08:30", 700)], ["08:30"]),
        ([planned("12:00")], ["09:00 free 180", "12:00", "12:30 free 390"]),
    ],
)  # fmt: skip
def test_free_time_is_told_between_nine_and_seven_from_half_an_hour_on(
    activities: list[dict[str, Any]], lines: list[str]
) -> None:
    assert told(*activities) == lines


@pytest.mark.parametrize(("day", "offset"), [(date(2026, 10, 25), "+01:00"), (date(2027, 3, 28), "+02:00")])
def test_on_the_day_that_clocks_change_hours_are_those_on_the_wall(day: date, offset: str) -> None:
    early, late = planned("01:30", 30, day), planned("12:00", 60, day)
    assert told(early, late, day=day) == ["01:30", "09:00 free 180", "12:00", "13:00 free 360"]
    free = [entry["free"] for slot in slots_of(day, [late], NOW, tells_free=True) for entry in slot["entries"]]
    assert all(one["from"].endswith(offset) and one["until"].endswith(offset) for one in free if one)


def test_what_is_on_another_day_by_the_reader_s_clock_stands_at_the_day_s_edge() -> None:
    night = {"id": "late", "starts_at": "2026-11-27T00:30:00+01:00", "minutes": 30}
    morning = {"id": "early", "starts_at": "2026-11-25T23:30:00+01:00", "minutes": 30}
    slots = slots_of(DAY, [morning, night], NOW, tells_free=False)
    found = {slot["hour"]: entry["activity"]["id"] for slot in slots for entry in slot["entries"]}
    assert found == {"07:00": "early", "20:00": "late"}
