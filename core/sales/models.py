"""Leads, pipelines, stages, opportunities, and what is kept of them: time in each stage, totals."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.own_words import Worded
from core.records import (
    NOBODY,
    CompanyOwned,
    Id,
    Json,
    Owned,
    Record,
    UtcDateTime,
    belongs_to,
    index,
    index_of_some,
    owned_by,
)

# An open opportunity for which nothing is planned; as text, for an index and a migration.
IS_STUCK = "outcome = 'open' AND next_day IS NULL AND archived_at IS NULL"


class Lead(Record, Owned, Base):
    """Interest that is not yet qualified: somebody of some firm, as far as that is known."""

    __tablename__ = "leads"
    kind = "lead"

    title: Mapped[str] = mapped_column(String(200))
    """What it goes by: its firm, else its person."""
    person: Mapped[str] = mapped_column(String(200), default="")
    firm: Mapped[str] = mapped_column(String(200), default="")
    subject: Mapped[str] = mapped_column(String(200), default="")
    """What they are interested in."""
    phone: Mapped[str | None] = mapped_column(String(20))
    """E.164."""
    extension: Mapped[str | None] = mapped_column(String(10))
    email: Mapped[str | None] = mapped_column(String(320))
    city: Mapped[str] = mapped_column(String(100), default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    """ISO 3166, two letters."""
    source: Mapped[str | None] = mapped_column(String(10))
    """A `LeadSource`."""
    referred_by: Mapped[str | None] = mapped_column(String(200))
    tags: Mapped[list[str]] = mapped_column(Json, default=list)
    notes: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(10))
    """A `LeadStatus`."""
    reason: Mapped[str | None] = mapped_column(String(300))
    """Why it was discarded or put off."""
    account_id: Mapped[str | None] = mapped_column(Id)
    """What came of it, with the next two."""
    contact_id: Mapped[str | None] = mapped_column(Id)
    opportunity_id: Mapped[str | None] = mapped_column(Id)
    converted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        *owned_by(),
        belongs_to("accounts", "account_id"),
        belongs_to("contacts", "contact_id"),
        belongs_to("opportunities", "opportunity_id"),
        index("created_at"),
        index("owner_id", "created_at"),
        index("unit_id", "created_at"),
        index_of_some("account_id"),
        index_of_some("contact_id"),
        index_of_some("opportunity_id"),
    )


class LeadActivity(Record, Base):
    """An activity with a lead; it stays the lead's when that has become a customer."""

    __tablename__ = "lead_activities"
    kind = "lead_activity"

    lead_id: Mapped[str] = mapped_column(Id)
    activity_id: Mapped[str] = mapped_column(Id)

    __table_args__ = (
        belongs_to("leads", "lead_id"),
        belongs_to("activities", "activity_id"),
        index("lead_id"),
        index("activity_id", unique=True),
    )


class Pipeline(Record, Base):
    """A way of selling, as stages in order."""

    __tablename__ = "pipelines"
    kind = "pipeline"

    name: Mapped[str] = mapped_column(Worded(200))
    position: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Stage(Record, Base):
    """Where an opportunity stands."""

    __tablename__ = "stages"
    kind = "stage"

    pipeline_id: Mapped[str] = mapped_column(Id)
    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(Worded(100))
    outcome: Mapped[str] = mapped_column(String(10))
    """A `StageOutcome`: open, postponed, won, lost."""
    probability: Mapped[int] = mapped_column(default=0)
    """Per cent, given to an opportunity that enters."""
    position: Mapped[int] = mapped_column(default=0)
    required_fields: Mapped[list[str]] = mapped_column(Json, default=list)
    """Fields of the opportunity that must be filled to enter."""
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (belongs_to("pipelines", "pipeline_id"), index("pipeline_id", "key", unique=True))


class Opportunity(Record, Owned, Base):
    """A possible sale."""

    __tablename__ = "opportunities"
    kind = "opportunity"

    title: Mapped[str] = mapped_column(String(200))
    account_id: Mapped[str | None] = mapped_column(Id)
    contact_id: Mapped[str | None] = mapped_column(Id)
    pipeline_id: Mapped[str] = mapped_column(Id)
    stage_id: Mapped[str] = mapped_column(Id)
    outcome: Mapped[str] = mapped_column(String(10))
    """The stage's, kept here so that open ones are found without a join."""
    amount: Mapped[int] = mapped_column(BigInteger, default=0)
    """In the currency's smallest unit: cents of a euro."""
    currency: Mapped[str] = mapped_column(String(3))
    probability: Mapped[int] = mapped_column(default=0)
    expected_close: Mapped[date | None] = mapped_column(Date)
    reason: Mapped[str | None] = mapped_column(String(300))
    """Why it was lost or postponed."""
    notes: Mapped[str | None] = mapped_column(Text)
    next_day: Mapped[date | None] = mapped_column(Date)
    """The day of the next planned activity; derived, so that it is in no history. See `next_steps`."""
    stage_since: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        *owned_by(),
        belongs_to("accounts", "account_id"),
        belongs_to("contacts", "contact_id"),
        belongs_to("pipelines", "pipeline_id"),
        belongs_to("stages", "stage_id"),
        index("account_id"),
        index_of_some("contact_id"),
        index("stage_id", "stage_since"),
        index("owner_id", "stage_id", "stage_since"),
        index("unit_id", "stage_id", "stage_since"),
        index("expected_close", "id"),
        index("amount", "id"),
        index("stage_since", "id"),
        index("created_at", "id"),
        index("title", "id"),
        Index("ix_opportunities_stuck", "company_id", "owner_id", "amount",
              sqlite_where=text(IS_STUCK), postgresql_where=text(IS_STUCK)),
    )  # fmt: skip


class StageVisit(CompanyOwned, Base):
    """One stay of an opportunity in a stage; derived from its events, rebuilt when a move is undone."""

    __tablename__ = "stage_visits"

    opportunity_id: Mapped[str] = mapped_column(Id, primary_key=True)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    stage_id: Mapped[str] = mapped_column(Id)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (belongs_to("opportunities", "opportunity_id"), belongs_to("stages", "stage_id"))


class OpportunityTotal(CompanyOwned, Base):
    """Sums of the opportunities that share all of these; what a viewer may see is added up from them."""

    __tablename__ = "opportunity_totals"

    pipeline_id: Mapped[str] = mapped_column(Id, primary_key=True)
    stage_id: Mapped[str] = mapped_column(Id, primary_key=True)
    owner_id: Mapped[str] = mapped_column(Id, primary_key=True, default=NOBODY)
    unit_id: Mapped[str] = mapped_column(Id, primary_key=True, default=NOBODY)
    team_id: Mapped[str] = mapped_column(Id, primary_key=True, default=NOBODY)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    """Of the expected close, `YYYY-MM`; empty when there is none."""
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
    amount: Mapped[int] = mapped_column(BigInteger, default=0)
    weighted: Mapped[int] = mapped_column(BigInteger, default=0)
    """Sum of amount × probability, in hundredths of the currency's smallest unit."""
    stuck: Mapped[int] = mapped_column(default=0)
    """How many are open with nothing planned."""
