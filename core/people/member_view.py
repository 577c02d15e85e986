"""The people of a company, for who manages them: as a list, and one with everything that access hangs on."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound
from core.i18n import Translator
from core.local_time import local
from core.people.models import Membership, Role, Team, TeamMember, Unit, UnitGrant, User, UserSession
from core.policy import Permission, Viewer, require
from core.standard_names import role_name

View = dict[str, Any]


async def members(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime) -> View:
    """Everybody, those who are shut out last. Raises `NotPermitted`."""
    require(viewer, Permission.PEOPLE_MANAGE)
    rows = (await session.execute(_members().order_by(Membership.disabled_at.is_not(None), User.name))).all()
    teams = await _teams_of(session)
    seen = await _last_seen(session, viewer)
    people = [_line(row, teams, seen, translate, now) for row in rows]
    return {
        "members": [one for one in people if not one["disabled"]],
        "disabled": [one for one in people if one["disabled"]],
    }


async def member(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, user_id: str) -> View:
    """One of them: place, teams, exceptions, sessions in this company. Raises `NotPermitted`, `NotFound`."""
    require(viewer, Permission.PEOPLE_MANAGE)
    row = (await session.execute(_members().where(Membership.user_id == user_id))).first()
    if row is None:
        raise NotFound
    teams = await _teams_of(session)
    line = _line(row, teams, await _last_seen(session, viewer), translate, now)
    return {
        "member": {**line, "is_me": user_id == viewer.user_id},
        "teams": await _named(session, select(Team.id, Team.name).order_by(Team.name)),
        "grants": await _grants(session, user_id),
        "sessions": await _sessions(session, viewer, user_id, now),
        **await places(session, translate, user_id),
    }


async def places(session: AsyncSession, translate: Translator, without: str = "") -> View:
    """What a form about somebody's place has to choose from: roles, units, superiors (but not oneself)."""
    roles = await session.execute(select(Role.key, Role.name).order_by(Role.created_at, Role.id))
    people = (
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.disabled_at.is_(None))
        .order_by(User.name)
    )
    return {
        "roles": [{"id": row.key, "name": role_name(row.key, row.name, translate)} for row in roles],
        "units": await _named(session, select(Unit.id, Unit.name).order_by(Unit.name)),
        "people": [one for one in await _named(session, people) if one["id"] != without],
    }


async def everybody(session: AsyncSession) -> list[View]:
    """Id and name of all who are, or were, members, by name."""
    people = select(User.id, User.name).join(Membership, Membership.user_id == User.id).order_by(User.name)
    return await _named(session, people)


def _members() -> Select[*tuple[Any, ...]]:
    above = select(User.id, User.name).subquery()
    return (
        select(
            Membership.user_id, User.name, User.email, User.password_hash.is_(None).label("is_new"),
            Role.key, Role.name.label("role"), Unit.id.label("unit_id"), Unit.name.label("unit"),
            Membership.reports_to, above.c.name.label("above"), Membership.disabled_at,
        )
        .join(User, User.id == Membership.user_id)
        .join(Role, (Role.company_id == Membership.company_id) & (Role.id == Membership.role_id))
        .join(Unit, (Unit.company_id == Membership.company_id) & (Unit.id == Membership.unit_id))
        .outerjoin(above, above.c.id == Membership.reports_to)
    )  # fmt: skip


def _line(
    row: Row[*tuple[Any, ...]], teams: dict[str, list[View]], seen: dict[str, datetime], translate: Translator,
    now: datetime,
) -> View:  # fmt: skip
    return {
        "id": row.user_id,
        "name": row.name,
        "email": row.email,
        "is_new": bool(row.is_new),
        "role": row.key,
        "role_name": role_name(row.key, row.role, translate),
        "unit": {"id": row.unit_id, "name": row.unit},
        "above": {"id": row.reports_to, "name": row.above} if row.reports_to else None,
        "teams": teams.get(row.user_id, []),
        "disabled": row.disabled_at is not None,
        "seen_at": local(seen.get(row.user_id), now),
    }


async def _teams_of(session: AsyncSession) -> dict[str, list[View]]:
    """Person → teams."""
    rows = await session.execute(
        select(TeamMember.user_id, Team.id, Team.name)
        .join(Team, (Team.company_id == TeamMember.company_id) & (Team.id == TeamMember.team_id))
        .order_by(Team.name)
    )
    found: dict[str, list[View]] = {}
    for row in rows:
        found.setdefault(row.user_id, []).append({"id": row.id, "name": row.name})
    return found


async def _last_seen(session: AsyncSession, viewer: Viewer) -> dict[str, datetime]:
    """Person → when a device of theirs was last used in this company."""
    rows = await session.execute(
        select(UserSession.user_id, func.max(UserSession.seen_at).label("at"))
        .where(UserSession.company_id == viewer.company_id)
        .group_by(UserSession.user_id)
    )
    return {row.user_id: row.at for row in rows}


async def _sessions(session: AsyncSession, viewer: Viewer, user_id: str, now: datetime) -> list[View]:
    """The devices that are signed in and work in this company; `device` is what the browser calls itself."""
    rows = await session.execute(
        select(UserSession.id, UserSession.device, UserSession.seen_at)
        .where(
            UserSession.user_id == user_id,
            UserSession.company_id == viewer.company_id,
            UserSession.expires_at > datetime.now(UTC),
        )
        .order_by(UserSession.seen_at.desc())
        .limit(50)
    )
    return [{"id": row.id, "device": row.device, "seen_at": local(row.seen_at, now)} for row in rows]


async def _grants(session: AsyncSession, user_id: str) -> list[View]:
    """The exceptions to the role's reach, by unit."""
    rows = await session.execute(
        select(UnitGrant.unit_id, Unit.name, UnitGrant.access)
        .join(Unit, (Unit.company_id == UnitGrant.company_id) & (Unit.id == UnitGrant.unit_id))
        .where(UnitGrant.user_id == user_id)
        .order_by(Unit.name)
    )
    return [{"unit": {"id": row.unit_id, "name": row.name}, "access": row.access} for row in rows]


async def _named(session: AsyncSession, statement: Select[*tuple[Any, ...]]) -> list[View]:
    return [{"id": row.id, "name": row.name} for row in await session.execute(statement)]
