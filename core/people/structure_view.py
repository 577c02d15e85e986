"""How a company is built, for who manages it: the tree of units, the teams, what each role may do."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound
from core.i18n import N_, Translator
from core.people.models import Membership, Role, Team, TeamMember, Unit, User
from core.policy import Permission, Viewer, require
from core.scopes import Reach
from core.standard_names import role_name

View = dict[str, Any]

PERMISSIONS = {
    Permission.ACCOUNT_SEE: N_("See accounts"),
    Permission.ACCOUNT_EDIT: N_("Edit accounts"),
    Permission.CONTACT_SEE: N_("See contacts"),
    Permission.CONTACT_EDIT: N_("Edit contacts"),
    Permission.LEAD_SEE: N_("See leads"),
    Permission.LEAD_EDIT: N_("Edit leads"),
    Permission.OPPORTUNITY_SEE: N_("See opportunities"),
    Permission.OPPORTUNITY_EDIT: N_("Edit opportunities"),
    Permission.ACTIVITY_SEE: N_("See activities"),
    Permission.ACTIVITY_EDIT: N_("Plan and log activities"),
    Permission.DOCUMENT_SEE: N_("See documents"),
    Permission.DOCUMENT_EDIT: N_("File documents"),
    Permission.RECORD_ASSIGN: N_("Give records to others"),
    Permission.RECORD_IMPORT: N_("Import from files"),
    Permission.TEAM_WATCH: N_("Follow the team's day"),
    Permission.PEOPLE_MANAGE: N_("Manage people"),
    Permission.COMPANY_MANAGE: N_("Set the company up"),
    Permission.AUDIT_SEE: N_("See who changed what"),
}
REACHES = {
    Reach.OWN: N_("Only what is one's own"),
    Reach.TEAM: N_("Teams and people below"),
    Reach.UNIT: N_("The unit and those below it"),
    Reach.COMPANY: N_("The whole company"),
}


async def unit_tree(session: AsyncSession, viewer: Viewer) -> View:
    """The units from the top down, each after its parent: id, name, depth, people. Raises `NotPermitted`."""
    require(viewer, Permission.PEOPLE_MANAGE)
    rows = (await session.execute(select(Unit.id, Unit.name, Unit.parent_id).order_by(Unit.name, Unit.id))).all()
    people = dict(
        (
            await session.execute(
                select(Membership.unit_id, func.count())
                .where(Membership.disabled_at.is_(None))
                .group_by(Membership.unit_id)
            )
        ).all()
    )
    below: dict[str | None, list[Any]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    lines: list[View] = []

    def walk(parent: str | None, depth: int) -> None:
        for row in below.get(parent, []):
            count = people.get(row.id, 0)
            lines.append(
                {"id": row.id, "name": row.name, "parent_id": row.parent_id, "depth": min(depth, 4), "people": count}
            )
            walk(row.id, depth + 1)

    walk(None, 0)
    return {"units": lines}


async def unit(session: AsyncSession, viewer: Viewer, unit_id: str) -> View:
    """One unit, and where it may be moved: anywhere but under itself. Raises `NotPermitted`, `NotFound`."""
    tree = (await unit_tree(session, viewer))["units"]
    found = next((one for one in tree if one["id"] == unit_id), None)
    if found is None:
        raise NotFound
    within = {unit_id}
    for one in tree:
        if one["parent_id"] in within:
            within.add(one["id"])
    return {"unit": found, "parents": [one for one in tree if one["id"] not in within]}


async def team_list(session: AsyncSession, viewer: Viewer) -> View:
    """The teams with their people. Raises `NotPermitted`."""
    require(viewer, Permission.PEOPLE_MANAGE)
    people: dict[str, list[View]] = {}
    rows = await session.execute(
        select(TeamMember.team_id, User.id, User.name)
        .join(User, User.id == TeamMember.user_id)
        .join(Membership, (Membership.company_id == TeamMember.company_id) & (Membership.user_id == User.id))
        .order_by(User.name)
    )
    for row in rows:
        people.setdefault(row.team_id, []).append({"id": row.id, "name": row.name})
    teams = await session.execute(select(Team.id, Team.name).order_by(Team.name, Team.id))
    return {"teams": [{"id": row.id, "name": row.name, "people": people.get(row.id, [])} for row in teams]}


async def team(session: AsyncSession, viewer: Viewer, team_id: str) -> View:
    """One team, and who could join it. Raises `NotPermitted`, `NotFound`."""
    found = next((one for one in (await team_list(session, viewer))["teams"] if one["id"] == team_id), None)
    if found is None:
        raise NotFound
    there = [one["id"] for one in found["people"]]
    others = await session.execute(
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.disabled_at.is_(None), User.id.not_in(there))
        .order_by(User.name)
    )
    return {"team": found, "others": [{"id": row.id, "name": row.name} for row in others]}


async def role_table(session: AsyncSession, viewer: Viewer, translate: Translator) -> View:
    """What each role may do and how far it reaches, as a table. Raises `NotPermitted`."""
    require(viewer, Permission.PEOPLE_MANAGE)
    roles = list(await session.scalars(select(Role).order_by(Role.created_at, Role.id)))
    people = dict(
        (
            await session.execute(
                select(Membership.role_id, func.count())
                .where(Membership.disabled_at.is_(None))
                .group_by(Membership.role_id)
            )
        ).all()
    )
    return {
        "roles": [
            {
                "id": role.id,
                "name": role_name(role.key, role.name, translate),
                "people": people.get(role.id, 0),
                "sees": translate(REACHES[Reach(role.sees)]),
                "edits": translate(REACHES[Reach(role.edits)] if _edits_at_all(role) else N_("Nothing")),
                "may_edit": role.key != "admin",
            }
            for role in roles
        ],
        "permissions": [
            {"name": translate(words), "held": [permission.value in role.permissions for role in roles]}
            for permission, words in PERMISSIONS.items()
        ],
    }


def _edits_at_all(role: Role) -> bool:
    return any(permission.endswith(".edit") for permission in role.permissions)


async def role(session: AsyncSession, viewer: Viewer, translate: Translator, role_id: str) -> View:
    """One role with all that it could hold. Raises `NotPermitted`, `NotFound`."""
    require(viewer, Permission.PEOPLE_MANAGE)
    found = await session.scalar(select(Role).where(Role.id == role_id))
    if found is None:
        raise NotFound
    reaches = [{"id": reach.value, "name": translate(words)} for reach, words in REACHES.items()]
    return {
        "role": {
            "id": found.id,
            "name": role_name(found.key, found.name, translate),
            "sees": found.sees,
            "edits": found.edits,
            "may_edit": found.key != "admin",
        },
        "permissions": [
            {"id": permission.value, "name": translate(words), "held": permission.value in found.permissions}
            for permission, words in PERMISSIONS.items()
        ],
        "reaches": reaches,
    }
