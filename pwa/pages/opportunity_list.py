"""The pipeline as a list."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.sales.opportunity_list import found_opportunities, opportunity_list
from pwa.forms import Form
from pwa.list_pages import give_selected, list_page
from pwa.list_rooms import LIST_ROOMS
from pwa.lists import Asked
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, LIST_ROOMS["opportunity"], _rows)


async def _rows(visit: Visit, session: AsyncSession, wish: Asked, after: str | None) -> dict[str, Any]:
    reader, wanted, columns = wish.reader, wish.wanted, wish.columns
    if wish.words:
        return await found_opportunities(session, reader, visit.translate, wish.words, wanted, columns)
    return await opportunity_list(session, reader, visit.translate, wanted, columns, wish.order.name, after)


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives the selected opportunities to a colleague: all of them or none."""
    return await give_selected(visit, form, "opportunity.assign_many", "/opportunities/list")
