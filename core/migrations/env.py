"""What Alembic runs: over the connection that it is given."""

from alembic import context
from sqlalchemy import Connection

from core.all_models import metadata


def run(connection: Connection) -> None:
    """Runs the steps; SQLite changes a table by copying it."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        include_name=lambda name, _kind, _parents: not str(name).startswith("search_index"),
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
