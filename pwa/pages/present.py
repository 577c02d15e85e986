"""Who else has a record open: a fragment that its page asks for again and again while it is open."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.background import BackgroundTask
from starlette.responses import Response

from core.customers.models import Account, Contact
from core.errors import NotFound
from core.policy import visible
from core.presence import be_present, present
from core.sales.models import Opportunity
from pwa.visit import Visit, reads

_KINDS: Mapping[str, Any] = {"accounts": Account, "contacts": Contact, "opportunities": Opportunity}


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The others, by their initials; and that one is there oneself, which is written after the answer."""
    model = _KINDS.get(str(visit.request.path_params["folder"]))
    record_id, now = visit.path_id(), datetime.now(UTC)
    if model is None or not await session.scalar(
        visible(select(model.id).where(model.id == record_id), visit.viewer, model)
    ):
        raise NotFound
    others, renews = await present(session, visit.viewer, record_id, visit.device.session_id, now)
    response = visit.fragment(
        "records/_present.html", {"people": others, "names": ", ".join(one["name"] for one in others)}
    )
    if renews:
        viewer = visit.viewer
        response.background = BackgroundTask(
            be_present, viewer.company_id, viewer.user_id, record_id, visit.device.session_id, now
        )
    return response
