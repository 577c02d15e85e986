"""Views of a list that somebody saved, and which one a person begins with."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import Id, Json, Record, belongs_to, index


class SavedView(Record, Base):
    """A filter and columns with a name: one's own, or shared with one's team or the company."""

    __tablename__ = "saved_views"
    kind = "saved_view"

    listing: Mapped[str] = mapped_column(String(20))
    """The kind of records it lists."""
    name: Mapped[str] = mapped_column(String(100))
    filter: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Filter → value, as in the list's address."""
    columns: Mapped[list[str]] = mapped_column(Json, default=list)
    """None chosen: the usual ones."""
    user_id: Mapped[str] = mapped_column(Id)
    """Whose it is: who may change it."""
    shared: Mapped[str] = mapped_column(String(10), default="me")
    """A `SharedWith`."""
    team_id: Mapped[str | None] = mapped_column(Id)

    __table_args__ = (
        belongs_to("memberships", "user_id", "user_id"),
        belongs_to("teams", "team_id"),
        index("listing", "user_id"),
    )


class FirstView(Record, Base):
    """The view that a person's list begins with."""

    __tablename__ = "first_views"
    kind = "first_view"

    listing: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[str] = mapped_column(Id)
    view_id: Mapped[str] = mapped_column(Id)

    __table_args__ = (
        belongs_to("memberships", "user_id", "user_id"),
        belongs_to("saved_views", "view_id"),
        index("user_id", "listing", unique=True),
        index("view_id"),
    )
