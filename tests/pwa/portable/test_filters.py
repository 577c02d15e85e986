"""Every filter, in both languages and both places."""

import pytest
from playwright.sync_api import Page

from pwa.portable.environment import environment
from tests.pwa.portable.cases.filtered import FILTERED, REFUSED_BY_FILTERS
from tests.pwa.portable.places import Places


@pytest.fixture(scope="module")
def places(empty_page: Page) -> Places:
    expressions = [*(expression for expression, _, _ in FILTERED), *REFUSED_BY_FILTERS]
    return Places.of(empty_page, {expression: "{{ " + expression + " }}" for expression in expressions})


@pytest.mark.parametrize(("expression", "spanish", "english"), FILTERED)
def test_a_filter_says_the_same_in_both_places(places: Places, expression: str, spanish: str, english: str) -> None:
    shown = {locale: places.same(locale, expression, {}).replace("\u00a0", "_") for locale in ("es", "en")}
    assert shown == {"es": spanish, "en": english}


@pytest.mark.parametrize("expression", REFUSED_BY_FILTERS)
def test_both_places_refuse_what_a_filter_is_not_for(places: Places, expression: str) -> None:
    places.refused("es", expression, {})


def test_every_filter_and_test_is_tried() -> None:
    tried = " ".join(expression for expression, _, _ in FILTERED)
    known = set(environment("es").filters) - {"list_only", "printable"}
    elsewhere = {"default", "first", "join", "last", "length", "tojson", "lower", "trim", "upper"}
    assert {name for name in known if name not in tried} <= elsewhere


def test_the_documentation_names_every_filter() -> None:
    from core.settings import ROOT

    told = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    known = set(environment("es").filters) - {"list_only", "printable"}
    assert {name for name in known if f"`{name}" not in told} == set()
