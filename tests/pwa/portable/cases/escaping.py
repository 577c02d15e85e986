"""Markup, text beside markup, JSON in attributes."""

from tests.pwa.portable.cases.case import Rendered

NASTY = "<b>&\"'</b>"
ESCAPED = "&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;"

ESCAPING = [
    Rendered("text-is-escaped", "{{ x }}", ESCAPED, {"x": NASTY}),
    Rendered("in-an-attribute", '<a title="{{ x }}">', f'<a title="{ESCAPED}">', {"x": NASTY}),
    Rendered("a-constant-is-escaped", "{{ '<i>' }}", "&lt;i&gt;"),
    Rendered("once-only", "{{ x }}", "&amp;amp;", {"x": "&amp;"}),
    Rendered("set-block-is-markup", "{% set a %}<i>{{ x }}</i>{% endset %}{{ a }}", "<i>&lt;</i>", {"x": "<"}),
    Rendered("markup-joined-to-text", "{% set a %}<i>{% endset %}{{ a ~ x }}", "<i>&lt;", {"x": "<"}),
    Rendered("text-joined-to-text", "{{ x ~ '<' ~ 3 ~ none }}", "&lt;&lt;3", {"x": "<"}),
    Rendered("markup-plus-text", "{% set a %}<i>{% endset %}{{ a + x }}{{ x + a }}", "<i>&lt;&lt;<i>", {"x": "<"}),
    Rendered("markup-equals-its-text", "{% set a %}<i>{% endset %}{{ 'y' if a == '<i>' else 'n' }}", "y"),
    Rendered("upper-case-loses-the-mark", "{% set a %}<i>{% endset %}{{ a | upper }}", "&lt;I&gt;"),
    Rendered("trim-keeps-the-mark", "{% set a %} <i> {% endset %}[{{ a | trim }}]", "[<i>]"),
    Rendered(
        "join-with-markup", "{% set a %}<i>{% endset %}{{ [a, x, none] | join('<') }}", "<i>&lt;&lt;&lt;", {"x": "<"}
    ),
    Rendered("join-without-markup", "{{ [x, 'b', 3] | join(', ') }}", "&lt;, b, 3", {"x": "<"}),
    Rendered(
        "json",
        "<p x='{{ x | tojson }}'>",
        '<p x=\'{"a":[1,true,null,"\\u003cé\\u0026\\u0027\\u003e"]}\'>',
        {"x": {"a": [1, True, None, "<é&'>"]}},
    ),
    Rendered(
        "json-sorts-keys",
        "{{ x | tojson }}",
        '{"":0,"1":0,"10":0,"9":0,"b":0,"é":0,"\uffff":0,"😀":0}',
        {"x": dict.fromkeys(["b", "10", "9", "1", "é", "", "😀", "\uffff"], 0)},
    ),
    Rendered(
        "json-of-controls",
        "{{ x | tojson }}",
        '"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\u2028\\\\\\""',
        {"x": '\b\f\n\r\t\x01\x1f\x7f\u2028\\"'},
    ),
    Rendered("json-of-nothing", "{{ x | tojson }}{{ [] | tojson }}{{ {} | tojson }}", "null[]{}", {"x": None}),
    Rendered("json-of-markup", "{% set a %}<i>{% endset %}{{ a | tojson }}", '"\\u003ci\\u003e"'),
    Rendered("template-text-stays", "</script><!-- ${x} `'\"\\n -->", "</script><!-- ${x} `'\"\\n -->"),
    Rendered("raw", "{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
]
