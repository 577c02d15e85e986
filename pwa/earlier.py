"""A record's earlier history, asked for as one goes back in it."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.record_pages import page_of
from core.timeline import history
from pwa.addresses import moment_of
from pwa.visit import Visit


def asked_before(visit: Visit) -> datetime | None:
    """The moment before which history is asked for; None where the whole page is."""
    return moment_of(visit.query("before")) if visit.wants_fragment else None


async def earlier_days(
    visit: Visit, session: AsyncSession, kind: str, before: datetime, *, absorbed: Sequence[str] = ()
) -> Response:
    """The days before that moment of the record that the address names; whether it may be seen was asked already."""
    record_id = visit.path_id()
    days, rest = await history(
        session, visit.viewer, visit.translate, visit.now, kind, record_id, absorbed=absorbed, before=before
    )
    return visit.fragment("timeline/_days.html", {"days": days, "more": earlier_at(kind, record_id, rest)})


def earlier_at(kind: str, record_id: str, before: str | None) -> str | None:
    """Where a record's earlier history is, if there is any."""
    return f"{page_of(kind, record_id)}?before={quote(before)}" if before else None
