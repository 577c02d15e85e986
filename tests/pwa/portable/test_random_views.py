"""A CRM's pages with random views, the same ones at every run: both places give the same, byte for byte."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, FileSystemLoader
from playwright.sync_api import Page

from core.i18n import LOCALES
from pwa.portable.environment import portable_environment
from pwa.portable.lint import problems
from tests.pwa.portable.places import Places
from tests.pwa.portable.random_views import VIEWS, integers, moments, texts

TEMPLATES = FileSystemLoader(Path(__file__).parent / "templates")
FIXED = settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

TEXT_FILTERS = ("upper", "lower", "trim", "capital", "initials", "tint", "tel", "mailto", "web", "urlencode", "tojson")
NUMBER_FILTERS = ("money('EUR')", "money('JPY', true)", "money('KWD', true)", "number", "percent")
MOMENT_FILTERS = ("date('full')", "date('short')", "time", "day(today)", "when(today)", "ago(now)", "month")


@pytest.fixture(scope="module")
def places(empty_page: Page) -> Places:
    return Places(empty_page, {locale: portable_environment(locale, TEMPLATES) for locale in LOCALES})


@pytest.fixture(scope="module")
def filters(empty_page: Page) -> Places:
    return Places.of(
        empty_page,
        {
            "texts": _each(TEXT_FILTERS) + "{{ 1 if x < y else 0 }}{{ 1 if x in y else 0 }}{{ x | length }}",
            "numbers": _each(NUMBER_FILTERS),
            "moments": _each(MOMENT_FILTERS) + "{{ 1 if x is past(y) else 0 }}",
        },
    )


def _each(names: tuple[str, ...]) -> str:
    return "".join(f"{{{{ x | {name} }}}};" for name in names)


@pytest.mark.parametrize("template", VIEWS)
def test_random_views_give_the_same_page(places: Places, template: str) -> None:
    @FIXED
    @given(locale=st.sampled_from(LOCALES), view=VIEWS[template])
    def check(locale: str, view: dict[str, object]) -> None:
        places.same(locale, template, view)

    check()


@pytest.mark.parametrize(("name", "values"), [("texts", texts), ("numbers", integers), ("moments", moments)])
def test_random_values_give_the_same_through_every_filter(
    filters: Places, name: str, values: st.SearchStrategy[object]
) -> None:
    @FIXED
    @given(locale=st.sampled_from(LOCALES), x=values, y=values)
    def check(locale: str, x: object, y: object) -> None:
        filters.same(locale, name, {"x": x, "y": y})

    check()


def test_a_difference_of_one_character_fails_the_comparison(empty_page: Page) -> None:
    places = Places.of(empty_page, {"page": "a{{ x }}"})
    server_says = portable_environment("es", DictLoader({"page": "á{{ x }}"}))
    places.replace_server("es", server_says)
    with pytest.raises(AssertionError):
        places.same("es", "page", {"x": 1})


def test_the_templates_of_these_tests_are_in_the_subset() -> None:
    assert problems(portable_environment("en", TEMPLATES)) == []
