"""`ronda backup`, `ronda restore`: all comes back as it was, or nothing is changed."""

import asyncio
import json
import sqlite3
import tarfile
from collections.abc import Callable, Coroutine
from contextlib import closing
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import Any, TypeVar

import psycopg
import pytest

from core import database
from core.documents.service import keep_bytes
from core.documents.stores import key_of, store
from core.settings import settings
from core.viewers import forget_viewers
from tests.builders.cast import Firm
from tests.builders.databases import postgresql_url
from tests.builders.rows import Rows, business
from tests.workers.commands.conftest import Command

__all__ = ["postgresql_url"]
T = TypeVar("T")


def done(work: Coroutine[Any, Any, T]) -> T:
    async def alone() -> T:
        forget_viewers()
        try:
            return await work
        finally:
            await database.close()

    return asyncio.run(alone())


async def _with_a_document() -> tuple[Firm, str]:
    firm = await Firm.known()
    digest, size = await keep_bytes(firm.company_id, b"the photo of a card")
    file = {"name": "card.jpg", "media_type": "image/jpeg", "size": size, "digest": digest}
    await firm.do("document.attach", {**file, "account_id": await firm.account(name="Talleres Núñez")})
    return firm, key_of(firm.company_id, digest)


async def _rows() -> Rows:
    return await business(await Firm.known())


async def _bytes(key: str) -> bytes:
    return await store().get(key)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Call it: from now on the installation is another one, with nothing in it yet."""

    def go(**environment: str) -> None:
        monkeypatch.setenv("RONDA_DATA", str(tmp_path / "elsewhere"))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()

    return go


@pytest.fixture
def archive(ebro: Command, tmp_path: Path) -> Path:
    """A backup of the cast's installation, with one document."""
    done(_with_a_document())
    file = tmp_path / "backup.tar"
    assert ebro("backup", str(file)).exit_code == 0
    return file


def test_an_installation_goes_on_elsewhere_as_it_was(
    ebro: Command, tmp_path: Path, elsewhere: Callable[..., None], s3_store_url: str
) -> None:
    _, key = done(_with_a_document())
    before = done(_rows())
    file = tmp_path / "backup.tar"
    assert "one document (0.0 MB)" in ebro("backup", str(file)).output
    assert file.stat().st_mode & 0o077 == 0
    elsewhere(STORE_URL=s3_store_url)
    assert "All is as on" in ebro("restore", str(file)).output
    assert done(_rows()) == before
    assert done(_bytes(key)) == b"the photo of a card"
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == ["ronda.db"]


def test_a_backup_is_of_one_moment_though_people_go_on_working(
    ebro: Command, tmp_path: Path, elsewhere: Callable[..., None]
) -> None:
    begun, enough = Event(), Event()

    async def work() -> None:
        firm = await Firm.known()
        while not enough.is_set():
            await firm.account(emails=[{"address": "a@example.com"}])
            begun.set()

    people = Thread(target=lambda: done(work()))
    people.start()
    begun.wait(30)
    copies = [tmp_path / f"{number}.tar" for number in range(3)]
    failures = [copy for copy in copies if ebro("backup", str(copy)).exit_code]
    enough.set()
    people.join(30)
    assert not failures
    elsewhere()
    for copy in copies:
        assert ebro("restore", "--force", str(copy)).exit_code == 0
        with closing(sqlite3.connect(tmp_path / "elsewhere" / "ronda.db")) as restored:
            ((last, count),) = restored.execute(
                "SELECT max(last_event), (SELECT count(*) FROM events e WHERE e.company_id = c.company_id) "
                "FROM company_counters c GROUP BY company_id ORDER BY 2 DESC LIMIT 1"
            )
        assert last == count


def test_a_database_that_is_there_is_replaced_only_by_force_and_kept(
    archive: Path, ebro: Command, folder: Path
) -> None:
    before = done(_rows())
    done(_more())
    refused = ebro("restore", str(archive))
    assert (refused.exit_code, "--force" in refused.output) == (1, True)
    assert done(_rows()) != before
    restored = ebro("restore", "--force", str(archive))
    assert done(_rows()) == before
    (kept,) = folder.glob("ronda.db.before-*")
    assert str(kept) in restored.output
    with closing(sqlite3.connect(kept)) as old:
        assert old.execute("SELECT count(*) FROM accounts WHERE name = 'Later'").fetchone() == (1,)


async def _more() -> None:
    await (await Firm.known()).account(name="Later")


def test_nothing_is_replaced_under_a_running_installation(archive: Path, ebro: Command, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "ronda.db", isolation_level=None)) as running:
        running.execute("PRAGMA journal_mode = WAL")
        running.execute("SELECT count(*) FROM accounts").fetchone()
        refused = ebro("restore", "--force", str(archive))
    assert (refused.exit_code, "stop it first" in refused.output) == (1, True)
    assert not list(folder.glob("ronda.db.before-*"))


def test_a_file_that_is_there_is_overwritten_only_by_force(archive: Path, ebro: Command) -> None:
    content = archive.read_bytes()
    refused = ebro("backup", str(archive))
    assert (refused.exit_code, "--force" in refused.output) == (1, True)
    assert archive.read_bytes() == content
    assert ebro("backup", "--force", str(archive)).exit_code == 0
    assert [path.name for path in archive.parent.iterdir() if path.is_file()] == [archive.name]


def test_a_document_that_is_gone_is_said_and_all_else_is_kept(ebro: Command, tmp_path: Path, folder: Path) -> None:
    _, key = done(_with_a_document())
    (folder / "documents" / key).write_bytes(b"something else")
    said = ebro("backup", str(tmp_path / "backup.tar"))
    assert said.exit_code == 0
    assert "One document is not in its store any more." in said.output


def _without_its_end(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])


def _without_its_manifest(archive: Path) -> None:
    with tarfile.open(archive) as found:
        end = found.getmember("manifest.json").offset
    archive.write_bytes(archive.read_bytes()[:end])


def _with_a_byte_changed(name: str) -> Callable[[Path], None]:
    def change(archive: Path) -> None:
        with tarfile.open(archive) as found:
            member = next(one for one in found.getmembers() if one.name.startswith(name))
        content = bytearray(archive.read_bytes())
        content[member.offset_data + member.size // 2] ^= 1
        archive.write_bytes(content)

    return change


def _without_its_document(archive: Path) -> None:
    _rewritten(archive, lambda name, content: None if name.startswith("documents/") else content)


def _which_claims(**facts: Any) -> Callable[[Path], None]:
    def claim(name: str, content: bytes) -> bytes:
        if name != "manifest.json":
            return content
        manifest = json.loads(content)
        manifest["database"] |= facts.get("database", {})
        return json.dumps(manifest | {key: value for key, value in facts.items() if key != "database"}).encode()

    return lambda archive: _rewritten(archive, claim)


def _rewritten(archive: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    with tarfile.open(archive) as found:
        members = [(one, found.extractfile(one)) for one in found.getmembers()]
        contents = [(one, change(one.name, file.read())) for one, file in members if file]
    with tarfile.open(archive, "w") as made:
        for member, content in contents:
            if content is not None:
                member.size = len(content)
                made.addfile(member, BytesIO(content))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_without_its_end, "not whole"),
        (_without_its_manifest, "not whole"),
        (_without_its_document, "not whole"),
        (lambda archive: archive.write_bytes(b""), "not whole"),
        (lambda archive: archive.write_text("Dear Sir or Madam"), "not whole"),
        (lambda archive: archive.unlink(), "There is no file"),
        (_with_a_byte_changed("database"), "database in the backup is damaged"),
        (_with_a_byte_changed("documents/"), "document in the backup is damaged"),
        (_which_claims(format=99), "newer Ronda"),
        (_which_claims(format="first"), "not whole"),
        (_which_claims(database={"step": "in_the_year_3000"}), "newer Ronda"),
        (_which_claims(database={"kind": "postgresql"}), "its own kind"),
    ],
)
def test_a_backup_that_is_not_sound_changes_nothing(
    archive: Path, ebro: Command, folder: Path, spoil: Callable[[Path], None], why: str
) -> None:
    done(_more())
    before = done(_rows())
    spoil(archive)
    refused = ebro("restore", "--force", str(archive))
    assert refused.exit_code == 1
    assert why in refused.output
    assert done(_rows()) == before
    assert not list(folder.glob("ronda.db.*before*"))


def test_it_speaks_the_operators_language(archive: Path, ebro: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    settings.cache_clear()
    assert "ya existe" in ebro("backup", str(archive)).output


def test_a_postgresql_database_comes_back_as_it_was(
    ronda: Command, tmp_path: Path, folder: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgresql_url)
    settings.cache_clear()
    _, key = done(_with_a_document())
    before = done(_rows())
    file = tmp_path / "backup.tar"
    assert ronda("backup", str(file)).exit_code == 0
    done(_more())
    (folder / "documents" / key).unlink()
    with psycopg.connect(postgresql_url, autocommit=True) as newer:
        newer.execute("CREATE TABLE of_a_newer_ronda (id int)")
        assert "stop it first" in ronda("restore", "--force", str(file)).output
    assert "--force" in ronda("restore", str(file)).output
    assert done(_rows()) != before
    assert ronda("restore", "--force", str(file)).exit_code == 0
    assert done(_rows()) == before
    assert done(_bytes(key)) == b"the photo of a card"
    with psycopg.connect(postgresql_url) as restored:
        assert restored.execute("SELECT to_regclass('of_a_newer_ronda')").fetchone() == (None,)


def test_what_postgresql_refuses_in_the_middle_changes_nothing(
    ronda: Command, tmp_path: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgresql_url)
    settings.cache_clear()
    file = tmp_path / "backup.tar"
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        # A restore would make it again, beside the one that is not in the way of the tables.
        connection.execute("CREATE SCHEMA other")
    assert ronda("backup", str(file)).exit_code == 0
    done(_more())
    before = done(_rows())
    refused = ronda("restore", "--force", str(file))
    assert refused.exit_code == 1
    assert "PostgreSQL refused" in refused.output
    assert done(_rows()) == before


def test_before_there_are_tables_there_is_nothing_to_back_up(ronda: Command, tmp_path: Path) -> None:
    refused = ronda("backup", str(tmp_path / "backup.tar"))
    assert refused.exit_code == 1
    assert not (tmp_path / "backup.tar").exists()
