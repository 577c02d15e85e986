"""Accounts, and contacts, that may be the same: said on each one's page, compared, made one or kept apart."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.alike import alike, side_by_side
from core.customers.merging import ACCOUNT_FIELDS, CONTACT_FIELDS
from core.errors import NotFound
from pwa.forms import Form
from pwa.session import came_from
from pwa.visit import Visit, reads, reads_beside, to_edit, writes

_KINDS = {"accounts": ("account", ACCOUNT_FIELDS), "contacts": ("contact", CONTACT_FIELDS)}


@reads_beside
async def index(visit: Visit, session: AsyncSession) -> Response:
    """Those that may be the same as this one; a fragment on its page, a page by itself where there is no script."""
    kind, _ = _kind(visit)
    found = await alike(session, visit.viewer, kind, visit.path_id())
    view = {
        "path": _path(visit),
        "alike": [{"id": one["id"], "name": one["name"], "detail": one["detail"]} for one in found],
    }
    if visit.wants_fragment:
        return visit.fragment("merging/_alike.html", view)
    return await visit.page(session, "merging/index.html", view, place="customers")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """Both side by side, to choose field by field."""
    kind, _ = _kind(visit)
    found = to_edit(
        await side_by_side(session, visit.viewer, visit.translate, kind, visit.path_id(), visit.path_id("other"))
    )
    view = {**found, "shape": "firm" if kind == "account" else "", "path": _path(visit)}
    return await visit.page(session, "merging/edit.html", view, place="customers")


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Makes one of both."""
    kind, fields = _kind(visit)
    take = [name for name in fields if form.text(name) == "other"]
    payload = {"id": visit.path_id(), "other_id": visit.path_id("other"), "take": take}
    outcome = await visit.perform(f"{kind}.merge", payload, form.operation_id)
    return visit.go(outcome, _path(visit))


@writes
async def keep_apart(visit: Visit, form: Form) -> Response:
    """Says that they are not the same."""
    kind, _ = _kind(visit)
    payload = {"id": visit.path_id(), "other_id": visit.path_id("other")}
    outcome = await visit.perform(f"{kind}.keep_apart", payload, form.operation_id)
    return visit.go(outcome, "/inbox" if came_from(visit.request, "") == "/inbox" else _path(visit))


def _path(visit: Visit) -> str:
    return f"/{visit.request.path_params['folder']}/{visit.path_id()}"


def _kind(visit: Visit) -> tuple[str, tuple[str, ...]]:
    found = _KINDS.get(visit.request.path_params["folder"])
    if found is None:
        raise NotFound
    return found
