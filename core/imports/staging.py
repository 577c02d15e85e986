"""The rows of a mapped file, each with what would become of it, in a table of their own: nothing is written yet."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import Table as SqlTable
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.queries import accounts_by_id, contacts_by_id
from core.database import reading, transaction
from core.imports.colleagues import colleagues_of
from core.imports.matching import View, known_accounts, known_contacts, nobody
from core.imports.models import Import, ImportRow, ImportState, OnSame, RowState
from core.imports.planning import Planner
from core.imports.reading import import_of
from core.imports.table import Table
from core.imports.weighing import Scale, Weighed
from core.leases import hold, let_go
from core.policy import Viewer
from core.records import new_id
from core.viewers import viewer_of

PIECE: Final = 400
_LEASE: Final = timedelta(seconds=60)
_ROWS = cast("SqlTable", ImportRow.__table__)


class CheckedElsewhere(Exception):
    """Another worker is at it, or was until just now: to be tried again later."""


async def check(company_id: str, import_id: str, table: Table) -> None:
    """Weighs every row and keeps it with its verdict; its person then looks at them. May be done again from the start.

    Raises `NotFound` when its person is no longer at work in the company, `CheckedElsewhere` while another does it.
    """
    lease, holder = f"import {import_id}", new_id()
    if not await hold(lease, holder, datetime.now(UTC), _LEASE):
        raise CheckedElsewhere
    try:
        await _check(company_id, import_id, table, lambda: hold(lease, holder, datetime.now(UTC), _LEASE))
    finally:
        await let_go(lease, holder, datetime.now(UTC))


async def _check(company_id: str, import_id: str, table: Table, go_on: Callable[[], Awaitable[bool]]) -> None:
    async with reading(company_id) as session:
        found = await import_of(session, import_id)
        if found is None or found.state != ImportState.CHECKING:
            return
        viewer = await viewer_of(session, company_id, found.user_id)
        scale = await _scale(session, viewer, found)
    await _forget_rows(company_id, import_id)
    for piece in _pieces(table.rows, found.header):
        weighed = await asyncio.to_thread(_weigh, scale, piece)
        async with reading(company_id) as session:
            await _settle(session, viewer, scale, weighed)
        if not await go_on() or not await _keep(company_id, found, weighed):
            return
    async with transaction(company_id) as session:
        await session.execute(
            _still(found).values(state=ImportState.READY.value, counts={"rows": found.counts["rows"], **scale.counts})
        )


async def _scale(session: AsyncSession, viewer: Viewer, found: Import) -> Scale:
    mapping = {int(column): target for column, target in found.mapping.items()}
    targets = set(mapping.values())
    return Scale(
        viewer,
        Planner(mapping, viewer.country, await colleagues_of(session, viewer)),
        await known_accounts(session, viewer),
        await known_contacts(session, viewer) if any(one.startswith("contact.") for one in targets) else nobody(),
        OnSame(found.on_same),
        found.lenient,
    )


def _pieces(rows: Sequence[Sequence[str]], header: int) -> Iterator[list[tuple[int, Sequence[str]]]]:
    """Numbered as in the file."""
    for start in range(header, len(rows), PIECE):
        yield list(enumerate(rows[start : start + PIECE], start=start + 1))


def _weigh(scale: Scale, piece: list[tuple[int, Sequence[str]]]) -> list[Weighed]:
    return [row for number, cells in piece if any(cells) and (row := scale.weigh(number, cells)) is not None]


async def _settle(session: AsyncSession, viewer: Viewer, scale: Scale, weighed: list[Weighed]) -> None:
    accounts = await accounts_by_id(session, viewer, [str(row.account_id) for row in weighed if row.edits_account])
    contacts = await contacts_by_id(session, viewer, [str(row.contact_id) for row in weighed if row.edits_contact])
    for row in weighed:
        scale.settle(row, _by_id(accounts), _by_id(contacts))


def _by_id(views: Sequence[View]) -> dict[str, View]:
    return {view["id"]: view for view in views}


async def _keep(company_id: str, found: Import, weighed: list[Weighed]) -> bool:
    """False when its person has changed something meanwhile: then this check is over."""
    rows = [
        {
            "company_id": company_id,
            "import_id": found.id,
            "number": row.number,
            "cells": list(row.cells),
            "verdict": row.verdict.value,
            "state": RowState.WAITING.value,
            "shown": row.shown(),
            "payload": row.payload,
            "problems": [problem.as_json() for problem in row.plan.problems],
        }
        for row in weighed
    ]
    async with transaction(company_id) as session:
        mine = await session.execute(_still(found).values(kept=0).returning(Import.id))
        if mine.first() is None:
            return False
        if rows:
            await (await session.connection()).execute(_ROWS.insert(), rows)
    return True


def _still(found: Import) -> Any:
    return update(Import).where(
        Import.id == found.id, Import.state == ImportState.CHECKING, Import.revision == found.revision
    )


async def _forget_rows(company_id: str, import_id: str) -> None:
    """What an earlier check has left, in pieces."""
    step = 5_000
    for start in range(0, 200_000, step):
        async with transaction(company_id) as session:
            gone = await session.execute(
                delete(ImportRow).where(
                    ImportRow.import_id == import_id,
                    ImportRow.number > start,
                    ImportRow.number <= start + step,
                )
            )
        if not gone.rowcount and start > step:  # type: ignore[attr-defined]
            return
