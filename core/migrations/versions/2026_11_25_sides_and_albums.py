"""Photos of cards know the album that they came with and the front that they are the other side of."""

import sqlalchemy as sa
from alembic import op

revision = "sides_and_albums"
down_revision = "next_steps"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns."""
    op.add_column("card_readings", sa.Column("album", sa.String(length=64), nullable=True))
    op.add_column("card_readings", sa.Column("front_id", sa.Uuid(as_uuid=False), nullable=True))


def downgrade() -> None:
    """They go."""
    op.drop_column("card_readings", "front_id")
    op.drop_column("card_readings", "album")
