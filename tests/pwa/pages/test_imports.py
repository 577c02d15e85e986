"""A file on its way through the pages: sent, its columns named, its rows looked at, imported, taken back."""

import csv
from collections.abc import Sequence
from io import StringIO

import httpx
import pytest

from core.imports import applying
from core.imports.models import ImportState
from core.imports.reading import file_of, table_was_read
from core.imports.staging import check
from tests.builders.cast import Firm
from tests.builders.importing import Importing
from tests.builders.statements import executed
from tests.builders.tables import csv_of
from tests.pwa.visitors import FRAGMENT, Visitors, hidden
from workers.tables.reading import read_table

ROWS = [
    ["Empresa", "Teléfono", "Correo"],
    ["Talleres Núñez", "976123456", "info@nunez.es"],
    ["Hotel Ebro", "97", "=cmd()@x"],
    ["", "", "nobody@ebro.es"],
]


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm, "manager")


async def send(browser: httpx.AsyncClient, rows: Sequence[Sequence[str]]) -> str:
    form = (await browser.get("/imports/new")).text
    sent = {"file": ("C:\\Users\\Ana\\clientes.csv", csv_of(rows), "text/csv")}
    made = await browser.post("/imports", data={"operation_id": hidden(form)}, files=sent)
    assert made.status_code == 303
    return made.headers["location"]


async def read(firm: Firm, address: str) -> None:
    """What the worker does with a file, to be mapped or checked."""
    import_id = address.rpartition("/")[2]
    if found := await file_of(firm.company_id, import_id, ImportState.READING, ImportState.CHECKING):
        table = read_table(found[1], found[0].sheet)
        await table_was_read(firm.company_id, import_id, table)
        await check(firm.company_id, import_id, table)


async def test_a_file_becomes_customers_and_they_are_taken_back(firm: Firm, browser: httpx.AsyncClient) -> None:
    address = await send(browser, ROWS)
    import_id = address.rpartition("/")[2]
    assert "Being read" in (await browser.get(address)).text
    await read(firm, address)
    assert (await browser.get(address, headers=FRAGMENT)).headers["hx-redirect"] == f"{address}/edit"
    mapping = (await browser.get(address, follow_redirects=True)).text
    assert 'value="account.email" selected' in mapping
    chosen = {"column-0": "account.name", "column-1": "account.phone", "column-2": "account.email"}
    sent = await browser.post(address, data={"operation_id": hidden(mapping), **chosen, "on_same": "fill"})
    assert sent.status_code == 303
    await read(firm, address)
    page = (await browser.get(address)).text
    assert "Import one row" in page
    assert "<b>Teléfono</b> “97”: That is not a phone number." in page
    assert "This row has no name" in page
    await browser.post(f"{address}/step", data={"operation_id": "", "step": "start"})
    await applying.apply(firm.company_id, import_id)
    assert "One row is imported." in (await browser.get(address)).text
    assert "Talleres Núñez" in (await browser.get("/accounts")).text
    await browser.post(f"{address}/step", data={"operation_id": "", "step": "undo"})
    await applying.take_back(firm.company_id, import_id)
    assert "Nothing of it is left." in (await browser.get(address)).text
    assert "Talleres Núñez" not in (await browser.get("/accounts")).text
    assert "clientes.csv" in (await browser.get("/imports")).text


async def test_bad_rows_come_back_as_a_file_that_calculates_nothing_and_can_be_imported_again(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    import_id = await Importing(firm).check(ROWS)
    answer = await browser.get(f"/imports/{import_id}/rows.csv?show=wrong")
    assert answer.headers["content-disposition"] == 'attachment; filename="clientes-wrong.csv"'
    header, first, second = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert header == [*ROWS[0], "What to correct"]
    assert first[2] == "'=cmd()@x"
    assert "Teléfono: That is not a phone number." in first[3]
    assert second[:3] == ROWS[3]
    assert read_table(answer.content).rows[1][2] == "=cmd()@x"


async def test_a_mapping_that_cannot_be_is_said_beside_its_column_and_what_was_chosen_stays(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    import_id = await Importing(firm).read(ROWS)
    twice = {"column-0": "account.name", "column-1": "account.name", "on_same": "update", "lenient": "1"}
    answer = await browser.post(f"/imports/{import_id}", data=twice)
    assert answer.status_code == 422
    assert 'id="column-1-error"' in answer.text
    assert answer.text.count('value="account.name" selected') == 2
    assert 'value="update" checked' in answer.text
    answer = await browser.post(f"/imports/{import_id}", data={"column-1": "account.phone"})
    assert "Say in which column the name" in answer.text


async def test_what_was_said_of_the_columns_is_remembered_for_the_next_file_with_the_same(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    await Importing(firm).check(ROWS, mapping={"0": "contact.name", "2": "contact.email"})
    import_id = await Importing(firm, by="admin").read(ROWS)
    assert (await Importing(firm).get(import_id)).mapping == {"0": "contact.name", "2": "contact.email"}


async def test_without_a_file_one_is_asked_for(browser: httpx.AsyncClient) -> None:
    for files in ({}, {"file": ("empty.csv", b"", "text/csv")}):
        answer = await browser.post("/imports", data={"x": "y"}, files=files)
        assert answer.status_code == 422
        assert "Choose a file with rows in it." in answer.text


async def test_a_page_of_an_import_grows_with_nothing(firm: Firm, browser: httpx.AsyncClient) -> None:
    asked, sizes = set(), []
    for many in (30, 300):
        rows = [["Empresa"], *([f"Taller {n}"] for n in range(many))]
        import_id = await Importing(firm).check(rows)
        with executed() as said:
            page = await browser.get(f"/imports/{import_id}")
        asked.add(len(said))
        sizes.append(len(page.text))
        more = await browser.get(f"/imports/{import_id}?show=all&after=21", headers=FRAGMENT)
        assert "<html" not in more.text
        assert "Taller 20" in more.text
    assert len(asked) == 1
    assert abs(sizes[0] - sizes[1]) < 200
