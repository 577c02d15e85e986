"""`ronda backup`: the database as of one moment, and every document that it speaks of."""

import asyncio
import os
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from core.documents.stores import Store, digest_of, key_of, store
from core.i18n import N_
from core.leases import hold, let_go, note_done
from core.migrations import version_of
from core.settings import Settings
from workers.backups.archive import FORMAT, ArchiveWriter, DatabaseFacts, Manifest, writing
from workers.backups.provider import Documents, NoBackup
from workers.backups.registry import dumper_for

LEASE = "backup"
_LONGEST = timedelta(hours=12)
_AT_ONCE = 8


async def back_up(chosen: Settings, target: Path, *, force: bool = False) -> Manifest:
    """Writes everything to `target` while Ronda runs; gives what is in it. Raises `NoBackup`, `OSError`."""
    _require_place(target, force)
    holder = f"{socket.gethostname()}:{os.getpid()}"
    if not await hold(LEASE, holder, datetime.now(UTC), _LONGEST):
        raise NoBackup(N_("A backup is being made already."))
    try:
        manifest = await _write(chosen, target)
        await note_done(LEASE, holder, manifest.made_at)
    finally:
        await let_go(LEASE, holder, datetime.now(UTC))
    return manifest


def _require_place(target: Path, force: bool) -> None:
    if target.exists() and not force:
        raise NoBackup(N_("{file} is there already: choose another name, or say --force."), file=target)
    if not target.parent.is_dir():
        raise NoBackup(N_("There is no folder {folder}."), folder=target.parent)


async def _write(chosen: Settings, target: Path) -> Manifest:
    made_at = datetime.now(UTC)
    step = version_of(chosen.database_url)
    dumper = dumper_for(chosen.database_url)
    with TemporaryDirectory(dir=target.parent, prefix=".ronda-") as folder, writing(target) as archive:
        dumped = Path(folder) / "database"
        documents = await asyncio.to_thread(dumper.dump, chosen.database_url, dumped)
        digest = await asyncio.to_thread(archive.add_database, dumped)
        size = dumped.stat().st_size
        dumped.unlink()
        missing = await _add_documents(archive, store(), documents)
        manifest = Manifest(
            format=FORMAT,
            made_at=made_at,
            database=DatabaseFacts(kind=dumper.kind, step=step, size=size, digest=digest),
            documents=archive.documents,
            bytes=archive.bytes,
            missing=missing,
        )
        archive.close_with(manifest)
    return manifest


async def _add_documents(archive: ArchiveWriter, kept: Store, documents: Documents) -> int:
    """Gives how many are not in the store. One whose bytes are damaged counts as gone: it could not be restored."""
    missing = 0
    for start in range(0, len(documents), _AT_ONCE):
        some = documents[start : start + _AT_ONCE]
        for (company_id, digest), content in zip(
            some, await asyncio.gather(*(_bytes(kept, *document) for document in some)), strict=True
        ):
            if content is None:
                missing += 1
            else:
                await asyncio.to_thread(archive.add_document, company_id, digest, content)
    return missing


async def _bytes(kept: Store, company_id: str, digest: str) -> bytes | None:
    try:
        content = await kept.get(key_of(company_id, digest))
    except FileNotFoundError:
        return None
    return content if digest_of(content) == digest else None
