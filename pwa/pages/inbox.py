"""What waits for one's decision, on one page; each is decided there or one tap away."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.waiting_view import waiting_view
from pwa.forms import Form
from pwa.visit import Visit, reads, writes


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """All that waits."""
    view = await waiting_view(session, visit.viewer, visit.translate, visit.now)
    return await visit.page(session, "inbox/show.html", view, place="more")


@writes
async def read(visit: Visit, form: Form) -> Response:
    """One has read where one was mentioned."""
    outcome = await visit.perform("mention.read", {"id": visit.path_id()}, form.operation_id)
    return visit.go_back(outcome, "/inbox")
