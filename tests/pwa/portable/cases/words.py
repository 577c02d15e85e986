"""Messages, their places and plurals."""

from tests.pwa.portable.cases.case import Rendered

WORDS = [
    Rendered(
        "translated", "{{ _('tomorrow') }}{{ _('nobody translated this') }}{{ _('') }}", "mañananobody translated this"
    ),
    Rendered(
        "places",
        "{{ _('{n} min ago', {'n': 5}) }} {{ _('<{a}> {{b}}', {'a': x}) }}",
        "hace 5 min &lt;&lt;&amp;&gt; {b}",
        {"x": "<&"},
    ),
    Rendered("without-values-braces-stay", "{{ _('{{a}} {n}') }}", "{{a}} {n}"),
    Rendered("none-fills-with-nothing", "{{ _('[{a}]', {'a': none}) }}", "[]"),
    Rendered("markup-in-a-place-is-escaped", "{% set a %}<i>{% endset %}{{ _('{a}', {'a': a}) }}", "&lt;i&gt;"),
    Rendered(
        "plural-forms",
        "{% for n in [0, 1, 2, 21, 101, -1] %}{{ plural('{n} day ago', '{n} days ago', n) }};{% endfor %}",
        "hace 0 días;hace 1 día;hace 2 días;hace 21 días;hace 101 días;hace -1 días;",
    ),
    Rendered(
        "plural-untranslated",
        "{{ plural('{n} x of {a}', '{n} xs of {a}', 1, {'a': '<'}) }}{{ plural('lonely', 'many', 2) }}",
        "1 x of &lt;many",
    ),
    Rendered("count-overridden", "{{ plural('{n} x', '{n} xs', 2, {'n': 'two'}) }}", "two xs"),
    Rendered("one-form-of-a-plural-alone", "{{ _('{n} day ago', {'n': 1}) }}", "hace 1 día"),
]
