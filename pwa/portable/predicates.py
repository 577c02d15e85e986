"""The tests after `is` in templates; the phone's are in static/js/portable/predicates.js."""

from collections.abc import Callable

from jinja2 import Undefined

from pwa.portable.moments import is_past


def _is_odd(value: int) -> bool:
    return value % 2 == 1


def _is_even(value: int) -> bool:
    return value % 2 == 0


def _is_divisible(value: int, divisor: int) -> bool:
    return value % divisor == 0


PREDICATES: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "undefined": lambda value: isinstance(value, Undefined),
    "none": lambda value: value is None,
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "odd": _is_odd,
    "even": _is_even,
    "divisibleby": _is_divisible,
    "past": is_past,
}
