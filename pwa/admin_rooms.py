"""The rooms of who manages a company: where each is, what it is for, and whose it is."""

from dataclasses import dataclass

from core.i18n import N_
from core.policy import Permission, Viewer


@dataclass(frozen=True, slots=True)
class AdminRoom:
    """One page of the administration."""

    href: str
    icon: str
    name: str
    note: str
    needs: Permission
    """Who has the room."""
    also: str
    """Other words to find it by."""


ADMIN_ROOMS = (
    AdminRoom("/admin/members", "users", N_("People"), N_("Who gets in, with which role, in which unit"),
              Permission.PEOPLE_MANAGE, "personas usuarios users miembros invitar invite"),
    AdminRoom("/admin/units", "building-2", N_("Business units"), N_("The tree that decides who sees what"),
              Permission.PEOPLE_MANAGE, "unidades negocio arbol"),
    AdminRoom("/admin/teams", "handshake", N_("Teams"), N_("Who shares records across units"),
              Permission.PEOPLE_MANAGE, "equipos"),
    AdminRoom("/admin/roles", "key-round", N_("Roles"), N_("What each may do, and on whose records"),
              Permission.PEOPLE_MANAGE, "permisos permissions rights"),
    AdminRoom("/admin/pipelines", "square-kanban", N_("Pipelines"), N_("Stages, their order and probability"),
              Permission.COMPANY_MANAGE, "embudos etapas stages fases"),
    AdminRoom("/admin/activity-types", "list-checks", N_("Kinds of activity"), N_("Call, visit, meeting…"),
              Permission.COMPANY_MANAGE, "tipos accion actividad"),
    AdminRoom("/admin/company", "settings", N_("Company"), N_("Name, currency, language, rules"),
              Permission.COMPANY_MANAGE, "empresa moneda currency"),
    AdminRoom("/admin/messages", "send", N_("Failed messages"), N_("What could not be sent, with another try"),
              Permission.COMPANY_MANAGE, "mensajes fallidos"),
    AdminRoom("/admin/audit", "eye", N_("Who changed what"), N_("Every change, by person and by record"),
              Permission.AUDIT_SEE, "auditoria historial history cambios"),
    AdminRoom("/admin/state", "trending-up", N_("How it is running"), N_("What waits, fails or is slow"),
              Permission.COMPANY_MANAGE, "estado salud health rendimiento"),
)  # fmt: skip


def may_administer(viewer: Viewer) -> bool:
    """Whether any of the rooms is this person's."""
    return any(viewer.may(room.needs) for room in ADMIN_ROOMS)
