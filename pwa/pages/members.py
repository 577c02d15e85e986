"""The people of a company: invited, placed, shut out and let in again; their links, sessions, exceptions."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Invalid
from core.people.coming_in import LinkKind, has_sign_in_elsewhere, link_for
from core.people.member_view import member, members, places
from core.policy import Permission, require
from core.settings import settings
from pwa.device_names import device_name
from pwa.forms import Form
from pwa.live import end_streams
from pwa.operations import Problems, problems
from pwa.visit import Visit, reads, writes

_PLACE = ("role", "unit_id", "reports_to")


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """Everybody."""
    view = await members(session, visit.viewer, visit.translate, visit.now)
    return await visit.page(session, "members/index.html", view, place="more")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An invitation to be filled."""
    return await _invitation(visit, session, {"role": "rep", "unit_id": visit.viewer.unit_id}, Problems())


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Gives the person a place; who has no sign-in yet gets a link, shown once."""
    payload = form.given("name", "email", *_PLACE)
    try:
        outcome = await visit.perform("member.invite", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            typed = {name: values[0] for name, values in form.fields.items()}
            return await _invitation(visit, session, typed, problems(error, visit.translate))
    user_id = outcome.result["user_id"]
    if await has_sign_in_elsewhere(user_id, visit.viewer.company_id):
        return visit.go(outcome, f"/admin/members/{user_id}")
    return await _with_link(visit, user_id, LinkKind.INVITATION)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The person, with the form for the place."""
    return await _page(visit, session, visit.path_id())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Another role, unit or superior."""
    user_id = visit.path_id()
    payload = {"user_id": user_id, **{name: form.text(name) or None for name in _PLACE if name in form.fields}}
    try:
        outcome = await visit.perform("member.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _page(visit, session, user_id, wrong=problems(error, visit.translate))
    return visit.go(outcome, f"/admin/members/{user_id}")


@writes
async def disable(visit: Visit, form: Form) -> Response:
    """The person no longer gets in."""
    return await _do(visit, form, "member.disable", {})


@writes
async def enable(visit: Visit, form: Form) -> Response:
    """The person gets in again."""
    return await _do(visit, form, "member.enable", {})


@writes
async def link(visit: Visit, form: Form) -> Response:
    """A link for a first or another password, shown once."""
    user_id = visit.path_id()
    kind = LinkKind.RESET if form.text("kind") == LinkKind.RESET else LinkKind.INVITATION
    await visit.perform("member.link", {"user_id": user_id, "kind": kind.value}, form.operation_id)
    return await _with_link(visit, user_id, kind)


@writes
async def end_sessions(visit: Visit, form: Form) -> Response:
    """Signs the person out: on one device, or on all that work in this company."""
    session_id = form.text("session") or None
    outcome = await visit.perform(
        "member.end_sessions", {"user_id": visit.path_id(), "session_id": session_id}, form.operation_id
    )
    for ended in outcome.result["ended"]:
        end_streams(ended)
    return visit.go(outcome, f"/admin/members/{visit.path_id()}")


@writes
async def grant(visit: Visit, form: Form) -> Response:
    """What the person sees or edits in a unit, whatever the role says; or that this goes."""
    payload = {"unit_id": form.text("unit"), "access": form.text("access") or None}
    return await _do(visit, form, "unit.grant", payload)


async def _do(visit: Visit, form: Form, name: str, payload: Mapping[str, Any]) -> Response:
    user_id = visit.path_id()
    outcome = await visit.perform(name, {"user_id": user_id, **payload}, form.operation_id)
    return visit.go(outcome, f"/admin/members/{user_id}")


async def _with_link(visit: Visit, user_id: str, kind: LinkKind) -> Response:
    secret = await link_for(visit.viewer, user_id, kind)
    async with visit.reading() as session:
        shown = {"kind": kind.value, "address": f"{settings().base_url}/password/{secret}"}
        return await _page(visit, session, user_id, link=shown)


async def _page(
    visit: Visit,
    session: AsyncSession,
    user_id: str,
    *,
    link: Mapping[str, str] | None = None,
    wrong: Problems | None = None,
) -> Response:
    wrong = wrong or Problems()
    view = await member(session, visit.viewer, visit.translate, visit.now, user_id)
    for one in view["sessions"]:
        one["name"] = device_name(one.pop("device"), visit.translate)
        one["is_this"] = one["id"] == visit.device.session_id
    view |= {
        "link": link,
        "may_link": not await has_sign_in_elsewhere(user_id, visit.viewer.company_id),
        "may_audit": visit.viewer.may(Permission.AUDIT_SEE),
        "errors": wrong.fields(*_PLACE),
        "problem": wrong.summary,
    }
    return await visit.page(session, "members/show.html", view, place="more", status=wrong.status)


async def _invitation(visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems) -> Response:
    require(visit.viewer, Permission.PEOPLE_MANAGE)
    names = ("name", "email", *_PLACE)
    view = {
        **await places(session, visit.translate),
        "form": {name: str(values.get(name) or "") for name in names},
        "errors": wrong.fields(*names),
        "problem": wrong.summary,
    }
    return await visit.page(session, "members/new.html", view, place="more", status=wrong.status)
