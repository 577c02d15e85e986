"""How quick pages and statements are: counted in memory, a few microseconds each; `core.timings` keeps the counts.

A statement is only counted when it is slow, under the tables that it speaks of.
"""

import re
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

from sqlalchemy import Engine, event

SLOW_PAGE: Final = 0.5
SLOW_STATEMENT: Final = 0.2
"""In seconds."""
_MOST_NAMES = 2000
_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+\"?(\w+)", re.IGNORECASE)


@dataclass(slots=True)
class Count:
    """What is known of one page or statement."""

    times: int = 0
    slow: int = 0
    failed: int = 0
    milliseconds: int = 0
    longest: int = 0

    def add(self, seconds: float, *, slow: bool, failed: bool) -> None:
        milliseconds = round(seconds * 1000)
        self.times += 1
        self.slow += slow
        self.failed += failed
        self.milliseconds += milliseconds
        self.longest = max(self.longest, milliseconds)


Pages = dict[tuple[str, str], Count]
Statements = dict[str, Count]

_pages: Pages = {}
_statements: Statements = {}


def note_page(company_id: str, name: str, began: float, *, failed: bool = False) -> None:
    """Counts a page of a company that began at this `perf_counter()` and is done; `failed`: by our own fault."""
    seconds = perf_counter() - began
    count = _pages.get((company_id, name))
    if count is None:
        if len(_pages) >= _MOST_NAMES:
            return
        count = _pages[company_id, name] = Count()
    count.add(seconds, slow=seconds >= SLOW_PAGE, failed=failed)


def watch(engine: Engine) -> None:
    """Counts the engine's slow statements from now on."""
    event.listen(engine, "before_cursor_execute", _begin)
    event.listen(engine, "after_cursor_execute", _end)


def taken() -> tuple[Pages, Statements]:
    """What was counted since this was last asked for."""
    found = dict(_pages), dict(_statements)
    _pages.clear()
    _statements.clear()
    return found


def _begin(_c: Any, _cursor: Any, _statement: str, _parameters: Any, context: Any, _many: bool) -> None:
    if context is not None:
        context.began_at = perf_counter()


def _end(_c: Any, _cursor: Any, statement: str, _parameters: Any, context: Any, _many: bool) -> None:
    began = getattr(context, "began_at", None)
    if began is None or (seconds := perf_counter() - began) < SLOW_STATEMENT:
        return
    name = _name_of(statement)
    if name in _statements or len(_statements) < _MOST_NAMES:
        _statements.setdefault(name, Count()).add(seconds, slow=True, failed=False)


def _name_of(statement: str) -> str:
    """`select activities, accounts`: what it does and with which tables; its values are nobody's business."""
    verb = statement.lstrip("( ").partition(" ")[0].strip().lower()[:10]
    return f"{verb} {', '.join(dict.fromkeys(_TABLE.findall(statement)))}"[:120]
