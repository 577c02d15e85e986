"""A table from a file, by what is in it."""

from core.imports.refusals import Refusal, TableRefused
from core.imports.table import Table
from workers.tables.texts import read_text
from workers.tables.workbooks import is_workbook, read_workbook


def read_table(content: bytes, sheet: str = "") -> Table:
    """Raises `TableRefused`."""
    table = read_workbook(content, sheet) if is_workbook(content) else read_text(content)
    if not any(table.rows):
        raise TableRefused(Refusal.EMPTY)
    return table
