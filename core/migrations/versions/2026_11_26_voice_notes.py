"""Spoken messages; and an activity's files, found by the activity."""

import sqlalchemy as sa
from alembic import op

revision = "voice_notes"
down_revision = "sides_and_albums"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """One table, one index."""
    op.create_table(
        "voice_notes",
        sa.Column("id", Id, nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("bot", sa.String(length=64), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("said_in", sa.BigInteger(), nullable=True),
        sa.Column("shown_in", sa.BigInteger(), nullable=True),
        sa.Column("phone_language", sa.String(length=16), nullable=True),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("said_at", Moment, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("heard_at", Moment, nullable=True),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "document_id"],
            ["documents.company_id", "documents.id"],
            name="fk_voice_notes_company_id_document_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_voice_notes_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_voice_notes"),
    )
    op.create_index("ix_voice_notes_company_id_document_id", "voice_notes", ["company_id", "document_id"])
    op.create_index(
        "ix_voice_notes_company_id_user_id_created_at", "voice_notes", ["company_id", "user_id", "created_at"]
    )
    filled = sa.text("activity_id IS NOT NULL")
    op.create_index(
        "ix_documents_company_id_activity_id",
        "documents",
        ["company_id", "activity_id"],
        sqlite_where=filled,
        postgresql_where=filled,
    )


def downgrade() -> None:
    """It goes."""
    op.drop_index("ix_documents_company_id_activity_id", "documents")
    op.drop_table("voice_notes")
