"""What the tables have in common: ids, the company, who a record belongs to, its revision; and its values as JSON."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    TypeDecorator,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from uuid_utils.compat import uuid7

from core.database import Base
from core.own_words import OwnWords, Worded, as_json, from_json


class _Id(Uuid[str]):
    """A UUID as text on our side. SQLite keeps its 32 digits; a page reads hundreds, so they are cut, not parsed."""

    def __init__(self) -> None:
        super().__init__(as_uuid=False)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:
        return _as_text if dialect.supports_native_uuid else _with_hyphens


def _as_text(found: object | None) -> str | None:
    return None if found is None else str(found)


def _with_hyphens(digits: str | None) -> str | None:
    if digits is None:
        return None
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


Id = _Id()
Json = JSON().with_variant(JSONB(), "postgresql")

# What stands for "none" where a key must not be null (totals by unit, team, owner).
NOBODY = "00000000-0000-0000-0000-000000000000"


def new_id() -> str:
    """A new id, in the order of time."""
    return str(uuid7())


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware on our side, UTC in the database, on SQLite too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class CompanyOwned:
    """A row of one company. The session adds the company to every statement on such a table."""

    @declared_attr
    def company_id(cls) -> Mapped[str]:  # noqa: N805 - SQLAlchemy hands the class
        return mapped_column(Id, ForeignKey("companies.id", deferrable=True, initially="DEFERRED"), primary_key=True)


class Record(CompanyOwned):
    """A row with a history: every change of it is an event, and `revision` counts them."""

    kind: ClassVar[str]

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Owned:
    """Who a record belongs to: these three decide, with the role, who sees and who edits it (see `policy`)."""

    @declared_attr
    def owner_id(cls) -> Mapped[str | None]:  # noqa: N805
        return mapped_column(Id)

    @declared_attr
    def unit_id(cls) -> Mapped[str | None]:  # noqa: N805
        return mapped_column(Id)

    @declared_attr
    def team_id(cls) -> Mapped[str | None]:  # noqa: N805
        return mapped_column(Id)


def belongs_to(table: str, column: str, key: str = "id") -> ForeignKeyConstraint:
    """A foreign key to another record of the same company: the company is part of it."""
    return ForeignKeyConstraint(
        ["company_id", column],
        [f"{table}.company_id", f"{table}.{key}"],
        deferrable=True,
        initially="DEFERRED",
    )


def owned_by() -> tuple[ForeignKeyConstraint, ...]:
    """The foreign keys of `Owned`."""
    return (
        belongs_to("memberships", "owner_id", "user_id"),
        belongs_to("units", "unit_id"),
        belongs_to("teams", "team_id"),
    )


def index(*columns: str, unique: bool = False) -> Index:
    """An index that begins with the company, as every query does."""
    return Index(None, "company_id", *columns, unique=unique)


def index_of_some(column: str, *more: str) -> Index:
    """The same for a column that most rows leave empty, over those that fill it.

    A planner that counts the empty ones thinks that any value stands in most rows, and reads them all.
    """
    filled = text(f"{column} IS NOT NULL")
    return Index(None, "company_id", column, *more, sqlite_where=filled, postgresql_where=filled)


def owned(record: object) -> Owned | None:
    """The record, if it is one that belongs to somebody."""
    return record if isinstance(record, Owned) else None


def values_of(record: Base) -> dict[str, Any]:
    """The record's columns as JSON values; what an event keeps."""
    return {column.key: plain(getattr(record, column.key)) for column in record.__mapper__.column_attrs}


def plain(value: Any) -> Any:
    """A column's value as JSON has it: moments and dates become ISO text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, OwnWords):
        return as_json(value)
    return value.isoformat() if isinstance(value, date) else value


def restored(model: type[Base], field: str, value: Any) -> Any:
    """The inverse of `plain` for one field of `model`."""
    kind = model.__mapper__.columns[field].type
    if value is None:
        return None
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Worded):
        return from_json(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


@cache
def references(target: type[Base]) -> list[tuple[Any, str]]:
    """Every table of records, by its class, and its column that refers to a record of `target`."""
    return [
        (mapper.class_, constraint.column_keys[-1])
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Record)
        for constraint in mapper.local_table.constraints  # type: ignore[attr-defined]
        if isinstance(constraint, ForeignKeyConstraint)
        and constraint.referred_table is target.__table__
        and constraint.elements[-1].column.key == "id"
    ]


@cache
def model_of(kind: str) -> type[Base]:
    """The class whose `kind` this is."""
    for mapper in Base.registry.mappers:
        if getattr(mapper.class_, "kind", None) == kind:
            return mapper.class_
    raise LookupError(kind)
