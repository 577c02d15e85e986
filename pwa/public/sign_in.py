"""Signing in and out."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.errors import SignInFailed, TooMany
from core.i18n import translator
from core.people.devices import device
from core.people.sign_in import companies_of, sign_in, sign_out
from pwa.errors import locale_of, signed_out_page
from pwa.forms import Form, read_form
from pwa.live import end_streams
from pwa.session import address_of, device_of, forget, keep_signed_in, local_path, secret_of


async def new(request: Request) -> Response:
    """The sign-in page; whoever is signed in already goes on."""
    secret = secret_of(request)
    if secret:
        async with reading(EVERY_COMPANY) as session:
            if await device(session, secret):
                return RedirectResponse("/today", 303)
    return _page(request, Form("", {"next": [request.query_params.get("next", "")]}), None, 200)


async def create(request: Request) -> Response:
    """Signs in: on to where the person wanted to go, by way of the choice of a company where there are several."""
    form = await read_form(request)
    email, password = form.text("email"), next(iter(form.all("password")), "")
    try:
        secret = await sign_in(email, password, device_of(request), address_of(request))
    except (SignInFailed, TooMany) as error:
        return _page(request, form, error.say(translator(locale_of(request), "pwa")), error.status)
    return await signed_in_response(secret, local_path(form.text("next")))


async def destroy(request: Request) -> Response:
    """Signs this device out."""
    response = RedirectResponse("/sign-in", 303)
    secret = secret_of(request)
    async with reading(EVERY_COMPANY) as session:
        found = await device(session, secret) if secret else None
    if found is not None:
        await sign_out(found.session_id, found.user_id)
        end_streams(found.session_id)
    forget(response)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


async def signed_in_response(secret: str, path: str) -> Response:
    """Gives the browser its new session and leads on."""
    async with reading(EVERY_COMPANY) as session:
        found = await device(session, secret)
        several = found is not None and len(await companies_of(session, found.user_id)) > 1
    response = RedirectResponse(path, 303)
    if several and path == "/today":
        response = RedirectResponse("/companies", 303)
    keep_signed_in(response, secret)
    return response


def _page(request: Request, form: Form, problem: str | None, status: int) -> Response:
    view = {
        "next": local_path(form.text("next")),
        "problem": problem,
        "form": {"email": form.text("email")[:320]},
        "errors": {"email": None, "password": None},
    }
    return signed_out_page(request, "sign_in/new.html", view, status)
