"""A PostgreSQL server of the test run's own: in a folder of its own, over a socket, careless about power cuts."""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql

START_SECONDS = 20
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "max_wal_size=128MB")
IN_MEMORY, ROOM = Path("/dev/shm"), 2**30  # noqa: S108
"""Where the data go if there is room (in bytes): a database is hundreds of files, and each test has one copied."""


@dataclass(frozen=True)
class PostgresServer:
    """A running server, known by its folder, and a connection to say what databases there are."""

    folder: Path
    _says: psycopg.Connection

    @staticmethod
    def programs() -> list[Path]:
        """Where Debian and Homebrew put the server's programs, newest first."""
        found = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/opt/homebrew/opt").glob("postgresql*/bin")]
        return sorted(found, key=lambda path: path.parent.name.zfill(20), reverse=True)

    def url(self, database: str) -> str:
        """The address of a database."""
        return _url(self.folder, database)

    @contextmanager
    def database(self, template: str = "template1", name: str = "") -> Iterator[str]:
        """The address of a new database, dropped afterwards."""
        name = name or f"test_{uuid4().hex}"
        self._copy(template, name)
        try:
            yield self.url(name)
        finally:
            self._execute("DROP DATABASE {} WITH (FORCE)", name)

    def copy_of_template(self, make_tables: Callable[[str], None]) -> str:
        """The address of a new database with the tables that `make_tables` makes, once a run, at an address."""
        name = f"test_{uuid4().hex}"
        self._copy(self.template(make_tables), name)
        return self.url(name)

    def template(self, make_tables: Callable[[str], None]) -> str:
        """The name of a database with what `make_tables` makes, once a run, at an address: to be copied from."""
        name = f"template_{make_tables.__module__}.{make_tables.__qualname__}"
        with _locked(self.folder / "template.lock"):
            if not self._exists(name):
                draft = f"draft_{uuid4().hex}"
                self._execute("CREATE DATABASE {}", draft)
                make_tables(self.url(draft))
                self._execute("ALTER DATABASE {} RENAME TO {}", draft, name)
        return name

    def _exists(self, database: str) -> bool:
        found = self._says.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        return found.fetchone() is not None

    def _copy(self, template: str, name: str) -> None:
        # Files are copied in a fifth of the time that it takes to log each of their pages.
        self._execute("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)

    def _execute(self, statement: str, *names: str) -> None:
        self._says.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def shared_server(meeting_place: Path) -> Iterator[PostgresServer]:
    """The server that all processes with this meeting place share: the first starts it, the last stops it."""
    note = meeting_place / "postgresql"
    with _locked(meeting_place / "postgresql.lock"):
        if not note.exists():
            note.write_text(str(_start()))
        folder = Path(note.read_text())
        present = (meeting_place / "postgresql.users").open("w")
        fcntl.flock(present, fcntl.LOCK_SH)
    try:
        with psycopg.connect(_url(folder, "postgres"), autocommit=True) as connection:
            yield PostgresServer(folder, connection)
    finally:
        with present, _locked(meeting_place / "postgresql.lock"):
            if _is_last(present):
                _stop(folder)
                note.unlink()


def _url(folder: Path, database: str) -> str:
    return f"postgresql://ronda@/{database}?host={folder}"


def _is_last(present: Any) -> bool:
    try:
        fcntl.flock(present, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _start() -> Path:
    in_memory = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM
    folder = Path(tempfile.mkdtemp(prefix="ronda-pg-", dir=IN_MEMORY if in_memory else None))
    who = _someone_but_root(folder)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [_path(program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **who)

    run("initdb", "-U", "ronda", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
    settings = (*CARELESS, "listen_addresses=''", f"unix_socket_directories='{folder}'")
    options = " ".join(f"-c {setting}" for setting in settings)
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
    return folder


def _path(program: str) -> str:
    places = os.pathsep.join([*map(str, PostgresServer.programs()), os.environ["PATH"]])
    return shutil.which(program, path=places) or program


def _someone_but_root(folder: Path) -> dict[str, Any]:
    """How to start a program so that it is not root's: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _stop(folder: Path) -> None:
    pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, 3)  # SIGQUIT: at once; nothing in it is worth keeping
    end = time.monotonic() + START_SECONDS
    while (folder / "data" / "postmaster.pid").exists() and time.monotonic() < end:
        time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
