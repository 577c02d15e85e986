"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB


revision = "first_tables"
down_revision = None
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Json = sa.JSON().with_variant(JSONB(), "postgresql")
Moment = sa.DateTime(timezone=True)

# FTS5 keeps its own copy of nothing: it indexes the lines where they are, and is told of each change.
SEARCH_ON_SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "text, content='search_entries', content_rowid='number', tokenize='trigram')",
    "CREATE TRIGGER search_added AFTER INSERT ON search_entries BEGIN "
    "INSERT INTO search_index(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER search_removed AFTER DELETE ON search_entries BEGIN "
    "INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.number, old.text); END",
    "CREATE TRIGGER search_changed AFTER UPDATE OF text ON search_entries BEGIN "
    "INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.number, old.text); "
    "INSERT INTO search_index(rowid, text) VALUES (new.number, new.text); END",
)
SEARCH_ON_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_search_entries_trigrams ON search_entries USING gin (text gin_trgm_ops)",
)


def upgrade() -> None:
    """Tables, indexes, and what search needs of each database."""
    op.create_table(
        "chat_states",
        sa.Column("bot", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("bot", "chat_id", name="pk_chat_states"),
    )
    op.create_table(
        "companies",
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("locale", sa.String(length=10), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("finished_activities_editable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_companies"),
    )
    op.create_table(
        "inbox",
        sa.Column("id", Id, nullable=False),
        sa.Column("bot", sa.String(length=64), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("body", Json, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("done_at", Moment, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("bot", "update_id", name="uq_inbox_bot_update_id"),
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["update_id"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("holder", sa.String(length=120), nullable=False),
        sa.Column("until", Moment, nullable=False),
        sa.Column("done_until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_leases"),
    )
    op.create_table(
        "rate_counters",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("window_ends_at", Moment, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_rate_counters"),
    )
    op.create_table(
        "search_entries",
        sa.Column("company_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("record_id", Id, nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("detail", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_search_entries"),
    )
    op.create_index(
        "ix_search_entries_company_id_record_id", "search_entries", ["company_id", "record_id"], unique=True
    )
    op.create_table(
        "users",
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("locale", sa.String(length=10), nullable=True),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("theme", sa.String(length=10), nullable=False),
        sa.Column("digest_at", sa.String(length=5), nullable=True),
        sa.Column("remind_minutes", sa.Integer(), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("disabled_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("email", name="uq_users_email"),
    )
    op.create_table(
        "activity_types",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_activity_types_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_activity_types"),
    )
    op.create_index("ix_activity_types_company_id_key", "activity_types", ["company_id", "key"], unique=True)
    op.create_table(
        "company_counters",
        sa.Column("last_event", sa.Integer(), nullable=False),
        sa.Column("rights_revision", sa.Integer(), nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name="fk_company_counters_company_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("company_id", name="pk_company_counters"),
    )
    op.create_table(
        "conflicts",
        sa.Column("subject_kind", sa.String(length=30), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("mine", Json, nullable=False),
        sa.Column("theirs", Json, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("other_user_id", Id, nullable=True),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("resolved_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_conflicts_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_conflicts"),
    )
    op.create_index("ix_conflicts_company_id_subject_id", "conflicts", ["company_id", "subject_id"], unique=False)
    op.create_index(
        "ix_conflicts_company_id_user_id_resolved_at",
        "conflicts",
        ["company_id", "user_id", "resolved_at"],
        unique=False,
    )
    op.create_table(
        "digests_sent",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_digests_sent_user_id"),
        sa.PrimaryKeyConstraint("user_id", "day", name="pk_digests_sent"),
    )
    op.create_table(
        "operations",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("user_id", Id, nullable=True),
        sa.Column("door", sa.String(length=10), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("device_at", Moment, nullable=True),
        sa.Column("result", Json, nullable=False),
        sa.Column("undone_by", Id, nullable=True),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_operations_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_operations"),
    )
    op.create_index("ix_operations_company_id_user_id_at", "operations", ["company_id", "user_id", "at"], unique=False)
    op.create_table(
        "opportunity_totals",
        sa.Column("pipeline_id", Id, nullable=False),
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("team_id", Id, nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("weighted", sa.BigInteger(), nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name="fk_opportunity_totals_company_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "pipeline_id",
            "stage_id",
            "owner_id",
            "unit_id",
            "team_id",
            "month",
            "currency",
            "company_id",
            name="pk_opportunity_totals",
        ),
    )
    op.create_table(
        "outbox",
        sa.Column("id", Id, nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("user_id", Id, nullable=True),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", Moment, nullable=True),
        sa.Column("failed_at", Moment, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("outside_id", sa.String(length=300), nullable=True),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_outbox_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_outbox"),
    )
    op.create_index(
        "ix_outbox_failed",
        "outbox",
        ["failed_at"],
        unique=False,
        sqlite_where=sa.text("failed_at IS NOT NULL"),
        postgresql_where=sa.text("failed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL AND failed_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND failed_at IS NULL"),
    )
    op.create_table(
        "pipelines",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_pipelines_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_pipelines"),
    )
    op.create_table(
        "reminders_sent",
        sa.Column("activity_id", Id, nullable=False),
        sa.Column("remind_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_reminders_sent_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("activity_id", "remind_at", "company_id", name="pk_reminders_sent"),
    )
    op.create_table(
        "roles",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("permissions", Json, nullable=False),
        sa.Column("sees", sa.String(length=10), nullable=False),
        sa.Column("edits", sa.String(length=10), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_roles_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_roles"),
    )
    op.create_index("ix_roles_company_id_key", "roles", ["company_id", "key"], unique=True)
    op.create_table(
        "teams",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_teams_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_teams"),
    )
    op.create_table(
        "tickets",
        sa.Column("id", Id, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("expires_at", Moment, nullable=False),
        sa.Column("used_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_tickets_user_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
        sa.UniqueConstraint("digest", name="uq_tickets_digest"),
    )
    op.create_index("ix_tickets_user_id", "tickets", ["user_id"], unique=False)
    op.create_table(
        "units",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("parent_id", Id, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "parent_id"],
            ["units.company_id", "units.id"],
            name="fk_units_company_id_parent_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_units_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_units"),
    )
    op.create_index("ix_units_company_id_parent_id", "units", ["company_id", "parent_id"], unique=False)
    op.create_table(
        "user_sessions",
        sa.Column("id", Id, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("company_id", Id, nullable=True),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("seen_at", Moment, nullable=False),
        sa.Column("expires_at", Moment, nullable=False),
        sa.Column("device", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_user_sessions_company_id"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_user_sessions_user_id"),
        sa.PrimaryKeyConstraint("id", name="pk_user_sessions"),
        sa.UniqueConstraint("digest", name="uq_user_sessions_digest"),
    )
    op.create_index("ix_user_sessions_user_id", "user_sessions", ["user_id"], unique=False)
    op.create_table(
        "events",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("operation_id", Id, nullable=False),
        sa.Column("verb", sa.String(length=60), nullable=False),
        sa.Column("change", sa.String(length=10), nullable=False),
        sa.Column("subject_kind", sa.String(length=30), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("difference", Json, nullable=False),
        sa.Column("user_id", Id, nullable=True),
        sa.Column("door", sa.String(length=10), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "operation_id"],
            ["operations.company_id", "operations.id"],
            name="fk_events_company_id_operation_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_events_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("number", "company_id", name="pk_events"),
    )
    op.create_index("ix_events_company_id_account_id_at", "events", ["company_id", "account_id", "at"], unique=False)
    op.create_index("ix_events_company_id_operation_id", "events", ["company_id", "operation_id"], unique=False)
    op.create_index(
        "ix_events_company_id_subject_id_revision", "events", ["company_id", "subject_id", "revision"], unique=False
    )
    op.create_table(
        "memberships",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("role_id", Id, nullable=False),
        sa.Column("reports_to", Id, nullable=True),
        sa.Column("disabled_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "reports_to"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_memberships_company_id_reports_to",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "role_id"],
            ["roles.company_id", "roles.id"],
            name="fk_memberships_company_id_role_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_memberships_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_memberships_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_memberships_user_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_memberships"),
        sa.UniqueConstraint("company_id", "user_id", name="uq_memberships_company_id_user_id"),
    )
    op.create_index("ix_memberships_company_id_reports_to", "memberships", ["company_id", "reports_to"], unique=False)
    op.create_table(
        "stages",
        sa.Column("pipeline_id", Id, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("required_fields", Json, nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "pipeline_id"],
            ["pipelines.company_id", "pipelines.id"],
            name="fk_stages_company_id_pipeline_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_stages_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_stages"),
    )
    op.create_index("ix_stages_company_id_pipeline_id_key", "stages", ["company_id", "pipeline_id", "key"], unique=True)
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kinds", Json, nullable=False),
        sa.Column("tax_id", sa.String(length=40), nullable=True),
        sa.Column("website", sa.String(length=300), nullable=True),
        sa.Column("sector", sa.String(length=100), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("archived_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id", "owner_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_accounts_company_id_owner_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "team_id"],
            ["teams.company_id", "teams.id"],
            name="fk_accounts_company_id_team_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_accounts_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_accounts_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_accounts"),
    )
    op.create_index("ix_accounts_company_id_name", "accounts", ["company_id", "name"], unique=False)
    op.create_index("ix_accounts_company_id_owner_id", "accounts", ["company_id", "owner_id"], unique=False)
    op.create_index("ix_accounts_company_id_unit_id", "accounts", ["company_id", "unit_id"], unique=False)
    op.create_table(
        "chat_links",
        sa.Column("id", Id, nullable=False),
        sa.Column("bot", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("linked_at", Moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "user_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_chat_links_company_id_user_id",
        ),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_chat_links_company_id"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_chat_links_user_id"),
        sa.PrimaryKeyConstraint("id", name="pk_chat_links"),
        sa.UniqueConstraint("bot", "chat_id", name="uq_chat_links_bot_chat_id"),
    )
    op.create_index("ix_chat_links_user_id", "chat_links", ["user_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("given_name", sa.String(length=100), nullable=False),
        sa.Column("family_name", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("job_title", sa.String(length=200), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("archived_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id", "owner_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_contacts_company_id_owner_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "team_id"],
            ["teams.company_id", "teams.id"],
            name="fk_contacts_company_id_team_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_contacts_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_contacts_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_contacts"),
    )
    op.create_index("ix_contacts_company_id_owner_id", "contacts", ["company_id", "owner_id"], unique=False)
    op.create_index("ix_contacts_company_id_unit_id", "contacts", ["company_id", "unit_id"], unique=False)
    op.create_table(
        "team_members",
        sa.Column("team_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "team_id"],
            ["teams.company_id", "teams.id"],
            name="fk_team_members_company_id_team_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "user_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_team_members_company_id_user_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_team_members_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_team_members"),
    )
    op.create_index(
        "ix_team_members_company_id_team_id_user_id", "team_members", ["company_id", "team_id", "user_id"], unique=True
    )
    op.create_index("ix_team_members_company_id_user_id", "team_members", ["company_id", "user_id"], unique=False)
    op.create_table(
        "unit_grants",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("access", sa.String(length=10), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_unit_grants_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "user_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_unit_grants_company_id_user_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_unit_grants_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_unit_grants"),
    )
    op.create_index(
        "ix_unit_grants_company_id_user_id_unit_id", "unit_grants", ["company_id", "user_id", "unit_id"], unique=True
    )
    op.create_table(
        "account_contacts",
        sa.Column("account_id", Id, nullable=False),
        sa.Column("contact_id", Id, nullable=False),
        sa.Column("role", sa.String(length=200), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_account_contacts_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_account_contacts_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name="fk_account_contacts_company_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_account_contacts"),
    )
    op.create_index(
        "ix_account_contacts_company_id_account_id_contact_id",
        "account_contacts",
        ["company_id", "account_id", "contact_id"],
        unique=True,
    )
    op.create_index(
        "ix_account_contacts_company_id_contact_id", "account_contacts", ["company_id", "contact_id"], unique=False
    )
    op.create_table(
        "addresses",
        sa.Column("label", sa.String(length=10), nullable=False),
        sa.Column("street", sa.String(length=300), nullable=False),
        sa.Column("postcode", sa.String(length=20), nullable=False),
        sa.Column("city", sa.String(length=100), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.CheckConstraint("(account_id IS NULL) <> (contact_id IS NULL)", name="ck_addresses_reaches_one"),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_addresses_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_addresses_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_addresses_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_addresses"),
    )
    op.create_index("ix_addresses_company_id_account_id", "addresses", ["company_id", "account_id"], unique=False)
    op.create_index("ix_addresses_company_id_city", "addresses", ["company_id", "city"], unique=False)
    op.create_index("ix_addresses_company_id_contact_id", "addresses", ["company_id", "contact_id"], unique=False)
    op.create_table(
        "emails",
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("label", sa.String(length=10), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.CheckConstraint("(account_id IS NULL) <> (contact_id IS NULL)", name="ck_emails_reaches_one"),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_emails_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_emails_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_emails_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_emails"),
    )
    op.create_index("ix_emails_company_id_account_id", "emails", ["company_id", "account_id"], unique=False)
    op.create_index("ix_emails_company_id_address", "emails", ["company_id", "address"], unique=False)
    op.create_index("ix_emails_company_id_contact_id", "emails", ["company_id", "contact_id"], unique=False)
    op.create_table(
        "opportunities",
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.Column("pipeline_id", Id, nullable=False),
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("expected_close", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("stage_since", Moment, nullable=False),
        sa.Column("closed_at", Moment, nullable=True),
        sa.Column("archived_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_opportunities_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_opportunities_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "owner_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_opportunities_company_id_owner_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "pipeline_id"],
            ["pipelines.company_id", "pipelines.id"],
            name="fk_opportunities_company_id_pipeline_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "stage_id"],
            ["stages.company_id", "stages.id"],
            name="fk_opportunities_company_id_stage_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "team_id"],
            ["teams.company_id", "teams.id"],
            name="fk_opportunities_company_id_team_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_opportunities_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_opportunities_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_opportunities"),
    )
    op.create_index(
        "ix_opportunities_company_id_account_id", "opportunities", ["company_id", "account_id"], unique=False
    )
    op.create_index(
        "ix_opportunities_company_id_owner_id_stage_id_stage_since",
        "opportunities",
        ["company_id", "owner_id", "stage_id", "stage_since"],
        unique=False,
    )
    op.create_index(
        "ix_opportunities_company_id_pipeline_id_stage_id_stage_since",
        "opportunities",
        ["company_id", "pipeline_id", "stage_id", "stage_since"],
        unique=False,
    )
    op.create_index(
        "ix_opportunities_company_id_unit_id_stage_id_stage_since",
        "opportunities",
        ["company_id", "unit_id", "stage_id", "stage_since"],
        unique=False,
    )
    op.create_table(
        "phones",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("extension", sa.String(length=10), nullable=True),
        sa.Column("label", sa.String(length=10), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.CheckConstraint("(account_id IS NULL) <> (contact_id IS NULL)", name="ck_phones_reaches_one"),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_phones_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_phones_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_phones_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_phones"),
    )
    op.create_index("ix_phones_company_id_account_id", "phones", ["company_id", "account_id"], unique=False)
    op.create_index("ix_phones_company_id_contact_id", "phones", ["company_id", "contact_id"], unique=False)
    op.create_index("ix_phones_company_id_number", "phones", ["company_id", "number"], unique=False)
    op.create_table(
        "activities",
        sa.Column("type_id", Id, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.Column("opportunity_id", Id, nullable=True),
        sa.Column("follows_id", Id, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", Moment, nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("done_at", Moment, nullable=True),
        sa.Column("result", sa.String(length=300), nullable=True),
        sa.Column("remind_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_activities_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_activities_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "follows_id"],
            ["activities.company_id", "activities.id"],
            name="fk_activities_company_id_follows_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "opportunity_id"],
            ["opportunities.company_id", "opportunities.id"],
            name="fk_activities_company_id_opportunity_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "owner_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_activities_company_id_owner_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "team_id"],
            ["teams.company_id", "teams.id"],
            name="fk_activities_company_id_team_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "type_id"],
            ["activity_types.company_id", "activity_types.id"],
            name="fk_activities_company_id_type_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_activities_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_activities_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_activities"),
    )
    op.create_index(
        "ix_activities_company_id_account_id_day", "activities", ["company_id", "account_id", "day"], unique=False
    )
    op.create_index("ix_activities_company_id_contact_id", "activities", ["company_id", "contact_id"], unique=False)
    op.create_index(
        "ix_activities_company_id_opportunity_id_state_day",
        "activities",
        ["company_id", "opportunity_id", "state", "day"],
        unique=False,
    )
    op.create_index(
        "ix_activities_company_id_owner_id_state_day",
        "activities",
        ["company_id", "owner_id", "state", "day"],
        unique=False,
    )
    op.create_index(
        "ix_activities_company_id_unit_id_day", "activities", ["company_id", "unit_id", "day"], unique=False
    )
    op.create_index(
        "ix_activities_remind_at",
        "activities",
        ["remind_at"],
        unique=False,
        sqlite_where=sa.text("remind_at IS NOT NULL"),
        postgresql_where=sa.text("remind_at IS NOT NULL"),
    )
    op.create_table(
        "stage_visits",
        sa.Column("opportunity_id", Id, nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("left_at", Moment, nullable=True),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "opportunity_id"],
            ["opportunities.company_id", "opportunities.id"],
            name="fk_stage_visits_company_id_opportunity_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "stage_id"],
            ["stages.company_id", "stages.id"],
            name="fk_stage_visits_company_id_stage_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_stage_visits_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("opportunity_id", "entered_at", "company_id", name="pk_stage_visits"),
    )
    op.create_table(
        "documents",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("description", sa.String(length=500), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("account_id", Id, nullable=True),
        sa.Column("contact_id", Id, nullable=True),
        sa.Column("opportunity_id", Id, nullable=True),
        sa.Column("activity_id", Id, nullable=True),
        sa.Column("archived_at", Moment, nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("unit_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id", "account_id"],
            ["accounts.company_id", "accounts.id"],
            name="fk_documents_company_id_account_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "activity_id"],
            ["activities.company_id", "activities.id"],
            name="fk_documents_company_id_activity_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "contact_id"],
            ["contacts.company_id", "contacts.id"],
            name="fk_documents_company_id_contact_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "opportunity_id"],
            ["opportunities.company_id", "opportunities.id"],
            name="fk_documents_company_id_opportunity_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "owner_id"],
            ["memberships.company_id", "memberships.user_id"],
            name="fk_documents_company_id_owner_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "team_id"],
            ["teams.company_id", "teams.id"],
            name="fk_documents_company_id_team_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id", "unit_id"],
            ["units.company_id", "units.id"],
            name="fk_documents_company_id_unit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_documents_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_documents"),
    )
    op.create_index("ix_documents_company_id_account_id", "documents", ["company_id", "account_id"], unique=False)
    op.create_index("ix_documents_company_id_contact_id", "documents", ["company_id", "contact_id"], unique=False)
    op.create_table(
        "card_readings",
        sa.Column("id", Id, nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("door", sa.String(length=10), nullable=False),
        sa.Column("bot", sa.String(length=64), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("card", Json, nullable=True),
        sa.Column("question", sa.String(length=10), nullable=True),
        sa.Column("candidates", Json, nullable=False),
        sa.Column("answers", Json, nullable=False),
        sa.Column("contact_id", Id, nullable=True),
        sa.Column("operation_id", Id, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("read_at", Moment, nullable=True),
        sa.Column("company_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id", "document_id"],
            ["documents.company_id", "documents.id"],
            name="fk_card_readings_company_id_document_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name="fk_card_readings_company_id", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_card_readings"),
    )
    op.create_index(
        "ix_card_readings_company_id_document_id", "card_readings", ["company_id", "document_id"], unique=False
    )
    op.create_index(
        "ix_card_readings_company_id_user_id_created_at",
        "card_readings",
        ["company_id", "user_id", "created_at"],
        unique=False,
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SEARCH_ON_SQLITE if is_sqlite else SEARCH_ON_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Everything goes."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    for table in (
        "card_readings",
        "documents",
        "stage_visits",
        "activities",
        "phones",
        "opportunities",
        "emails",
        "addresses",
        "account_contacts",
        "unit_grants",
        "team_members",
        "contacts",
        "chat_links",
        "accounts",
        "stages",
        "memberships",
        "events",
        "user_sessions",
        "units",
        "tickets",
        "teams",
        "roles",
        "reminders_sent",
        "pipelines",
        "outbox",
        "opportunity_totals",
        "operations",
        "digests_sent",
        "conflicts",
        "company_counters",
        "activity_types",
        "users",
        "search_entries",
        "rate_counters",
        "leases",
        "inbox",
        "companies",
        "chat_states",
    ):
        op.drop_table(table)
