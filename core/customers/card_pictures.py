"""The card's own picture, cut out of its photo and upright, for people to look at; the photo stays a document."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.readings import CardReading, reading_of
from core.database import transaction
from core.documents.models import Document
from core.documents.service import keep_bytes
from core.policy import Viewer, visible


async def keep_picture(company_id: str, reading_id: str, picture: bytes) -> None:
    """Keeps the picture, a JPEG, with the reading."""
    digest, _ = await keep_bytes(company_id, picture)
    async with transaction(company_id) as session:
        card = await reading_of(session, reading_id, lock=True)
        if card is not None:
            card.picture = digest


async def picture_of(session: AsyncSession, viewer: Viewer, document_id: str) -> str | None:
    """The digest of the picture of the card that this photo shows; None for what is no card's, or not to be seen."""
    statement = (
        select(CardReading.picture)
        .join(
            Document,
            (Document.company_id == CardReading.company_id) & (Document.id == CardReading.document_id),
        )
        .where(Document.id == document_id, CardReading.picture.is_not(None))
        .limit(1)
    )
    digest: str | None = await session.scalar(visible(statement, viewer, Document))
    return digest
