"""Companies, units, teams, roles, and who is a member where."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.people.working_hours import BEGINS, ENDS, WEEKDAYS
from core.records import CompanyOwned, Id, Json, Record, UtcDateTime, belongs_to, index, new_id


class Company(Base):
    """One of the firms that share an installation and never see each other."""

    __tablename__ = "companies"
    kind: ClassVar[str] = "company"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    name: Mapped[str] = mapped_column(String(200))
    country: Mapped[str] = mapped_column(String(2), default="ES")
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    locale: Mapped[str] = mapped_column(String(10), default="es")
    timezone: Mapped[str] = mapped_column(String(64), default="Europe/Madrid")
    is_demo: Mapped[bool] = mapped_column(default=False)
    finished_activities_editable: Mapped[bool] = mapped_column(default=True)


class CompanyCounter(CompanyOwned, Base):
    """What is counted in commit order: a row of its own, taken last in a transaction."""

    __tablename__ = "company_counters"

    last_event: Mapped[int] = mapped_column(default=0)
    rights_revision: Mapped[int] = mapped_column(default=0)
    """Goes up with every change of who may see or do what; cached rights of another revision are stale."""


class User(Base):
    """A person who signs in; global, works in companies by membership."""

    __tablename__ = "users"
    kind: ClassVar[str] = "user"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    email: Mapped[str] = mapped_column(String(320), unique=True)
    """Lower case."""
    name: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str | None] = mapped_column(String(10))
    """None: as the phone says."""
    timezone: Mapped[str] = mapped_column(String(64), default="Europe/Madrid")
    theme: Mapped[str] = mapped_column(String(10), default="system")
    digest_at: Mapped[str | None] = mapped_column(String(5), default="07:30")
    """Local time of the daily digest, `HH:MM`; None for none."""
    remind_minutes: Mapped[int] = mapped_column(default=15)
    """How long before a planned activity its reminder comes."""
    working_days: Mapped[list[int]] = mapped_column(Json, default=lambda: list(WEEKDAYS))
    """ISO numbers, Monday is 1; on other days no digest comes."""
    works_from: Mapped[str] = mapped_column(String(5), default=BEGINS)
    """Local time, `HH:MM`."""
    works_until: Mapped[str] = mapped_column(String(5), default=ENDS)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Unit(Record, Base):
    """A business unit: a node of the tree that decides who sees what."""

    __tablename__ = "units"
    kind = "unit"

    name: Mapped[str] = mapped_column(String(200))
    parent_id: Mapped[str | None] = mapped_column(Id)

    __table_args__ = (belongs_to("units", "parent_id"), index("parent_id"))


class Role(Record, Base):
    """What a member may do (permissions) and on whose records (reach)."""

    __tablename__ = "roles"
    kind = "role"

    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(200))
    permissions: Mapped[list[str]] = mapped_column(Json)
    sees: Mapped[str] = mapped_column(String(10))
    """A `policy.Reach`."""
    edits: Mapped[str] = mapped_column(String(10))

    __table_args__ = (index("key", unique=True),)


class Membership(Record, Base):
    """A user's place in a company."""

    __tablename__ = "memberships"
    kind = "membership"

    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"))
    unit_id: Mapped[str] = mapped_column(Id)
    role_id: Mapped[str] = mapped_column(Id)
    reports_to: Mapped[str | None] = mapped_column(Id)
    """The user above in the agents' tree."""
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("company_id", "user_id"),
        belongs_to("units", "unit_id"),
        belongs_to("roles", "role_id"),
        belongs_to("memberships", "reports_to", "user_id"),
        index("reports_to"),
    )


class UnitGrant(Record, Base):
    """An exception to the role's reach: this member sees, edits, or does neither, in this unit and those below."""

    __tablename__ = "unit_grants"
    kind = "unit_grant"

    user_id: Mapped[str] = mapped_column(Id)
    unit_id: Mapped[str] = mapped_column(Id)
    access: Mapped[str] = mapped_column(String(10))
    """A `policy.Access`; the grant nearest to a unit decides."""

    __table_args__ = (
        belongs_to("memberships", "user_id", "user_id"),
        belongs_to("units", "unit_id"),
        index("user_id", "unit_id", unique=True),
    )


class Team(Record, Base):
    """People who share records across units."""

    __tablename__ = "teams"
    kind = "team"

    name: Mapped[str] = mapped_column(String(200))


class TeamMember(Record, Base):
    __tablename__ = "team_members"
    kind = "team_member"

    team_id: Mapped[str] = mapped_column(Id)
    user_id: Mapped[str] = mapped_column(Id)

    __table_args__ = (
        belongs_to("teams", "team_id"),
        belongs_to("memberships", "user_id", "user_id"),
        index("team_id", "user_id", unique=True),
        index("user_id"),
    )


class UserSession(Base):
    """A signed-in device. The cookie holds a secret; the row holds its digest."""

    __tablename__ = "user_sessions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), index=True)
    company_id: Mapped[str | None] = mapped_column(Id, ForeignKey("companies.id"))
    """The company that this device works in now."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    device: Mapped[str] = mapped_column(String(300), default="")


class Ticket(Base):
    """A one-use link or code: an invitation, a password reset, a chat to link, a page to open from the chat."""

    __tablename__ = "tickets"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ChatLink(Base):
    """A chat that belongs to a user; a chat without one gets nothing."""

    __tablename__ = "chat_links"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    bot: Mapped[str] = mapped_column(String(64))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), index=True)
    company_id: Mapped[str] = mapped_column(Id, ForeignKey("companies.id"))
    """The company that this chat writes to."""
    linked_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("bot", "chat_id"),
        ForeignKeyConstraint(["company_id", "user_id"], ["memberships.company_id", "memberships.user_id"]),
    )


class RateCounter(Base):
    """How often something was tried in a window of time; not business data."""

    __tablename__ = "rate_counters"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    window_ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    count: Mapped[int] = mapped_column(default=0)
