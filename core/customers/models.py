"""Accounts, contacts, and the ways to reach them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Float, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import Id, Json, Owned, Record, UtcDateTime, belongs_to, index, index_of_some, owned_by


class Account(Record, Owned, Base):
    """A company or person we deal with."""

    __tablename__ = "accounts"
    kind = "account"

    name: Mapped[str] = mapped_column(String(200))
    kinds: Mapped[list[str]] = mapped_column(Json, default=lambda: ["customer"])
    """Any of `AccountKind`."""
    tax_id: Mapped[str | None] = mapped_column(String(40))
    website: Mapped[str | None] = mapped_column(String(300))
    sector: Mapped[str | None] = mapped_column(String(100))
    tags: Mapped[list[str]] = mapped_column(Json, default=list)
    notes: Mapped[str | None] = mapped_column(Text)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merged_into_id: Mapped[str | None] = mapped_column(Id)
    """Which it has become; see `merging`."""
    absorbed: Mapped[list[str]] = mapped_column(Json, default=list)
    """Which have become it."""
    apart: Mapped[list[str]] = mapped_column(Json, default=list)
    """Which are alike and not the same."""

    __table_args__ = (*owned_by(), index("owner_id", "name"), index("unit_id"), index("name"))


class Contact(Record, Owned, Base):
    """A person, at any number of accounts or none."""

    __tablename__ = "contacts"
    kind = "contact"

    given_name: Mapped[str] = mapped_column(String(100), default="")
    family_name: Mapped[str] = mapped_column(String(100), default="")
    """Both surnames, where a person has two."""
    name: Mapped[str] = mapped_column(String(200))
    """The whole name, as it is said."""
    job_title: Mapped[str | None] = mapped_column(String(200))
    tags: Mapped[list[str]] = mapped_column(Json, default=list)
    notes: Mapped[str | None] = mapped_column(Text)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merged_into_id: Mapped[str | None] = mapped_column(Id)
    """Which it has become; see `merging`."""
    absorbed: Mapped[list[str]] = mapped_column(Json, default=list)
    """Which have become it."""
    apart: Mapped[list[str]] = mapped_column(Json, default=list)
    """Which are alike and not the same."""

    __table_args__ = (*owned_by(), index("owner_id", "name"), index("unit_id"), index("name"))


class AccountContact(Record, Base):
    """A contact's place at an account."""

    __tablename__ = "account_contacts"
    kind = "account_contact"

    account_id: Mapped[str] = mapped_column(Id)
    contact_id: Mapped[str] = mapped_column(Id)
    role: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        belongs_to("accounts", "account_id"),
        belongs_to("contacts", "contact_id"),
        index("account_id", "contact_id", unique=True),
        index("contact_id"),
    )


class Reachable:
    """A way to reach an account or a contact: it belongs to exactly one of them."""

    account_id: Mapped[str | None] = mapped_column(Id)
    contact_id: Mapped[str | None] = mapped_column(Id)


def reaches_one() -> tuple[Any, ...]:
    """The constraints of `Reachable`."""
    return (
        belongs_to("accounts", "account_id"),
        belongs_to("contacts", "contact_id"),
        CheckConstraint("(account_id IS NULL) <> (contact_id IS NULL)", name="reaches_one"),
        index_of_some("account_id"),
        index_of_some("contact_id"),
    )


class Phone(Record, Reachable, Base):
    __tablename__ = "phones"
    kind = "phone"

    number: Mapped[str] = mapped_column(String(20))
    """E.164."""
    extension: Mapped[str | None] = mapped_column(String(10))
    label: Mapped[str] = mapped_column(String(10), default="office")
    """A `PhoneLabel`."""

    __table_args__ = (*reaches_one(), index("number"))


class Email(Record, Reachable, Base):
    __tablename__ = "emails"
    kind = "email"

    address: Mapped[str] = mapped_column(String(320))
    label: Mapped[str] = mapped_column(String(10), default="work")

    __table_args__ = (*reaches_one(), index("address"))


class Address(Record, Reachable, Base):
    __tablename__ = "addresses"
    kind = "address"

    label: Mapped[str] = mapped_column(String(10), default="visit")
    """An `AddressLabel`."""
    street: Mapped[str] = mapped_column(String(300), default="")
    postcode: Mapped[str] = mapped_column(String(20), default="")
    city: Mapped[str] = mapped_column(String(100), default="")
    region: Mapped[str] = mapped_column(String(100), default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    """ISO 3166, two letters."""
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)

    __table_args__ = (*reaches_one(), index("city"))
