"""What a list of opportunities is sorted by is found by an index."""

from alembic import op

revision = "orders_of_opportunities"
down_revision = "lead_activities"
branch_labels = None
depends_on = None

COLUMNS = ("expected_close", "amount", "stage_since", "created_at", "title")


def upgrade() -> None:
    """An index an order."""
    for column in COLUMNS:
        op.create_index(_name(column), "opportunities", ["company_id", column, "id"])


def downgrade() -> None:
    """They go."""
    for column in COLUMNS:
        op.drop_index(_name(column), "opportunities")


def _name(column: str) -> str:
    return f"ix_opportunities_company_id_{column}_id"
