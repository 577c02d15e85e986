"""One's passkeys: the list, a new one (the password first, then finger, face or PIN), away with one."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.errors import Invalid
from core.local_time import local
from core.people.passkeys import options_to_register, passkeys_of, register, remove_passkey, rename_passkey
from pwa.device_names import device_name
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.passkey_site import site_of, takes_passkeys
from pwa.session import device_of
from pwa.visit import Visit, reads, writes


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, and the form that begins a new one; `rename`: which one is being given another name."""
    return await _page(visit, session, _usual_name(visit), Problems())


@writes
async def new(visit: Visit, form: Form) -> Response:
    """The password was given: on to the finger, the face or the PIN."""
    name = form.text("name")[:100]
    try:
        password = next(iter(form.all("password")), "")
        options = await options_to_register(site_of(visit.request), visit.viewer.user_id, password)
    except Invalid as error:
        async with visit.reading() as session:
            return await _page(visit, session, name, problems(error, visit.translate))
    async with visit.reading() as session:
        view = {"name": name, "options": options}
        return await visit.page(session, "passkeys/new.html", view, place="more")


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Keeps what the browser made."""
    try:
        await register(site_of(visit.request), visit.viewer.user_id, form.text("credential"), form.text("name"))
    except Invalid as error:
        async with visit.reading() as session:
            return await _page(visit, session, form.text("name")[:100], problems(error, visit.translate))
    return RedirectResponse("/passkeys", 303)


@writes
async def update(visit: Visit, form: Form) -> Response:
    """It is called otherwise."""
    await rename_passkey(visit.viewer.user_id, visit.path_id(), form.text("name"))
    return RedirectResponse("/passkeys", 303)


@writes
async def destroy(visit: Visit, _: Form) -> Response:
    """It opens nothing any more."""
    await remove_passkey(visit.viewer.user_id, visit.path_id())
    return RedirectResponse("/passkeys", 303)


async def _page(visit: Visit, session: AsyncSession, name: str, wrong: Problems) -> Response:
    async with reading(EVERY_COMPANY) as everywhere:
        found = await passkeys_of(everywhere, visit.viewer.user_id)
    view: dict[str, Any] = {
        "passkeys": [
            {
                "id": one["id"],
                "name": one["name"],
                "created_at": local(one["created_at"], visit.now),
                "used_at": local(one["used_at"], visit.now),
            }
            for one in found
        ],
        "renames": visit.query("rename"),
        "takes_passkeys": takes_passkeys(site_of(visit.request)),
        "form": {"name": name},
        "errors": wrong.fields("name", "password"),
        "problem": None if wrong.by_field else wrong.summary,
    }
    return await visit.page(session, "passkeys/index.html", view, place="more", status=wrong.status)


def _usual_name(visit: Visit) -> str:
    return device_name(device_of(visit.request), visit.translate)
