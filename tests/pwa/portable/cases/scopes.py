"""Who sees which name: loops, blocks, includes, macros."""

from tests.pwa.portable.cases.case import Rendered

FILES = {
    "layout.html": '<title>{% block title %}Ronda{% endblock %}</title>{% set place = "layout" %}'
    "<main>{% block main %}{% block inner %}empty{% endblock %}{% endblock %}</main>{{ place }}",
    "middle.html": '{% extends "layout.html" %}{% block main %}<div>{{ super() }}</div>{% endblock %}',
    "_row.html": "<li>{{ row.name }}{{ mark | default('-') }}</li>",
    "_sets.html": "{% set mark = 'inner' %}{{ mark }}",
    "macros.html": '{% macro row(name, note="none", strong=false) %}'
    "{{ '<b>' if strong }}{{ name }}: {{ note }}{% endmacro %}"
    "{% macro card(title) %}<h2>{{ title }}</h2>{{ caller(title, 2) }}{% endmacro %}"
    "{% macro optional() %}{% if caller is defined %}{{ caller() }}{% else %}alone{% endif %}{% endmacro %}"
    "{% macro twice(a, b=a ~ a) %}{{ b }}{% endmacro %}"
    "{% macro blind() %}{{ hidden is defined }}{{ '' }}{% endmacro %}"
    '{% set colour = "green" %}{% if true %}{% set shade = "dark" %}{% endif %}',
}

SCOPES = [
    Rendered(
        "set-in-a-loop-ends-with-its-turn",
        "{% set a = 0 %}{% for x in [1, 2] %}{{ a }}{% set a = x %}{{ a }}{% endfor %}{{ a }}",
        "01020",
    ),
    Rendered("set-in-an-if-stays", "{% if true %}{% set a = 1 %}{% endif %}{{ a }}", "1"),
    Rendered("set-over-the-view", "{{ x }}{% set x = 2 %}{{ x }}", "12", {"x": 1}),
    Rendered("set-from-itself", "{% set x = x + 1 %}{{ x }}", "2", {"x": 1}),
    Rendered("loop-over-its-own-name", "{% for x in x %}{{ x }}{% endfor %}{{ x | length }}", "122", {"x": [1, 2]}),
    Rendered(
        "with", "{% set a = 1 %}{% with a = a + 1, b = a %}{{ a }}{{ b }}{% set a = 9 %}{% endwith %}{{ a }}", "211"
    ),
    Rendered(
        "set-block-has-a-scope",
        "{% set a %}{% set b = 1 %}{{ b }}{% endset %}{{ a }}{{ 1 if b is defined else 0 }}",
        "10",
    ),
    Rendered(
        "loops-in-loops",
        "{% for r in rows %}{{ loop.index }}:{% for c in r %}{{ c }}{{ loop.index0 }}{{ ',' if not loop.last }}{% endfor %};{{ loop.revindex }}{% endfor %}",  # noqa: E501
        "1:a0,b1;32:;23:c0;1",
        {"rows": [["a", "b"], [], ["c"]]},
    ),
    Rendered(
        "loop-of-the-outer-loop",
        "{% for a in [1, 2] %}{% set n = loop.index %}{% for b in [1] %}{{ n }}{{ loop.length }}{% endfor %}{% endfor %}",  # noqa: E501
        "1121",
    ),
    Rendered(
        "loop-neighbours",
        "{% for x in [1, 2, 3] %}{{ loop.previtem | default('-') }}{{ loop.nextitem | default('-') }} {% endfor %}",
        "-2 13 2- ",
    ),
    Rendered(
        "loop-cycle", "{% for x in [1, 2, 3] %}{{ loop.cycle('a', 'b') }}{{ 1 if loop.first }}{% endfor %}", "a1ba"
    ),
    Rendered(
        "loop-else",
        "{% for x in l %}{{ x }}{% else %}none{% set b = 1 %}{% endfor %}{{ 1 if b is defined else 0 }}",
        "none0",
        {"l": []},
    ),
    Rendered(
        "loop-in-the-else-of-a-loop",
        "{% for a in [1, 2] %}{% for b in [] %}{% else %}{{ loop.index }}{% endfor %}{% endfor %}",
        "12",
    ),
    Rendered("pairs", "{% for k, v in l %}{{ k }}={{ v }};{% endfor %}", "a=1;b=;", {"l": [["a", 1], ["b", None]]}),
    Rendered(
        "include",
        "{% for row in rows %}{% include '_row.html' %}{% endfor %}",
        "<li>&lt;-</li><li>b-</li>",
        {"rows": [{"name": "<"}, {"name": "b"}]},
    ),
    Rendered(
        "include-sees-what-is-set",
        "{% set mark = '!' %}{% with row = {'name': 'n'} %}{% include '_row.html' %}{% endwith %}",
        "<li>n!</li>",
    ),
    Rendered("include-keeps-its-own", "{% set mark = 'outer' %}{% include '_sets.html' %}{{ mark }}", "innerouter"),
    Rendered(
        "extends",
        "{% extends 'layout.html' %}{% block title %}{{ super() }}: {{ x }}{% endblock %}",
        "<title>Ronda: &lt;</title><main>empty</main>layout",
        {"x": "<"},
    ),
    Rendered(
        "extends-twice",
        "{% extends 'middle.html' %}\n{# a remark #}\n{% set a = 1 %}\n{% block inner %}{{ a }}{% endblock %}",
        "<title>Ronda</title><main><div>1</div></main>layout",
    ),
    Rendered(
        "super-above-super",
        "{% extends 'middle.html' %}{% block main %}[{{ super() }}]{% endblock %}",
        "<title>Ronda</title><main>[<div>empty</div>]</main>layout",
    ),
    Rendered(
        "a-block-keeps-what-it-sets",
        "{% block a %}{% set x = 1 %}{{ x }}{% endblock %}{{ 1 if x is defined else 0 }}",
        "10",
    ),
    Rendered("a-block-sees-what-the-top-sets", "{% set x = 1 %}{% block a %}{{ x }}{% endblock %}{% set x = 2 %}", "1"),
    Rendered(
        "include-of-a-page",
        "[{% include 'middle.html' %}]",
        "[<title>Ronda</title><main><div>empty</div></main>layout]",
    ),
    Rendered(
        "macros",
        "{% from 'macros.html' import row %}{{ row('<') }}|{{ row('a', 'b', true) }}|{{ row(strong=true, name='c') }}",
        "&lt;: none|&lt;b&gt;a: b|&lt;b&gt;c: none",
    ),
    Rendered(
        "macro-of-the-same-file",
        "{% macro m(a) %}<{{ a }}{{ x }}>{% endmacro %}{{ m(1) }}{{ m(2) | length }}",
        "<1v>4",
        {"x": "v"},
    ),
    Rendered(
        "macro-in-a-page-that-extends",
        "{% extends 'layout.html' %}{% macro m() %}<m>{% endmacro %}{% block main %}{{ m() }}{% endblock %}",
        "<title>Ronda</title><main><m></main>layout",
    ),
    Rendered(
        "imported-macro-in-a-block",
        "{% extends 'layout.html' %}{% from 'macros.html' import row as line %}{% block main %}{{ line('a') }}{% endblock %}",  # noqa: E501
        "<title>Ronda</title><main>a: none</main>layout",
    ),
    Rendered("imported-values", "{% from 'macros.html' import colour, shade %}{{ colour }}{{ shade }}", "greendark"),
    Rendered(
        "imported-macros-are-blind",
        "{% from 'macros.html' import seen %}{{ 1 if seen is defined else 0 }}",
        "0",
        {"seen": 1},
    ),
    Rendered(
        "call",
        "{% from 'macros.html' import card %}{% call(t, n) card('<') %}{{ t }}{{ n }}{{ x }}{% endcall %}",
        "<h2>&lt;</h2>&lt;2v",
        {"x": "v"},
    ),
    Rendered(
        "call-with-and-without",
        "{% from 'macros.html' import optional %}{{ optional() }}{% call optional() %}<i>{% endcall %}",
        "alone<i>",
    ),
    Rendered(
        "default-from-another-argument",
        "{% from 'macros.html' import twice %}{{ twice('a') }}{{ twice('a', 'b') }}",
        "aab",
    ),
    Rendered(
        "macro-as-a-value",
        "{% macro m() %}{% endmacro %}{{ 1 if m else 0 }}{{ 1 if m is defined else 0 }}{{ 1 if m() else 0 }}",
        "110",
    ),
]
