"""Who has a record open now."""

import sqlalchemy as sa
from alembic import op

revision = "presences"
down_revision = "imports"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)


def upgrade() -> None:
    """One table."""
    op.create_table(
        "presences",
        sa.Column("record_id", Id, nullable=False),
        sa.Column("session_id", sa.String(length=40), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_presences_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("record_id", "session_id", "company_id", name="pk_presences"),
    )
    op.create_index("ix_presences_company_id_until", "presences", ["company_id", "until"])


def downgrade() -> None:
    """It goes."""
    op.drop_table("presences")
