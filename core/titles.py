"""What records are called, for who may see them: whatever their kind, one query a kind."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.models import Account, Contact
from core.documents.models import Document
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, among, prepared
from core.sales.models import Lead, Opportunity

_TITLES: Mapping[str, tuple[Any, Any]] = {
    "account": (Account, Account.name),
    "contact": (Contact, Contact.name),
    "lead": (Lead, Lead.title),
    "opportunity": (Opportunity, Opportunity.title),
    "activity": (Activity, Activity.subject),
    "document": (Document, Document.name),
}


def has_title(kind: str) -> bool:
    """Whether records of this kind have one that depends on who asks."""
    return kind in _TITLES


async def titles_of(session: AsyncSession, viewer: Viewer, kind: str, ids: Iterable[str]) -> dict[str, str]:
    """Id → title, of those that the viewer may see."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row.id: row.title for row in await _titled(session, viewer, kind, ids=wanted)}


async def named(session: AsyncSession, viewer: Viewer, kind: str, record_id: str | None) -> dict[str, str] | None:
    """Its `id` and `name`; None for none, and for one that the viewer may not see."""
    titles = await titles_of(session, viewer, kind, [record_id] if record_id else [])
    return next(({"id": known, "name": title} for known, title in titles.items()), None)


@prepared
def _titled(sight: Sight, kind: str) -> Statement:
    model, title = _TITLES[kind]
    return visible(select(model.id, title.label("title")).where(among(model.id, "ids")), sight, model)
