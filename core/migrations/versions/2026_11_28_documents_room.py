"""Documents by age."""

from alembic import op

revision = "documents_room"
down_revision = "waiting"
branch_labels = None
depends_on = None

AGE = "ix_documents_company_id_created_at"


def upgrade() -> None:
    """An index."""
    op.create_index(AGE, "documents", ["company_id", "created_at"])


def downgrade() -> None:
    """Without it."""
    op.drop_index(AGE, "documents")
