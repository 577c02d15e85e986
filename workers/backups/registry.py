"""The kinds of database that go into a backup."""

from core.database import is_sqlite
from workers.backups.postgresql import Postgresql
from workers.backups.provider import Dumper
from workers.backups.sqlite import Sqlite

DUMPERS: dict[str, Dumper] = {dumper.kind: dumper for dumper in (Sqlite(), Postgresql())}


def dumper_for(url: str) -> Dumper:
    """The one for the database at this address."""
    return DUMPERS["sqlite" if is_sqlite(url) else "postgresql"]
