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

from sqlalchemy import ColumnElement, Select, false, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound, NotPermitted
from core.people.models import Company, CompanyCounter, Membership, Role, TeamMember, Unit, UnitGrant, User
from core.prepared import Statement, prepared, value
from core.records import Owned
from core.scopes import Access, Reach, Scope, Shape, everybody_below, scope_of
from core.settings import settings


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
    return viewer.may(_SEE_PERMISSION[record.__table__.name]) and viewer.seen.covers(record)  # type: ignore[attr-defined]


def may_edit(viewer: Viewer, record: Owned) -> bool:
    permission = f"{record.kind}.edit"  # type: ignore[attr-defined]
    return permission in viewer.permissions and viewer.edited.covers(record)


def lets_people_in(*, demos: bool | None = None) -> ColumnElement[bool]:
    """Of `Company`, as SQL: all, or all but demos; where it is not said, as `demos_come_in` says."""
    return true() if (demos_come_in() if demos is None else demos) else Company.is_demo.is_(False)


def demos_come_in() -> bool:
    """Whether demo companies may be entered: not where Ronda is open to the world, unless `ALLOW_DEMO=1`."""
    return settings().allow_demo or not settings().public_url


Revisions = tuple[int, int, int]
RIGHTS = (
    CompanyCounter.rights_revision,
    User.revision.label("user_revision"),
    Company.revision.label("company_revision"),
)
"""What changes whenever something does that access, or who somebody is, depends on."""


async def viewer(session: AsyncSession, company_id: str, user_id: str, revisions: Revisions | None = None) -> Viewer:
    """This user as a viewer of this company. Raises `NotFound` for who is no (longer a) member.

    `revisions`: the `RIGHTS`, where they were read in this session with whether the user is a member still.
    What access depends on is kept between calls as long as the company's rights have not changed.
    """
    if revisions is None:
        row = (await _revisions(session, None, demos_come_in(), company=company_id, user=user_id)).one_or_none()
        if row is None:
            _known.pop((company_id, user_id), None)
            raise NotFound
        revisions = tuple(row)
    known = _known.get((company_id, user_id))
    if known is None or known[0] != revisions:
        known = _known[company_id, user_id] = (revisions, await _load_viewer(session, company_id, user_id))
    return known[1]


def forget_viewers() -> None:
    """Forgets what is kept between calls: for whoever turns to another database."""
    _known.clear()


_known: dict[tuple[str, str], tuple[Revisions, Viewer]] = {}


@prepared
def _revisions(demos: bool) -> Statement:
    return (
        select(*RIGHTS)
        .join(Company, Company.id == CompanyCounter.company_id)
        .join(Membership, Membership.company_id == Company.id)
        .join(User, User.id == Membership.user_id)
        .where(
            Company.id == value("company"),
            User.id == value("user"),
            User.disabled_at.is_(None),
            Membership.disabled_at.is_(None),
            lets_people_in(demos=demos),
        )
    )


async def _load_viewer(session: AsyncSession, company_id: str, user_id: str) -> Viewer:
    user, membership, role, company = (
        await session.execute(
            select(User, Membership, Role, Company)
            .join(Membership, Membership.user_id == User.id)
            .join(Company, Company.id == Membership.company_id)
            .join(Role, (Role.company_id == Company.id) & (Role.id == Membership.role_id))
            .where(User.id == user_id, Company.id == company_id)
        )
    ).one()
    parents = dict((await session.execute(select(Unit.id, Unit.parent_id).where(Unit.company_id == company_id))).all())
    grants = dict(
        (
            await session.execute(
                select(UnitGrant.unit_id, UnitGrant.access).where(
                    UnitGrant.company_id == company_id, UnitGrant.user_id == user_id
                )
            )
        ).all()
    )
    teams = frozenset(
        await session.scalars(
            select(TeamMember.team_id).where(TeamMember.company_id == company_id, TeamMember.user_id == user_id)
        )
    )
    superiors = dict(
        (
            await session.execute(
                select(Membership.user_id, Membership.reports_to).where(Membership.company_id == company_id)
            )
        ).all()
    )
    below = frozenset(everybody_below(user_id, superiors))

    def scope(reach: Reach, enough: frozenset[Access]) -> Scope:
        return scope_of(reach, enough, user_id, membership.unit_id, below, teams, parents, grants)

    return Viewer(
        company_id=company_id,
        user_id=user_id,
        name=user.name,
        email=user.email,
        locale=user.locale,
        timezone=user.timezone,
        currency=company.currency,
        country=company.country,
        company_name=company.name,
        company_locale=company.locale,
        role=role.key,
        unit_id=membership.unit_id,
        permissions=frozenset(role.permissions),
        seen=scope(Reach(role.sees), frozenset({Access.SEE, Access.EDIT})),
        edited=scope(Reach(role.edits), frozenset({Access.EDIT})),
        below=below,
    )
