"""PostgreSQL without the trips that ask for nothing, and with statements that stay prepared.

psycopg begins a transaction before whatever is read first and rolls it back afterwards, and at each ROLLBACK it forgets
what it had prepared: every statement of every page would be parsed and planned anew, which costs more than to execute
it. So what is only read is read without a transaction, through connections that do not write outside of one.
"""

from json import JSONDecoder
from select import POLLIN, poll
from typing import Any, Final

from psycopg import AsyncConnection, AsyncCursor
from psycopg.types.string import TextLoader
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError

_USES_UNTIL_PREPARED = 2
_PREPARED = 500
"""So many statements a connection keeps: a dozen a page, as it looks for a few kinds of people."""
_LOOKS_FOR_WORDS = " LIKE "
_SETTINGS = (
    "default_transaction_read_only = on",
    "jit = off",  # to compile a page's statement takes longer than to execute it; so does to start a second process
    "max_parallel_workers_per_gather = 0",
)


class _Cursor(AsyncCursor[Any]):
    """psycopg's, with a plan of its own for each word that a search looks for.

    A plan for whatever word takes it for a rare one, or for a common one: then another one costs a hundred times more.
    """

    async def execute(self, query: Any, params: Any = None, **how: Any) -> "_Cursor":
        """Executes one statement."""
        looks_for_words = isinstance(query, str) and _LOOKS_FOR_WORDS in query
        return await super().execute(query, params, **how, prepare=False if looks_for_words else None)


def _from_json(written: bytes) -> Any:
    """A JSONB value; `json.loads` would first look for the encoding, and for spaces, which it has not."""
    return _read_json(written.decode())[0]


_read_json: Final = JSONDecoder().raw_decode

OPTIONS: Final[dict[str, Any]] = {
    "connect_args": {
        "autocommit": True,
        "prepare_threshold": _USES_UNTIL_PREPARED,
        "cursor_factory": _Cursor,
    },
    "json_deserializer": _from_json,
    "pool_use_lifo": True,  # whoever was asked last has most prepared
}
"""What an engine is made with."""


def equip(engine: Engine) -> None:
    """Makes such connections of those of an engine that was made with `OPTIONS`."""
    event.listen(engine, "connect", _set)
    event.listen(engine, "checkout", _require_open)
    event.listen(engine, "begin", _begin)


def _set(connection: Any, _record: Any) -> None:
    driver: AsyncConnection[Any] = connection.driver_connection
    driver.prepared_max = _PREPARED
    driver.adapters.register_loader("uuid", TextLoader)  # as we have them; a page reads hundreds
    connection.set_read_only(False)  # in a transaction, where one is begun
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(f"SET {setting}")
    cursor.close()


def _require_open(connection: Any, _record: Any, _proxy: Any) -> None:
    """Refuses a connection that the server has closed: it has something to read, though nobody asked for anything."""
    driver = connection.driver_connection
    if driver.closed or _has_something_to_read(driver.fileno()):
        raise DisconnectionError


def _has_something_to_read(file: int) -> bool:
    waiting = poll()
    waiting.register(file, POLLIN)
    return bool(waiting.poll(0))


def _begin(connection: Connection) -> None:
    """For who writes, a transaction comes with the first statement; for who reads, none."""
    driver: Any = connection.connection.dbapi_connection
    reads = connection.get_execution_options().get("reads", False)
    if driver.autocommit != reads:
        driver.autocommit = reads
