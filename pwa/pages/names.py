"""A few names for what is typed where a list is filtered by a record."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import NotFound
from core.lists.named import names_begun
from pwa.visit import Visit, reads_beside

_KINDS = frozenset({"account", "opportunity"})


@reads_beside
async def index(visit: Visit, session: AsyncSession) -> Response:
    """As options; what was typed comes by the name of the kind."""
    kind = str(visit.request.path_params["kind"])
    if kind not in _KINDS:
        raise NotFound
    words = await names_begun(session, visit.viewer, kind, visit.query(kind))
    return visit.fragment("lists/_words.html", {"words": words})
