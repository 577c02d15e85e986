"""Who may do what, and on whose records: permissions and reach by role, the unit tree, owners, teams, superiors.

Three questions, asked at every door:
- `require(viewer, permission)` – may this person do such a thing at all?
- `visible(statement, viewer, model)` – which of these records may the person see? What is left out is *not found*.
- `may_edit(viewer, record)` – a record that is seen but not edited is *not permitted*.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, false

from core.errors import NotPermitted
from core.records import Owned
from core.scopes import Reach, Scope, Shape


class Permission(StrEnum):
    """What a role may hold."""

    ACCOUNT_SEE = "account.see"
    ACCOUNT_EDIT = "account.edit"
    CONTACT_SEE = "contact.see"
    CONTACT_EDIT = "contact.edit"
    LEAD_SEE = "lead.see"
    LEAD_EDIT = "lead.edit"
    OPPORTUNITY_SEE = "opportunity.see"
    OPPORTUNITY_EDIT = "opportunity.edit"
    ACTIVITY_SEE = "activity.see"
    ACTIVITY_EDIT = "activity.edit"
    DOCUMENT_SEE = "document.see"
    DOCUMENT_EDIT = "document.edit"
    RECORD_ASSIGN = "record.assign"
    """Give a record to another owner, unit or team."""
    RECORD_IMPORT = "record.import"
    """Bring in many accounts and contacts at once."""
    TEAM_WATCH = "team.watch"
    """The team's day: planned, overdue, without next step."""
    PEOPLE_MANAGE = "people.manage"
    COMPANY_MANAGE = "company.manage"
    AUDIT_SEE = "audit.see"


_SEE: list[Permission] = [permission for permission in Permission if permission.value.endswith(".see")]
_WORK: list[Permission] = [
    permission
    for permission in Permission
    if permission.value.endswith((".see", ".edit")) and permission is not Permission.AUDIT_SEE
]

# The roles that every company starts with: key → (permissions, sees, edits).
STANDARD_ROLES: Mapping[str, tuple[list[Permission], Reach, Reach]] = {
    "admin": (list(Permission), Reach.COMPANY, Reach.COMPANY),
    "manager": (
        [*_WORK, Permission.RECORD_ASSIGN, Permission.RECORD_IMPORT, Permission.TEAM_WATCH],
        Reach.UNIT,
        Reach.UNIT,
    ),
    "rep": (_WORK, Reach.TEAM, Reach.TEAM),
    "colleague": (_WORK, Reach.UNIT, Reach.OWN),
    "reader": ([p for p in _SEE if p is not Permission.AUDIT_SEE], Reach.UNIT, Reach.OWN),
}

_SEE_PERMISSION = {
    "accounts": Permission.ACCOUNT_SEE,
    "contacts": Permission.CONTACT_SEE,
    "leads": Permission.LEAD_SEE,
    "opportunities": Permission.OPPORTUNITY_SEE,
    "opportunity_totals": Permission.OPPORTUNITY_SEE,
    "activities": Permission.ACTIVITY_SEE,
    "documents": Permission.DOCUMENT_SEE,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """How a person's rights look in a statement, without whose records they reach: the same for many people."""

    permissions: frozenset[str]
    seen: Shape

    def may(self, permission: Permission) -> bool:
        """Whether the role holds the permission."""
        return permission.value in self.permissions


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at work in one company, with everything that access depends on."""

    company_id: str
    user_id: str
    name: str
    email: str
    locale: str | None
    timezone: str
    currency: str
    country: str
    company_name: str
    company_locale: str
    role: str
    unit_id: str
    permissions: frozenset[str]
    seen: Scope
    edited: Scope
    below: frozenset[str]
    """The people below in the agents' tree, however deep."""
    sight: Sight = field(init=False, repr=False, compare=False)
    bound: Mapping[str, Any] = field(init=False, repr=False, compare=False)
    """What a statement that was prepared for the sight needs to be this person's."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sight", Sight(self.permissions, self.seen.shape))
        object.__setattr__(self, "bound", {"me": self.user_id, **self.seen.bound})

    def may(self, permission: Permission) -> bool:
        """Whether the role holds the permission."""
        return permission.value in self.permissions


def require(viewer: Viewer, permission: Permission) -> None:
    """Raises `NotPermitted` unless the viewer's role holds the permission."""
    if not viewer.may(permission):
        raise NotPermitted


def visible(statement: Select[*tuple[Any, ...]], viewer: Viewer | Sight, model: Any) -> Select[*tuple[Any, ...]]:
    """The statement, narrowed to the rows of `model` (a table with an owner) that the viewer may see.

    For a statement that is prepared for all who share a sight, that sight stands for the viewer.
    """
    permission = _SEE_PERMISSION[model.__table__.name if hasattr(model, "__table__") else model.name]
    if not viewer.may(permission):
        return statement.where(false())
    return statement if viewer.seen.everything else statement.where(viewer.seen.clause(model))


def may_see(viewer: Viewer, record: Owned) -> bool:
    """Whether this record is among those that `visible` leaves."""
    return viewer.may(_SEE_PERMISSION[record.__table__.name]) and viewer.seen.covers(record)  # type: ignore[attr-defined]


def may_edit(viewer: Viewer, record: Owned) -> bool:
    """Whether the viewer's role edits such records, and reaches this one."""
    return may_edit_row(viewer, record.kind, record)  # type: ignore[attr-defined]


def may_edit_row(viewer: Viewer, kind: str, row: Any) -> bool:
    """The same for a row of records of this kind, with its `owner_id`, `team_id`, `unit_id`."""
    return f"{kind}.edit" in viewer.permissions and viewer.edited.covers(row)
