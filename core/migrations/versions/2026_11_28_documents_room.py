"""Documents by age and by opportunity."""

import sqlalchemy as sa
from alembic import op

revision = "documents_room"
down_revision = "waiting"
branch_labels = None
depends_on = None

OPPORTUNITY = "ix_documents_company_id_opportunity_id"
AGE = "ix_documents_company_id_created_at"


def upgrade() -> None:
    """Two indexes."""
    filled = sa.text("opportunity_id IS NOT NULL")
    op.create_index(
        OPPORTUNITY, "documents", ["company_id", "opportunity_id"], sqlite_where=filled, postgresql_where=filled
    )
    op.create_index(AGE, "documents", ["company_id", "created_at"])


def downgrade() -> None:
    """Without them."""
    op.drop_index(AGE, "documents")
    op.drop_index(OPPORTUNITY, "documents")
