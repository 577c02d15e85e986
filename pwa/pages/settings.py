"""One's own settings, signed-in devices, and which company one works in."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.errors import Invalid, NotFound
from core.people.devices import devices_of, end_others
from core.people.passkeys import passkeys_of
from core.people.personal import chats_of, memberships_of, settings_of
from core.people.second_factor import state
from core.people.sign_in import choose_company, sign_out
from core.policy import Permission
from pwa.admin_rooms import may_administer
from pwa.device_names import device_name
from pwa.forms import Form
from pwa.live import end_streams
from pwa.operations import Problems, problems
from pwa.session import local_path
from pwa.settings_form import FIELDS, form_of, payload_of, wishes_of
from pwa.visit import Visit, reads, writes


@reads
async def more(visit: Visit, session: AsyncSession) -> Response:
    """The last of the five places: the chat, the company, light and language, signing out."""
    async with reading(EVERY_COMPANY) as everywhere:
        chats = await chats_of(everywhere, visit.viewer.user_id)
        memberships = await memberships_of(everywhere, visit.viewer.user_id, visit.translate)
    here = next(one for one in memberships if one["id"] == visit.viewer.company_id)
    view = {
        "person": {"role_name": here["role_name"]},
        "chats": len(chats),
        "companies": len(memberships),
        "imports": visit.viewer.may(Permission.RECORD_IMPORT),
        "administers": may_administer(visit.viewer),
    }
    return await visit.page(session, "more/show.html", view, place="more")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """All that is one's own on one page: a form, and ways to the chat, to signing in, to one's data."""
    return await _form(visit, session, await settings_of(session, visit.viewer.user_id), Problems())


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves what the form has: the short one of “More”, or the long one."""
    try:
        outcome = await visit.perform("settings.edit", payload_of(form), form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            stored = await settings_of(session, visit.viewer.user_id)
            return await _form(visit, session, stored | wishes_of(form), problems(error, visit.translate))
    return visit.go_back(outcome, "/more")


@reads
async def devices(visit: Visit, session: AsyncSession) -> Response:
    """Where one is signed in."""
    async with reading(EVERY_COMPANY) as everywhere:
        found = await devices_of(everywhere, visit.viewer.user_id)
    view = {
        "devices": [
            {
                "id": one["id"],
                "name": device_name(one["device"], visit.translate),
                "is_this": one["id"] == visit.device.session_id,
                "seen_at": one["seen_at"].astimezone(visit.now.tzinfo).isoformat(timespec="seconds"),
            }
            for one in found
        ]
    }
    return await visit.page(session, "sessions/index.html", view, place="more")


@writes
async def end_device(visit: Visit, _: Form) -> Response:
    """Signs one of one's devices out."""
    await sign_out(visit.path_id(), visit.viewer.user_id)
    end_streams(visit.path_id())
    return RedirectResponse("/sessions", 303)


@writes
async def end_other_devices(visit: Visit, _: Form) -> Response:
    """Signs all of one's other devices out."""
    await end_others(visit.device)
    return RedirectResponse("/sessions", 303)


@reads
async def companies(visit: Visit, session: AsyncSession) -> Response:
    """The choice of a company."""
    async with reading(EVERY_COMPANY) as everywhere:
        found = await memberships_of(everywhere, visit.viewer.user_id, visit.translate)
    view = {"next": local_path(visit.query("next")), "companies": found}
    return await visit.page(session, "companies/index.html", view)


@writes
async def choose(visit: Visit, form: Form) -> Response:
    """This device works in that company from now on."""
    company_id = form.text("company")
    async with reading(EVERY_COMPANY) as everywhere:
        mine = {one["id"] for one in await memberships_of(everywhere, visit.viewer.user_id, visit.translate)}
    if company_id not in mine:
        raise NotFound
    await choose_company(visit.device.session_id, visit.viewer.user_id, company_id)
    end_streams(visit.device.session_id)
    return RedirectResponse(local_path(form.text("next")), 303)


async def _form(visit: Visit, session: AsyncSession, values: dict[str, Any], wrong: Problems) -> Response:
    async with reading(EVERY_COMPANY) as everywhere:
        chats = await chats_of(everywhere, visit.viewer.user_id)
        devices = await devices_of(everywhere, visit.viewer.user_id)
        passkeys = await passkeys_of(everywhere, visit.viewer.user_id)
        factor = await state(everywhere, visit.viewer.user_id)
    view = {
        **form_of(values, visit.locale),
        "email": visit.viewer.email,
        "chats": len(chats),
        "devices": len(devices),
        "passkeys": len(passkeys),
        "has_second_factor": factor["is_on"],
        "errors": wrong.fields(*FIELDS),
        "problem": wrong.summary,
    }
    return await visit.page(session, "settings/show.html", view, place="more", status=wrong.status)
