"""Today: the first place."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.agenda.today import today_view
from pwa.visit import Visit, reads


async def home(_: Request) -> Response:
    """The address alone leads to Today."""
    return RedirectResponse("/today", 303)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The person's day."""
    view = await today_view(session, visit.viewer, visit.translate, visit.now)
    return await visit.page(session, "today/show.html", view, place="today")
