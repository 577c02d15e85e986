"""CSV as programs write it: any usual separator, quotes, and encoding."""

import csv
from collections import Counter
from io import StringIO
from typing import Any, Final

from core.imports.refusals import MOST_COLUMNS, MOST_ROWS, Refusal, TableRefused
from core.imports.table import Table
from workers.tables.cells import tidied

SEPARATORS: Final = ";,\t|"
_LINES_LOOKED_AT: Final = 60
_LONGEST_FIELD: Final = 200_000
_LINES_IN_A_CELL: Final = 40
"""A cell with more was opened by a quotation mark that nobody closed."""


def read_text(content: bytes) -> Table:
    """The table in a text. Raises `TableRefused`."""
    text = decoded(content)
    separator = ""
    if text[:4].lower() == "sep=" and text[4:5] in SEPARATORS:
        separator, text = text[4], text.partition("\n")[2]
    separator = separator or separator_of(text)
    rows = _rows(text, separator, csv.QUOTE_MINIMAL)
    if rows is None or any(cell.count("\n") > _LINES_IN_A_CELL for row in rows[-1:] for cell in row):
        rows = _rows(text, separator, csv.QUOTE_NONE)
    if rows is None:
        raise TableRefused(Refusal.UNREADABLE)
    return Table(rows)


def decoded(content: bytes) -> str:
    """The text in whatever encoding: by its mark, as UTF-8 where it is that, else as Windows writes our languages."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _or_refuse(content, encoding)
    sample = content[:4000]
    if sample[1::2].count(0) > len(sample) // 4:
        return _or_refuse(content, "utf-16-le")
    if sample[0::2].count(0) > len(sample) // 4:
        return _or_refuse(content, "utf-16-be")
    if 0 in sample:
        raise TableRefused(Refusal.UNREADABLE)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def separator_of(text: str) -> str:
    """The separator by which most of the first lines fall into the same number of cells, more than one."""
    lines = "\n".join(text.splitlines()[:_LINES_LOOKED_AT])
    best = (0.0, 0, ";")
    for separator in SEPARATORS:
        rows = [row for row in _rows(lines, separator, csv.QUOTE_MINIMAL) or [] if any(row)]
        widths = Counter(len(row) for row in rows)
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda one: (one[1] * (one[0] > 1), one[0]))
        if width > 1:
            best = max(best, (times / len(rows), width, separator), key=lambda one: one[:2])
    return best[2]


def _or_refuse(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise TableRefused(Refusal.UNREADABLE) from None


def _rows(text: str, separator: str, quoting: Any) -> list[list[str]] | None:
    """None where the quotation marks are not to be understood."""
    csv.field_size_limit(_LONGEST_FIELD)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text.replace("\x00", ""), newline=""), delimiter=separator, quoting=quoting):
            cells = [tidied(cell) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if len(cells) > MOST_COLUMNS:
                raise TableRefused(Refusal.TOO_MANY_COLUMNS)
            rows.append(cells)
            if len(rows) > MOST_ROWS + 100:
                raise TableRefused(Refusal.TOO_MANY_ROWS)
    except csv.Error:
        return None
    return rows
