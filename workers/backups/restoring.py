"""`ronda restore`: everything is looked at before anything is changed, and the database comes last, at one stroke."""

import asyncio
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from core import migrations
from core.documents.stores import Store, store
from core.i18n import N_
from core.settings import Settings
from workers.backups.archive import ArchiveReader, Manifest, reading
from workers.backups.provider import NoBackup
from workers.backups.registry import DUMPERS, dumper_for

_AT_ONCE = 8


async def restore(chosen: Settings, source: Path, *, force: bool = False) -> tuple[Manifest, str]:
    """Puts the backup in the place of what is there; gives its manifest, and where the old database is kept, if it is.

    Raises `NoBackup`, `OSError`: then database and documents are as they were – documents that the backup brought may
    have come beside them, for a document of one name is always the same.
    """
    with reading(source) as archive, TemporaryDirectory(dir=_room(chosen), prefix=".ronda-") as folder:
        dumped = Path(folder) / "database"
        await asyncio.to_thread(_require_fitting, chosen, archive)
        await asyncio.to_thread(archive.check)
        await asyncio.to_thread(archive.take_out_database, dumped)
        dumper = dumper_for(chosen.database_url)
        await asyncio.to_thread(dumper.check, dumped)
        await asyncio.to_thread(_require_room, chosen, force)
        await _put_documents(archive, store())
        return archive.manifest, await asyncio.to_thread(dumper.restore, dumped, chosen.database_url)


def _room(chosen: Settings) -> Path:
    chosen.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return chosen.data_dir


def _require_fitting(chosen: Settings, archive: ArchiveReader) -> None:
    facts = archive.manifest.database
    ours = dumper_for(chosen.database_url).kind
    if facts.kind not in DUMPERS or facts.kind != ours:
        raise NoBackup(
            N_("The backup is of {theirs}, and DATABASE_URL names {ours}: it goes back into its own kind."),
            theirs=facts.kind,
            ours=ours,
        )
    if facts.step is not None and not migrations.is_known(facts.step):
        raise NoBackup(N_("The backup was made by a newer Ronda: bring this one up to date first."))


def _require_room(chosen: Settings, force: bool) -> None:
    dumper = dumper_for(chosen.database_url)
    if not dumper.holds_something(chosen.database_url):
        return
    if not force:
        raise NoBackup(N_("There is a database already: with --force it is replaced."))
    if dumper.is_in_use(chosen.database_url):
        raise NoBackup(N_("Ronda is running on this database: stop it first."))


async def _put_documents(archive: ArchiveReader, kept: Store) -> None:
    documents = archive.documents()
    while some := await asyncio.to_thread(lambda: list(islice(documents, _AT_ONCE))):
        await asyncio.gather(*(kept.put(key, content) for key, content in some))
