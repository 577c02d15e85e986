"""A file that was read: where its columns' names stand, what the columns are, as far as that can be told."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import reading, transaction
from core.documents.stores import key_of, store
from core.imports.guessing import guess
from core.imports.headers import header_row, signature_of
from core.imports.models import Import, ImportState
from core.imports.refusals import MOST_ROWS, Refusal
from core.imports.table import Table
from core.imports.targets import TARGETS

_SAMPLED = 200
_SAMPLES_SHOWN = 3


async def import_of(session: AsyncSession, import_id: str) -> Import | None:
    """The import with this id, if the company has it; whose it is is for the caller to ask."""
    found: Import | None = await session.scalar(select(Import).where(Import.id == import_id))
    return found


async def file_of(company_id: str, import_id: str, *states: ImportState) -> tuple[Import, bytes] | None:
    """The import with its file's bytes; None when it is in none of these states (any more)."""
    async with reading(company_id) as session:
        found = await import_of(session, import_id)
    if found is None or found.state not in states:
        return None
    return found, await store().get(key_of(company_id, found.digest))


async def table_was_read(company_id: str, import_id: str, table: Table) -> None:
    """Asks its person what the columns are, with what is known of them. May be called again with the same."""
    async with reading(company_id) as session:
        found = await import_of(session, import_id)
        if found is None or found.state != ImportState.READING:
            return
        header = header_row(table.rows) if found.header < 0 else found.header - 1
        rows = table.rows[header + 1 :]
        filled = sum(any(row) for row in rows)
        reason = Refusal.EMPTY if not filled else Refusal.TOO_MANY_ROWS if filled > MOST_ROWS else None
        names = _names(table.rows, header)
        samples = _samples(rows, len(names))
        signature = signature_of(names)
        mapping = await _remembered(session, signature, names) or guess(names, samples)
    if reason is not None:
        await was_refused(company_id, import_id, reason)
        return
    values: dict[str, Any] = {
        "state": ImportState.MAPPING.value,
        "sheet": table.sheet[:100],
        "sheets": [*table.sheets][:100],
        "header": header + 1,
        "signature": signature,
        "columns": [
            {"name": name[:200], "samples": [one[:80] for one in dict.fromkeys(filter(None, some))][:_SAMPLES_SHOWN]}
            for name, some in zip(names, samples, strict=True)
        ],
        "mapping": {str(column): target for column, target in mapping.items()},
        "counts": {"rows": filled},
    }
    async with transaction(company_id) as session:
        await session.execute(
            update(Import).where(Import.id == import_id, Import.state == ImportState.READING).values(**values)
        )


async def was_refused(company_id: str, import_id: str, reason: Refusal) -> None:
    """Says why the file is not taken."""
    async with transaction(company_id) as session:
        await session.execute(
            update(Import)
            .where(Import.id == import_id, Import.state.in_([ImportState.READING, ImportState.CHECKING]))
            .values(state=ImportState.REFUSED.value, reason=reason.value)
        )


def _names(rows: Sequence[Sequence[str]], header: int) -> list[str]:
    """Of every column that has a name or anything in it; those behind the last such are none."""
    width = max((len(row) for row in rows[max(header, 0) :]), default=0)
    named = list(rows[header]) if header >= 0 else []
    return [" ".join(name.split()) for name in named] + [""] * (width - len(named))


def _samples(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    looked_at = [row for row in rows if any(row)][:_SAMPLED]
    return [[row[column] for row in looked_at if column < len(row)] for column in range(width)]


async def _remembered(session: AsyncSession, signature: str, names: Sequence[str]) -> dict[int, str]:
    """What somebody of the company said of the last file with the same columns."""
    if not any(names):
        return {}
    mapping = await session.scalar(
        select(Import.mapping)
        .where(
            Import.signature == signature,
            Import.state.not_in([ImportState.READING, ImportState.MAPPING, ImportState.REFUSED]),
        )
        .order_by(Import.created_at.desc())
        .limit(1)
    )
    return {int(column): target for column, target in (mapping or {}).items() if target in TARGETS}
