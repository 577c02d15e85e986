"""Tables of ways of saying something: a row each, with a few words on what it is and an example."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One way of saying something, as a pattern over plain text: how the text begins, or `anywhere` in it."""

    what: str
    pattern: str
    example: str
    anywhere: bool = False


class Table:
    """Rows that are looked for together: those of the text's beginning once, the others at every word."""

    def __init__(self, *rows: Row) -> None:
        self.rows = rows
        self._beginning = _compiled(row for row in rows if not row.anywhere)
        self._anywhere = _compiled(row for row in rows if row.anywhere)

    def find(self, plain: str) -> re.Match[str] | None:
        """The first place where a row holds."""
        begins = self._beginning.match(plain) if self._beginning else None
        return begins or (self._anywhere.search(plain) if self._anywhere else None)

    def holds(self, plain: str) -> bool:
        """Whether a row holds."""
        return self.find(plain) is not None


def _compiled(rows: Iterable[Row]) -> re.Pattern[str] | None:
    patterns = [f"(?:{row.pattern})" for row in rows]
    return re.compile("|".join(patterns)) if patterns else None


def one_of(words: str) -> str:
    """A pattern of any of these words and phrases, which are parted by commas."""
    return f"(?:{'|'.join(' '.join(phrase.split()) for phrase in words.split(','))})"


def after(words: str, signs: str = ",") -> str:
    """A pattern of any number of these words, each with or without its sign: what one begins with."""
    return f"(?:{one_of(words)} (?:[{signs}] )?)*"
