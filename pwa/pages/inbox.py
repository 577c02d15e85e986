"""What waits for one's decision, on one page, each decided there or one tap away; and whom one may mention."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.mentionable import names_to_mention
from core.waiting_view import waiting_view
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.visit import Visit, reads, reads_beside, writes


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """All that waits."""
    view = await waiting_view(session, visit.viewer, visit.translate, visit.now)
    return await visit.page(session, "inbox/show.html", view, place="more")


@writes
async def read(visit: Visit, form: Form) -> Response:
    """One has read where one was mentioned."""
    outcome = await visit.perform("mention.read", {"id": visit.path_id()}, form.operation_id)
    return visit.go_back(outcome, "/inbox")


@reads_beside
async def people(visit: Visit, session: AsyncSession) -> Response:
    """A few names for what was typed after an `@`."""
    names = await names_to_mention(session, visit.viewer, visit.query("q").strip(), id_of(visit.query("activity")))
    return visit.fragment("mentions/_names.html", {"names": names})
