"""The rooms of who manages a company, each one's own; and how its installation is doing."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import NotPermitted
from core.health import company_state
from core.outbox_retry import failed_messages
from pwa.admin_rooms import ADMIN_ROOMS, may_administer
from pwa.forms import Form
from pwa.page_names import page_name
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The rooms that are the viewer's."""
    if not may_administer(visit.viewer):
        raise NotPermitted
    rooms: list[dict[str, Any]] = [
        {"href": room.href, "icon": room.icon, "name": visit.translate(room.name), "note": visit.translate(room.note)}
        for room in ADMIN_ROOMS
        if visit.viewer.may(room.needs)
    ]
    return await visit.page(session, "administration/index.html", {"rooms": rooms}, place="more")


@reads
async def state(visit: Visit, session: AsyncSession) -> Response:
    """What concerns the company: what waits, failed, is slow; the last digests and backup."""
    view = await company_state(session, visit.viewer, visit.now)
    pages = [page | {"code": page["name"], "name": page_name(page["name"], visit.translate)} for page in view["pages"]]
    view = {**view, "pages": pages}
    return await visit.page(session, "administration/state.html", view, place="more")


@reads
async def messages(visit: Visit, session: AsyncSession) -> Response:
    """What could not be done outside."""
    view = await failed_messages(session, visit.viewer, visit.translate, visit.now)
    return await visit.page(session, "administration/messages.html", view, place="more")


@writes
async def retry(visit: Visit, form: Form) -> Response:
    """Tries one again, or all."""
    payload = {"ids": [form.text("id")]} if form.text("id") else {}
    outcome = await visit.perform("message.retry", payload, form.operation_id)
    return visit.go(outcome, "/admin/messages")
