"""When: what expressions of time mean, seen from a Wednesday in March at half past ten in Madrid."""

from datetime import datetime

import pytest

from core.understanding.dates import find_times, parse_when, resolve
from core.understanding.text import tokenise
from tests.core.understanding.said import MADRID, NOW


def when(text: str, now: datetime = NOW, *, is_future: bool = True) -> str | None:
    found = parse_when(text, now, "es", is_future=is_future)
    return found.iso() if found else None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("mañana a las 10", "2026-03-19T10:00"),
        ("mñn", "2026-03-19"),
        ("pasado mañana", "2026-03-20"),
        ("el jueves", "2026-03-19"),
        ("el miércoles", "2026-03-25"),
        ("el viernes que viene", "2026-03-20"),
        ("el viernes q viene", "2026-03-20"),
        ("next friday", "2026-03-20"),
        ("jueves de la semana que viene", "2026-03-26"),
        ("thursday next week", "2026-03-26"),
        ("a week on thursday", "2026-03-26"),
        ("in two weeks", "2026-04-01"),
        ("in a fortnight", "2026-04-01"),
        ("en quince días", "2026-04-01"),
        ("en 15 días", "2026-04-01"),
        ("in 15 days", "2026-04-01"),
        ("21/3 9:30", "2026-03-21T09:30"),
        ("21/3/2027", "2027-03-21"),
        ("5/1", "2027-01-05"),
        ("el 31", "2026-03-31"),
        ("el 2 de abril a las 12", "2026-04-02T12:00"),
        ("march 26th at 3pm", "2026-03-26T15:00"),
        ("the 2nd", "2026-04-02"),
        ("jueves 26 a las 9 y cuarto", "2026-03-26T09:15"),
        ("la semana que viene", "2026-03-23"),
        ("fin de mes", "2026-03-31"),
        ("a mediados de abril", "2026-04-15"),
        ("el juevs a las 11", "2026-03-19T11:00"),
        ("en 3 días laborables", "2026-03-23"),
    ],
)
def test_days_to_come(text: str, iso: str) -> None:
    assert when(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ayer a las 5 y media", "2026-03-17T17:30"),
        ("anteayer", "2026-03-16"),
        ("el miércoles", "2026-03-11"),
        ("el jueves", "2026-03-12"),
        ("last friday", "2026-03-13"),
        ("el lunes pasado", "2026-03-16"),
        ("hace dos semanas", "2026-03-04"),
        ("a fortnight ago", "2026-03-04"),
        ("two days ago", "2026-03-16"),
        ("esta mañana", "2026-03-18T10:00"),
        ("el 25", "2026-02-25"),
        ("20/12", "2025-12-20"),
        ("hace una hora", "2026-03-18T09:30"),
    ],
)
def test_days_that_were(text: str, iso: str) -> None:
    assert when(text, is_future=False) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("mañana a primera hora", "2026-03-19T09:00"),
        ("first thing tomorrow", "2026-03-19T09:00"),
        ("mañana por la mañana", "2026-03-19T10:00"),
        ("tomorrow morning", "2026-03-19T10:00"),
        ("mañana a mediodía", "2026-03-19T13:00"),
        ("thursday afternoon", "2026-03-19T16:00"),
        ("el jueves por la tarde", "2026-03-19T16:00"),
        ("end of day tomorrow", "2026-03-19T18:00"),
        ("mañana a última hora", "2026-03-19T18:00"),
        ("tomorrow evening", "2026-03-19T20:00"),
        ("mañana a última hora de la mañana", "2026-03-19T12:00"),
    ],
)
def test_a_day_part_is_a_usual_hour_within_it(text: str, iso: str) -> None:
    assert when(text) == iso


def test_a_day_without_an_hour_gets_none() -> None:
    found = parse_when("el jueves", NOW)
    assert found is not None
    assert found.at is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("mañana a las 1", "13:00"),
        ("mañana a las 7", "19:00"),
        ("mañana a las 8", "08:00"),
        ("mañana a las 12", "12:00"),
        ("mañana a las 7 de la mañana", "07:00"),
        ("mañana a las 8 de la tarde", "20:00"),
        ("mañana a las 07:30", "07:30"),
        ("tomorrow at 7am", "07:00"),
        ("tomorrow at half nine", "09:30"),
        ("tomorrow at half past two", "14:30"),
        ("tomorrow at quarter to five", "16:45"),
        ("mañana a las cinco menos cuarto", "16:45"),
        ("mañana a las 16:30h", "16:30"),
    ],
)
def test_a_bare_hour_from_one_to_seven_is_in_the_afternoon(text: str, hour: str) -> None:
    assert when(text) == f"2026-03-19T{hour}"


def test_an_hour_alone_is_today_while_it_is_still_to_come() -> None:
    assert when("a las 12") == "2026-03-18T12:00"
    assert when("a las 9") == "2026-03-19T09:00"
    assert when("a las 9", is_future=False) == "2026-03-18T09:00"


def test_a_day_part_of_today_is_never_in_the_past_for_what_is_to_come() -> None:
    assert when("esta tarde", NOW.replace(hour=17)) == "2026-03-18T18:00"


def test_a_day_part_of_today_is_never_in_the_future_for_what_was() -> None:
    assert when("esta mañana", NOW.replace(hour=8, minute=40), is_future=False) == "2026-03-18T08:00"


@pytest.mark.parametrize(
    ("text", "now", "iso"),
    [
        ("en un mes", datetime(2026, 1, 31, 9, tzinfo=MADRID), "2026-02-28"),
        ("in a month", datetime(2028, 1, 31, 9, tzinfo=MADRID), "2028-02-29"),
        ("dentro de 3 meses", datetime(2026, 11, 30, 9, tzinfo=MADRID), "2027-02-28"),
        ("dentro de un año", datetime(2028, 2, 29, 9, tzinfo=MADRID), "2029-02-28"),
        ("el 31", datetime(2026, 2, 10, 9, tzinfo=MADRID), "2026-02-28"),
    ],
)
def test_calendar_months_are_clamped(text: str, now: datetime, iso: str) -> None:
    assert when(text, now) == iso


def test_hours_from_now_pass_a_clock_change() -> None:
    before_spring = datetime(2026, 3, 29, 1, 30, tzinfo=MADRID)
    before_autumn = datetime(2026, 10, 25, 1, 30, tzinfo=MADRID)
    assert when("en 2 horas", before_spring) == "2026-03-29T04:30"
    assert when("in 2 hours", before_autumn) == "2026-10-25T02:30"


def test_an_hour_that_the_clocks_skip_is_the_one_that_they_show() -> None:
    saturday = datetime(2026, 3, 28, 10, tzinfo=MADRID)
    assert when("mañana a las 02:30", saturday) == "2026-03-29T03:30"


def test_a_wall_clock_hour_stays_the_same_across_a_clock_change() -> None:
    assert when("en dos semanas a las 10") == "2026-04-01T10:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "good morning",
        "buenas tardes",
        "el 31/2",
        "31/2/2026",
        "25 unidades",
        "la mayoría",
        "they may order 5",
        "40%",
    ],
)
def test_what_names_no_time_gives_none(text: str) -> None:
    assert when(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("board on the 24th, ring her the day after", "2026-03-25"),
        ("delivery on Friday, ring Chris the day before", "2026-03-19"),
        ("he is back on Monday, call him then", "2026-03-23"),
        ("off until the 27th, pop in that week", "2026-03-27"),
        ("site starts June 3, visit a week later", "2026-06-10"),
        ("away until the 8th, call the following Monday", "2026-04-13"),
        ("vote on the 30th, text him the morning after", "2026-03-31T10:00"),
        ("i will be back in the new year, on the 12th", "2027-01-12"),
        ("see them next week, thursday at 9", "2026-03-26T09:00"),
    ],
)
def test_a_day_may_be_told_by_the_one_said_before_it(text: str, iso: str) -> None:
    found = resolve(find_times(tokenise(text), "en")[-1], NOW, is_future=True)
    assert found is not None
    assert found.iso() == iso


@pytest.mark.parametrize("text", ["see you then", "nothing till then", "the day after the meeting", "a week later"])
def test_a_day_told_by_none_before_it_is_no_day(text: str) -> None:
    assert when(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("tomorrow 8:30 sharp", "2026-03-19T08:30"),
        ("fri 12 intro", "2026-03-20T12:00"),
        ("fri 930", "2026-03-20T09:30"),
        ("thurs 10", "2026-03-19T10:00"),
        ("friday 5 boxes", "2026-03-20"),
        ("4th voicemail", None),
        ("friday 27", "2026-03-27"),
        ("sat 10am", "2026-03-21T10:00"),
        ("two days before the 30th", "2026-03-28"),
        ("the day after friday", "2026-03-21"),
        ("first monday in july", "2026-07-06"),
        ("1st week of july", "2026-07-01"),
        ("the last friday of april", "2026-04-24"),
        ("that was tuesday", "2026-03-17"),
        ("week after next", "2026-03-30"),
        ("call Petra 1230", "2026-03-18T12:30"),
        ("quote 1230", None),
    ],
)
def test_hours_are_read_as_people_shorten_them(text: str, iso: str | None) -> None:
    assert when(text) == iso
