"""Reading in a process of its own, with so much memory and time and no more: nobody knows what is in a file."""

import resource
from typing import Final

from core.imports.refusals import Refusal, TableRefused
from core.imports.table import Table
from workers.apart import Apart, ProcessDied

MOST_MEMORY: Final = 1536 * 1024 * 1024
MOST_SECONDS: Final = 90

_apart = Apart()


async def read_apart(content: bytes, sheet: str) -> Table:
    """The table in the file. Raises `TableRefused`, also for what brings the process down."""
    try:
        found = await _apart.run(_read, content, sheet)
    except (ProcessDied, MemoryError):
        raise TableRefused(Refusal.TOO_LARGE) from None
    if isinstance(found, Refusal):
        raise TableRefused(found)
    return found


def _read(content: bytes, sheet: str) -> Table | Refusal:
    """Gives the reason as it is: what an exception carries may not come back whole from another process."""
    from workers.tables.reading import read_table  # noqa: PLC0415 - loaded in the process that reads

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))
    spent = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + MOST_SECONDS, hard))
    try:
        return read_table(content, sheet)
    except TableRefused as refused:
        return refused.reason
    except MemoryError:
        return Refusal.TOO_LARGE
