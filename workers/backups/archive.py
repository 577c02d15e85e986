"""The file of a backup: a plain tar of `database`, `documents/<company>/<xx>/<sha-256>` and, last, `manifest.json`.

The manifest is written when all else is in, so that a file which broke off has none. A document's name is the digest of
its bytes, the database's digest stands in the manifest: nothing in it can have changed unseen.
"""

import hashlib
import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ValidationError

from core.documents.stores import key_of
from core.i18n import N_
from workers.backups.provider import NoBackup

FORMAT = 1
_MANIFEST, _DATABASE, _DOCUMENTS = "manifest.json", "database", "documents/"
_LARGEST_MANIFEST = 1 << 20
_NOT_WHOLE = N_("{file} is not a backup of Ronda, or it broke off: it is not whole.")


class DatabaseFacts(BaseModel):
    kind: str
    step: str | None
    """The last migration that it has seen."""
    size: int
    digest: str


class Manifest(BaseModel):
    """What a backup says of itself."""

    format: int
    made_at: datetime
    database: DatabaseFacts
    documents: int
    bytes: int
    missing: int = 0
    """Documents that the database speaks of, and whose bytes were not there when the backup was made."""


class _Format(BaseModel):
    format: int


class ArchiveWriter:
    """A backup that is being made."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self._archive = archive
        self.documents = self.bytes = 0

    def add_database(self, dumped: Path) -> str:
        """Puts the dumped database in; gives its digest."""
        self._archive.add(dumped, _DATABASE, filter=_nobodys)
        with dumped.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def add_document(self, company_id: str, digest: str, content: bytes) -> None:
        self._add(_DOCUMENTS + key_of(company_id, digest), content)
        self.documents += 1
        self.bytes += len(content)

    def close_with(self, manifest: Manifest) -> None:
        self._add(_MANIFEST, manifest.model_dump_json(indent=1).encode())

    def _add(self, name: str, content: bytes) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), 0o600
        self._archive.addfile(member, io.BytesIO(content))


class ArchiveReader:
    """A backup that is there. Raises `NoBackup` for what is none, or is not whole."""

    def __init__(self, path: Path, archive: tarfile.TarFile) -> None:
        self._path, self._archive = path, archive
        self.manifest = self._read_manifest()

    def check(self) -> None:
        """Reads all of it: whether each byte is what it was."""
        if self._digest_of(self._member(_DATABASE)) != self.manifest.database.digest:
            raise NoBackup(N_("The database in the backup is damaged: {why}."), why="SHA-256")
        count = 0
        for member, digest in self._document_members():
            count += 1
            if self._digest_of(member) != digest:
                raise NoBackup(N_("A document in the backup is damaged: {name}."), name=member.name)
        if count != self.manifest.documents:
            raise NoBackup(_NOT_WHOLE, file=self._path)

    def take_out_database(self, target: Path) -> None:
        with self._open(self._member(_DATABASE)) as source, target.open("wb") as file:
            while piece := source.read(1 << 20):
                file.write(piece)

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Each document's key and bytes."""
        for member, _ in self._document_members():
            with self._open(member) as source:
                yield member.name.removeprefix(_DOCUMENTS), source.read()

    def _document_members(self) -> Iterator[tuple[tarfile.TarInfo, str]]:
        for member in self._archive.getmembers():
            if member.name.startswith(_DOCUMENTS) and member.isfile():
                company_id, digest = member.name.removeprefix(_DOCUMENTS).partition("/")[0], member.name[-64:]
                if member.name != _DOCUMENTS + key_of(company_id, digest):
                    raise NoBackup(N_("A document in the backup is damaged: {name}."), name=member.name[:200])
                yield member, digest

    def _read_manifest(self) -> Manifest:
        member = self._member(_MANIFEST)
        if member.size > _LARGEST_MANIFEST:
            raise NoBackup(_NOT_WHOLE, file=self._path)
        with self._open(member) as source:
            text = source.read()
        try:
            if _Format.model_validate_json(text).format > FORMAT:
                raise NoBackup(
                    N_("{file} was made by a newer Ronda: bring this one up to date first."), file=self._path
                )
            return Manifest.model_validate_json(text)
        except ValidationError as error:
            raise NoBackup(_NOT_WHOLE, file=self._path) from error

    def _member(self, name: str) -> tarfile.TarInfo:
        try:
            return self._archive.getmember(name)
        except (KeyError, tarfile.TarError, OSError) as error:
            raise NoBackup(_NOT_WHOLE, file=self._path) from error

    def _open(self, member: tarfile.TarInfo) -> IO[bytes]:
        opened = self._archive.extractfile(member)
        if opened is None:
            raise NoBackup(_NOT_WHOLE, file=self._path)
        return opened

    def _digest_of(self, member: tarfile.TarInfo) -> str:
        try:
            with self._open(member) as source:
                return hashlib.file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]
        except tarfile.TarError as error:
            raise NoBackup(_NOT_WHOLE, file=self._path) from error


@contextmanager
def writing(path: Path) -> Iterator[ArchiveWriter]:
    """A new archive, under its name only when it is whole; for its owner's eyes alone."""
    draft = path.with_name(f".{path.name}.partial")
    draft.touch(mode=0o600)
    try:
        with draft.open("wb") as file, tarfile.open(fileobj=file, mode="w") as archive:
            yield ArchiveWriter(archive)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def reading(path: Path) -> Iterator[ArchiveReader]:
    """The archive there. Raises `NoBackup`."""
    try:
        archive = tarfile.open(path, "r:")  # noqa: SIM115 - closed below
    except FileNotFoundError:
        raise NoBackup(N_("There is no file {file}."), file=path) from None
    except (tarfile.TarError, OSError, EOFError) as error:
        raise NoBackup(_NOT_WHOLE, file=path) from error
    with archive:
        yield ArchiveReader(path, archive)


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
