"""The server's side: `render`, and what a view may hold."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from jinja2 import DictLoader

from pwa.portable import rendering
from pwa.portable.environment import portable_environment
from pwa.portable.values import NotPortableValueError, check_view

MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture
def _one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = DictLoader({"page.html": "{{ locale }} {{ now }} {{ today }} {{ _('today') }} {{ x }}"})
    monkeypatch.setattr(rendering, "environment", lambda locale: portable_environment(locale, pages))


@pytest.mark.usefixtures("_one_page")
def test_a_page_knows_the_viewers_language_and_time() -> None:
    now = dt.datetime(2026, 7, 1, 0, 30, 5, 999, tzinfo=MADRID)
    shown = rendering.render("page.html", {"x": "<"}, "es", now)
    assert shown == "es 2026-07-01T00:30:05+02:00 2026-07-01 hoy &lt;"


@pytest.mark.usefixtures("_one_page")
def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        rendering.render("page.html", {"x": 1}, "es", dt.datetime(2026, 7, 1))  # noqa: DTZ001


def test_a_view_holds_what_json_holds_in_both_places() -> None:
    check_view({"a": [None, True, "x", 2**53 - 1, {"b": []}]})


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (1.5, "view.a"),
        (2**53, "view.a"),
        (-(2**53), "view.a"),
        ([1, {"b": dt.date(2026, 1, 1)}], "view.a[1].b"),
        ({1: 2}, "view.a"),
        ((1, 2), "view.a"),
        (b"x", "view.a"),
    ],
)
def test_a_value_that_the_phone_cannot_hold_is_told_with_its_place(value: object, place: str) -> None:
    with pytest.raises(NotPortableValueError, match="may not hold") as error:
        check_view({"a": value})
    assert str(error.value).startswith(place + " ")
