"""Leads, and who may see and edit them: whoever may opportunities; the files of an opportunity are found by an index."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "leads"
down_revision = "lists"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Moment = sa.DateTime(timezone=True)
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """A table, its indexes, two permissions."""
    op.create_table(
        "leads",
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        *(sa.Column(name, sa.String(length=200), nullable=False) for name in ("title", "person", "firm", "subject")),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("extension", sa.String(length=10), nullable=True),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("city", sa.String(length=100), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=True),
        sa.Column("referred_by", sa.String(length=200), nullable=True),
        sa.Column("tags", Json, nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.Column("opportunity_id", Id, nullable=True),
        sa.Column("converted_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_leads_company_id", initially="DEFERRED", deferrable=True
        ),
        _belongs("memberships", "owner_id", "user_id"),
        _belongs("units", "unit_id"),
        _belongs("teams", "team_id"),
        _belongs("accounts", "account_id"),
        _belongs("contacts", "contact_id"),
        _belongs("opportunities", "opportunity_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_leads"),
    )
    for columns in (["created_at"], ["owner_id", "created_at"], ["unit_id", "created_at"]):
        op.create_index(f"ix_leads_company_id_{'_'.join(columns)}", "leads", ["company_id", *columns])
    for table, column in (("leads", "account_id"), ("leads", "contact_id"), ("leads", "opportunity_id"),
                          ("documents", "opportunity_id")):  # fmt: skip
        filled = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{table}_company_id_{column}", table, ["company_id", column], sqlite_where=filled,
            postgresql_where=filled,
        )  # fmt: skip
    _permit(lambda held: [*held, *(f"lead.{verb}" for verb in ("see", "edit") if f"opportunity.{verb}" in held)])


def downgrade() -> None:
    """They go, with what is known of them."""
    _permit(lambda held: [one for one in held if not one.startswith("lead.")])
    for table in ("search_entries", "marks"):
        op.execute(f"DELETE FROM {table} WHERE kind = 'lead'")
    op.drop_index("ix_documents_company_id_opportunity_id", "documents")
    op.drop_table("leads")


def _permit(change: Any) -> None:
    connection = op.get_bind()
    roles = sa.table("roles", sa.column("id", Id), sa.column("permissions", Json))
    for role_id, permissions in connection.execute(sa.select(roles.c.id, roles.c.permissions)).all():
        held = json.loads(permissions) if isinstance(permissions, str) else permissions
        connection.execute(roles.update().where(roles.c.id == role_id).values(permissions=change(held)))
    op.execute("UPDATE company_counters SET rights_revision = rights_revision + 1")


def _belongs(to: str, column: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id", column],
        [f"{to}.company_id", f"{to}.{key}"],
        name=f"fk_leads_company_id_{column}",
        initially="DEFERRED",
        deferrable=True,
    )
