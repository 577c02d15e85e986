"""Files as people bring them: read as they mean them, or refused in words."""

import csv
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.imports.refusals import MOST_ROWS, Refusal, TableRefused
from tests.builders.tables import csv_of, xlsx_of
from workers.tables.process import read_apart
from workers.tables.reading import read_table
from workers.tables.workbooks import LARGEST_UNPACKED

ROWS = [["Razón social", "C.P.", "Teléfono"], ["Núñez; e «Hijos»", "08001", "976\n123"], ["Ávila, S.L.", "", "600"]]


def refused(content: bytes, sheet: str = "") -> Refusal:
    with pytest.raises(TableRefused) as error:
        read_table(content, sheet)
    return error.value.reason


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_whatever_wrote_it(separator: str, encoding: str) -> None:
    assert read_table(csv_of(ROWS, separator, encoding)).rows == ROWS


def test_what_a_spreadsheet_says_of_its_separator_is_believed() -> None:
    assert read_table(b"sep=,\r\nname,note\r\na;b;c,d\r\n").rows == [["name", "note"], ["a;b;c", "d"]]


def test_a_quotation_mark_that_nobody_closed_swallows_nothing() -> None:
    lines = ["name;height", 'Pipe 3" wide;1', *(f"Pipe {n};2" for n in range(60))]
    rows = read_table("\n".join(lines).encode()).rows
    assert len(rows) == 62
    begun = ["name;height", '"Pipe;1', *(f"Pipe {n};2" for n in range(60))]
    assert len(read_table("\n".join(begun).encode()).rows) == 62


def test_a_workbook_gives_what_a_person_sees() -> None:
    book = xlsx_of({"Clientes": [["Tel", "CP", "Precio"], [6.00123456e8, 8001.0, 12.5], [None, None, None], ["x"]]})
    table = read_table(book)
    assert table.rows == [["Tel", "CP", "Precio"], ["600123456", "8001", "12.5"], [], ["x"]]
    assert (table.sheet, table.sheets) == ("Clientes", ("Clientes",))


def test_the_first_sheet_with_something_in_it_is_read_or_the_one_that_is_wanted() -> None:
    book = xlsx_of({"Portada": [], "Uno": [["a", "b"], ["1", "2"]], "Dos": [["c"], ["3"]]})
    assert read_table(book).sheet == "Uno"
    assert read_table(book, "Dos").rows == [["c"], ["3"]]
    assert refused(book, "Tres") is Refusal.NO_SHEET


def test_what_is_merged_downwards_holds_for_each_row() -> None:
    book = xlsx_of({"A": [["Empresa", "Persona"], ["Ebro", "Ana"], [None, "Luis"], [None, "Eva"]]}, merged=["A2:A3"])
    assert read_table(book).rows[1:] == [["Ebro", "Ana"], ["Ebro", "Luis"], ["", "Eva"]]


def test_too_much_is_refused_before_it_is_unpacked() -> None:
    assert refused(b"a;b\n" * (MOST_ROWS + 200)) is Refusal.TOO_MANY_ROWS
    assert refused(b";".join([b"a"] * 200)) is Refusal.TOO_MANY_COLUMNS
    assert refused(_bomb(LARGEST_UNPACKED + 1)) is Refusal.TOO_LARGE


def _bomb(size: int) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed, packed.open("xl/workbook.xml", "w", force_zip64=True) as inside:
        for _ in range(size // (1 << 20) + 1):
            inside.write(bytes(1 << 20))
    return file.getvalue()


async def test_a_cell_at_the_end_of_the_world_brings_nothing_down() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    book = xlsx_of({"A": [["Empresa"], ["Ebro"]]}, extra=far)
    with pytest.raises(TableRefused) as error:
        await read_apart(book, "")
    assert error.value.reason in (Refusal.TOO_LARGE, Refusal.TOO_MANY_ROWS)
    assert (await read_apart(csv_of(ROWS), "")).rows == ROWS


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"\n\n;;;\n", Refusal.EMPTY),
        (b"PK\x03\x04 no zip at all", Refusal.UNREADABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Refusal.UNREADABLE),
        (b"%PDF-1.7\n\x00\x01\x02", Refusal.UNREADABLE),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Refusal.UNREADABLE),
        (xlsx_of({"A": []}), Refusal.EMPTY),
    ],
    ids=["nothing", "empty rows", "no zip", "no workbook", "pdf", "png", "empty sheet"],
)
def test_what_is_no_table_is_refused(content: bytes, reason: Refusal) -> None:
    assert refused(content) is reason


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b"\xff\xfe\x00")
@example(b'"')
def test_no_bytes_are_more_than_refused(content: bytes) -> None:
    try:
        table = read_table(content)
    except TableRefused:
        return
    assert all(isinstance(cell, str) for row in table.rows for cell in row)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=1200), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_refused_or_read(place: int, damage: bytes) -> None:
    whole = xlsx_of({"A": [["Empresa", "Tel"], ["Ebro", 976123456.0]]})
    try:
        read_table(whole[:place] + damage + whole[place + len(damage) :])
    except TableRefused:
        return


LETTERS = st.characters(exclude_categories=["C", "Z"], exclude_characters="'\ufeff\u200b")
WORDS = st.text(LETTERS, min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=6), st.sampled_from(";,\t|"))
def test_what_was_written_is_read(rows: list[list[str]], separator: str) -> None:
    text = StringIO()
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    found = read_table(text.getvalue().encode("utf-8-sig")).rows
    assert found == rows
