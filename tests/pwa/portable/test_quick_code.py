"""Pages are rendered by code that expects what is there; what it stumbles over is rendered by careful code."""

import pytest
from jinja2 import DictLoader, UndefinedError

from core.i18n import LOCALES
from pwa.portable.environment import environment, portable_environment
from pwa.portable.rendering import render_in
from pwa.portable.values import View
from tests.pwa.portable.places import NOW
from tests.pwa.portable.samples import templates_with_views

SAMPLES = list(templates_with_views())


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("template", "view"), [pytest.param(*sample, id=f"{i}-{sample[0]}") for i, sample in enumerate(SAMPLES)]
)
def test_no_page_of_ours_needs_the_careful_code(
    monkeypatch: pytest.MonkeyPatch, template: str, view: View, locale: str
) -> None:
    pages = environment(locale)
    carefully = render_in(pages.careful, template, view, locale, NOW)
    monkeypatch.setattr(pages, "careful", None)
    assert render_in(pages, template, view, locale, NOW) == carefully


@pytest.mark.parametrize(
    ("source", "view", "expected"),
    [
        ("{{ a.b | default('none') }}", {"a": {}}, "none"),
        ("{{ 'yes' if a.b is defined else 'no' }}", {"a": {}}, "no"),
        ("{{ 'yes' if a.b.c is undefined else 'no' }}", {"a": {"b": {}}}, "yes"),
        ("{{ 'yes' if a.b is none else 'no' }}", {"a": {"b": None}}, "yes"),
    ],
)
def test_what_may_lack_is_asked_for_without_stumbling(
    monkeypatch: pytest.MonkeyPatch, source: str, view: View, expected: str
) -> None:
    pages = portable_environment("en", DictLoader({"page": source}))
    monkeypatch.setattr(pages, "careful", None)
    assert render_in(pages, "page", view, "en", NOW) == expected


@pytest.mark.parametrize(
    ("source", "view"),
    [("{{ a.b }}", {"a": {}}), ("{{ a.b }}", {"a": None}), ("{{ a.b.c }}", {"a": {}}), ("{{ c }}", {})],
)
def test_an_error_names_what_is_not_there(source: str, view: View) -> None:
    pages = portable_environment("en", DictLoader({"page": source}))
    with pytest.raises(UndefinedError, match=r"'[bc]'"):
        render_in(pages, "page", view, "en", NOW)


def test_a_macro_tells_arguments_apart_that_are_equal() -> None:
    files = {"parts": "{% macro one(x) %}<b>{{ x }}</b>{% endmacro %}"}
    files["page"] = "{% from 'parts' import one %}{{ one(1) }}{{ one('1') }}{{ one(a) }}{{ one(b) }}"
    pages = portable_environment("en", DictLoader(files))
    view = {"a": "<", "b": None}
    assert render_in(pages, "page", view, "en", NOW) == "<b>1</b><b>1</b><b>&lt;</b><b></b>"
    with pytest.raises(TypeError, match="bool"):
        render_in(pages, "page", view | {"a": True}, "en", NOW)
