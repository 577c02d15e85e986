"""Imports, and the rows of their files on their way to become accounts and contacts."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import CompanyOwned, Id, Json, Record, UtcDateTime, belongs_to, index


class ImportState(StrEnum):
    READING = "reading"
    MAPPING = "mapping"
    """Read; its person says what the columns are."""
    CHECKING = "checking"
    READY = "ready"
    """Its person looks at what would become of it."""
    APPLYING = "applying"
    PAUSED = "paused"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"
    """Given up by its person; what was applied by then stays."""
    REFUSED = "refused"


class OnSame(StrEnum):
    """What becomes of a row whose account or contact is there already."""

    SKIP = "skip"
    FILL = "fill"
    """What is empty there is filled; nothing is replaced."""
    UPDATE = "update"
    CREATE = "create"


class Import(Record, Base):
    """One file, whose it is, and how far it has come."""

    __tablename__ = "imports"
    kind = "import"

    user_id: Mapped[str] = mapped_column(Id)
    name: Mapped[str] = mapped_column(String(200))
    """The file's."""
    digest: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column()
    state: Mapped[str] = mapped_column(String(10), default=ImportState.READING.value)
    sheet: Mapped[str] = mapped_column(String(100), default="")
    sheets: Mapped[list[str]] = mapped_column(Json, default=list)
    columns: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    """Each with its name and a few samples."""
    signature: Mapped[str] = mapped_column(String(64), default="")
    """The same for files with the same columns."""
    header: Mapped[int] = mapped_column(default=-1)
    """The row, from 1, in which the columns' names stand; 0: in none; -1: to be found."""
    mapping: Mapped[dict[str, str]] = mapped_column(Json, default=dict)
    """Column, from 0, as text → target; those that are not imported are left out."""
    on_same: Mapped[str] = mapped_column(String(10), default=OnSame.FILL.value)
    lenient: Mapped[bool] = mapped_column(default=False)
    """A row with something wrong in it is imported without that."""
    counts: Mapped[dict[str, int]] = mapped_column(Json, default=dict)
    """How many rows of each verdict, how many accounts and contacts would be new; see `staging`."""
    done: Mapped[int] = mapped_column(default=0)
    """Rows that were applied and, in taking back, are not yet taken back."""
    failed: Mapped[int] = mapped_column(default=0)
    kept: Mapped[int] = mapped_column(default=0)
    """Rows that could not be taken back."""
    reason: Mapped[str | None] = mapped_column(String(20))
    """Why it was refused: a `Refusal`."""
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        belongs_to("memberships", "user_id", "user_id"),
        index("user_id", "created_at"),
        index("signature"),
    )


class Verdict(StrEnum):
    """What would become of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    """It is there already, and nothing would change."""
    WRONG = "wrong"


class RowState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"
    KEPT = "kept"
    """Not to be taken back: somebody has changed it since."""


class ImportRow(CompanyOwned, Base):
    """A row of a file and what would become, or became, of it. Not a record: the operations that it leads to are."""

    __tablename__ = "import_rows"

    import_id: Mapped[str] = mapped_column(Id, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Where it stands in the file, from 1."""
    cells: Mapped[list[str]] = mapped_column(Json)
    verdict: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default=RowState.WAITING.value)
    shown: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """As it will be, in few words: account, contact, detail, like whom."""
    payload: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """Of its `import.row`."""
    problems: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    """See `Problem`; also why it could not be applied or taken back."""

    __table_args__ = (
        belongs_to("imports", "import_id"),
        index("import_id", "state", "verdict", "number"),
        index("import_id", "verdict", "number"),
    )
