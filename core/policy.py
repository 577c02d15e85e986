"""Who may do what, and on whose records: permissions and reach by role, the unit tree, owners, teams, superiors.

Three questions, asked at every door:
- `require(viewer, permission)` – may this person do such a thing at all?
- `visible(statement, viewer, model)` – which of these records may the person see? What is left out is *not found*.
- `may_edit(viewer, record)` – a record that is seen but not edited is *not permitted*.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, false, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound, NotPermitted
from core.people.models import Company, CompanyCounter, Membership, Role, TeamMember, Unit, UnitGrant, User
from core.records import NOBODY, Owned
from core.settings import settings


class Permission(StrEnum):
    """What a role may hold."""

    ACCOUNT_SEE = "account.see"
    ACCOUNT_EDIT = "account.edit"
    CONTACT_SEE = "contact.see"
    CONTACT_EDIT = "contact.edit"
    OPPORTUNITY_SEE = "opportunity.see"
    OPPORTUNITY_EDIT = "opportunity.edit"
    ACTIVITY_SEE = "activity.see"
    ACTIVITY_EDIT = "activity.edit"
    DOCUMENT_SEE = "document.see"
    DOCUMENT_EDIT = "document.edit"
    RECORD_ASSIGN = "record.assign"
    """Give a record to another owner, unit or team."""
    TEAM_WATCH = "team.watch"
    """The team's day: planned, overdue, without next step."""
    PEOPLE_MANAGE = "people.manage"
    COMPANY_MANAGE = "company.manage"
    AUDIT_SEE = "audit.see"


class Reach(StrEnum):
    """On whose records a role's permissions hold; each includes those before it."""

    OWN = "own"
    TEAM = "team"
    """And those of one's teams, and of the people below in the agents' tree."""
    UNIT = "unit"
    """And those of one's unit and the units below it."""
    COMPANY = "company"


class Access(StrEnum):
    """What a grant on a unit gives, or takes."""

    NONE = "none"
    SEE = "see"
    EDIT = "edit"


_SEE: list[Permission] = [permission for permission in Permission if permission.value.endswith(".see")]
_WORK: list[Permission] = [
    permission
    for permission in Permission
    if permission.value.endswith((".see", ".edit")) and permission is not Permission.AUDIT_SEE
]

# The roles that every company starts with: key → (permissions, sees, edits).
STANDARD_ROLES: Mapping[str, tuple[list[Permission], Reach, Reach]] = {
    "admin": (list(Permission), Reach.COMPANY, Reach.COMPANY),
    "manager": ([*_WORK, Permission.RECORD_ASSIGN, Permission.TEAM_WATCH], Reach.UNIT, Reach.UNIT),
    "rep": (_WORK, Reach.TEAM, Reach.TEAM),
    "colleague": (_WORK, Reach.UNIT, Reach.OWN),
    "reader": ([p for p in _SEE if p is not Permission.AUDIT_SEE], Reach.UNIT, Reach.OWN),
}

_SEE_PERMISSION = {
    "accounts": Permission.ACCOUNT_SEE,
    "contacts": Permission.CONTACT_SEE,
    "opportunities": Permission.OPPORTUNITY_SEE,
    "opportunity_totals": Permission.OPPORTUNITY_SEE,
    "activities": Permission.ACTIVITY_SEE,
    "documents": Permission.DOCUMENT_SEE,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose records: everybody's, or those of these owners, teams and units."""

    everything: bool
    owners: frozenset[str]
    teams: frozenset[str]
    units: frozenset[str]
    unplaced: bool = False
    """And those that stand in no unit."""

    def covers(self, record: Owned) -> bool:
        return self.covers_owner(record.owner_id, record.team_id, record.unit_id)

    def covers_owner(self, owner_id: str | None, team_id: str | None, unit_id: str | None) -> bool:
        """The same for whoever has no record at hand, only whose it is."""
        return (
            self.everything
            or owner_id in self.owners
            or team_id in self.teams
            or unit_id in self.units
            or (self.unplaced and unit_id is None)
        )

    def clause(self, model: Any) -> ColumnElement[bool]:
        """The scope as SQL over a table that has `owner_id`, `team_id`, `unit_id`."""
        if self.everything:
            return true()
        ways = [
            column.in_(sorted(ids)) if len(ids) > 1 else column == next(iter(ids))
            for column, ids in (
                (model.owner_id, self.owners),
                (model.team_id, self.teams),
                (model.unit_id, self.units),
            )
            if ids
        ]
        if self.unplaced:
            ways.append(model.unit_id.is_(None) | (model.unit_id == NOBODY))
        return or_(*ways) if ways else false()


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

    def may(self, permission: Permission) -> bool:
        return permission.value in self.permissions


def require(viewer: Viewer, permission: Permission) -> None:
    """Raises `NotPermitted` unless the viewer's role holds the permission."""
    if not viewer.may(permission):
        raise NotPermitted


def visible(statement: Select[*tuple[Any, ...]], viewer: Viewer, model: Any) -> Any:
    """The statement, narrowed to the rows of `model` (a table with an owner) that the viewer may see."""
    permission = _SEE_PERMISSION[model.__table__.name if hasattr(model, "__table__") else model.name]
    if not viewer.may(permission):
        return statement.where(false())
    return statement if viewer.seen.everything else statement.where(viewer.seen.clause(model))


def may_see(viewer: Viewer, record: Owned) -> bool:
    return viewer.may(_SEE_PERMISSION[record.__table__.name]) and viewer.seen.covers(record)  # type: ignore[attr-defined]


def may_edit(viewer: Viewer, record: Owned) -> bool:
    permission = f"{record.kind}.edit"  # type: ignore[attr-defined]
    return permission in viewer.permissions and viewer.edited.covers(record)


def lets_people_in() -> ColumnElement[bool]:
    """Of `Company`, as SQL: all, but no demo where Ronda is open to the world, unless `ALLOW_DEMO=1`."""
    chosen = settings()
    return Company.is_demo.is_(False) if chosen.public_url and not chosen.allow_demo else true()


async def viewer(session: AsyncSession, company_id: str, user_id: str) -> Viewer:
    """This user as a viewer of this company. Raises `NotFound` for who is no (longer a) member.

    What access depends on is kept between calls as long as the company's rights have not changed.
    """
    row = (
        await session.execute(
            select(CompanyCounter.rights_revision, User.revision, Company.revision)
            .join(Company, Company.id == CompanyCounter.company_id)
            .join(Membership, Membership.company_id == Company.id)
            .join(User, User.id == Membership.user_id)
            .where(
                Company.id == company_id,
                User.id == user_id,
                User.disabled_at.is_(None),
                Membership.disabled_at.is_(None),
                lets_people_in(),
            )
        )
    ).one_or_none()
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


_known: dict[tuple[str, str], tuple[tuple[int, ...], Viewer]] = {}


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
    below = frozenset(_below(user_id, superiors))

    def scope(reach: Reach, enough: frozenset[Access]) -> Scope:
        return _scope(reach, enough, user_id, membership.unit_id, below, teams, parents, grants)

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


def _scope(
    reach: Reach,
    enough: frozenset[Access],
    user_id: str,
    unit_id: str,
    below: frozenset[str],
    teams: frozenset[str],
    parents: Mapping[str, str | None],
    grants: Mapping[str, str],
) -> Scope:
    if reach is Reach.COMPANY and not grants:
        return Scope(everything=True, owners=frozenset(), teams=frozenset(), units=frozenset())
    wide = reach is not Reach.OWN
    within = {
        unit
        for unit in parents
        if reach is Reach.COMPANY or (reach is Reach.UNIT and unit_id in _upwards(unit, parents))
    }
    units = {
        unit
        for unit in parents
        if (nearest := next((grants[step] for step in _upwards(unit, parents) if step in grants), None)) in enough
        or (nearest is None and unit in within)
    }
    return Scope(
        everything=False,
        owners=frozenset({user_id}) | (below if wide else frozenset()),
        teams=teams if wide else frozenset(),
        units=frozenset(units),
        unplaced=reach is Reach.COMPANY,
    )


def _upwards(unit: str, parents: Mapping[str, str | None]) -> Iterable[str]:
    """The unit, its parent, and so on to the root; a circle in the data ends where it began."""
    seen: set[str] = set()
    step: str | None = unit
    while step is not None and step not in seen:
        seen.add(step)
        yield step
        step = parents.get(step)


def _below(user_id: str, superiors: Mapping[str, str | None]) -> set[str]:
    """Everybody who reports to the user, directly or through others."""
    found: set[str] = set()
    wave = {user_id}
    while wave:
        wave = {person for person, above in superiors.items() if above in wave} - found - {user_id}
        found |= wave
    return found
