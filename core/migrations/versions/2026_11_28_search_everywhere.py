"""What each person opened lately; documents and what was said of activities can be found."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from core.folding import fold

revision = "search_everywhere"
down_revision = "presences"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
CHUNK = 1000
OWNERS = "company_id", "owner_id", "unit_id", "team_id"
DOCUMENTS = """
SELECT d.id, d.company_id, d.owner_id, d.unit_id, d.team_id, d.name, d.description, a.name AS account
FROM documents d LEFT JOIN accounts a ON a.company_id = d.company_id AND a.id = d.account_id
WHERE d.archived_at IS NULL ORDER BY d.created_at
"""
ACTIVITIES = """
SELECT id, company_id, owner_id, unit_id, team_id, subject, substr(note, 1, 1000) AS note, result
FROM activities WHERE subject <> '' OR note <> '' OR result <> '' ORDER BY day
"""
ON_SQLITE = (
    "CREATE VIRTUAL TABLE search_index_of_activities USING fts5("
    "text, content='told_entries', content_rowid='number', tokenize='trigram')",
    "CREATE TRIGGER told_added AFTER INSERT ON told_entries BEGIN "
    "INSERT INTO search_index_of_activities(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER told_removed AFTER DELETE ON told_entries BEGIN "
    "INSERT INTO search_index_of_activities(search_index_of_activities, rowid, text) "
    "VALUES ('delete', old.number, old.text); END",
    "CREATE TRIGGER told_changed AFTER UPDATE OF text ON told_entries BEGIN "
    "INSERT INTO search_index_of_activities(search_index_of_activities, rowid, text) "
    "VALUES ('delete', old.number, old.text); "
    "INSERT INTO search_index_of_activities(rowid, text) VALUES (new.number, new.text); END",
)
ON_POSTGRESQL = ("CREATE INDEX ix_told_entries_trigrams ON told_entries USING gin (text gin_trgm_ops)",)


def upgrade() -> None:
    """Two tables, and the lines of what is there."""
    _make_told_entries()
    op.create_table(
        "recents",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("opened", Json, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_recents_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "user_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_recents_company_id_user_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("user_id", "company_id", name="pk_recents"),
    )
    _insert(_LINES, _documents())
    _insert(_TOLD, _activities())


def downgrade() -> None:
    """They go."""
    op.execute("DELETE FROM search_entries WHERE kind = 'document'")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index_of_activities")
    op.drop_table("told_entries")
    op.drop_table("recents")


_LINES = sa.table(
    "search_entries",
    *(sa.column(name, Id) for name in (*OWNERS, "record_id")),
    *(sa.column(name, sa.String()) for name in ("kind", "title", "detail", "text")),
)
_TOLD = sa.table(
    "told_entries",
    *(sa.column(name, Id) for name in (*OWNERS, "activity_id")),
    *(sa.column(name, sa.String()) for name in ("title", "text")),
)


def _make_told_entries() -> None:
    op.create_table(
        "told_entries",
        sa.Column("company_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("activity_id", Id, nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_told_entries"),
    )
    op.create_index("ix_told_entries_company_id_activity_id", "told_entries", ["company_id", "activity_id"], unique=True)
    op.create_index("ix_told_entries_company_id_owner_id_number", "told_entries", ["company_id", "owner_id", "number"])
    for statement in ON_SQLITE if op.get_bind().dialect.name == "sqlite" else ON_POSTGRESQL:
        op.execute(statement)


def _insert(into: Any, lines: Iterable[dict[str, Any]]) -> None:
    rest = iter(lines)
    while chunk := list(islice(rest, CHUNK)):
        op.bulk_insert(into, chunk)


def _documents() -> Iterator[dict[str, Any]]:
    for row in op.get_bind().execute(sa.text(DOCUMENTS)):
        account = row.account or ""
        text = _folded(row.name, account, row.description)
        yield {"kind": "document", "record_id": str(row.id), "title": row.name, "detail": account[:300], "text": text,
               **_owners(row)}  # fmt: skip


def _activities() -> Iterator[dict[str, Any]]:
    for row in op.get_bind().execute(sa.text(ACTIVITIES)):
        said = [part for part in (row.subject, row.note, row.result) if part]
        title = said[0].partition("\n")[0][:300]
        yield {"activity_id": str(row.id), "title": title, "text": _folded(*said), **_owners(row)}


def _owners(row: Any) -> dict[str, str | None]:
    return {name: str(value) if (value := getattr(row, name)) else None for name in OWNERS}


def _folded(*words: str) -> str:
    return f" {fold(' '.join(filter(None, words)))[:4000]} "
