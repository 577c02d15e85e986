"""The files themselves: for who may see their document, under a name and a type that no browser takes for a page."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.card_pictures import picture_of
from core.documents.queries import PICTURES, SOUNDS, document
from core.documents.stores import key_of, store
from core.errors import NotFound
from pwa.cookies import is_framed
from pwa.pictures import NotAPicture, made_small
from pwa.ranges import whole_or_part
from pwa.telegram_web import ancestors
from pwa.visit import Visit, reads

_ALONE = "default-src 'none'; sandbox"
# What a browser shows or plays in its own place, and the policy under which it does. A sandboxed PDF is not shown.
_SHOWN = dict.fromkeys((*PICTURES, *SOUNDS), _ALONE) | {
    "application/pdf": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
}
_KEPT = "private, max-age=3600"
_TEXT_SHOWN: Final = 20_000
"""Characters."""


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The file: a picture or a PDF is shown, a sound played, anything else is saved."""
    found, content = await _file(visit, session)
    policy = None if visit.query("save") else _SHOWN.get(found["media_type"])
    headers = {
        "Content-Disposition": f"{'inline' if policy else 'attachment'}; filename*=UTF-8''{quote(found['name'])}",
        "Content-Security-Policy": policy or _ALONE,
        "Cache-Control": _KEPT,
    }
    if policy and found["media_type"] == "application/pdf":
        # In the frame of a page of ours, which may itself stand in Telegram's.
        headers["Content-Security-Policy"] += "; " + ancestors("'self'", framed=is_framed(visit.request.cookies))
        headers["X-Frame-Options"] = "SAMEORIGIN"  # for who reads no policy
    media_type = found["media_type"] if policy else "application/octet-stream"
    return whole_or_part(content, visit.request.headers.get("range"), media_type, headers)


@reads
async def upright(visit: Visit, session: AsyncSession) -> Response:
    """A photographed card alone and upright, as it was found in its photo. Not found for any other file."""
    return _picture(await _bytes(visit, await picture_of(session, visit.viewer, visit.path_id())))


@reads
async def small(visit: Visit, session: AsyncSession) -> Response:
    """The picture, small; a card's as it was found. Not found for what is none."""
    if card := await picture_of(session, visit.viewer, visit.path_id()):
        content = await _bytes(visit, card)
    else:
        found, content = await _file(visit, session)
        if found["media_type"] not in PICTURES:
            raise NotFound
    try:
        return _picture(await made_small(content))
    except NotAPicture:
        raise NotFound from None


def _picture(content: bytes) -> Response:
    headers = {"Content-Security-Policy": _ALONE, "Cache-Control": _KEPT}
    return Response(content, media_type="image/jpeg", headers=headers)


async def text_of(company_id: str, digest: str) -> str | None:
    """How a text begins; None where its bytes are gone."""
    try:
        content = await store().get(key_of(company_id, digest))
    except FileNotFoundError:
        return None
    return content[: 4 * _TEXT_SHOWN].decode("utf-8-sig", "replace")[:_TEXT_SHOWN].replace("\x00", "")


async def _file(visit: Visit, session: AsyncSession) -> tuple[Mapping[str, Any], bytes]:
    found = await document(session, visit.viewer, visit.path_id())
    return found or {}, await _bytes(visit, found["digest"] if found else None)


async def _bytes(visit: Visit, digest: str | None) -> bytes:
    if digest is None:
        raise NotFound
    try:
        return await store().get(key_of(visit.viewer.company_id, digest))
    except FileNotFoundError:
        raise NotFound from None
