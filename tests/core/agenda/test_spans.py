"""Which days an agenda shows, and which come before and after."""

from datetime import date

import pytest

from core.agenda.spans import EARLIEST, LATEST, Scale, Span, span_of

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("scale", "day", "first", "last", "before", "after"),
    [
        ("day", "2026-11-26", "2026-11-26", "2026-11-26", "2026-11-25", "2026-11-27"),
        ("day", "2028-02-28", "2028-02-28", "2028-02-28", "2028-02-27", "2028-02-29"),
        ("week", "2026-11-26", "2026-11-23", "2026-11-29", "2026-11-19", "2026-12-03"),
        ("week", "2027-01-03", "2026-12-28", "2027-01-03", "2026-12-27", "2027-01-10"),
        ("month", "2026-11-26", "2026-10-26", "2026-12-06", "2026-10-26", "2026-12-26"),
        ("month", "2027-01-31", "2026-12-28", "2027-01-31", "2026-12-31", "2027-02-28"),
        ("month", "2027-02-28", "2027-02-01", "2027-02-28", "2027-01-28", "2027-03-28"),
        ("list", "2026-11-26", "2026-11-26", "2026-12-23", "2026-10-29", "2026-12-24"),
    ],
)
def test_a_span_knows_its_days_and_its_neighbours(
    scale: str, day: str, first: str, last: str, before: str, after: str
) -> None:
    span = span_of(scale, day, TODAY)
    found = (span.first, span.last, span.before().day, span.after().day)
    assert [one.isoformat() for one in found] == [first, last, before, after]
    assert span.days[0] == span.first
    assert span.days[-1] == span.last
    assert len(set(span.days)) == len(span.days) == (span.last - span.first).days + 1


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-13-01", "2026-11-31", "٢٠٢٦-11-26", "9999-99-99"])
def test_what_is_no_day_is_today(day: str) -> None:
    assert span_of("fortnight", day, TODAY) == Span(Scale.DAY, TODAY)


@pytest.mark.parametrize("scale", list(Scale))
@pytest.mark.parametrize(("day", "kept"), [("0001-01-01", EARLIEST), ("9999-12-31", LATEST)])
def test_the_calendar_ends_somewhere(scale: Scale, day: str, kept: date) -> None:
    span = span_of(scale, day, TODAY)
    assert span.day == kept
    assert span.first <= kept <= span.last
    assert span_of(scale, span.before().day.isoformat(), TODAY).days
    assert span_of(scale, span.after().day.isoformat(), TODAY).days
