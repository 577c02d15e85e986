"""Applying survives what happens meanwhile: a kill, a pause, others who write, somebody who is faster."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest
from sqlalchemy import select

from core.customers.models import Account
from core.database import reading
from core.events import PerformedOperation
from core.imports import applying
from core.imports.models import ImportState
from core.imports.staging import CheckedElsewhere, check
from core.imports.table import Table
from core.leases import hold, let_go
from core.outbox import OutboxMessage
from tests.builders.cast import EBRO, Firm
from tests.builders.importing import Importing

MANY = 900
ROWS = [["Razón social", "Teléfono"], *([f"Taller {n}", f"9761{n:05d}"] for n in range(MANY))]
WORKER = """
import asyncio, sys
import core.all_operations
from core.imports.applying import apply
asyncio.run(apply(sys.argv[1], sys.argv[2]))
"""


@pytest.fixture
async def firm(sqlite: str) -> Firm:
    """On the database that has one writer."""
    return await Firm.known(EBRO)


async def ready(importing: Importing, rows: list[list[str]]) -> str:
    import_id = await importing.check(rows)
    await importing.firm.do("import.start", {"id": import_id}, importing.by)
    return import_id


async def test_a_worker_killed_in_the_middle_has_done_nothing_twice_and_leaves_nothing_out(
    importing: Importing, firm: Firm
) -> None:
    import_id = await ready(importing, ROWS)
    worker = subprocess.Popen([sys.executable, "-c", WORKER, firm.company_id, import_id], env=dict(os.environ))
    deadline = monotonic() + 60
    while (await importing.get(import_id)).done < 100 and monotonic() < deadline:
        await asyncio.sleep(0.02)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    half = await importing.get(import_id)
    assert (half.state, 0 < half.done < MANY) == (ImportState.APPLYING, True)
    # Two take it up at once, as when a job is handed out again while the first hand still has it.
    await asyncio.gather(*(applying.apply(firm.company_id, import_id, seconds=600) for _ in range(2)))
    done = await importing.get(import_id)
    assert (done.state, done.done, done.failed) == (ImportState.DONE, MANY, 0)
    names = Counter(one.name for one in await importing.all(Account))
    assert (len(names), names.total()) == (MANY, MANY)
    async with reading(firm.company_id) as session:
        operations = list(
            await session.scalars(select(PerformedOperation).where(PerformedOperation.name == "import.row"))
        )
    assert len(operations) == MANY


async def test_others_write_while_it_goes_on_and_it_can_be_paused(importing: Importing, firm: Firm) -> None:
    import_id = await ready(importing, ROWS[:501])
    at_work = asyncio.create_task(applying.apply(firm.company_id, import_id, seconds=600))
    waits: list[float] = []
    while not at_work.done() and len(waits) < 3:
        began = monotonic()
        await firm.do("account.create", {"name": "By hand"}, "rep")
        waits.append(monotonic() - began)
    assert waits
    await firm.do("import.pause", {"id": import_id}, "manager")
    await at_work
    paused = await importing.get(import_id)
    assert (paused.state, 0 < paused.done < 500) == (ImportState.PAUSED, True)
    await firm.do("import.start", {"id": import_id}, "manager")
    await applying.apply(firm.company_id, import_id, seconds=600)
    assert (await importing.get(import_id)).done == 500


async def test_what_is_left_after_a_while_is_asked_for_anew(importing: Importing, firm: Firm) -> None:
    import_id = await ready(importing, ROWS[:250])
    await applying.apply(firm.company_id, import_id, seconds=0.001)
    assert (await importing.get(import_id)).done == applying.PIECE
    async with reading(firm.company_id) as session:
        topics = await session.scalars(select(OutboxMessage.topic).where(OutboxMessage.topic == "import.apply"))
        assert len(list(topics)) == 2
    await applying.apply(firm.company_id, import_id, seconds=600)
    done = await importing.get(import_id)
    assert (done.state, done.done) == (ImportState.DONE, 249)


async def test_rows_are_weighed_by_one_worker_at_a_time(importing: Importing, firm: Firm) -> None:
    import_id = await importing.read(ROWS[:3])
    await firm.do("import.map", {"id": import_id, "mapping": {"0": "account.name"}}, "manager")
    now = datetime.now(UTC)
    assert await hold(f"import {import_id}", "another", now, timedelta(seconds=60))
    with pytest.raises(CheckedElsewhere):
        await check(firm.company_id, import_id, Table(ROWS[:3]))
    await let_go(f"import {import_id}", "another", now)
    await check(firm.company_id, import_id, Table(ROWS[:3]))
    assert (await importing.get(import_id)).state == ImportState.READY
