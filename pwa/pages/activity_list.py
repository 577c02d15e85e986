"""What is to be done and what was done, as a list."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_list import activity_list, found_activities
from pwa.forms import Form
from pwa.list_pages import give_selected, list_page
from pwa.list_rooms import LIST_ROOMS
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, LIST_ROOMS["activity"], found_activities, activity_list)


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives the selected activities to a colleague: all of them or none."""
    return await give_selected(visit, form, "activity.assign_many", "/activities")
