"""SQLite in a thread, with one trip to it for a statement instead of four.

aiosqlite makes a trip to its thread for each of: open a cursor, execute, fetch, close. For the small statements of a
page the trips cost more than the statements, so that here they are one; and a transaction begins on its first
statement's.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

import aiosqlite

Rows = list[Any]

_TO_WRITE: Final = "BEGIN IMMEDIATE"
_LOOKED_AGAIN: Final = 0.002
"""Seconds until a writer looks again whether another process still writes."""


class SqliteConnection(aiosqlite.Connection):
    """aiosqlite's connection with a cursor of our own, as SQLAlchemy's `async_creator` gives it."""

    def __init__(self, path: str | Path) -> None:
        super().__init__(lambda: sqlite3.connect(path, check_same_thread=False), iter_chunk_size=64)
        self._thread.daemon = True  # a process that is killed waits for no thread
        self._to_begin: str | None = None

    def begin(self, *, writes: bool) -> None:
        """Begins a transaction with what is executed next."""
        # A writer that begins as a reader may be refused at its first write; one that says so at once queues.
        self._to_begin = _TO_WRITE if writes else "BEGIN"

    async def commit(self) -> None:
        """Commits what was begun, if anything was."""
        if not self._has_not_begun():
            await super().commit()

    async def rollback(self) -> None:
        """Takes back what was begun, if anything was."""
        if not self._has_not_begun():
            await super().rollback()

    def _has_not_begun(self) -> bool:
        """Whether nothing was executed since `begin`; then there is nothing to begin any more."""
        waiting, self._to_begin = self._to_begin, None
        return waiting is not None

    def cursor(self) -> "SqliteCursor":  # type: ignore[override]
        """A cursor; nothing is asked of the thread before it executes something."""
        return SqliteCursor(self)

    async def at_once(self, sql: str, parameters: Sequence[Any] | None, *, many: bool) -> "tuple[Any, int, int, Rows]":
        """Executes in the thread and brings everything back: description, row count, last row id, rows."""
        begin, self._to_begin = self._to_begin, None

        def run() -> tuple[Any, int, int, Rows]:
            cursor = self._conn.cursor()
            try:
                if begin is not None:
                    self._begin_now(cursor, begin)
                if many:
                    cursor.executemany(sql, parameters or ())
                elif parameters is None:
                    cursor.execute(sql)
                else:
                    cursor.execute(sql, parameters)
                rows = cursor.fetchall() if cursor.description else []
                return cursor.description, cursor.rowcount, cursor.lastrowid or 0, rows
            finally:
                cursor.close()

        result: tuple[Any, int, int, Rows] = await self._execute(run)  # type: ignore[no-untyped-call]
        return result

    def _begin_now(self, cursor: sqlite3.Cursor, begin: str) -> None:
        try:
            if begin == _TO_WRITE:
                _begin_in_turn(cursor)
            else:
                cursor.execute(begin)
        except sqlite3.Error:
            self._to_begin = begin  # somebody else writes for too long: what comes next is to begin it
            raise


def _begin_in_turn(cursor: sqlite3.Cursor) -> None:
    """Begins to write as soon as no other process does.

    SQLite itself looks again after up to a tenth of a second: longer than somebody who writes all the time, as an
    import does, leaves between two transactions.
    """
    patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    until = monotonic() + patience / 1000
    cursor.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                cursor.execute(_TO_WRITE)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    raise
                sleep(_LOOKED_AGAIN)
            else:
                return
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {patience}")


class SqliteCursor:
    """What SQLAlchemy asks of an asynchronous cursor."""

    def __init__(self, connection: SqliteConnection) -> None:
        self._connection = connection
        self._rows: Rows = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid = 0
        self.arraysize = 1

    async def __aenter__(self) -> "SqliteCursor":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def execute(self, operation: str, parameters: Sequence[Any] | None = None) -> "SqliteCursor":
        """Executes one statement and has its rows."""
        await self._take(operation, parameters, many=False)
        return self

    async def executemany(self, operation: str, parameters: Iterable[Any]) -> "SqliteCursor":
        """Executes a statement once for each set of parameters."""
        await self._take(operation, list(parameters), many=True)
        return self

    async def fetchall(self) -> Rows:
        """The rows that are left."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Lets go of the rows; in the thread nothing is open any more."""
        self._rows = []

    async def _take(self, operation: str, parameters: Sequence[Any] | None, *, many: bool) -> None:
        self.description, self.rowcount, self.lastrowid, self._rows = await self._connection.at_once(
            operation, parameters, many=many
        )
