"""Real servers for the tests, each started at first use and gone at the end: PostgreSQL, Redis, the embedded broker.

`pytest_plugins = ["tests.services"]` in `tests/conftest.py` makes the fixtures known everywhere.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from redis import Redis

from tests.postgresql import PostgresServer, shared_server
from workers import broker

START_SECONDS = 20


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[PostgresServer]:
    """One server for all processes of this test run."""
    folder = tmp_path_factory.getbasetemp()
    require_program("initdb", PostgresServer.programs())
    with shared_server(folder if worker_id == "master" else folder.parent) as server:
        yield server


@pytest.fixture
def postgres_database(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty database of this test's own."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: PostgresServer) -> Callable[[Callable[[str], None]], str]:
    """Give it what makes the tables at an address: the address of a database of this process's own that has them.

    The tables are made once in a run; each process gets a copy.
    """
    return postgres_server.copy_of_template


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis server over TCP, of this process's own."""
    program = require_program("redis-server")
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    yield from _served(command, f"redis://127.0.0.1:{port}/0")


@pytest.fixture(scope="session")
def embedded_broker_server() -> Iterator[str]:
    """The address of an embedded broker, started as `ronda broker` starts it."""
    with tempfile.TemporaryDirectory(prefix="ronda-") as folder:  # pytest's own are too long for a socket
        url = f"unix://{folder}/broker/valkey.sock"
        yield from _served([sys.executable, "-c", f"from workers.broker import run; run({url!r})"], url)


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of a server that speaks S3, of this process's own."""
    from moto.server import ThreadedMotoServer  # it takes a second to load, and few tests need it

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3_store_url(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a new bucket's folder, as `STORE_URL` takes it."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    bucket = f"bucket-{uuid4().hex[:12]}"
    httpx.put(f"{s3_server}/{bucket}").raise_for_status()
    return f"s3://{bucket}/a/folder?endpoint={s3_server}"


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """The address of an empty Redis."""
    return _emptied(redis_server)


@pytest.fixture
def embedded_broker_url(embedded_broker_server: str) -> str:
    """The address of an empty embedded broker."""
    return _emptied(embedded_broker_server)


BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--accept-lang=en-US",
)
"""A browser without a window has no language of its own: pages are in English unless a test says otherwise."""


def browser_program() -> str | None:
    """The machine's Chromium for Playwright's `executable_path`; None means Playwright's own.

    Where there is one without a window it is taken: the same engine at half the cost.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


def require_program(name: str, folders: list[Path] | None = None) -> str:
    """The path of a program; without it the test is skipped, in `make test` and CI it fails."""
    places = [*map(str, folders or []), os.environ["PATH"]]
    if found := shutil.which(name, path=os.pathsep.join(places)):
        return found
    if "CI" in os.environ:
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed; `make test` installs it")


def free_port() -> int:
    """A port of this machine that nobody has at the moment."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _served(command: list[str], url: str) -> Iterator[str]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            assert broker.wait_until_alive(url, START_SECONDS), f"{command[0]} did not start"
            yield url
        finally:
            process.terminate()


def _emptied(url: str) -> str:
    with Redis.from_url(url) as server:
        server.flushall()
    return url
