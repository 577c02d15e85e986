"""What each person opened lately; documents and what was said of activities can be found."""

from collections.abc import Iterator
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


def upgrade() -> None:
    """A table, and the search lines of what is there."""
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
    chunk: list[dict[str, Any]] = []
    for line in (*_documents(), *_activities()):
        chunk.append(line)
        if len(chunk) == CHUNK:
            op.bulk_insert(_LINES, chunk)
            chunk = []
    op.bulk_insert(_LINES, chunk)


def downgrade() -> None:
    """They go."""
    op.execute("DELETE FROM search_entries WHERE kind IN ('document', 'activity')")
    op.drop_table("recents")


_LINES = sa.table(
    "search_entries",
    *(sa.column(name, Id) for name in (*OWNERS, "record_id")),
    *(sa.column(name, sa.String()) for name in ("kind", "title", "detail", "text")),
)


def _documents() -> Iterator[dict[str, Any]]:
    for row in op.get_bind().execute(sa.text(DOCUMENTS)):
        yield _line("document", row, row.name, row.account or "", row.description)


def _activities() -> Iterator[dict[str, Any]]:
    for row in op.get_bind().execute(sa.text(ACTIVITIES)):
        said = [part for part in (row.subject, row.note, row.result) if part]
        yield _line("activity", row, said[0].partition("\n")[0][:300], "", *said)


def _line(kind: str, row: Any, title: str, detail: str, *words: str) -> dict[str, Any]:
    owners = {name: str(value) if (value := getattr(row, name)) else None for name in OWNERS}
    text = f" {fold(' '.join(filter(None, [title, detail, *words])))[:4000]} "
    return {"kind": kind, "record_id": str(row.id), "title": title[:300], "detail": detail[:300], "text": text, **owners}
