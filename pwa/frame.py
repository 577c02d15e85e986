"""What stands around every page: the place, the person, the company, what can be made from anywhere."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core.policy import Permission, Viewer
from core.records import new_id
from pwa.bundle import version
from pwa.made_for import mark_of

if TYPE_CHECKING:
    from pwa.visit import Visit

_CAN_MAKE = (
    ("call", Permission.ACTIVITY_EDIT),
    ("visit", Permission.ACTIVITY_EDIT),
    ("plan", Permission.ACTIVITY_EDIT),
    ("card", Permission.CONTACT_EDIT),
    ("opportunity", Permission.OPPORTUNITY_EDIT),
    ("lead", Permission.LEAD_EDIT),
    ("account", Permission.ACCOUNT_EDIT),
    ("contact", Permission.CONTACT_EDIT),
    ("document", Permission.DOCUMENT_EDIT),
    ("activity", Permission.ACTIVITY_EDIT),
)


def frame(visit: "Visit", place: str | None, toast: Mapping[str, Any] | None) -> dict[str, Any]:
    """The `frame` of a page's view; `place`: today, customers, pipeline or more."""
    viewer = visit.viewer
    return {
        "place": place,
        "person": {"id": viewer.user_id, "name": viewer.name},
        "company": viewer.company_name,
        "made_for": mark_of(viewer),
        "theme": visit.device.theme,
        "operation_id": new_id(),
        "version": version(),
        "event": visit.device.last_event,
        "waiting": visit.waiting,
        "can_make": can_make(viewer),
        "may_audit": viewer.may(Permission.AUDIT_SEE),
        "toast": toast,
    }


def signed_out_frame() -> dict[str, Any]:
    """The `frame` of a page for nobody in particular."""
    return {"version": version()}


def can_make(viewer: Viewer) -> list[str]:
    """What the person may make from anywhere."""
    return [thing for thing, permission in _CAN_MAKE if viewer.may(permission)]
