"""What is no entry, row by row: each row of the tables reads its own example, whatever the other rows do."""

import importlib
import pkgutil

import pytest

from core.understanding import others
from core.understanding.others.no_entry import NO_ENTRIES, is_other
from core.understanding.others.rows import Row, Table
from core.understanding.others.taking_back import TAKING_BACK, is_correction
from core.understanding.text import tokenise

MODULES = [importlib.import_module(f"{others.__name__}.{one.name}") for one in pkgutil.iter_modules(others.__path__)]
TABLES = {id(table): table for module in MODULES for table in vars(module).values() if isinstance(table, Table)}
ROWS = [row for table in TABLES.values() for row in table.rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_a_row_reads_its_example(row: Row) -> None:
    assert Table(row).holds(tokenise(row.example).plain)


@pytest.mark.parametrize("row", [row for table in NO_ENTRIES for row in table.rows], ids=lambda row: row.what)
def test_the_examples_of_what_is_no_entry_are_none(row: Row) -> None:
    assert is_other(tokenise(row.example))


@pytest.mark.parametrize("row", TAKING_BACK.rows, ids=lambda row: row.what)
def test_the_examples_of_what_is_taken_back_are_corrections(row: Row) -> None:
    assert is_correction(tokenise(row.example))


def test_rows_of_the_beginning_hold_nowhere_else() -> None:
    table = Table(Row("a word", "vega", "vega"), Row("another", "duero", "a duero", anywhere=True))
    assert [table.holds(plain) for plain in ("vega", "a vega", "duero", "a duero")] == [True, False, True, True]
