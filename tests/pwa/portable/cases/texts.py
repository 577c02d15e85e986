"""Unicode, line ends, white space."""

from tests.pwa.portable.cases.case import Rendered

TEXT = [
    Rendered("accents-and-emoji", "{{ x }}", "Ñandú 🏳️‍🌈 👩‍🔧 日本 ı", {"x": "Ñandú 🏳️‍🌈 👩‍🔧 日本 ı"}),
    Rendered("length-counts-code-points", "{{ x | length }}", "3", {"x": "😀é\u0301"}),
    Rendered("index-of-text", "{{ x[0] }}{{ x[-1] }}", "😀z", {"x": "😀az"}),
    Rendered("order-by-code-points", "{{ 'y' if a < b else 'n' }}", "y", {"a": "\uffff", "b": "😀"}),
    Rendered("order-of-prefixes", "{{ 'y' if 'ab' > 'a' else 'n' }}{{ 'y' if 'a' <= 'a' else 'n' }}", "yy"),
    Rendered(
        "upper-and-lower",
        "{{ x | upper }}|{{ x | lower }}",
        "STRASSE ÑU İ ΟΔΟΣ|straße ñu i̇ οδος",
        {"x": "straße Ñu İ ΟΔΟΣ"},
    ),
    Rendered("capital", "{{ x | capital }}{{ '' | capital }}{{ 'ñu' | capital }}", "😀abcÑu", {"x": "😀abc"}),
    Rendered("line-ends-of-values-stay", "[{{ x }}]", "[a\r\nb\u2028c]", {"x": "a\r\nb\u2028c"}),
    Rendered("line-ends-of-templates", "a\r\nb\rc\n\n", "a\nb\nc\n"),
    Rendered("zero-bytes", "{{ x }}", "a\x00b", {"x": "a\x00b"}),
    Rendered(
        "trim-takes-what-it-says",
        "[{{ x | trim }}]",
        "[\u2003a\ufeff\u2003]",
        {"x": " \t\r\n\u00a0\u2003a\ufeff\u2003 \n"},
    ),
    Rendered("empty-text-is-false", "{{ 'y' if '' else 'n' }}{{ 'y' if ' ' else 'n' }}", "ny"),
    Rendered("zero-as-text-is-true", "{{ 'y' if '0' else 'n' }}", "y"),
]

WHITESPACE = [
    Rendered("blocks-leave-no-line", "a\n  {% if true %}\n  b\n  {% endif %}\nc", "a\nb\nc"),
    Rendered("explicit-control", "a \n {%- if true -%} \n b \n {%- endif -%} \n c", "abc"),
    Rendered("kept-on-demand", "a\n  {%+ if true %}b{% endif +%}\nc", "a\nb\nc"),
    Rendered("around-expressions", "a {{- ' b ' -}} c", "a b c"),
    Rendered("comments", "a\n{# x #}\n b {#- y -#} c", "a\nbc"),
    Rendered("last-line-end-goes", "a\n", "a"),
    Rendered("empty-template", "", ""),
    Rendered(
        "loops-on-lines",
        "<ul>\n  {% for x in [1, 2] %}\n  <li>{{ x }}</li>\n  {% endfor %}\n</ul>\n",
        "<ul>\n<li>1</li>\n<li>2</li>\n</ul>",
    ),
]
