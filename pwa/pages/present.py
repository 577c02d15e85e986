"""Who else has a record open: a fragment that its page asks for again and again while it is open."""

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.background import BackgroundTask
from starlette.responses import Response

from core.errors import NotFound
from core.presence import be_present, present
from pwa.visit import Visit, reads_beside

_KINDS = {
    "accounts": "account",
    "contacts": "contact",
    "opportunities": "opportunity",
    "leads": "lead",
    "activities": "activity",
}


@reads_beside
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The others, by their initials; and that one is there oneself, which is written after the answer."""
    kind = _KINDS.get(str(visit.request.path_params["folder"]))
    if kind is None:
        raise NotFound
    record_id, now = visit.path_id(), datetime.now(UTC)
    others, renews = await present(session, visit.viewer, kind, record_id, visit.device.session_id, now)
    response = visit.fragment(
        "records/_present.html", {"people": others, "names": ", ".join(one["name"] for one in others)}
    )
    if renews:
        viewer = visit.viewer
        response.background = BackgroundTask(
            be_present, viewer.company_id, viewer.user_id, record_id, visit.device.session_id, now
        )
    return response
