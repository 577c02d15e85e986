"""What is outside the subset does not compile, and the message says where it stands."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, FileSystemLoader

from pwa.portable.compiler import compile_templates
from pwa.portable.environment import environment, portable_environment
from pwa.portable.errors import NotPortableError
from pwa.portable.lint import problems

OUTSIDE = {
    "{{ x.upper() }}": "never methods",
    "{{ x.y.z(1) }}": "never methods",
    "{{ (a or b)(1) }}": "never methods",
    "{{ x[1:2] }}": "slices",
    "{{ 1 / 2 }}": "Div",
    "{{ 1 // 2 }}": "FloorDiv",
    "{{ 5 % 2 }}": "Mod",
    "{{ 2 ** 3 }}": "Pow",
    "{{ +x }}": "Pos",
    "{{ 1.5 }}": "decimals",
    "{{ 9007199254740992 }}": "larger",
    "{{ (1, 2) | length }}": "Tuple",
    "{{ {1: 2} | length }}": "a key is a text",
    "{{ 1 if 1 < x < 3 else 0 }}": "one comparison",
    "{{ ('a' if x) | upper }}": "without else",
    "{% set y = 'a' if x %}": "without else",
    "{{ x | safe }}": "no filter called safe",
    "{{ x | map(attribute='y') | join }}": "no filter called map",
    "{{ x is sameas(1) }}": "no test called sameas",
    "{{ x | money }}": "missing a required argument",
    "{{ x | money('EUR', True, 3) }}": "too many",
    "{{ x | date(format='d') }}": "unexpected keyword",
    "{{ x | join(*y) }}": "*arguments",
    "{{ loop.index }}": "loop",
    "{% for x in y %}{{ loop }}{% endfor %}": "loop",
    "{% for x in y %}{{ loop.depth }}{% endfor %}": "loop.depth",
    "{% for x in y %}{{ loop.changed(x) }}{% endfor %}": "never methods",
    "{{ loop.cycle(1) }}": "never methods",
    "{% for x in y if x %}{% endfor %}": "filtered",
    "{% for x in y recursive %}{% endfor %}": "recursive",
    "{% for x, (a, b) in y %}{% endfor %}": "one plain name",
    "{% for loop in y %}{% endfor %}": "meaning of its own",
    "{% for x in y %}{% block b %}{% endblock %}{% endfor %}": "a block stands not",
    "{% for x in y %}{% macro m() %}{{ 1 }}{% endmacro %}{% endfor %}": "at the top",
    "{% macro m() %}{{ loop.index }}{% endmacro %}": "loop",
    "{% macro m(loop) %}{% endmacro %}": "meaning of its own",
    "{% macro m() %}{{ varargs }}{% endmacro %}": "varargs",
    "{% macro m() %}{% call n() %}{{ caller() }}{% endcall %}{% endmacro %}": "not seen inside a call block",
    "{% set a, b = 1, 2 %}": "one plain name",
    "{% set x.y = 1 %}": "one plain name",
    "{% set _ = 1 %}": "meaning of its own",
    "{% set x | upper %}a{% endset %}": "filter on a set block",
    "{% filter upper %}a{% endfilter %}": "FilterBlock",
    "{% autoescape false %}{{ x }}{% endautoescape %}": "autoescape is on",
    "{% block b scoped %}{% endblock %}": "scoped",
    "{{ self.b() }}": "never methods",
    "{{ self }}": "self",
    "{{ _ }}": "called",
    "{{ _(x) }}": "a text in quotes",
    "{{ _('a', b=1) }}": "takes a message",
    "{{ _('{a.b}', {'a': x}) }}": "plain name",
    "{{ _('{}', {'a': x}) }}": "plain name",
    "{{ _('{a:>3}', {'a': x}) }}": "plain name",
    "{{ _('{a', {'a': x}) }}": "expected '}'",
    "{{ plural('a', b, 1) }}": "a text in quotes",
    "{{ plural('a', 'b') }}": "takes a message",
    "{% include x %}": "not computed",
    "{% include ['other.html'] %}": "not computed",
    "{% include 'other.html' ignore missing %}": "that is there",
    "{% include 'other.html' without context %}": "with its context",
    "{% include 'gone.html' %}": "no template gone.html",
    "{% import 'other.html' as o %}": "Import is outside",
    "{% from 'other.html' import a with context %}": "without context",
    "{% from 'gone.html' import a %}": "no template gone.html",
    "{% extends x %}": "not computed",
    "text{% extends 'other.html' %}": "extends comes first",
    "{% extends 'other.html' %}text": "holds only",
    "{% extends 'other.html' %}{% if x %}{% set y = 1 %}{% endif %}": "holds only",
    "{% if x %}{% extends 'other.html' %}{% endif %}": "once, and first",
    "{% do x %}": "unknown tag",
    "{% if x %}": "Unexpected end",
    "{{ x": "unexpected end",
}


@pytest.mark.parametrize(("source", "reason"), OUTSIDE.items())
def test_what_is_outside_is_told_with_file_and_line(source: str, reason: str) -> None:
    pages = portable_environment("en", DictLoader({"page.html": "{# one\n#}\n" + source, "other.html": ""}))
    with pytest.raises(NotPortableError) as error:
        compile_templates(pages, ["page.html"])
    assert str(error.value).startswith("page.html:3: ")
    assert reason in error.value.reason


def test_the_lint_tells_each_file_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text("{{ x }}")
    (tmp_path / "bad.html").write_text("\n{{ x.y() }}")
    (tmp_path / "worse.html").write_text("{% include x %}")
    told = problems(portable_environment("en", FileSystemLoader(tmp_path)))
    assert [line.split(": ")[0] for line in told] == [f"{tmp_path}/bad.html:2", f"{tmp_path}/worse.html:1"]


def test_every_template_of_ours_is_in_the_subset() -> None:
    assert problems(environment("en")) == []
