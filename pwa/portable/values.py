"""What a view may hold, and what of it may be printed."""

from typing import Any

from jinja2 import Undefined

View = dict[str, Any]
"""A page's values: strings, whole numbers, booleans, None, lists and dicts of these."""

LARGEST_INTEGER = 2**53 - 1
"""The largest whole number that JavaScript holds exactly."""

RESERVED = ("now", "today", "locale")
"""Names that stand beside the view's own in every template."""


class NotPortableValueError(TypeError):
    """A value that the phone could not hold or print as the server does."""


def printable(value: object) -> object:
    """`value` as templates print it: text and whole numbers as they are, None as nothing, all else an error."""
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)  # an error that names it, or nothing for `"x" if y`
    if isinstance(value, str) or type(value) is int:
        return value
    raise NotPortableValueError(f"{type(value).__name__} cannot be printed in a template")


def list_only(value: object) -> object:
    """`value` if a loop may walk over it: a list. A dict's order is not the same in both places."""
    if isinstance(value, Undefined):
        str(value)
    if not isinstance(value, list):
        raise NotPortableValueError(f"a loop walks over lists, not over {type(value).__name__}")
    return value


def check_view(view: object, place: str = "view") -> None:
    """Raise `NotPortableValueError` naming the place of the first value that a view may not hold."""
    match view:
        case None | bool() | str():
            return
        case int() if abs(view) <= LARGEST_INTEGER:
            return
        case list():
            for index, item in enumerate(view):
                check_view(item, f"{place}[{index}]")
        case dict() if all(isinstance(key, str) for key in view):
            for key, item in view.items():
                check_view(item, f"{place}.{key}")
        case _:
            raise NotPortableValueError(f"{place} is {view!r}, which a view may not hold")
