"""Imports and their rows; admins and managers may import."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "imports"
down_revision = "orders_of_opportunities"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Moment = sa.DateTime(timezone=True)
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
IMPORT = "record.import"
MAY = ("admin", "manager")


def upgrade() -> None:
    """Two tables and a permission."""
    op.create_table(
        "imports",
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("sheet", sa.String(length=100), nullable=False),
        sa.Column("sheets", Json, nullable=False),
        sa.Column("columns", Json, nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("header", sa.Integer(), nullable=False),
        sa.Column("mapping", Json, nullable=False),
        sa.Column("on_same", sa.String(length=10), nullable=False),
        sa.Column("lenient", sa.Boolean(), nullable=False),
        sa.Column("counts", Json, nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("finished_at", Moment, nullable=True),
        _company("imports"),
        _belongs("imports", "memberships", "user_id", "user_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_imports"),
    )
    op.create_index("ix_imports_company_id_user_id_created_at", "imports", ["company_id", "user_id", "created_at"])
    op.create_index("ix_imports_company_id_signature", "imports", ["company_id", "signature"])
    op.create_table(
        "import_rows",
        sa.Column("import_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cells", Json, nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("shown", Json, nullable=False),
        sa.Column("payload", Json, nullable=True),
        sa.Column("problems", Json, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        _company("import_rows"),
        _belongs("import_rows", "imports", "import_id"),
        sa.PrimaryKeyConstraint("import_id", "number", "company_id", name="pk_import_rows"),
    )
    op.create_index(
        "ix_import_rows_company_id_import_id_state_verdict_number", "import_rows",
        ["company_id", "import_id", "state", "verdict", "number"],
    )  # fmt: skip
    op.create_index(
        "ix_import_rows_company_id_import_id_verdict_number", "import_rows",
        ["company_id", "import_id", "verdict", "number"],
    )  # fmt: skip
    _each_role(lambda held: [*held, IMPORT] if IMPORT not in held else held)


def downgrade() -> None:
    """They go."""
    _each_role(lambda held: [one for one in held if one != IMPORT])
    op.drop_table("import_rows")
    op.drop_table("imports")


def _each_role(change: Any) -> None:
    roles = sa.table("roles", sa.column("company_id", Id), sa.column("id", Id), sa.column("key"), sa.column("permissions", Json))
    connection = op.get_bind()
    for role in connection.execute(sa.select(roles).where(roles.c.key.in_(MAY))).all():
        held = json.loads(role.permissions) if isinstance(role.permissions, str) else role.permissions
        connection.execute(
            roles.update()
            .where(roles.c.company_id == role.company_id, roles.c.id == role.id)
            .values(permissions=change(held))
        )
    op.execute("UPDATE company_counters SET rights_revision = rights_revision + 1")


def _company(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id"], ["companies.id"], name=f"fk_{table}_company_id", initially="DEFERRED", deferrable=True
    )


def _belongs(table: str, to: str, column: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id", column],
        [f"{to}.company_id", f"{to}.{key}"],
        name=f"fk_{table}_company_id_{column}",
        initially="DEFERRED",
        deferrable=True,
    )
