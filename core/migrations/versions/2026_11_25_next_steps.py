"""The next planned day beside each opportunity, sums of those without one, indexes of the columns that most leave empty."""

import sqlalchemy as sa
from alembic import op

revision = "next_steps"
down_revision = "first_tables"
branch_labels = None
depends_on = None

IS_STUCK = "outcome = 'open' AND next_day IS NULL AND archived_at IS NULL"
NEXT_DAYS = """
UPDATE opportunities SET next_day = (
  SELECT min(day) FROM activities
  WHERE activities.company_id = opportunities.company_id AND activities.opportunity_id = opportunities.id
    AND activities.state = 'planned')
"""
STUCK = f"""
UPDATE opportunity_totals SET stuck = (
  SELECT count(*) FROM opportunities
  WHERE {IS_STUCK}
    AND opportunities.company_id = opportunity_totals.company_id
    AND opportunities.pipeline_id = opportunity_totals.pipeline_id
    AND opportunities.stage_id = opportunity_totals.stage_id
    AND coalesce(cast(opportunities.owner_id AS varchar), :nobody) = cast(opportunity_totals.owner_id AS varchar)
    AND coalesce(cast(opportunities.unit_id AS varchar), :nobody) = cast(opportunity_totals.unit_id AS varchar)
    AND coalesce(cast(opportunities.team_id AS varchar), :nobody) = cast(opportunity_totals.team_id AS varchar)
    AND coalesce(substr(cast(expected_close AS varchar), 1, 7), '') = opportunity_totals.month
    AND opportunities.currency = opportunity_totals.currency)
"""
SPARSE = (
    ("phones", "account_id"),
    ("phones", "contact_id"),
    ("emails", "account_id"),
    ("emails", "contact_id"),
    ("addresses", "account_id"),
    ("addresses", "contact_id"),
    ("documents", "account_id"),
    ("documents", "contact_id"),
    ("activities", "contact_id"),
    ("activities", "opportunity_id", "state", "day"),
)


def upgrade() -> None:
    """Columns, what they hold, indexes."""
    op.add_column("opportunities", sa.Column("next_day", sa.Date(), nullable=True))
    op.add_column("opportunity_totals", sa.Column("stuck", sa.Integer(), nullable=False, server_default="0"))
    op.execute(NEXT_DAYS)
    nobody = "0" * 32 if op.get_bind().dialect.name == "sqlite" else "00000000-0000-0000-0000-000000000000"
    op.get_bind().execute(sa.text(STUCK), {"nobody": nobody})
    for table, *columns in SPARSE:
        filled = sa.text(f"{columns[0]} IS NOT NULL")
        op.drop_index(_name(table, columns), table)
        op.create_index(
            _name(table, columns), table, ["company_id", *columns], sqlite_where=filled, postgresql_where=filled
        )
    op.drop_index("ix_opportunities_company_id_pipeline_id_stage_id_stage_since", "opportunities")
    op.create_index(
        "ix_opportunities_company_id_stage_id_stage_since", "opportunities", ["company_id", "stage_id", "stage_since"]
    )
    stuck = sa.text(IS_STUCK)
    op.create_index(
        "ix_opportunities_stuck", "opportunities", ["company_id", "owner_id", "amount"],
        sqlite_where=stuck, postgresql_where=stuck,
    )  # fmt: skip


def downgrade() -> None:
    """As it was."""
    op.drop_index("ix_opportunities_stuck", "opportunities")
    op.drop_index("ix_opportunities_company_id_stage_id_stage_since", "opportunities")
    op.create_index(
        "ix_opportunities_company_id_pipeline_id_stage_id_stage_since",
        "opportunities",
        ["company_id", "pipeline_id", "stage_id", "stage_since"],
    )
    for table, *columns in SPARSE:
        op.drop_index(_name(table, columns), table)
        op.create_index(_name(table, columns), table, ["company_id", *columns])
    op.drop_column("opportunity_totals", "stuck")
    op.drop_column("opportunities", "next_day")


def _name(table: str, columns: list[str]) -> str:
    return f"ix_{table}_company_id_{'_'.join(columns)}"
