"""What somebody of the cast may wish of units, teams, roles."""

from tests.builders.cast import Firm
from tests.builders.wishes.registry import Wish, wish


@wish("unit.create")
async def _create_unit(firm: Firm) -> Wish:
    return "admin", {"name": "East", "parent_id": firm.units["north"]}


@wish("unit.edit")
async def _edit_unit(firm: Firm) -> Wish:
    return "admin", {"id": firm.units["south"], "name": "Far south", "parent_id": firm.units["north"]}


@wish("unit.grant")
async def _grant_unit(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["rep"], "unit_id": firm.units["south"], "access": "see"}


@wish("unit.grant")
async def _take_grant_away(firm: Firm) -> Wish:
    grant = {"user_id": firm.people["rep"], "unit_id": firm.units["south"]}
    await firm.do("unit.grant", {**grant, "access": "edit"}, "admin")
    return "admin", {**grant, "access": None}


@wish("team.create")
async def _create_team(firm: Firm) -> Wish:
    return "admin", {"name": "Key accounts"}


@wish("team.add_member")
async def _add_team_member(firm: Firm) -> Wish:
    team = await firm.do("team.create", {"name": "Key accounts"}, "admin")
    return "admin", {"team_id": team["id"], "user_id": firm.people["rep"]}


@wish("team.remove_member")
async def _remove_team_member(firm: Firm) -> Wish:
    who, payload = await _add_team_member(firm)
    await firm.do("team.add_member", payload, who)
    return who, payload


@wish("role.edit")
async def _edit_role(firm: Firm) -> Wish:
    return "admin", {"id": firm.roles["rep"], "permissions": ["account.see"], "sees": "unit", "edits": "own"}


@wish("team.edit")
async def _edit_team(firm: Firm) -> Wish:
    team = await firm.do("team.create", {"name": "Key accounts"}, "admin")
    return "admin", {"id": team["id"], "name": "Great accounts"}
