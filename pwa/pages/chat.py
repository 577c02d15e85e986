"""Linking the chat: a code that works once, as a QR code, a link and in words; unlinking it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.local_time import local
from core.people.chats import unlink as untie
from core.people.personal import chats_of
from core.people.sign_in import LIFETIMES, Purpose, count_try, new_ticket
from pwa.chat_address import bot_username, link_to_start
from pwa.forms import Form
from pwa.qr import qr_of
from pwa.visit import Visit, reads, writes

_MOST_CODES = 20


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The linked chats. A page that shows a code asks here whether the chat was linked (204: not yet)."""
    chats = await _chats(visit)
    waited_for = visit.query("waiting")
    if waited_for and visit.wants_fragment:
        if [chat["id"] for chat in chats] == [one for one in waited_for.split(",") if one != "none"]:
            return Response(status_code=204)
        return Response(status_code=200, headers={"HX-Redirect": "/chat"})
    return await _page(visit, session, chats, None)


@writes
async def create(visit: Visit, _: Form) -> Response:
    """A new code; earlier ones are worthless from now on."""
    await count_try(f"chat-code:{visit.viewer.user_id}", _MOST_CODES)
    code = await new_ticket(Purpose.CHAT, visit.viewer.user_id, {"company_id": visit.viewer.company_id})
    username = await bot_username()
    link = link_to_start(username, code) if username else None
    ticket = {
        "code": code,
        "deep_link": link,
        "qr": qr_of(link) if link else None,
        "expires_at": local(datetime.now(UTC) + LIFETIMES[Purpose.CHAT], visit.now),
    }
    async with visit.reading() as session:
        return await _page(visit, session, await _chats(visit), ticket)


@writes
async def unlink(visit: Visit, _: Form) -> Response:
    """The chat gets nothing any more."""
    await untie(visit.viewer.user_id)
    return RedirectResponse("/chat", 303)


async def _chats(visit: Visit) -> list[dict[str, Any]]:
    async with reading(EVERY_COMPANY) as everywhere:
        found = await chats_of(everywhere, visit.viewer.user_id)
    username = await bot_username() if found else None
    return [
        {
            "id": chat["id"],
            "name": f"@{username}" if username else "Telegram",
            "linked_at": local(chat["linked_at"], visit.now),
        }
        for chat in found
    ]


async def _page(
    visit: Visit, session: AsyncSession, chats: list[dict[str, Any]], ticket: dict[str, Any] | None
) -> Response:
    username = await bot_username()
    view = {
        "bot": f"@{username}" if username else "Ronda",
        "chats": chats,
        "ticket": ticket,
        "waiting": ",".join(chat["id"] for chat in chats) or "none",
    }
    return await visit.page(session, "chat/show.html", view, place="more")
