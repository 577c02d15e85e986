"""Who changed what: of the whole company, of one person, of one record."""

from urllib.parse import urlencode

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.audit import audit
from core.people.member_view import everybody
from pwa.addresses import id_of
from pwa.visit import Visit, reads


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """A page of it; the next one as a fragment, or by its address."""
    user_id, record_id = id_of(visit.query("user")), id_of(visit.query("record"))
    view = await audit(
        session, visit.viewer, visit.translate, visit.now,
        user_id=user_id, record_id=record_id, before=visit.query("before"),
    )  # fmt: skip
    about = {name: value for name, value in (("user", user_id), ("record", record_id)) if value}
    view["more"] = f"/admin/audit?{urlencode({**about, 'before': view['more']})}" if view["more"] else None
    if visit.wants_fragment and visit.query("before"):
        return visit.fragment("audit/_entries.html", view)
    view |= {"user": user_id, "record": record_id, "people": await everybody(session)}
    return await visit.page(session, "audit/index.html", view, place="more")
