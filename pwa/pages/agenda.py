"""The agenda: a day, a week, a month, a list; whose, with which account."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.agenda_view import Wanted, agenda_view
from core.agenda.agendas import EVERYBODY, ME, TEAM
from core.agenda.spans import span_of
from core.errors import NotFound
from pwa.addresses import id_of
from pwa.visit import Visit, reads


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """What the address asks for; today's day of one's own without more."""
    view = await agenda_view(session, visit.viewer, visit.translate, visit.now, wanted_of(visit))
    return await visit.page(session, "agenda/show.html", view, place="today")


def wanted_of(visit: Visit) -> Wanted:
    """The agenda that the address names. Raises `NotFound` for an id that is none."""
    account_id = id_of(visit.query("account"))
    if visit.query("account") and account_id is None:
        raise NotFound
    whose = visit.query("whose") or (EVERYBODY if account_id else ME)
    known = whose if whose in (ME, TEAM, EVERYBODY) else id_of(whose)
    if known is None:
        raise NotFound
    span = span_of(visit.query("view"), visit.query("day"), visit.now.date())
    return Wanted(span, ME if known == visit.viewer.user_id else known, account_id)
