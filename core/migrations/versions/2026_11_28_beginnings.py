"""PostgreSQL: an index by how the search's lines begin; what is written is in the trigram indexes at once."""

from alembic import op

revision = "beginnings"
down_revision = "what_lists_read"
branch_labels = None
depends_on = None

TRIGRAMS = (
    "ix_search_entries_trigrams",
    "ix_search_entries_trigrams_of_opportunities",
    "ix_told_entries_trigrams",
)


def upgrade() -> None:
    """Who is called just so is found however many mention the word; a search reads no list of what is not sorted in."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            'CREATE INDEX search_index_of_beginnings ON search_entries (company_id, ("left"(text, 40) COLLATE "C"))'
        )
        for index in TRIGRAMS:
            op.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
            op.execute(f"SELECT gin_clean_pending_list('{index}')")


def downgrade() -> None:
    """As it was."""
    if op.get_bind().dialect.name == "postgresql":
        for index in TRIGRAMS:
            op.execute(f"ALTER INDEX {index} RESET (fastupdate)")
        op.drop_index("search_index_of_beginnings", "search_entries")
