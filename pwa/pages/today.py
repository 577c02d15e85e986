"""Today: the first place."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.agenda.today import today_view
from core.people.first_steps import first_steps
from pwa.forms import Form
from pwa.visit import Visit, reads, writes


async def home(_: Request) -> Response:
    """The address alone leads to Today."""
    return RedirectResponse("/today", 303)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The person's day."""
    view = await today_view(session, visit.viewer, visit.translate, visit.now)
    view["first_steps"] = await first_steps(session, visit.viewer, visit.device.came_at, visit.now)
    return await visit.page(session, "today/show.html", view, place="today")


@writes
async def skip_first_step(visit: Visit, form: Form) -> Response:
    """One of the first steps is not for this person."""
    await visit.perform("first_steps.skip", {"step": form.text("step")}, form.operation_id)
    return RedirectResponse("/today", 303)


@writes
async def close_first_steps(visit: Visit, form: Form) -> Response:
    """The first steps go for good."""
    await visit.perform("first_steps.close", {}, form.operation_id)
    return RedirectResponse("/today", 303)
