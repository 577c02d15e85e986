"""The parts that an expression of time is put together from, and the rows of the tables that find them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from core.understanding.clock import Clock, Part
from core.understanding.days import Day


@dataclass(frozen=True, slots=True)
class Atom:
    """A day, an hour, a part of the day, or a distance from now."""

    day: Day | None = None
    clock: Clock | None = None
    part: Part | None = None
    delta: timedelta | None = None
    until: Clock | None = None
    """The end of a range of hours that begins at `clock`."""
    shift: Callable[[date], date] | None = None
    """From the day said before it to the one meant: "the day after", "that week"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern and what its match means; a weak row counts only beside a day."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Atom | None]
    is_weak: bool = False


def row(pattern: str, read: Callable[[re.Match[str]], Atom | None]) -> Row:
    return Row(_whole_words(pattern), read)


def weak(pattern: str, read: Callable[[re.Match[str]], Atom | None]) -> Row:
    return Row(_whole_words(pattern), read, is_weak=True)


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
