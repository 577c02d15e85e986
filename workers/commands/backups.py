"""`ronda backup`, `ronda restore`: the whole installation as one file."""

import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from workers.backups.archive import Manifest

File = Annotated[Path, typer.Argument(metavar="FILE", help="A tar file, by any name.")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(
    file: File, *, force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False
) -> None:
    """Write everything to one file, while Ronda runs: the database and the documents."""
    from core.settings import settings
    from workers.backups.taking import back_up
    from workers.terminal import spoken

    manifest = _done(back_up(settings(), file.resolve(), force=force))
    _ = spoken()
    print(_("{file}: the database, and {documents}.", {"file": file, "documents": _documents(manifest)}))
    if manifest.missing:
        said = _.plural("One document is not in its store any more.", "{n} documents are not in their store any more.",
                        manifest.missing)  # fmt: skip
        print(said, file=sys.stderr)


def restore(
    file: File,
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace the database that is there.")] = False,
) -> None:
    """Put back what a backup holds. Ronda is stopped meanwhile; nothing is changed unless all of it is sound."""
    from core.settings import settings
    from workers.backups.restoring import restore as put_back
    from workers.terminal import spoken

    manifest, kept = _done(put_back(settings(), file.resolve(), force=force), makes_tables=True)
    _ = spoken()
    made = {"when": f"{manifest.made_at.astimezone():%Y-%m-%d %H:%M}", "documents": _documents(manifest)}
    print(_("All is as on {when}, with {documents}. `ronda up` starts it.", made))
    if kept:
        print(_("The database that was there is kept as {file}; remove it when you no longer need it.", {"file": kept}))


def _documents(manifest: "Manifest") -> str:
    from workers.terminal import spoken

    facts = {"size": f"{manifest.bytes / 1e6:.1f} MB"}
    return spoken().plural("one document ({size})", "{n} documents ({size})", manifest.documents, facts)


def _done(work: Coroutine[Any, Any, Any], *, makes_tables: bool = False) -> Any:
    """Runs it; what cannot be done is said in the operator's language, and ends with 1."""
    from workers.backups.provider import NoBackup
    from workers.commands.asking import answer
    from workers.terminal import spoken

    async def saying() -> Any:
        try:
            return await work
        except NoBackup as error:
            sys.exit(error.say(spoken()))

    try:
        return answer(saying(), makes_tables=makes_tables)
    finally:
        work.close()
