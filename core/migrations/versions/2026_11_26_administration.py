"""What admins and operators need: how quick pages are; lists whose lines are put away."""

import sqlalchemy as sa
from alembic import op

revision = "administration"
down_revision = "search_by_owner"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Moment = sa.DateTime(timezone=True)
ARCHIVED = ("pipelines", "stages", "activity_types")


def upgrade() -> None:
    """Two tables, three columns."""
    for table, key in (("page_timings", ["name", "day", "company_id"]), ("statement_timings", ["name", "day"])):
        columns: list[sa.schema.SchemaItem] = [
            sa.Column("name", sa.String(length=120), nullable=False),
            sa.Column("day", sa.Date(), nullable=False),
            *(sa.Column(name, sa.Integer(), nullable=False) for name in ("times", "slow", "failed", "longest")),
            sa.Column("milliseconds", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
        ]
        if "company_id" in key:
            columns += [
                sa.Column("company_id", Id, nullable=False),
                sa.ForeignKeyConstraint(
                    ["company_id"],
                    ["companies.id"],
                    name=f"fk_{table}_company_id",
                    initially="DEFERRED",
                    deferrable=True,
                ),
            ]
        op.create_table(table, *columns)
    for table in ARCHIVED:
        op.add_column(table, sa.Column("archived_at", Moment, nullable=True))


def downgrade() -> None:
    """Without them."""
    for table in ARCHIVED:
        op.drop_column(table, "archived_at")
    op.drop_table("statement_timings")
    op.drop_table("page_timings")
