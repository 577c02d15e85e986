"""Who somebody is in a company, with everything that access depends on; kept as long as the company's rights stay."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound
from core.people.models import Company, CompanyCounter, Membership, Role, TeamMember, Unit, UnitGrant, User
from core.policy import Viewer
from core.prepared import Statement, prepared, value
from core.scopes import Access, Reach, Scope, everybody_below, scope_of
from core.settings import settings


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


async def viewer_of(session: AsyncSession, company_id: str, user_id: str, revisions: Revisions | None = None) -> Viewer:
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
    place = await _place(session, membership)
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
        seen=place.scope(Reach(role.sees), frozenset({Access.SEE, Access.EDIT})),
        edited=place.scope(Reach(role.edits), frozenset({Access.EDIT})),
        below=place.below,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody stands in a company."""

    user_id: str
    unit_id: str
    below: frozenset[str]
    teams: frozenset[str]
    parents: dict[str, str | None]
    """Unit → the one above it."""
    grants: dict[str, str]
    """Unit → the exception that is made there."""

    def scope(self, reach: Reach, enough: frozenset[Access]) -> Scope:
        return scope_of(reach, enough, self.user_id, self.unit_id, self.below, self.teams, self.parents, self.grants)


async def _place(session: AsyncSession, member: Membership) -> _Place:
    company_id, user_id = member.company_id, member.user_id
    parents = await session.execute(select(Unit.id, Unit.parent_id).where(Unit.company_id == company_id))
    grants = await session.execute(
        select(UnitGrant.unit_id, UnitGrant.access).where(
            UnitGrant.company_id == company_id, UnitGrant.user_id == user_id
        )
    )
    teams = await session.scalars(
        select(TeamMember.team_id).where(TeamMember.company_id == company_id, TeamMember.user_id == user_id)
    )
    superiors = await session.execute(
        select(Membership.user_id, Membership.reports_to).where(Membership.company_id == company_id)
    )
    return _Place(
        user_id,
        member.unit_id,
        frozenset(everybody_below(user_id, dict(superiors.all()))),
        frozenset(teams),
        dict(parents.all()),
        dict(grants.all()),
    )
