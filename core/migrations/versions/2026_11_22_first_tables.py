"""The first tables: made from the models as they are on the day of the first release."""

from alembic import op

from core.all_models import metadata

revision = "first_tables"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables, indexes, and the search's own (their listeners add it)."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Everything goes."""
    metadata.drop_all(op.get_bind())
