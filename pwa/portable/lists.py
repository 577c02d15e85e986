"""Filters on lists, and on values of any kind."""

from jinja2 import Undefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from pwa.portable.values import NotPortableValueError, printable


def default(value: object, fallback: object = "", empty: bool = False) -> object:
    """`fallback` where the value is undefined; with `empty`, also where it is false, 0, None or empty."""
    return fallback if isinstance(value, Undefined) or (empty and not value) else value


def first(value: list[object]) -> object:
    """The first item; an empty list is an error."""
    return _items(value)[0]


def last(value: list[object]) -> object:
    """The last item; an empty list is an error."""
    return _items(value)[-1]


def join(value: list[object], separator: str = "") -> str:
    """The items' texts with a separator between; markup among them stays, and text beside markup is escaped."""
    parts = [printable(item) for item in _items(value)]
    if any(isinstance(part, Markup) for part in [separator, *parts]):
        return escape(separator).join(escape(part) for part in parts)
    return separator.join(str(part) for part in parts)


def length(value: object) -> int:
    """How many items, keys or characters."""
    if isinstance(value, Undefined):
        str(value)
    if not isinstance(value, list | dict | str):
        raise NotPortableValueError(f"{type(value).__name__} has no length")
    return len(value)


def tojson(value: object) -> Markup:
    """JSON with sorted keys that is safe in HTML, also in an attribute in single quotes."""
    if isinstance(value, Undefined):
        str(value)
    return htmlsafe_json_dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _items(value: object) -> list[object]:
    if isinstance(value, Undefined):
        str(value)
    if not isinstance(value, list):
        raise NotPortableValueError(f"a list is wanted, not {type(value).__name__}")
    return value
