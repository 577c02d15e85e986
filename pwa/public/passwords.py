"""Invitations and resets: a link that works once, behind which a password is chosen."""

from starlette.requests import Request
from starlette.responses import Response

from core.database import EVERY_COMPANY, reading
from core.errors import CodeNeeded, Invalid
from core.i18n import N_, translator
from core.people.personal import asked_to_choose_password
from core.people.sign_in import Purpose, count_try, set_password
from pwa.errors import locale_of, signed_out_page
from pwa.forms import read_form
from pwa.public.sign_in import ask_for_code, signed_in_response
from pwa.session import address_of, device_of, wished_locale

_MOST_TRIES = 30


async def edit(request: Request) -> Response:
    """The form; looking at it spends nothing."""
    return await _page(request, {}, 200)


async def update(request: Request) -> Response:
    """Sets the password and comes in."""
    await count_try(f"password-from:{address_of(request)}", _MOST_TRIES)
    form = await read_form(request)
    password, again = (next(iter(form.all(name)), "") for name in ("password", "again"))
    translate = translator(locale_of(request), "pwa")
    if password != again:
        return await _page(request, {"again": translate(N_("That is not the same as the first."))}, 422)
    code = request.path_params["code"]
    async with reading(EVERY_COMPANY) as session:
        asked = await asked_to_choose_password(session, code)
    try:
        secret = await set_password(Purpose(asked["purpose"]), code, password, device_of(request))
    except CodeNeeded as half:
        return ask_for_code(request, half, "/today")
    except Invalid as error:
        return await _page(request, error.say_fields(translate), error.status)
    return await signed_in_response(request, secret, "/today")


async def _page(request: Request, errors: dict[str, str], status: int) -> Response:
    code = request.path_params["code"]
    async with reading(EVERY_COMPANY) as session:
        asked = await asked_to_choose_password(session, code)
    view = {
        **{name: asked[name] for name in ("purpose", "name", "email", "company")},
        "code": code,
        "errors": {"password": errors.get("password"), "again": errors.get("again")},
    }
    locale = asked["locale"] or wished_locale(request)
    return signed_out_page(request, "password/edit.html", view, status, locale=locale)
