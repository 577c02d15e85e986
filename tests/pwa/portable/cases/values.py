"""Numbers, truth, comparison, keys that JavaScript or Python would answer by themselves."""

from pwa.portable.values import LARGEST_INTEGER
from tests.pwa.portable.cases.case import Rendered

VALUES = [
    Rendered("none-is-nothing", "[{{ x }}]", "[]", {"x": None}),
    Rendered("zero-is-printed", "{{ 0 }}{{ x }}{{ -1 }}", "00-1", {"x": 0}),
    Rendered("negative-zero", "{{ -x }}{{ x * -1 }}", "00", {"x": 0}),
    Rendered("largest-integer", "{{ x }} {{ -x }}", f"{LARGEST_INTEGER} -{LARGEST_INTEGER}", {"x": LARGEST_INTEGER}),
    Rendered("reckoning", "{{ a + b * 2 - 1 }}", "10", {"a": 5, "b": 3}),
    Rendered("reckoning-with-truth", "{{ a + true }}", "6", {"a": 5}),
    Rendered(
        "truth-of-each-kind",
        "{% for x in xs %}{{ 1 if x else 0 }}{% endfor %}",
        "00000111111",
        {"xs": [None, False, 0, "", [], True, -1, "0", [0], {"a": None}, " "]},
    ),
    Rendered("truth-of-an-empty-dict", "{{ 1 if x else 0 }}", "0", {"x": {}}),
    Rendered("and-or-give-values", "{{ (a or b) ~ (a and b) ~ (b and 'c') }}", "xc", {"a": "", "b": "x"}),
    Rendered("or-is-lazy", "{{ 'a' or missing }}{{ 'n' if not (false and missing) }}", "an"),
    Rendered(
        "one-is-true-and-not-text",
        "{{ 1 if 1 == true else 0 }}{{ 1 if 1 == '1' else 0 }}{{ 1 if none == false else 0 }}",
        "100",
    ),
    Rendered(
        "lists-and-dicts-are-compared-by-content",
        "{{ 1 if a == [1, [true]] else 0 }}{{ 1 if b == {'x': [], 'y': none} else 0 }}{{ 1 if a != b else 0 }}",
        "111",
        {"a": [1, [1]], "b": {"y": None, "x": []}},
    ),
    Rendered(
        "in",
        "{{ 1 if 'b' in 'abc' }}{{ 1 if 2 in [1, true + 1] }}{{ 1 if 'k' in d }}{{ 1 if 'v' not in d }}{{ 1 if 3 in d else 0 }}",  # noqa: E501
        "11110",
        {"d": {"k": "v"}},
    ),
    Rendered("in-empty", "{{ 1 if '' in '' else 0 }}{{ 1 if 'a' in [] else 0 }}", "10"),
    Rendered(
        "keys-named-like-methods",
        "{{ d.items }}{{ d.length }}{{ d.constructor }}{{ d['get'] }}{{ d.toString }}",
        "12345",
        {"d": {"items": 1, "length": 2, "constructor": 3, "get": 4, "toString": 5}},
    ),
    Rendered(
        "keys-that-nobody-gave",
        "{% for k in ks %}{{ 1 if d[k] is defined else 0 }}{% endfor %}",
        "000000",
        {"d": {}, "ks": ["items", "constructor", "__proto__", "__class__", "hasOwnProperty", "get"]},
    ),
    Rendered(
        "proto-is-a-key",
        "{{ d['__proto__'] }}{{ {'__proto__': 2} | tojson }}",
        '1{"__proto__":2}',
        {"d": {"__proto__": 1}},
    ),
    Rendered(
        "names-of-javascript",
        "{{ 1 if constructor is defined else 0 }}{{ 1 if toString is defined else 0 }}{{ class }}{{ s }}{{ o }}{{ r }}",
        "00abcd",
        {"class": "a", "s": "b", "o": "c", "r": "d"},
    ),
    Rendered("view-named-proto", "{{ __proto__ }}{{ hasOwnProperty }}", "12", {"__proto__": "1", "hasOwnProperty": 2}),
    Rendered(
        "list-index",
        "{{ l[0] }}{{ l[-1] }}{{ l[i] }}{{ 1 if l[9] is defined else 0 }}{{ 1 if l[-9] is defined else 0 }}",
        "acb00",
        {"l": ["a", "b", "c"], "i": 1},
    ),
    Rendered(
        "list-has-no-names",
        "{{ 1 if l.length is defined else 0 }}{{ 1 if l['0'] is defined else 0 }}",
        "00",
        {"l": [1]},
    ),
    Rendered("dict-has-no-numbers", "{{ 1 if d[1] is defined else 0 }}", "0", {"d": {"1": 1}}),
    Rendered("none-has-no-names", "{{ 1 if x.y is defined else 0 }}{{ x.y | default('-') }}", "0-", {"x": None}),
    Rendered(
        "default",
        "{{ x | default('a') }}{{ y | default('b') }}{{ y | default('c', true) }}{{ z | default(empty=true, fallback='d') }}",  # noqa: E501
        "acd",
        {"y": "", "z": None},
    ),
    Rendered(
        "first-last-length",
        "{{ l | first }}{{ l | last }}{{ l | length }}{{ d | length }}",
        "133" + "2",
        {"l": [1, 2, 3], "d": {"a": 1, "2": 2}},
    ),
    Rendered("first-may-be-none", "[{{ [none] | first }}]", "[]"),
    Rendered(
        "tests",
        "{{ 1 if x is none }}{{ 1 if y is not none }}{{ 1 if y is odd }}{{ 1 if -4 is even }}{{ 1 if -3 is odd }}{{ 1 if 9 is divisibleby(3) }}{{ 1 if t is true }}{{ 1 if y is true else 0 }}{{ 1 if t is false else 0 }}",  # noqa: E501
        "111111100",
        {"x": None, "y": 1, "t": True},
    ),
    Rendered("if-without-else", "[{{ 'a' if x }}][{{ 'b' ~ ('c' if x) }}]", "[][b]", {"x": False}),
    Rendered("nested-conditions", "{{ 'a' if x else 'b' if y else 'c' }}", "b", {"x": 0, "y": 1}),
    Rendered("now-today-locale", "{{ now }} {{ today }} {{ locale }}", "2026-11-26T10:00:00+01:00 2026-11-26 es"),
]
