"""What can be made from anywhere, as a page: where there is no script, the sheet's links stand here."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from pwa.visit import Visit, reads


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The choice."""
    return await visit.page(session, "new/show.html", {})
