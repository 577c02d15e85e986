"""Activities with leads."""

import sqlalchemy as sa
from alembic import op

revision = "lead_activities"
down_revision = "leads"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)


def upgrade() -> None:
    """A table and its indexes."""
    op.create_table(
        "lead_activities",
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("lead_id", Id, nullable=False),
        sa.Column("activity_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_lead_activities_company_id", initially="DEFERRED",
            deferrable=True,
        ),
        _belongs("leads", "lead_id"),
        _belongs("activities", "activity_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_lead_activities"),
    )  # fmt: skip
    op.create_index("ix_lead_activities_company_id_lead_id", "lead_activities", ["company_id", "lead_id"])
    op.create_index(
        "ix_lead_activities_company_id_activity_id", "lead_activities", ["company_id", "activity_id"], unique=True
    )


def downgrade() -> None:
    """They go."""
    op.drop_table("lead_activities")


def _belongs(to: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id", column],
        [f"{to}.company_id", f"{to}.id"],
        name=f"fk_lead_activities_company_id_{column}",
        initially="DEFERRED",
        deferrable=True,
    )
