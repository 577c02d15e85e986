"""The rooms of who manages a company, each one's own; and how its installation is doing."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import NotPermitted
from core.health import company_state
from core.i18n import N_
from core.outbox_retry import failed_messages
from core.policy import Permission, Viewer
from pwa.forms import Form
from pwa.visit import Visit, reads, writes

# Address, icon, words, remark, who has the room, and other words to find it by.
ROOMS = (
    ("members", "users", N_("People"), N_("Who gets in, with which role, in which unit"), Permission.PEOPLE_MANAGE,
     "personas usuarios users miembros invitar invite"),
    ("units", "building-2", N_("Business units"), N_("The tree that decides who sees what"), Permission.PEOPLE_MANAGE,
     "unidades negocio arbol"),
    ("teams", "handshake", N_("Teams"), N_("Who shares records across units"), Permission.PEOPLE_MANAGE,
     "equipos"),
    ("roles", "key-round", N_("Roles"), N_("What each may do, and on whose records"), Permission.PEOPLE_MANAGE,
     "permisos permissions rights"),
    ("pipelines", "square-kanban", N_("Pipelines"), N_("Stages, their order and probability"),
     Permission.COMPANY_MANAGE,
     "embudos etapas stages fases"),
    ("activity-types", "list-checks", N_("Kinds of activity"), N_("Call, visit, meeting…"), Permission.COMPANY_MANAGE,
     "tipos accion actividad"),
    ("company", "settings", N_("Company"), N_("Name, currency, language, rules"), Permission.COMPANY_MANAGE,
     "empresa moneda currency"),
    ("messages", "send", N_("Failed messages"), N_("What could not be sent, with another try"),
     Permission.COMPANY_MANAGE,
     "mensajes fallidos"),
    ("audit", "eye", N_("Who changed what"), N_("Every change, by person and by record"), Permission.AUDIT_SEE,
     "auditoria historial history cambios"),
    ("state", "trending-up", N_("How it is running"), N_("What waits, fails or is slow"), Permission.COMPANY_MANAGE,
     "estado salud health rendimiento"),
)  # fmt: skip


def may_administer(viewer: Viewer) -> bool:
    """Whether any of the rooms is this person's."""
    return any(viewer.may(room[-2]) for room in ROOMS)


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The rooms that are the viewer's."""
    if not may_administer(visit.viewer):
        raise NotPermitted
    rooms: list[dict[str, Any]] = [
        {"href": f"/admin/{path}", "icon": icon, "name": visit.translate(name), "note": visit.translate(note)}
        for path, icon, name, note, permission, _also in ROOMS
        if visit.viewer.may(permission)
    ]
    return await visit.page(session, "administration/index.html", {"rooms": rooms}, place="more")


@reads
async def state(visit: Visit, session: AsyncSession) -> Response:
    """What concerns the company: what waits, failed, is slow; the last digests and backup."""
    view = await company_state(session, visit.viewer, visit.now)
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
