"""What is to be done and what was done, as a list."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_list import activity_list, found_activities
from pwa.forms import Form
from pwa.list_pages import give_selected, list_page
from pwa.list_rooms import ROOMS
from pwa.lists import Asked
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, ROOMS["activity"], _rows)


async def _rows(visit: Visit, session: AsyncSession, wish: Asked, after: str | None) -> dict[str, Any]:
    reader, wanted, columns = wish.reader, wish.wanted, wish.columns
    if wish.words:
        return await found_activities(session, reader, visit.translate, wish.words, wanted, columns)
    return await activity_list(session, reader, visit.translate, wanted, columns, wish.order.name, after)


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives the selected activities to a colleague: all of them or none."""
    return await give_selected(visit, form, "activity.assign_many", "/activities")
