"""PostgreSQL: by its own programs, pg_dump, pg_restore and psql, each in one transaction."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, ClassVar

from core.i18n import N_
from workers.backups.provider import Documents, NoBackup

# All that is in the schema goes, for what a newer Ronda added is in no older backup.
_EMPTY = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"
_OURS_ALONE = ("--no-owner", "--no-privileges")


class Postgresql:
    kind: ClassVar[str] = "postgresql"

    def dump(self, url: str, target: Path) -> Documents:
        import psycopg  # noqa: PLC0415 - not where the data are in SQLite

        program = _program("pg_dump")
        with psycopg.connect(_plain(url)) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            (snapshot,) = connection.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
            rows = connection.execute("SELECT DISTINCT company_id::text, digest FROM documents").fetchall()
            _run([program, "--format=custom", *_OURS_ALONE, f"--snapshot={snapshot}", f"--file={target}"], url)
        return [(str(company), str(digest)) for company, digest in rows]

    def check(self, dumped: Path) -> None:
        try:
            _finished([_program("pg_restore"), f"--file={os.devnull}", str(dumped)], dict(os.environ))
        except NoBackup as error:
            raise NoBackup(N_("The database in the backup is damaged: {why}."), why=error.facts["why"]) from error

    def holds_something(self, url: str) -> bool:
        return self._counts(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")

    def is_in_use(self, url: str) -> bool:
        return self._counts(
            url,
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )

    def restore(self, dumped: Path, url: str) -> str:
        with NamedTemporaryFile(dir=dumped.parent) as script:
            # Whole on disk first: psql would take a stream that broke off for one that ended.
            _finished([_program("pg_restore"), *_OURS_ALONE, f"--file={script.name}", str(dumped)], dict(os.environ))
            options = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction"]
            _run([_program("psql"), *options, f"--command={_EMPTY}", f"--file={script.name}"], url)
        return ""

    def _counts(self, url: str, statement: str) -> bool:
        import psycopg  # noqa: PLC0415

        try:
            with psycopg.connect(_plain(url), connect_timeout=10) as connection:
                return bool((connection.execute(statement).fetchone() or (0,))[0])
        except psycopg.OperationalError as error:
            raise OSError(str(error)) from error


def _plain(url: str) -> str:
    return url.replace("+psycopg", "")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NoBackup(N_("The program {name} is not there: install PostgreSQL's client programs."), name=name)
    return found


def _run(command: list[str], url: str) -> None:
    _finished(*_connected(command, url))


def _connected(command: list[str], url: str) -> tuple[list[str], dict[str, str]]:
    """The command with the database's address; its password in the environment, where other users cannot read it."""
    from psycopg.conninfo import conninfo_to_dict, make_conninfo  # noqa: PLC0415

    facts: dict[str, Any] = dict(conninfo_to_dict(_plain(url)))
    password = facts.pop("password", None)
    environment = dict(os.environ) | ({"PGPASSWORD": str(password)} if password else {})
    return [*command, f"--dbname={make_conninfo(**facts)}"], environment


def _finished(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or command[0]
        raise NoBackup(N_("PostgreSQL refused: {why}"), why=said.splitlines()[0][:500])
