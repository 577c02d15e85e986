"""Somebody who imports a file, step by step, with what the worker would do between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from core.database import reading
from core.imports import applying
from core.imports.models import Import, ImportRow
from core.imports.reading import table_was_read
from core.imports.staging import check
from core.imports.table import Table
from tests.builders.cast import Firm

PATIENCE_SECONDS = 600
"""However slow the machine, one go is enough."""
FILE = {"name": "clientes.csv", "media_type": "text/csv", "size": 7, "digest": "b" * 64}


@dataclass
class Importing:
    """A person of the firm with tables; each step does what the worker would."""

    firm: Firm
    by: str = "manager"

    async def read(self, rows: Sequence[Sequence[str]], sheets: Sequence[str] = ()) -> str:
        """An import that was read; its id."""
        made = await self.firm.do("import.begin", FILE, self.by)
        table = Table([list(row) for row in rows], sheets[0] if sheets else "", tuple(sheets))
        await table_was_read(self.firm.company_id, made["id"], table)
        return str(made["id"])

    async def check(self, rows: Sequence[Sequence[str]], mapping: dict[str, str] | None = None, **choices: Any) -> str:
        """An import whose rows were weighed."""
        import_id = await self.read(rows)
        found = await self.get(import_id)
        wish = {"id": import_id, "mapping": mapping or found.mapping, **choices}
        await self.firm.do("import.map", wish, self.by)
        await check(self.firm.company_id, import_id, Table([list(row) for row in rows]))
        return import_id

    async def apply(self, rows: Sequence[Sequence[str]], **choices: Any) -> str:
        """An import that was applied whole."""
        import_id = await self.check(rows, **choices)
        await self.firm.do("import.start", {"id": import_id}, self.by)
        await applying.apply(self.firm.company_id, import_id, seconds=PATIENCE_SECONDS)
        return import_id

    async def undo(self, import_id: str) -> None:
        """Takes it back whole."""
        await self.firm.do("import.undo", {"id": import_id}, self.by)
        await applying.take_back(self.firm.company_id, import_id, seconds=PATIENCE_SECONDS)

    async def get(self, import_id: str) -> Import:
        """The import as it is."""
        async with reading(self.firm.company_id) as session:
            return (await session.scalars(select(Import).where(Import.id == import_id))).one()

    async def rows(self, import_id: str) -> list[ImportRow]:
        """Its rows by number."""
        async with reading(self.firm.company_id) as session:
            found = await session.scalars(
                select(ImportRow).where(ImportRow.import_id == import_id).order_by(ImportRow.number)
            )
            return list(found)

    async def all(self, model: Any) -> list[Any]:
        """Every record of a kind."""
        async with reading(self.firm.company_id) as session:
            return list(await session.scalars(select(model).order_by(model.created_at, model.id)))
