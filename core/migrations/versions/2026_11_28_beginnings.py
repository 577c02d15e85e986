"""PostgreSQL: an index by how the search's lines begin."""

from alembic import op

revision = "beginnings"
down_revision = "what_lists_read"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Who is called just so is found however many mention the word."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            'CREATE INDEX search_index_of_beginnings ON search_entries (company_id, ("left"(text, 40) COLLATE "C"))'
        )


def downgrade() -> None:
    """There is none."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("search_index_of_beginnings", "search_entries")
