"""Lines of the search by owner."""

from alembic import op

revision = "search_by_owner"
down_revision = "voice_notes"
branch_labels = None
depends_on = None

NAME = "ix_search_entries_company_id_owner_id_kind"


def upgrade() -> None:
    """One index."""
    op.create_index(NAME, "search_entries", ["company_id", "owner_id", "kind"])


def downgrade() -> None:
    """Without it."""
    op.drop_index(NAME, "search_entries")
