"""Who works in a company, as plain views."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.folding import fold
from core.people.models import Company, Membership, Role, Team, Unit, User
from core.policy import Viewer


async def colleagues(session: AsyncSession, viewer: Viewer) -> list[dict[str, Any]]:
    """Everybody at work in the company, by name: id, name, email, role, unit, whom they report to."""
    rows = await session.execute(
        select(User.id, User.name, User.email, Role.key.label("role"), Unit.name.label("unit"), Membership.reports_to)
        .join(Membership, Membership.user_id == User.id)
        .join(Role, (Role.company_id == Membership.company_id) & (Role.id == Membership.role_id))
        .join(Unit, (Unit.company_id == Membership.company_id) & (Unit.id == Membership.unit_id))
        .where(Membership.company_id == viewer.company_id, Membership.disabled_at.is_(None))
        .order_by(User.name)
    )
    return [dict(row) for row in rows.mappings()]


async def teams(session: AsyncSession) -> list[dict[str, Any]]:
    """The company's teams, by name."""
    rows = await session.execute(select(Team.id, Team.name).order_by(Team.name))
    return [dict(row) for row in rows.mappings()]


async def company_named(session: AsyncSession, name: str) -> str | None:
    """The id of the company with this name, however it is capitalised; for the operator, across companies."""
    companies = await session.execute(select(Company.id, Company.name))
    return next((known for known, called in companies if fold(called) == fold(name)), None)
