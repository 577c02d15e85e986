"""Nasty templates and values: both places give the same, and what is expected."""

import pytest
from playwright.sync_api import Page

from tests.pwa.portable.cases import FILES, REFUSED, RENDERED, Rendered
from tests.pwa.portable.places import Places


@pytest.fixture(scope="module")
def places(empty_page: Page) -> Places:
    sources = {f"rendered/{case.name}": case.source for case in RENDERED}
    sources |= {f"refused/{case.name}": case.source for case in REFUSED}
    return Places.of(empty_page, FILES | sources)


@pytest.mark.parametrize("case", RENDERED, ids=lambda case: case.name)
def test_both_places_give_the_expected_html(places: Places, case: Rendered) -> None:
    assert places.same("es", f"rendered/{case.name}", case.view) == case.expected


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_both_places_refuse(places: Places, case: Rendered) -> None:
    places.refused("es", f"refused/{case.name}", case.view)
