"""How a company is built: units, teams, what is granted on a unit, roles."""

from sqlalchemy import select

from core.errors import Invalid, NotFound, invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField, Name
from core.people.models import (
    Role,
    Team,
    TeamMember,
    Unit,
    UnitGrant,
)
from core.people.service import member_of
from core.policy import Permission
from core.records import new_id
from core.scopes import Access, Reach
from core.work import Work


class CreateUnit(Payload):
    id: IdField | None = None
    name: Name
    parent_id: IdField | None = None


class EditUnit(Payload):
    id: IdField
    name: Name | None = None
    parent_id: IdField | None = None


class CreateTeam(Payload):
    id: IdField | None = None
    name: Name


class EditTeam(Payload):
    id: IdField
    name: Name


class TeamPlace(Payload):
    team_id: IdField
    user_id: IdField


class GrantUnit(Payload):
    user_id: IdField
    unit_id: IdField
    access: Access | None
    """None: the exception goes."""


class EditRole(Payload):
    id: IdField
    permissions: list[Permission] | None = None
    sees: Reach | None = None
    edits: Reach | None = None


@operation("unit.create", Permission.PEOPLE_MANAGE)
async def create_unit(work: Work, payload: CreateUnit) -> Result:
    """A business unit under another."""
    if payload.parent_id is not None:
        await work.see(Unit, payload.parent_id)
    unit = await work.add(Unit(id=payload.id or new_id(), name=payload.name, parent_id=payload.parent_id))
    return {"id": unit.id}


@operation("unit.edit", Permission.PEOPLE_MANAGE)
async def edit_unit(work: Work, payload: EditUnit) -> Result:
    """Another name, or another place in the tree; never under itself."""
    unit = await work.see(Unit, payload.id)
    values = payload.model_dump(exclude_unset=True, exclude={"id"})
    if "name" in values and not values["name"]:
        raise invalid("name", N_("This is needed."))
    if values.get("parent_id") is not None:
        await work.see(Unit, values["parent_id"])
    work.change(unit, **values)
    return {"id": unit.id}


@operation("team.create", Permission.PEOPLE_MANAGE)
async def create_team(work: Work, payload: CreateTeam) -> Result:
    """A team without members yet."""
    team = await work.add(Team(id=payload.id or new_id(), name=payload.name))
    return {"id": team.id}


@operation("team.edit", Permission.PEOPLE_MANAGE)
async def edit_team(work: Work, payload: EditTeam) -> Result:
    """Another name."""
    team = await work.see(Team, payload.id)
    work.change(team, name=payload.name)
    return {"id": team.id}


@operation("team.add_member", Permission.PEOPLE_MANAGE)
async def add_team_member(work: Work, payload: TeamPlace) -> Result:
    """A colleague joins a team."""
    team = await work.see(Team, payload.team_id)
    member = await member_of(work, payload.user_id)
    place = await _team_place(work, team.id, member.user_id)
    if place is None:
        place = await work.add(TeamMember(team_id=team.id, user_id=member.user_id))
    return {"id": place.id}


@operation("team.remove_member", Permission.PEOPLE_MANAGE)
async def remove_team_member(work: Work, payload: TeamPlace) -> Result:
    """A colleague leaves a team."""
    place = await _team_place(work, payload.team_id, payload.user_id)
    if place is None:
        raise NotFound
    await work.remove(place)
    return {"id": place.id}


@operation("unit.grant", Permission.PEOPLE_MANAGE)
async def grant_unit(work: Work, payload: GrantUnit) -> Result:
    """What a colleague sees or edits in a unit, whatever the role's reach says; or that the exception goes."""
    member = await member_of(work, payload.user_id)
    unit = await work.see(Unit, payload.unit_id)
    grant = await work.session.scalar(
        select(UnitGrant).where(UnitGrant.user_id == member.user_id, UnitGrant.unit_id == unit.id)
    )
    if payload.access is None:
        if grant is not None:
            await work.remove(grant)
    elif grant is None:
        await work.add(UnitGrant(user_id=member.user_id, unit_id=unit.id, access=payload.access.value))
    else:
        work.change(grant, access=payload.access.value)
    return {"user_id": member.user_id, "unit_id": unit.id}


@operation("role.edit", Permission.PEOPLE_MANAGE)
async def edit_role(work: Work, payload: EditRole) -> Result:
    """What a role may do and how far it reaches; the admin's role stays whole."""
    role = await work.see(Role, payload.id)
    if role.key == "admin":
        raise Invalid(N_("The admin's role stays as it is, so that somebody can always let people in."))
    work.change(role, **payload.model_dump(exclude_none=True, exclude={"id"}, mode="json"))
    return {"id": role.id}


async def _team_place(work: Work, team_id: str, user_id: str) -> TeamMember | None:
    found: TeamMember | None = await work.session.scalar(
        select(TeamMember).where(TeamMember.team_id == team_id, TeamMember.user_id == user_id)
    )
    return found
