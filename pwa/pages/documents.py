"""Files: for who may see their document, under a name and a type that no browser mistakes for a page."""

from urllib.parse import quote

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.documents.queries import SOUNDS, document
from core.documents.stores import key_of, store
from core.errors import NotFound
from pwa.ranges import whole_or_part
from pwa.visit import Visit, reads

# What a browser shows as a picture or plays, and cannot run.
_SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", *SOUNDS})


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The file: a picture is shown, a sound played, anything else is saved."""
    found = await document(session, visit.viewer, visit.path_id())
    if found is None:
        raise NotFound
    try:
        content = await store().get(key_of(visit.viewer.company_id, found["digest"]))
    except FileNotFoundError:
        raise NotFound from None
    shown = found["media_type"] in _SHOWN
    return whole_or_part(
        content,
        visit.request.headers.get("range"),
        found["media_type"] if shown else "application/octet-stream",
        {
            "Content-Disposition": f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(found['name'])}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, max-age=3600",
        },
    )
