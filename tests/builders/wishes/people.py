"""What somebody of the cast may wish of the company, its members, one's own settings and first steps."""

from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.wishes.registry import Wish, wish


@wish("first_steps.skip")
async def _skip_first_step(_: Firm) -> Wish:
    return "rep", {"step": "chat"}


@wish("first_steps.close")
async def _close_first_steps(_: Firm) -> Wish:
    return "rep", {}


@wish("settings.edit")
async def _edit_settings(firm: Firm) -> Wish:
    return "rep", {
        "name": "Rep the Second", "locale": "en", "theme": "dark", "digest_at": None, "remind_minutes": 5,
        "working_days": [6, 2], "works_from": "08:00", "works_until": "14:30",
    }  # fmt: skip


@wish("company.edit")
async def _edit_company(firm: Firm) -> Wish:
    return "admin", {"name": "Ebro, S.A.", "timezone": "Atlantic/Canary", "finished_activities_editable": False}


@wish("member.invite")
async def _invite(firm: Firm) -> Wish:
    return "admin", {"email": f"{new_id()}@ebro.example", "name": "New", "unit_id": firm.units["south"]}


@wish("member.edit")
async def _edit_member(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"], "role": "manager", "unit_id": firm.units[""], "reports_to": None}


@wish("member.disable")
async def _disable_member(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"]}


@wish("member.enable")
async def _enable_member(firm: Firm) -> Wish:
    await firm.do("member.disable", {"user_id": firm.people["mate"]}, "admin")
    return "admin", {"user_id": firm.people["mate"]}


@wish("member.link")
async def _ask_for_link(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"], "kind": "reset"}


@wish("member.end_sessions")
async def _end_sessions(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"]}
