"""What survives a restart: JSON records by kind and key, in one SQLite file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class Store:
    """Records written through at once; what it says is kept is kept, even if the process is killed next."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS records (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key))"
        )

    def put(self, kind: str, key: object, value: Any) -> None:
        """Keeps `value` (anything that JSON holds) in place of what was there."""
        self._database.execute(
            "INSERT INTO records VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            (kind, str(key), json.dumps(value)),
        )

    def remove(self, kind: str, key: object) -> None:
        """Forgets a record; nothing happens where there is none."""
        self._database.execute("DELETE FROM records WHERE kind = ? AND key = ?", (kind, str(key)))

    def all(self, kind: str) -> dict[str, Any]:
        """Every record of a kind by its key, in the order in which they were first kept."""
        rows = self._database.execute("SELECT key, value FROM records WHERE kind = ? ORDER BY rowid", (kind,))
        return {key: json.loads(value) for key, value in rows}

    def get(self, kind: str, key: object, default: Any = None) -> Any:
        """One record, or `default`."""
        row = self._database.execute(
            "SELECT value FROM records WHERE kind = ? AND key = ?", (kind, str(key))
        ).fetchone()
        return json.loads(row[0]) if row else default

    def next_number(self, name: str, first: int = 1) -> int:
        """The next number of a series; never the same twice, also after a restart."""
        number = int(self.get("series", name, first))
        self.put("series", name, number + 1)
        return number

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing of it; there must be no `await` inside."""
        self._database.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def close(self) -> None:
        self._database.close()
