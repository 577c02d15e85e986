"""Every page of ours, with the sample views of tests/pwa/samples: both places give the same, byte for byte."""

import pytest
from playwright.sync_api import Page

from core.i18n import LOCALES
from pwa.portable.environment import environment
from pwa.portable.values import RESERVED, View
from tests.pwa.portable.places import NOW, Places
from tests.pwa.portable.samples import templates_with_views

SAMPLES = list(templates_with_views())
LATER = "2027-01-01T00:30:00+01:00"
"""When a phone that was offline renders the same views again."""


@pytest.fixture(scope="module")
def places(empty_page: Page) -> Places:
    return Places(empty_page, {locale: environment(locale) for locale in LOCALES})


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("template", "view"), [pytest.param(*sample, id=f"{i}-{sample[0]}") for i, sample in enumerate(SAMPLES)]
)
def test_a_page_is_the_same_in_both_places(places: Places, template: str, view: View, locale: str) -> None:
    assert not set(RESERVED) & set(view), "a view leaves these names to the renderer"
    for now in (NOW, LATER):
        places.same(locale, template, view, now)


def test_every_page_has_a_sample() -> None:
    """A page without one is compared by nobody: give it one in tests/pwa/samples/<resource>.py."""
    sampled = {template for template, _ in SAMPLES}
    pages = {
        name for name in environment("en").list_templates() if _stands_alone(name) and not name.startswith("layouts/")
    }
    missing = sorted(pages - sampled)
    assert not missing, f"give these a view in tests/pwa/samples/<resource>.py: {missing}"


def _stands_alone(name: str) -> bool:
    """Pages live in a resource's folder; fragments begin with an underscore, shared macros lie at the top."""
    folder, _, file = name.rpartition("/")
    return bool(folder) and not file.startswith("_")
