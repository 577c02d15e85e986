"""The rows that were looked at become accounts and contacts, in pieces that hold nobody up; and back again.

A row's operation has an id of its own: whatever dies in the middle, and however often a piece is begun, each is done
once.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select, update

from core.database import reading, transaction
from core.errors import CrmError
from core.imports.models import Import, ImportRow, ImportState, RowState, Verdict
from core.imports.problems import problem_of
from core.imports.reading import import_of
from core.operations import Door, Operation, Outcome
from core.outbox import OutboxMessage
from core.performing import perform_many
from core.viewers import viewer_of

PIECE: Final = 25
"""Rows of the first transaction: with SQLite, nobody else writes meanwhile."""
MOST: Final = 100
"""Rows a transaction, however quick they are."""
HELD: Final = 0.1
"""Seconds that a transaction should take at most: the next have as many rows as fit."""
REST: Final = 0.25
"""So long, as a part of what a piece took, others have the database for themselves."""
SECONDS: Final = 20.0
"""Of work at a time; what is left then is asked for anew, so that no job is taken for one that died."""


async def apply(company_id: str, import_id: str, seconds: float = SECONDS) -> None:
    """Applies rows for a while, or until all are; asks for the rest.

    Raises `NotFound` when the person whose import it is is no longer at work in the company.
    """
    await _in_pieces(company_id, import_id, ImportState.APPLYING, seconds)


async def take_back(company_id: str, import_id: str, seconds: float = SECONDS) -> None:
    """Takes applied rows back for a while, the last first; what somebody has changed since is left, and said."""
    await _in_pieces(company_id, import_id, ImportState.UNDOING, seconds)


def operation_id(import_id: str, number: int) -> str:
    """The id of a row's operation."""
    return str(uuid5(NAMESPACE_OID, f"import:{import_id}:{number}"))


async def _in_pieces(company_id: str, import_id: str, state: ImportState, seconds: float) -> None:
    until, rows = monotonic() + seconds, PIECE
    while monotonic() < until:
        began = monotonic()
        if not await _piece(company_id, import_id, state, rows):
            return
        took = monotonic() - began
        rows = min(MOST, 2 * rows, int(rows * HELD / took) + 1)
        await asyncio.sleep(took * REST)
    topic = "import.apply" if state is ImportState.APPLYING else "import.undo"
    now = datetime.now(UTC)
    async with transaction(company_id) as session:
        session.add(
            OutboxMessage(
                company_id=company_id, topic=topic, payload={"import_id": import_id}, created_at=now, due_at=now
            )
        )


async def _piece(company_id: str, import_id: str, state: ImportState, most: int) -> bool:
    """One piece; False when there is no more, or its person wants no more."""
    undoes = state is ImportState.UNDOING
    async with reading(company_id) as session:
        found = await import_of(session, import_id)
        if found is None or found.state != state:
            return False
        statement = select(ImportRow.number, ImportRow.payload).where(ImportRow.import_id == import_id).limit(most)
        if undoes:
            statement = statement.where(ImportRow.state == RowState.DONE).order_by(ImportRow.number.desc())
        else:
            wanted = [Verdict.NEW.value, Verdict.UPDATE.value]
            statement = statement.where(ImportRow.state == RowState.WAITING, ImportRow.verdict.in_(wanted)).order_by(
                ImportRow.number
            )
        rows = list(await session.execute(statement))
        await viewer_of(session, company_id, found.user_id)
    if not rows:
        await _finish(company_id, import_id, state)
        return False
    wishes = [_undo(import_id, row.number) if undoes else _wish(import_id, row) for row in rows]
    outcomes = await perform_many(wishes, company_id, found.user_id)
    await _note(company_id, import_id, [row.number for row in rows], outcomes, undoes=undoes)
    return True


def _wish(import_id: str, row: Any) -> Operation:
    return Operation("import.row", row.payload, id=operation_id(import_id, row.number), door=Door.IMPORT)


def _undo(import_id: str, number: int) -> Operation:
    done = operation_id(import_id, number)
    undo_id = str(uuid5(NAMESPACE_OID, f"undo:{done}"))
    return Operation("operation.undo", {"operation_id": done}, id=undo_id, door=Door.IMPORT)


async def _note(
    company_id: str, import_id: str, numbers: Sequence[int], outcomes: Sequence[Outcome | CrmError], *, undoes: bool
) -> None:
    """Writes what became of the rows, once for each, and how far the whole is."""
    before = RowState.DONE if undoes else RowState.WAITING
    good, bad = (RowState.UNDONE, RowState.KEPT) if undoes else (RowState.DONE, RowState.FAILED)
    went_well = [number for number, one in zip(numbers, outcomes, strict=True) if isinstance(one, Outcome)]
    went_wrong = [(number, one) for number, one in zip(numbers, outcomes, strict=True) if isinstance(one, CrmError)]
    async with transaction(company_id) as session:
        mine = (ImportRow.import_id == import_id, ImportRow.state == before)
        noted = await session.execute(
            update(ImportRow)
            .where(*mine, ImportRow.number.in_(went_well))
            .values(state=good)
            .returning(ImportRow.number)
        )
        well, wrong = len(noted.all()), 0
        for number, error in went_wrong:
            problems = [one.as_json() for one in _problems(error)]
            noted = await session.execute(
                update(ImportRow)
                .where(*mine, ImportRow.number == number)
                .values(state=bad, problems=problems)
                .returning(ImportRow.number)
            )
            wrong += len(noted.all())
        changes = (
            {"done": Import.done - well - wrong, "kept": Import.kept + wrong}
            if undoes
            else {"done": Import.done + well, "failed": Import.failed + wrong}
        )
        await session.execute(update(Import).where(Import.id == import_id).values(**changes))


def _problems(error: CrmError) -> list[Any]:
    fields = getattr(error, "fields", None)
    return [problem_of(one) for one in (fields.values() if fields else [error])]


async def _finish(company_id: str, import_id: str, state: ImportState) -> None:
    after = ImportState.UNDONE if state is ImportState.UNDOING else ImportState.DONE
    async with transaction(company_id) as session:
        await session.execute(
            update(Import)
            .where(Import.id == import_id, Import.state == state)
            .values(state=after.value, finished_at=datetime.now(UTC))
        )
