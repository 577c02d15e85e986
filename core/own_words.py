"""A name that a company gives in more than one language: a stage, a kind of activity, a pipeline.

In code it is a text, the name in the first language; whoever knows the reader asks for `in_language`. In a column it is
one text, too, so that a name in one language is stored as it always was.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator

# Control characters, which are cleaned from everything that comes in.
_NEXT, _IS = "\x1e", "\x1f"


class OwnWords(str):
    """The name in the first language, with those in others."""

    others: dict[str, str]
    """Language → name."""

    @classmethod
    def of(cls, name: str, others: Mapping[str, str]) -> str:
        """The name with others that say something else; a plain text where none does."""
        differing = {language: other for language, other in sorted(others.items()) if other and other != name}
        if not differing:
            return str(name)
        made = cls(name)
        made.others = differing
        return made

    def in_language(self, language: str) -> str:
        """The name for a reader of this language."""
        return self.others.get(language) or str.__str__(self)


def in_language(name: str, language: str) -> str:
    """Any name for a reader of this language."""
    return name.in_language(language) if isinstance(name, OwnWords) else name


def written(name: str) -> str:
    """The name as its column has it."""
    if not isinstance(name, OwnWords):
        return name
    return _NEXT.join([str.__str__(name), *(f"{language}{_IS}{other}" for language, other in name.others.items())])


def read(text: str) -> str:
    """The name that a column's text is."""
    name, *others = text.split(_NEXT)
    return OwnWords.of(name, dict(other.split(_IS, 1) for other in others)) if others else text


class Worded(TypeDecorator[str]):
    """A column for such names."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else read(value)

    def compare_values(self, x: Any, y: Any) -> bool:
        return x is y or (x is not None and y is not None and written(x) == written(y))


def as_json(name: OwnWords) -> dict[str, str]:
    """The name as an event keeps it."""
    return {"": str.__str__(name), **name.others}


def from_json(value: Any) -> Any:
    """The inverse of `as_json`; a plain text is one."""
    if not isinstance(value, dict):
        return value
    return OwnWords.of(value[""], {language: name for language, name in value.items() if language})
