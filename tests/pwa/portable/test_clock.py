"""The phone's clock writes moments as the server does, through every change of the clocks."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from jinja2 import DictLoader
from playwright.sync_api import Page

from pwa.portable.bundle import bundle_of
from pwa.portable.environment import portable_environment

ZONES = ("Europe/Madrid", "Atlantic/Canary", "UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland")
MOMENTS = (
    "2026-03-29T00:59:59+00:00",
    "2026-03-29T01:00:00+00:00",
    "2026-10-25T00:59:59+00:00",
    "2026-10-25T01:00:00+00:00",
    "2024-02-29T12:00:00+00:00",
    "2026-12-31T23:59:59+00:00",
    "1969-12-31T23:59:59+00:00",
)


@pytest.mark.parametrize("zone", ZONES)
def test_the_wall_clock_of_a_zone(empty_page: Page, zone: str) -> None:
    empty_page.evaluate(bundle_of(portable_environment("es", DictLoader({})), "es"))
    for moment in MOMENTS:
        here = dt.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
        there = empty_page.evaluate("([zone, at]) => portable.wallClock(zone, new Date(at))", [zone, moment])
        assert there == here
