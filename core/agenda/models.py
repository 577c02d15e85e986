"""Activity types and activities, planned and done."""

from datetime import date, datetime

from sqlalchemy import Date, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.own_words import Worded
from core.records import Id, Owned, Record, UtcDateTime, belongs_to, index, index_of_some, owned_by


class ActivityType(Record, Base):
    """Call, visit, mail…: what a company's people do."""

    __tablename__ = "activity_types"
    kind = "activity_type"

    key: Mapped[str] = mapped_column(String(40))
    """`call`, `visit`, `meeting`, `email`, `task`, `presentation`, `documentation`, or a company's own."""
    name: Mapped[str] = mapped_column(Worded(100))
    position: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (index("key", unique=True),)


class Activity(Record, Owned, Base):
    """Something done or to be done, with or for somebody.

    A planned one has a day, and an hour only where somebody said one; a done one has when it really was.
    """

    __tablename__ = "activities"
    kind = "activity"

    type_id: Mapped[str] = mapped_column(Id)
    state: Mapped[str] = mapped_column(String(10))
    """An `ActivityState`: planned, done, cancelled."""
    subject: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    account_id: Mapped[str | None] = mapped_column(Id)
    contact_id: Mapped[str | None] = mapped_column(Id)
    opportunity_id: Mapped[str | None] = mapped_column(Id)
    follows_id: Mapped[str | None] = mapped_column(Id)
    """The activity whose follow-up this is."""
    day: Mapped[date] = mapped_column(Date)
    """The local day it is on: planned for, or done on."""
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """None: some time that day."""
    minutes: Mapped[int | None] = mapped_column()
    """How long, planned or really."""
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    result: Mapped[str | None] = mapped_column(String(300))
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        *owned_by(),
        belongs_to("activity_types", "type_id"),
        belongs_to("accounts", "account_id"),
        belongs_to("contacts", "contact_id"),
        belongs_to("opportunities", "opportunity_id"),
        belongs_to("activities", "follows_id"),
        index("owner_id", "state", "day", "account_id"),
        index("account_id", "state", "day"),
        index_of_some("contact_id"),
        index_of_some("opportunity_id", "state", "day"),
        index_of_some("follows_id"),
        index("day", "id"),
        index("unit_id", "day"),
        Index("ix_activities_remind_at", "remind_at", sqlite_where=text("remind_at IS NOT NULL"),
              postgresql_where=text("remind_at IS NOT NULL")),
    )  # fmt: skip
