"""A card's reading knows the card's own picture."""

import sqlalchemy as sa
from alembic import op

revision = "card_pictures"
down_revision = "beginnings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column."""
    op.add_column("card_readings", sa.Column("picture", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """It goes."""
    op.drop_column("card_readings", "picture")
