"""What is said to the database while something is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from core.database import engine


@contextmanager
def executed(holding: str = "") -> Iterator[list[tuple[str, Any]]]:
    """The statements that are executed meanwhile and hold these words, with their values."""
    said: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if holding in statement:
            said.append((statement, values))

    watched = engine().sync_engine
    event.listen(watched, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(watched, "before_cursor_execute", note)
