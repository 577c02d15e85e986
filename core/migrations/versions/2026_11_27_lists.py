"""Tags; the words that records are filtered by; saved views of lists; a space around what is searched."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from core.folding import fold

revision = "lists"
down_revision = "own_settings"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Moment = sa.DateTime(timezone=True)
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
LONGEST = 100
LISTS = ("tags", "absorbed", "apart")
MARKED = """
SELECT r.company_id, r.id, r.owner_id, r.unit_id, r.team_id, {kinds} AS kinds, a.city FROM {table} r
LEFT JOIN addresses a ON a.company_id = r.company_id AND a.{kind}_id = r.id AND a.city <> ''
WHERE r.archived_at IS NULL
"""


def upgrade() -> None:
    """Three tables, a few columns, and the words of what is there."""
    op.execute("UPDATE search_entries SET text = ' ' || text || ' '")
    for table in ("accounts", "contacts"):
        for column in LISTS:
            op.add_column(table, sa.Column(column, Json, nullable=False, server_default="[]"))
        op.add_column(table, sa.Column("merged_into_id", Id, nullable=True))
    op.create_index("ix_contacts_company_id_name", "contacts", ["company_id", "name"])
    marks = op.create_table(
        "marks",
        sa.Column("record_id", Id, nullable=False),
        sa.Column("sort", sa.String(length=10), nullable=False),
        sa.Column("folded", sa.String(length=LONGEST), nullable=False),
        sa.Column("shown", sa.String(length=LONGEST), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        _company("marks"),
        sa.PrimaryKeyConstraint("record_id", "sort", "folded", "company_id", name="pk_marks"),
    )
    op.create_index(
        "ix_marks_company_id_kind_sort_folded_record_id", "marks",
        ["company_id", "kind", "sort", "folded", "record_id"],
    )  # fmt: skip
    for kind, table in (("account", "accounts"), ("contact", "contacts")):
        rows = list(_words(kind, table))
        for start in range(0, len(rows), 1000):
            op.bulk_insert(marks, rows[start : start + 1000])
    op.create_table(
        "saved_views",
        *_record(),
        sa.Column("listing", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("filter", Json, nullable=False),
        sa.Column("columns", Json, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("shared", sa.String(length=10), nullable=False),
        sa.Column("team_id", Id, nullable=True),
        _company("saved_views"),
        _belongs("saved_views", "memberships", "user_id", "user_id"),
        _belongs("saved_views", "teams", "team_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_saved_views"),
    )
    op.create_index("ix_saved_views_company_id_listing_user_id", "saved_views", ["company_id", "listing", "user_id"])
    op.create_table(
        "first_views",
        *_record(),
        sa.Column("listing", sa.String(length=20), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("view_id", Id, nullable=False),
        _company("first_views"),
        _belongs("first_views", "memberships", "user_id", "user_id"),
        _belongs("first_views", "saved_views", "view_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_first_views"),
    )
    op.create_index(
        "ix_first_views_company_id_user_id_listing", "first_views", ["company_id", "user_id", "listing"], unique=True
    )
    op.create_index("ix_first_views_company_id_view_id", "first_views", ["company_id", "view_id"])


def downgrade() -> None:
    """They go."""
    op.execute("UPDATE search_entries SET text = trim(text)")
    op.drop_table("first_views")
    op.drop_table("saved_views")
    op.drop_table("marks")
    op.drop_index("ix_contacts_company_id_name", "contacts")
    for table in ("accounts", "contacts"):
        op.drop_column(table, "merged_into_id")
        for column in reversed(LISTS):
            op.drop_column(table, column)


def _words(kind: str, table: str) -> Iterator[dict[str, Any]]:
    """Each record's city and kinds, once however often they are there."""
    known = set()
    found = op.get_bind().execute(sa.text(MARKED.format(kind=kind, table=table, kinds="kinds" if kind == "account" else "NULL")))
    for company_id, record_id, owner_id, unit_id, team_id, kinds, city in found:
        several = json.loads(kinds) if isinstance(kinds, str) else kinds or []
        for sort, word in [("kind", one) for one in several] + ([("city", city)] if city else []):
            key = (company_id, record_id, sort, fold(word)[:LONGEST])
            if key[3] and key not in known:
                known.add(key)
                yield {
                    "company_id": _uuid(company_id), "record_id": _uuid(record_id), "sort": sort, "folded": key[3],
                    "shown": word[:LONGEST], "kind": kind, "owner_id": _uuid(owner_id), "unit_id": _uuid(unit_id),
                    "team_id": _uuid(team_id),
                }  # fmt: skip


def _uuid(value: Any) -> str | None:
    return str(value) if value else None


def _record() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
    )


def _company(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id"], ["companies.id"], name=f"fk_{table}_company_id", initially="DEFERRED", deferrable=True
    )


def _belongs(table: str, to: str, column: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id", column],
        [f"{to}.company_id", f"{to}.{key}"],
        name=f"fk_{table}_company_id_{column}",
        initially="DEFERRED",
        deferrable=True,
    )
