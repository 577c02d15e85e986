"""Statements that are built once and executed often.

To build a statement and to find out that it was compiled before costs five times as much as to have it executed, and a
page asks a dozen. A function under `@prepared` builds for a *sight* – how the reader's rights look, without whose
records they reach – and is called with the reader: the company, the reader and the ids that the rights reach are bound
by name.

    @prepared
    def _overdue(sight: Sight) -> Statement:
        mine = select(func.count()).where(Activity.owner_id == ME, Activity.day < value("today"))
        return visible(mine, sight, Activity)

    await _overdue(session, viewer, today=now.date())

What changes how the statement looks are hashable arguments after the sight. As in every other statement, the session's
company is added to each table that belongs to one.
"""

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    CursorResult,
    Select,
    any_,
    bindparam,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import with_loader_criteria
from sqlalchemy.sql.functions import FunctionElement

from core.database import EVERY_COMPANY
from core.records import CompanyOwned, Id

if TYPE_CHECKING:
    from core.policy import Viewer

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]

ME: BindParameter[str] = bindparam("me", type_=Id)
"""The reader."""
COMPANY: BindParameter[str] = bindparam("company_id", type_=Id)
"""The session's company: for the few tables to which it is not added by itself."""


def value(name: str) -> BindParameter[Any]:
    """A value that is given by this name when the statement is executed."""
    return bindparam(name)


def values(name: str) -> BindParameter[Any]:
    """A list of values, for `in_()`, given by this name when the statement is executed."""
    return bindparam(name, expanding=True)


def among(column: Any, name: str) -> ColumnElement[bool]:
    """That the column is one of the ids given by this name, however many.

    PostgreSQL has them as one array, so that the statement reads the same for two as for forty, and stays prepared.
    """
    return _Among(column, values(name))


class _Among(FunctionElement[bool]):
    # Its type is left open: of what is called a truth value, SQLite would be asked whether it is 1, and use no index.
    inherit_cache = True


@compiles(_Among)
def _as_a_list(among: _Among, compiler: Any, **how: Any) -> str:
    column, given = among.clauses
    return str(compiler.process(column.in_(given), **how))


@compiles(_Among, "postgresql")
def _as_an_array(among: _Among, compiler: Any, **how: Any) -> str:
    column, given = among.clauses
    array: BindParameter[Any] = bindparam(cast("BindParameter[Any]", given).key, type_=ARRAY(column.type))
    return str(compiler.process(column == any_(array), **how))


class Prepared:
    """A statement that waits for its reader and its values. It gives columns, not records."""

    def __init__(self, build: Callable[..., Statement]) -> None:
        self._build = build
        self._built: dict[Hashable, Statement] = {}
        update_wrapper(self, build)

    async def __call__(
        self, session: AsyncSession, viewer: "Viewer | None", /, *looks: Hashable, **given: Any
    ) -> CursorResult[Any]:
        """Executes the statement as it looks for this reader, in the session's transaction and company.

        `viewer` is None for a statement that depends on nobody: then its function takes no sight.
        """
        company_id = session.info["company_id"]
        everywhere = company_id == EVERY_COMPANY
        sight = () if viewer is None else (viewer.sight,)
        statement = self._built.get((everywhere, sight, looks))
        if statement is None:
            statement = self._build(*sight, *looks)
            statement = self._built[everywhere, sight, looks] = statement if everywhere else _of_one_company(statement)
        if viewer is not None:
            given |= viewer.bound
        if not everywhere:
            given["company_id"] = company_id
        connection = await session.connection()
        return await connection.execute(statement, given)


prepared = Prepared


def _of_one_company(statement: Statement) -> Statement:
    kept: Statement = statement.options(
        with_loader_criteria(CompanyOwned, lambda model: model.company_id == COMPANY, include_aliases=True)
    )
    return kept
