"""What a kind of database does for backups."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Protocol

from core.errors import CrmError


class NoBackup(CrmError):
    """It cannot be done; says why and what to do. Whatever was there is as it was."""

    code = "no_backup"


Documents = Sequence[tuple[str, str]]
"""(company, digest) of every file that a database speaks of."""


class Dumper(Protocol):
    """A kind of database, in and out of one file. Everything here blocks."""

    kind: ClassVar[str]

    def dump(self, url: str, target: Path) -> Documents:
        """Writes the database as of one moment to a new file, while it is used; gives what documents it speaks of."""
        ...

    def check(self, dumped: Path) -> None:
        """Raises `NoBackup` for a file that is not whole."""
        ...

    def holds_something(self, url: str) -> bool:
        """Whether there is a database with tables, which a restore would replace. Raises `OSError`."""
        ...

    def is_in_use(self, url: str) -> bool:
        """Whether somebody else is connected to it."""
        ...

    def restore(self, dumped: Path, url: str) -> str:
        """Puts the file in the database's place, wholly or not at all; gives where the old one is kept, if it is."""
        ...
