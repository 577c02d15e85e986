"""What the code of a template calls while it is at work: values and macros as they stand in a page."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2.runtime import Context, Macro, markup_join
from jinja2.utils import missing
from markupsafe import Markup, escape

from pwa.portable.values import printable

_MARKUP = re.compile("[&<>\"']")
_PLAIN = frozenset({str, int, bool, type(None)})
_KEPT = 1024


def shown(value: object) -> str:
    """A value as it stands in a page: escaped, if it is not markup. Raises `NotPortableValueError`."""
    if type(value) is str:
        return escape(value) if _MARKUP.search(value) else value
    return value if type(value) is Markup else escape(printable(value))


def joined(parts: Iterable[Any]) -> str:
    """Printable values side by side: markup where any of them is, and then what is not is escaped."""
    texts = [part if type(part) is str else str(part) if type(part) is int else part for part in parts]
    return markup_join(texts) if any(type(text) is not str for text in texts) else "".join(texts)


class Names(Context):
    """The names that a template sees, and what it sets: one dict, its own."""

    def __init__(self, environment: Any, parent: dict[str, Any], name: str | None, blocks: Any, **more: Any) -> None:
        super().__init__(environment, parent, name, blocks, **more)
        self.vars = self.parent

    def get_all(self) -> dict[str, Any]:
        return self.parent

    def of_included(self, included: Any, set_here: Mapping[str, Any]) -> "Names":
        """The names that an included template sees: those of the place it stands in."""
        names = object.__new__(Names)
        names.environment, names.name = self.environment, included.name
        names.blocks = {name: [block] for name, block in included.blocks.items()}
        names.globals_keys, names.exported_vars, names.eval_ctx = self.globals_keys, set(), self.eval_ctx
        names.vars = names.parent = dict(self.parent)
        for name, value in set_here.items():
            if value is not missing:
                names.parent[name] = value
        return names


class PortableMacro(Macro):
    """A macro that is called without keywords, as nearly all are, goes straight to its function."""

    _function: Callable[..., str] | None = None

    def keep(self) -> None:
        """Keeps what it gave for plain arguments: a macro that is imported sees nothing else."""
        self._function = lru_cache(maxsize=_KEPT, typed=True)(self._filled)

    def __call__(self, *arguments: Any, **named: Any) -> str:
        if named or self.caller or len(arguments) > self._argument_count:
            return super().__call__(*arguments, **named)
        if self._function is not None and _PLAIN.issuperset(map(type, arguments)):
            return self._function(*arguments)
        return self._filled(*arguments)

    def _filled(self, *arguments: Any) -> str:
        lacking = self._argument_count - len(arguments)
        return Markup(self._func(*arguments, *[missing] * lacking))  # noqa: S704 - a template is markup
