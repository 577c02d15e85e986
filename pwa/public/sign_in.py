"""Signing in and out."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.errors import CodeNeeded, SignInFailed, TooMany
from core.i18n import translator
from core.people.devices import device
from core.people.sign_in import companies_of, sign_in, sign_out
from pwa.cookies import is_framed
from pwa.errors import locale_of, signed_out_page
from pwa.forms import Form, read_form
from pwa.live import end_streams
from pwa.passkey_site import site_of, takes_passkeys
from pwa.session import (
    address_of,
    device_of,
    forget,
    forget_step,
    keep_signed_in,
    keep_step,
    local_path,
    secret_of,
)
from pwa.telegram_web import ENDED


async def new(request: Request) -> Response:
    """The sign-in page; whoever is signed in already goes on."""
    secret = secret_of(request)
    if secret:
        async with reading(EVERY_COMPANY) as session:
            if await device(session, secret):
                return RedirectResponse("/today", 303)
    return sign_in_page(request, Form("", {"next": [request.query_params.get("next", "")]}), None, 200)


async def create(request: Request) -> Response:
    """Signs in: on to where the person wanted to go, by way of the choice of a company where there are several."""
    form = await read_form(request)
    email, password = form.text("email"), next(iter(form.all("password")), "")
    try:
        secret = await sign_in(email, password, device_of(request), address_of(request))
    except CodeNeeded as half:
        return ask_for_code(request, half, form.text("next"))
    except (SignInFailed, TooMany) as error:
        return sign_in_page(request, form, error.say(translator(locale_of(request), "pwa")), error.status)
    return await signed_in_response(request, secret, local_path(form.text("next")))


async def destroy(request: Request) -> Response:
    """Signs this device out."""
    response = RedirectResponse(ENDED if is_framed(request.cookies) else "/sign-in", 303)
    secret = secret_of(request)
    async with reading(EVERY_COMPANY) as session:
        found = await device(session, secret) if secret else None
    if found is not None:
        await sign_out(found.session_id, found.user_id)
        end_streams(found.session_id)
    forget(request, response)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def ask_for_code(request: Request, half: CodeNeeded, wished: str) -> Response:
    """On to the second step, with the ticket of the first; `wished`: where the person wants to be in the end."""
    address = request.url_for("sign_in.code").include_query_params(next=local_path(wished))
    response = RedirectResponse(str(address.replace(scheme="", netloc="")), 303)
    keep_step(response, half.step)
    return response


async def signed_in_response(request: Request, secret: str, path: str) -> Response:
    """Gives the browser its new session in place of the one it had, if any, and leads on."""
    earlier = secret_of(request)
    async with reading(EVERY_COMPANY) as session:
        found = await device(session, secret)
        several = found is not None and len(await companies_of(session, found.user_id)) > 1
        before = await device(session, earlier) if earlier else None
    if before is not None:
        await sign_out(before.session_id, before.user_id)
        end_streams(before.session_id)
    response = RedirectResponse(path, 303)
    if several and path == "/today":
        response = RedirectResponse("/companies", 303)
    keep_signed_in(request, response, secret)
    forget_step(response)
    return response


def sign_in_page(request: Request, form: Form, problem: str | None, status: int) -> Response:
    """The form; `problem` says in words what was wrong with the last try."""
    view = {
        "takes_passkeys": takes_passkeys(site_of(request)),
        "next": local_path(form.text("next")),
        "problem": problem,
        "form": {"email": form.text("email")[:320]},
        "errors": {"email": None, "password": None},
    }
    return signed_out_page(request, "sign_in/new.html", view, status)
