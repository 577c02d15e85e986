"""Documents: what a file is and whose; its bytes are in a store."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import Id, Owned, Record, UtcDateTime, belongs_to, index, index_of_some, owned_by


class Document(Record, Owned, Base):
    """A file that belongs to a record (or, a card not yet read, to its owner alone)."""

    __tablename__ = "documents"
    kind = "document"

    name: Mapped[str] = mapped_column(String(300))
    description: Mapped[str] = mapped_column(String(500), default="")
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column()
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the bytes; the store keeps them under the company and this."""
    account_id: Mapped[str | None] = mapped_column(Id)
    contact_id: Mapped[str | None] = mapped_column(Id)
    opportunity_id: Mapped[str | None] = mapped_column(Id)
    activity_id: Mapped[str | None] = mapped_column(Id)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        *owned_by(),
        belongs_to("accounts", "account_id"),
        belongs_to("contacts", "contact_id"),
        belongs_to("opportunities", "opportunity_id"),
        belongs_to("activities", "activity_id"),
        index_of_some("account_id"),
        index_of_some("contact_id"),
        index_of_some("opportunity_id"),
        index_of_some("activity_id"),
        index("created_at"),
    )
