"""When a reminder comes, by its person's days and hours."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.people.working_hours import WorkingHours, reminder_before

MADRID = ZoneInfo("Europe/Madrid")
OFFICE = WorkingHours.of([1, 2, 3, 4, 5], "09:00", "18:00", "Europe/Madrid")
DAY = 24 * 60


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MADRID)


@pytest.mark.parametrize(
    ("starts_at", "minutes", "comes_at"),
    [
        ("2026-11-26T12:00", 15, "2026-11-26T11:45"),
        ("2026-11-26T09:10", 60, "2026-11-26T08:10"),
        ("2026-11-26T09:30", 60, "2026-11-26T09:00"),
        ("2026-11-30T10:00", DAY, "2026-11-30T09:00"),
        ("2026-11-29T20:00", 15, "2026-11-29T19:45"),
        ("2026-11-26T07:00", 30, "2026-11-26T06:30"),
        ("2026-11-27T21:00", 60, "2026-11-27T20:00"),
        ("2026-11-30T08:00", 12 * 60, "2026-11-29T20:00"),
        ("2026-11-26T10:00", 60, "2026-11-26T09:00"),
    ],
    ids=[
        "within the hours", "too little left: at its time", "half an hour left: waits", "a Sunday's waits for Monday",
        "a Sunday's visit", "an early visit", "a late visit", "the night before an early visit", "as they begin",
    ],
)  # fmt: skip
def test_a_reminder_outside_the_hours_waits_where_there_is_time_left(
    starts_at: str, minutes: int, comes_at: str
) -> None:
    assert reminder_before(at(starts_at), minutes, OFFICE) == at(comes_at)


def test_who_works_on_no_day_is_reminded_as_ever() -> None:
    never = WorkingHours.of([], "09:00", "18:00", "Europe/Madrid")
    assert reminder_before(at("2026-11-26T12:00"), 15, never) == at("2026-11-26T11:45")


def test_hours_are_the_person_s_own_time_zone_s() -> None:
    mexico = WorkingHours.of([4], "09:00", "18:00", "America/Mexico_City")
    assert mexico.has(at("2026-11-26T23:00"))
    assert mexico.has(at("2026-11-27T00:30"))
    assert not mexico.has(at("2026-11-26T12:00"))
