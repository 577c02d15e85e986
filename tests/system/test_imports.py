"""A file goes its whole way through the real processes, and the worker is killed: each row once, and all of it back."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from time import monotonic

import pytest

from core.customers.models import Account, Phone
from core.documents.service import keep_bytes
from core.imports.models import Import, ImportState
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import at_work
from tests.builders.importing import FILE, Importing
from tests.builders.tables import xlsx_of
from tests.system.running import Ronda, installation

MANY = 600
PATIENCE_SECONDS = 600
"""What a worker had in hand is back after seconds; a slow machine takes its time for the rows."""


@pytest.fixture
async def ronda(sqlite_url: str) -> AsyncIterator[Ronda]:
    """What an import needs."""
    with installation(["broker", "worker", "clock"], DATABASE_URL=sqlite_url) as made:
        async with at_work(sqlite_url, made.settings.data_dir):
            yield made


@pytest.fixture
async def importing(ronda: Ronda) -> Importing:
    return Importing(await Firm.known(EBRO))


async def test_a_workbook_is_imported_though_the_worker_is_killed_and_is_taken_back(
    ronda: Ronda, importing: Importing
) -> None:
    rows: list[list[str | float | None]] = [["Razón social", "Teléfono"]]
    rows += [[f"Taller {n}", 976_100_000.0 + n] for n in range(MANY)]
    digest, size = await keep_bytes(importing.firm.company_id, xlsx_of({"Clientes": rows}))
    kept = FILE | {"name": "clientes.xlsx", "digest": digest, "size": size}
    import_id = (await importing.firm.do("import.begin", kept, "manager"))["id"]
    read = await _until(importing, import_id, ImportState.MAPPING)
    assert read.mapping == {"0": "account.name", "1": "account.phone"}
    await importing.firm.do("import.map", {"id": import_id, "mapping": read.mapping}, "manager")
    await _until(importing, import_id, ImportState.READY)
    await importing.firm.do("import.start", {"id": import_id}, "manager")
    while (await importing.get(import_id)).done == 0:
        await asyncio.sleep(0.02)
    ronda.kill("worker")
    assert 0 < (await importing.get(import_id)).done < MANY
    ronda.start("worker")
    done = await _until(importing, import_id, ImportState.DONE)
    assert (done.done, done.failed) == (MANY, 0)
    names = Counter(one.name for one in await importing.all(Account))
    assert (len(names), names.total()) == (MANY, MANY)
    assert len(await importing.all(Phone)) == MANY
    await importing.firm.do("import.undo", {"id": import_id}, "manager")
    undone = await _until(importing, import_id, ImportState.UNDONE)
    assert (undone.done, undone.kept) == (0, 0)
    assert not await importing.all(Account)


async def _until(importing: Importing, import_id: str, state: ImportState) -> Import:
    until = monotonic() + PATIENCE_SECONDS
    while (found := await importing.get(import_id)).state != state:
        assert monotonic() < until, f"still {found.state}: {found.done} done, {found.reason}"
        await asyncio.sleep(0.05)
    return found
