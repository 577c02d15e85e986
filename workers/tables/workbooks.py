"""Workbooks: .xlsx, .xlsm, .xlsb, .xls, .ods."""

import lzma
import struct
import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from core.imports.refusals import MOST_COLUMNS, MOST_ROWS, Refusal, TableRefused
from core.imports.table import Table
from workers.tables.cells import text_of

LARGEST_UNPACKED: Final = 400 * 1024 * 1024
_PIECE: Final = 1024 * 1024
_DAMAGED: Final = (
    BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError,
    struct.error,
)  # fmt: skip
"""What the library for zips says of one that is not whole."""
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def is_workbook(content: bytes) -> bool:
    """By how the file begins, whatever its name says."""
    return content.startswith((ZIP, OLE))


def read_workbook(content: bytes, wanted: str) -> Table:
    """One sheet: `wanted`, or the first that is seen and has something in it. Raises `TableRefused`."""
    if content.startswith(ZIP):
        _refuse_what_bursts(content)
    try:
        return _read(content, wanted)
    except PasswordError:
        raise TableRefused(Refusal.LOCKED) from None
    except WorksheetNotFound:
        raise TableRefused(Refusal.NO_SHEET) from None
    except CalamineError:
        raise TableRefused(Refusal.UNREADABLE) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what the library did not foresee, which is no Exception
            raise
        raise TableRefused(Refusal.UNREADABLE) from None


def _read(content: bytes, wanted: str) -> Table:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    names = [
        one.name
        for one in book.sheets_metadata
        if one.typ == SheetTypeEnum.WorkSheet and one.visible == SheetVisibleEnum.Visible
    ]
    if wanted and wanted not in names:
        raise TableRefused(Refusal.NO_SHEET)
    for name in [wanted] if wanted else names:
        if rows := _sheet(book, name):
            return Table(rows, name, tuple(names))
    raise TableRefused(Refusal.EMPTY)


def _sheet(book: CalamineWorkbook, name: str) -> list[list[str]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > MOST_ROWS + 100:
        raise TableRefused(Refusal.TOO_MANY_ROWS)
    rows: list[list[str]] = []
    for row in sheet.to_python(skip_empty_area=False):
        cells = [text_of(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise TableRefused(Refusal.TOO_MANY_COLUMNS)
        rows.append(cells)
    _spread_merged(rows, sheet.merged_cell_ranges or [])
    return rows if any(rows) else []


def _spread_merged(rows: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What is merged downwards holds for each of its rows: the firm that stands once beside its people."""
    for (top, left), (bottom, right) in merged:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            row.extend([""] * (left + 1 - len(row)))
            row[left] = row[left] or rows[top][left]


def _refuse_what_bursts(content: bytes) -> None:
    """A zip says itself how large its files are; one that lies is caught while it is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST_UNPACKED:
                raise TableRefused(Refusal.TOO_LARGE)
            if any(one.flag_bits & 1 for one in packed.infolist()):
                raise TableRefused(Refusal.LOCKED)
            for one in packed.infolist():
                _unpack(packed, one.filename)
    except _DAMAGED:
        raise TableRefused(Refusal.UNREADABLE) from None


def _unpack(packed: ZipFile, name: str) -> None:
    with packed.open(name) as file:
        while file.read(_PIECE):
            pass
