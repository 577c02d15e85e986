"""The filters of templates; each is written a second time in static/js/portable, and tested against it.

A filter on text, money or time gives nothing for None and takes no undefined value. Filters that speak
(`ago`, `day`…) or write numbers are made for one language.
"""

from collections.abc import Callable
from functools import wraps

from jinja2 import Undefined

from core.i18n import Translator
from pwa.portable import lists, texts
from pwa.portable.moments import Moments
from pwa.portable.numbers import Numbers
from pwa.portable.values import list_only, printable

Filter = Callable[..., object]


def portable_filters(words: Translator) -> dict[str, Filter]:
    """Every filter that templates in this language may use, by name."""
    numbers, moments = Numbers(words.locale), Moments(words)
    of_one_value: list[Filter] = [
        numbers.money,
        numbers.number,
        numbers.percent,
        numbers.size,
        moments.date,
        moments.time,
        moments.day,
        moments.when,
        moments.ago,
        moments.duration,
        moments.month,
        texts.capital,
        texts.initials,
        texts.lower,
        texts.mailto,
        texts.tel,
        texts.tint,
        texts.trim,
        texts.upper,
        texts.urlencode,
        texts.web,
    ]
    of_anything: list[Filter] = [lists.default, lists.first, lists.join, lists.last, lists.length, lists.tojson]
    guards: list[Filter] = [list_only, printable]
    return {_name(it): _nothing_for_none(it) for it in of_one_value} | {_name(it): it for it in of_anything + guards}


def _name(function: Filter) -> str:
    return str(function.__name__)


def _nothing_for_none(function: Filter) -> Filter:
    @wraps(function)
    def guarded(value: object, *arguments: object, **named: object) -> object:
        if isinstance(value, Undefined):
            return str(value)  # raises, naming what is undefined
        return "" if value is None else function(value, *arguments, **named)

    return guarded
